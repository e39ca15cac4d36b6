"""Adds the portal's pages to the site's own map (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.render.escape import html

_MOST = 49_000
"""A map has at most 50,000 pages; the site's own are in it as well."""


def in_sitemap(output: str, addresses: Iterable[str], day: date) -> str:
    """Return the map with pages added, each as of the day."""
    rows = [
        f"<url><loc>{html(address)}</loc><lastmod>{day}</lastmod></url>\n"
        for address in list(addresses)[:_MOST]
    ]
    before, end, after = output.rpartition("</urlset>")
    return f"{before}{''.join(rows)}{end}{after}" if end else output
