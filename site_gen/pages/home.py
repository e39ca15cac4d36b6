"""The home page: every contract, to search, filter and sort; domains, owners and news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_gen.page import Page
from site_gen.scene import Scene
from site_gen.story import Record, newest_first
from site_gen.summary import FACETS, Row

_NEWS = 10


def home(scene: Scene, rows: Sequence[Row], records: Sequence[Record]) -> Page:
    """Return the home page."""
    return scene.page(
        "home.html",
        "",
        {
            "rows": rows,
            "fields": sum(row.fields for row in rows),
            "domains": scene.catalogue.domains,
            "facets": tuple((key, facet(rows, key)) for key in FACETS),
            "news": newest_first(records)[:_NEWS],
        },
        title=scene.t("home.title"),
        description=scene.t("home.description"),
    )


def facet(rows: Sequence[Row], key: str) -> tuple[tuple[str, int], ...]:
    """Return the values of a facet and how many contracts have each, the most frequent first."""
    counted = Counter(value for row in rows for value in dict.fromkeys(row.facets[key]))
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
