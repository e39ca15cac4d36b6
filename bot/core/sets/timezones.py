"""Tells whether two names of a time zone mean the same zone, by a table of aliases only."""

from __future__ import annotations

import re

from bot.core.relation import Relation
from bot.core.sets.difference import has_variable
from bot.core.sets.instants import read_offset

DEFAULT_ZONE = "Etc/UTC"
"""The zone of values without an offset, where a contract names none (ODCS defaultTimezone)."""

_UTC_NAMES = (
    "utc etc/utc uct etc/uct zulu etc/zulu universal etc/universal z gmt etc/gmt gmt0 etc/gmt0 "
    "greenwich etc/greenwich utc0"
)

# Links of the tz database's `backward` file that contracts are likely to carry. A zone that
# merely keeps the same time today is no alias: its past or its future may differ.
_LINKS = {
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Cordoba": "America/Cordoba America/Rosario",
    "America/Chicago": "US/Central",
    "America/Denver": "US/Mountain Navajo America/Shiprock",
    "America/Detroit": "US/Michigan",
    "America/Edmonton": "Canada/Mountain",
    "America/Halifax": "Canada/Atlantic",
    "America/Havana": "Cuba",
    "America/Indiana/Indianapolis": "America/Fort_Wayne America/Indianapolis US/East-Indiana",
    "America/Jamaica": "Jamaica",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Los_Angeles": "US/Pacific US/Pacific-New",
    "America/Manaus": "Brazil/West",
    "America/Mazatlan": "Mexico/BajaSur",
    "America/Mexico_City": "Mexico/General",
    "America/New_York": "US/Eastern",
    "America/Nuuk": "America/Godthab",
    "America/Phoenix": "US/Arizona",
    "America/Regina": "Canada/Saskatchewan",
    "America/Sao_Paulo": "Brazil/East",
    "America/Santiago": "Chile/Continental",
    "America/St_Johns": "Canada/Newfoundland",
    "America/Tijuana": "America/Ensenada America/Santa_Isabel Mexico/BajaNorte",
    "America/Toronto": "Canada/Eastern America/Montreal",
    "America/Vancouver": "Canada/Pacific",
    "America/Winnipeg": "Canada/Central",
    "America/Anchorage": "US/Alaska",
    "Asia/Ashgabat": "Asia/Ashkhabad",
    "Asia/Dhaka": "Asia/Dacca",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Hong_Kong": "Hongkong",
    "Asia/Jerusalem": "Israel Asia/Tel_Aviv",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Macau": "Asia/Macao",
    "Asia/Makassar": "Asia/Ujung_Pandang",
    "Asia/Seoul": "ROK",
    "Asia/Shanghai": "PRC Asia/Chongqing Asia/Chungking Asia/Harbin",
    "Asia/Singapore": "Singapore",
    "Asia/Taipei": "ROC",
    "Asia/Tehran": "Iran",
    "Asia/Thimphu": "Asia/Thimbu",
    "Asia/Tokyo": "Japan",
    "Asia/Ulaanbaatar": "Asia/Ulan_Bator",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Australia/Adelaide": "Australia/South",
    "Australia/Brisbane": "Australia/Queensland",
    "Australia/Darwin": "Australia/North",
    "Australia/Hobart": "Australia/Tasmania",
    "Australia/Melbourne": "Australia/Victoria",
    "Australia/Perth": "Australia/West",
    "Australia/Sydney": "Australia/ACT Australia/Canberra Australia/NSW",
    "Europe/Chisinau": "Europe/Tiraspol",
    "Europe/Dublin": "Eire",
    "Europe/Istanbul": "Turkey Asia/Istanbul",
    "Europe/Kyiv": "Europe/Kiev",
    "Europe/Lisbon": "Portugal",
    "Europe/London": "GB GB-Eire Europe/Belfast",
    "Europe/Moscow": "W-SU",
    "Europe/Warsaw": "Poland",
    "Pacific/Auckland": "NZ",
    "Pacific/Honolulu": "US/Hawaii",
}

_ALIASES = dict.fromkeys(_UTC_NAMES.split(), "+0") | {
    alias.casefold(): zone.casefold()
    for zone, aliases in _LINKS.items()
    for alias in (zone, *aliases.split())
}
_AREA = re.compile(
    r"(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific)"
    r"(?:/[a-z][a-z0-9_+\-]{0,31}){1,2}",
    re.ASCII,
)
_FIXED = re.compile(r"(?P<etc>etc/)?(?:utc|gmt)?(?P<offset>[+-]\d\d?(?::?\d\d)?)", re.ASCII)


def canonical_zone(name: str | None) -> str | None:
    """Return one name for all aliases of a zone, `+0` or `+7200` for a fixed offset.

    Absent is Etc/UTC (ODCS). None where the text names no zone of the tz database for sure:
    abbreviations such as CST stand for several.
    """
    folded = (DEFAULT_ZONE if name is None else name).strip().casefold()
    if folded in _ALIASES:
        return _ALIASES[folded]
    fixed = _FIXED.fullmatch(folded)
    if fixed is not None:
        return _fixed_offset(fixed["offset"], reversed_sign=fixed["etc"] is not None)
    return folded if _AREA.fullmatch(folded) else None


def zone_offset(name: str | None) -> int | None:
    """Return the seconds east of UTC of a zone whose offset never changes; None for others."""
    zone = canonical_zone(name)
    return int(zone) if zone and zone[0] in "+-" else None


def compare_zones(old: str | None, new: str | None) -> Relation:
    """Return SAME for two names of one zone, INCOMPARABLE for two zones.

    UNKNOWN where a text differs and is no known form of a zone, or holds a variable.
    """
    if old == new:
        return Relation.SAME
    if has_variable(old, new):
        return Relation.UNKNOWN
    before, after = canonical_zone(old), canonical_zone(new)
    if before is None or after is None:
        return Relation.UNKNOWN
    return Relation.SAME if before == after else Relation.INCOMPARABLE


def _fixed_offset(text: str, *, reversed_sign: bool) -> str | None:
    """Return the canonical form of `+2`, `+02:00`, `Etc/GMT-2` (whose sign is POSIX's)."""
    padded = text if len(text) != 2 else f"{text[0]}0{text[1]}"  # noqa: PLR2004 - sign, digit
    seconds = read_offset(padded)
    if seconds is None:
        return None
    return f"{-seconds if reversed_sign else seconds:+}"
