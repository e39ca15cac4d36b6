"""What happened and what will: the releases of all contracts, and the deprecation calendar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.core.lineage.graph import Node, NodeKind
from bot.core.versions import release_line
from site_gen.deprecations import Ending
from site_gen.neighbours import Ref
from site_gen.page import Page
from site_gen.scene import Scene
from site_gen.story import Record, newest_first

_MOST = 300
"""More releases than anyone scrolls through: older ones are in each contract's changelog."""


def releases_page(scene: Scene, records: Sequence[Record]) -> Page:
    """Return the newest releases of all contracts, month by month."""
    found = newest_first(records)
    months = [
        (month, tuple(told))
        for month, told in groupby(found[:_MOST], key=lambda one: scene.t.month(one.ref.first))
    ]
    return scene.page(
        "releases.html",
        "releases",
        {"months": months, "left": len(found) - min(len(found), _MOST)},
        title=scene.t("releases.title"),
        section="releases",
        description=scene.t("releases.lead"),
    )


def calendar_page(scene: Scene, found: Sequence[Ending]) -> Page:
    """Return what is deprecated by the month in which it may go, with who still reads it."""
    months = [
        (month, [(one, _readers(scene, one)) for one in told])
        for month, told in groupby(found, key=lambda one: scene.t.month(one.day))
    ]
    return scene.page(
        "calendar.html",
        "calendar",
        {"months": months, "today": scene.catalogue.time.date()},
        title=scene.t("calendar.title"),
        section="calendar",
        description=scene.t("calendar.lead"),
    )


def _readers(scene: Scene, ending: Ending) -> tuple[Ref, ...]:
    line = release_line(ending.contract.version)
    kind = NodeKind.FIELD if "." in ending.path else NodeKind.OBJECT
    if not ending.path:
        kind = NodeKind.CONTRACT
    node = Node(kind, ending.contract.id, ending.path, line)
    if kind is NodeKind.CONTRACT:
        return tuple(ref for ref, _ in scene.near.downstream(node))
    return scene.near.readers(node)
