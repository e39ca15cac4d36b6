"""Calendars (RFC 5545) of what is deprecated: the first day on which it may go, and announced days.

Everything in them is as of the newest commit, so that one commit always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from bot.core.deprecation.days import declared_day
from bot.core.versions import release_line
from site_gen.catalogue import Entry
from site_gen.deprecations import Ending
from site_gen.escaping import lines
from site_gen.file_paths import CALENDAR, contract_calendar, domain_calendar
from site_gen.page import Asset
from site_gen.paths import contract_path
from site_gen.scene import Scene

_NOWHERE = "contract-steward.invalid"
_ONE_DAY = timedelta(days=1)


def calendar_assets(scene: Scene) -> Iterator[Asset]:
    """Yield the calendars of everything, of the domains, and of contracts with something to end."""
    t = scene.t
    yield _calendar(scene, CALENDAR, t("ics.all"), scene.endings)
    for domain in scene.catalogue.domains:
        name = t("domain.of", name=domain or t("facet.none"))
        own = [one for one in scene.endings if (one.entry.head.domain or "") == domain]
        yield _calendar(scene, domain_calendar(domain), t("ics.of", name=name), own)
    for entry in scene.catalogue.entries:
        if entry.id in scene.endings_of:
            yield _of_contract(scene, entry, scene.endings_of[entry.id])


def empty_calendars(scene: Scene, entry: Entry) -> Iterator[Asset]:
    """Yield the calendar of a contract of which nothing ends: people subscribe before it does.

    One with an event tells the time of the newest commit, and cannot be kept between builds.
    """
    if entry.id not in scene.endings_of:
        yield _of_contract(scene, entry, ())


def _of_contract(scene: Scene, entry: Entry, found: Sequence[Ending]) -> Asset:
    return _calendar(scene, contract_calendar(entry.id), scene.t("ics.of", name=entry.title), found)


def _calendar(scene: Scene, path: str, name: str, endings: Sequence[Ending]) -> Asset:
    calendar = Calendar()
    calendar.add("prodid", "-//Contract Steward//Portal//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(name))
    calendar.add_component(_utc())
    for ending in endings:
        for event in _events(scene, ending):
            calendar.add_component(event)
    return Asset(path=path, data=calendar.to_ical(), language=scene.language)


def _utc() -> Timezone:
    """Return the one component that a calendar without events has (RFC 5545, section 3.6)."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  # local time, section 3.6.5
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


def _events(scene: Scene, ending: Ending) -> Iterable[Event]:
    """Yield the first day on which an element may go, and an earlier day that was announced."""
    yield _event(scene, ending, "first", ending.day)
    declared = declared_day(ending.clock.told.removal)
    if declared is not None and declared != ending.day:
        yield _event(scene, ending, "declared", declared)


def _event(scene: Scene, ending: Ending, kind: str, day: date) -> Event:
    contract, t = ending.contract, scene.t
    name = f"{contract.name or contract.id} {contract.version}"
    event = Event()
    event.add("uid", _uid(scene, ending, kind))
    event.add("dtstamp", scene.catalogue.time)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + _ONE_DAY)
    told = " ".join(part for part in (name, ending.path) if part)
    event.add("summary", _line(t(f"ics.{kind}", name=told)))
    event.add("description", "\n".join(map(_line, _description(scene, ending))))
    if contract.domain:
        event.add("categories", [_line(contract.domain)])
    event.add("transp", "TRANSPARENT")
    if url := scene.site.address(contract_path(ending.entry.id)):
        event.add("url", url)
    return event


def _description(scene: Scene, ending: Ending) -> Iterator[str]:
    t, told = scene.t, ending.clock.told
    yield t("ics.since", day=t.date(ending.clock.day), n=ending.window.days)
    if ending.clock.releases_missing:
        yield t.count("calendar.releases", ending.clock.releases_missing)
    if told.removal_version:
        yield t("ics.version", version=told.removal_version)
    if told.replaced_by:
        yield f"{t('deprecation.replaced')} {told.replaced_by}"
    if told.reason:
        yield told.reason


def _uid(scene: Scene, ending: Ending, kind: str) -> str:
    """Return an id that stays when the day moves (RFC 7986, section 5.3)."""
    line = release_line(ending.contract.version)
    what = repr((ending.entry.id, line, str(ending.clock.sort), ending.path, kind))
    mark = sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{mark}@{scene.site.host or _NOWHERE}"


def _line(text: str) -> str:
    return " ".join(lines(text).split())
