"""Dates, timestamps and times of day as points, for the few layouts that are generated."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from tests.soundness.shapes import Field, Json

FORMATS = {
    "date": ("yyyy-MM-dd", "uuuu-MM-dd", "dd/MM/yyyy", "yyyyMMdd"),
    "timestamp": ("yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssXXX"),
    "time": ("HH:mm:ss", "HHmmss"),
}
ZONES = {"Etc/UTC": 0, "UTC": 0, "Etc/GMT-2": 7200}
_DAY = r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
_CLOCK = r"(?P<H>\d\d):(?P<M>\d\d):(?P<S>\d\d)"
_ISO_CLOCK = r"(?P<H>\d\d):(?P<M>\d\d)(:(?P<S>\d\d(\.\d+)?))?"
_ANY_OFFSET = r"(?P<o>Z|[+-]\d\d:\d\d)?"
_LAYOUTS = {
    ("date", None): _DAY,
    ("date", "yyyy-MM-dd"): _DAY,
    ("date", "uuuu-MM-dd"): _DAY,
    ("date", "dd/MM/yyyy"): r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})",
    ("date", "yyyyMMdd"): r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    ("timestamp", None): f"{_DAY}[T ]{_ISO_CLOCK}{_ANY_OFFSET}",
    ("timestamp", "yyyy-MM-dd'T'HH:mm:ss"): f"{_DAY}T{_CLOCK}",
    ("timestamp", "yyyy-MM-dd HH:mm:ss"): f"{_DAY} {_CLOCK}",
    ("timestamp", "yyyy-MM-dd'T'HH:mm:ssXXX"): rf"{_DAY}T{_CLOCK}(?P<o>Z|[+-]\d\d:\d\d)",
    ("time", None): _ISO_CLOCK + _ANY_OFFSET,
    ("time", "HH:mm:ss"): _CLOCK,
    ("time", "HHmmss"): r"(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)",
}
SAMPLES = {
    "date": (
        *(f"2024-02-{day:02}" for day in (1, 10, 11, 20, 28, 29, 30)),
        *("10/02/2024", "20240210"),
    ),
    "timestamp": (
        *(
            f"2024-02-{day}{zone}"
            for day in ("10T00:00:00", "10T12:00:00", "20T00:00:00", "20T00:00:01", "20T23:00:00")
            for zone in ("", "Z", "+02:00")
        ),
        "2024-02-10 12:00:00",
    ),
    "time": (
        *(f"{hour}{zone}" for hour in ("08:00:00", "12:00:00", "23:59:59") for zone in ("", "Z")),
        *("080000", "120000", "240000"),
    ),
}
"""Texts around the bounds and layouts that generated contracts demand."""


def has_offset(value: Json) -> bool:
    """Tell whether a timestamp or a time tells its offset from UTC."""
    return re.search(r"\d(Z|[+-]\d\d:\d\d)$", value) is not None


def point(field: Field, value: Json) -> Fraction | None:
    """Return where a text of the field's own layout lies on the line; None for other values."""
    options = field.get("logicalTypeOptions", {})
    return _point(field["logicalType"], options.get("format"), options, value)


def bound(field: Field, value: Json) -> Fraction | None:
    """Return where a bound lies: bounds are written as ISO 8601 whatever the layout is."""
    return _point(field["logicalType"], None, field.get("logicalTypeOptions", {}), value)


def _point(kind: str, layout: str | None, options: Field, value: Json) -> Fraction | None:
    found = re.fullmatch(_LAYOUTS[kind, layout], value) if isinstance(value, str) else None
    if found is None:
        return None
    part = dict.fromkeys("ymdHMSo") | found.groupdict()
    try:
        days = date(int(part["y"] or 1), int(part["m"] or 1), int(part["d"] or 1)).toordinal()
    except ValueError:
        return None
    clock = int(part["H"] or 0) * 3600 + int(part["M"] or 0) * 60 + Fraction(part["S"] or 0)
    return clock + days * 86_400 - _offset(part["o"], options)


def _offset(told: str | None, options: Field) -> int:
    if told is None:
        return ZONES[options.get("defaultTimezone", "Etc/UTC")]
    if told == "Z":
        return 0
    seconds = int(told[1:3]) * 3600 + int(told[4:6]) * 60
    return -seconds if told[0] == "-" else seconds
