"""What the rest of the site needs to know of the pages of one contract, once they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_gen.machines.atom import News, news
from site_gen.page import Asset, Page
from site_gen.rendering import Site
from site_gen.search import material_entries
from site_gen.story import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """The records of a contract's versions, the newest entries of its feed, and more.

    `found` is what the theme's search may find of its pages, `addresses` are those of the pages
    for the map of the site; none where the site does not know its own.
    """

    records: tuple[Record, ...]
    news: tuple[News, ...]
    found: tuple[Mapping[str, object], ...]
    addresses: tuple[str, ...]


def gist(site: Site, made: Sequence[Page | Asset], records: Iterable[Record]) -> Gist:
    """Return the gist of the pages and files of a contract."""
    pages = [one for one in made if isinstance(one, Page)]
    return Gist(
        records=tuple(records),
        news=tuple(told for one in made if isinstance(one, Asset) for told in news(one)),
        found=tuple(
            told for one in pages for told in material_entries(one, site.roots[one.language])
        ),
        addresses=tuple(addresses(site, pages)),
    )


def addresses(site: Site, made: Iterable[Page | Asset]) -> Iterator[str]:
    """Yield the address of each page that has a place on the map of the site.

    Comparisons have none: they are many, and say nothing new.
    """
    for one in made:
        if site.url and isinstance(one, Page) and "/diff/" not in one.path:
            address = site.address(one.path, one.language)
            yield f"{address}index.html" if site.explicit else address
