from __future__ import annotations

from datetime import date

from icalendar import Calendar

from tests.site_gen.machines.conftest import Files


def _events(data: bytes) -> list[tuple[date, str]]:
    calendar = Calendar.from_ical(data)
    return [(one.decoded("dtstart"), str(one["summary"])) for one in calendar.walk("VEVENT")]


def test_what_is_deprecated_stands_on_the_first_day_on_which_it_may_go(story_files: Files) -> None:
    assert _events(story_files["calendars/contracts/customer-events.ics"]) == [
        (
            date(2027, 1, 15),
            "May be removed from today: Customer events 1.3.0 customer_events.ip_address",
        )
    ]


def test_the_calendar_of_everything_has_what_those_of_the_domains_have(story_files: Files) -> None:
    domains = [
        event
        for path, data in story_files.items()
        if path.startswith("calendars/domains/")
        for event in _events(data)
    ]
    assert sorted(_events(story_files["calendars/all.ics"])) == sorted(domains) != []


def test_every_calendar_is_one_that_may_be_subscribed_to(story_files: Files) -> None:
    for path, data in story_files.items():
        if not path.endswith(".ics"):
            continue
        calendar = Calendar.from_ical(data)
        assert calendar.errors == [], path
        assert {"PRODID", "VERSION"} <= set(calendar), path
        assert calendar.subcomponents, path
        assert all(len(row) <= 75 for row in data.split(b"\r\n")), path
        for event in calendar.walk("VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event), path


def test_no_two_events_have_one_id(story_files: Files) -> None:
    events = Calendar.from_ical(story_files["calendars/all.ics"]).walk("VEVENT")
    ids = [str(event["uid"]) for event in events]
    assert len(set(ids)) == len(ids)
    assert all(one.endswith("@data.example.com") for one in ids)
