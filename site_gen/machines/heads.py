"""Links in a page's head to what says the same for machines: feeds, calendars, files."""

from __future__ import annotations

from dataclasses import replace

from site_gen.catalogue import Entry
from site_gen.escaping import html
from site_gen.file_paths import (
    CALENDAR,
    CONTRACTS,
    FEED,
    contract_calendar,
    contract_feed,
    contract_file,
    domain_calendar,
    domain_feed,
)
from site_gen.page import Page
from site_gen.scene import Scene

_ATOM, _CALENDAR, _JSON = "application/atom+xml", "text/calendar", "application/json"
# Material looks for a sitemap beside whatever is exactly `alternate`. A feed has none; the blank
# means nothing to HTML (a set of tokens, HTML section 4.6.7).
_LINK = '\n<link rel="alternate " type="{kind}" title="{title}" href="{link}">'


def with_contract(scene: Scene, page: Page, entry: Entry) -> Page:
    """Return a contract's page with links to its file, its feed and its calendar."""
    links = (contract_file(entry.id), contract_feed(entry.id), contract_calendar(entry.id))
    return _with(scene, page, *links)


def with_domain(scene: Scene, page: Page, domain: str) -> Page:
    """Return a domain's page with links to its feed and its calendar."""
    return _with(scene, page, "", domain_feed(domain), domain_calendar(domain))


def with_all(scene: Scene, page: Page) -> Page:
    """Return a page about all contracts with links to their list, feed and calendar."""
    return _with(scene, page, CONTRACTS, FEED, CALENDAR)


def _with(scene: Scene, page: Page, file: str, feed: str, calendar: str) -> Page:
    told = (
        (_JSON, "machines.json", file),
        (_ATOM, "machines.feed", feed),
        (_CALENDAR, "machines.calendar", calendar),
    )
    links = [
        _LINK.format(
            kind=kind,
            title=html(f"{page.title}: {scene.t(key)}"),
            link=html(scene.site.machine(scene.language, page.path, path)),
        )
        for kind, key, path in told
        if path
    ]
    return replace(page, head="".join(links))
