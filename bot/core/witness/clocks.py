"""Judges dates, timestamps and times of day by their layout, their offset and their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.contract.model import Field, Options
from bot.core.sets.instants import read_date, read_time, read_timestamp
from bot.core.sets.intervals import Interval, temporal_interval
from bot.core.witness.fault import OPTIONS, Fault, shown
from bot.core.witness.layout import Layout, layout
from bot.core.witness.scalars import outside_bounds

_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")


def field_layout(field: Field) -> Layout | str:
    """Return the layout of a date, timestamp or time: "iso" for the default, "" if unreadable."""
    if field.options.format is None:
        return "iso"
    return layout(field.options.format, field.logical_type or "")


def clock_faults(value: object, field: Field, path: str) -> Iterator[Fault]:
    """Yield what is wrong with a date, timestamp or time of day.

    Without a format the text is ISO 8601: a timestamp has a time of day, and a date has none.
    """
    logical_type = field.logical_type or ""
    if not isinstance(value, str):
        yield Fault(path, "logicalType", f"`{path}` is {shown(value)}, which is no {logical_type}")
        return
    form = field_layout(field)
    if form == "":
        says = f"`{path}` has the format {shown(field.options.format)}, which cannot be read here"
        yield Fault(path, OPTIONS + "format", says, certain=False)
        return
    text = form.to_iso(value) if isinstance(form, Layout) else value
    offset = _offset(text, logical_type)
    if text is None or offset is False:
        key = "logicalType" if form == "iso" else OPTIONS + "format"
        how = "" if form == "iso" else f" of the format {shown(field.options.format)}"
        yield Fault(path, key, f"`{path}` is {shown(value)}, which is no {logical_type}{how}")
        return
    if logical_type != "date":
        laid_out = form != "iso"
        yield from _zone_faults(value, field.options, path, told=offset is not None, by=laid_out)
    if any(key in field.options.node for key in _BOUNDS):
        yield from _bound_faults(text, value, field, path)


def _offset(text: str | None, logical_type: str) -> int | bool | None:
    """Return the offset of an ISO text, None where it has none, False for no such text."""
    if text is None:
        return False
    if logical_type == "date":
        return None if read_date(text) is not None else False
    if logical_type == "time":
        found = read_time(text)
    else:
        found = read_timestamp(text) if text[10:] else None
    return False if found is None else found[1]


def _zone_faults(
    value: str, options: Options, path: str, *, told: bool, by: bool
) -> Iterator[Fault]:
    """Yield a fault for an offset too many or missing.

    Whether a clock may tell its zone where `timezone` is absent, the standard leaves open: an
    offset is in doubt there, unless the field's own layout (`by`) has it.
    """
    if told is (options.timezone or False) or (by and options.timezone is None):
        return
    says = f"`{path}` is {shown(value)}, which {'tells' if told else 'does not tell'} its time zone"
    if options.timezone is not None:
        says += f", against `timezone: {'true' if options.timezone else 'false'}`"
    yield Fault(path, OPTIONS + "timezone", says, options.timezone is not None)


def _bound_faults(text: str, value: str, field: Field, path: str) -> Iterator[Fault]:
    bounds = clock_interval(field)
    own = _point(text, field)
    if bounds is None or own is None or own.low is None or own.frame != bounds.frame:
        says = f"`{path}` has a bound that cannot be compared with {shown(value)}"
        yield Fault(path, OPTIONS + "minimum", says, certain=False)
        return
    yield from outside_bounds(bounds, own.low.at, value, path)


def clock_interval(field: Field) -> Interval | None:
    """Return the bounds of a date, timestamp or time; None where one cannot be read.

    Bounds may be written as ISO 8601 or in the field's own layout.
    """
    node: Mapping[str, object] = field.options.node
    logical_type = field.logical_type or ""
    interval = temporal_interval(node, logical_type)
    form = field_layout(field)
    if interval is not None or not isinstance(form, Layout):
        return interval
    told = {key: form.to_iso(str(node[key])) for key in _BOUNDS if key in node}
    if None in told.values():
        return None
    return temporal_interval({**node, **told}, logical_type)


def _point(text: str, field: Field) -> Interval | None:
    zone = field.options.default_timezone
    told = {"minimum": text, "defaultTimezone": zone}
    return temporal_interval(told, field.logical_type or "")
