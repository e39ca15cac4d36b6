"""DC625 transform-sources-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            gone, come = (", ".join(sorted(set(a) - set(b))) for a, b in ((old, new), (new, old)))
            yield Hit(
                message=f"`{change.place.path}` lost {gone or 'none'}, gained {come or 'none'}"
            )
        case _:
            return


_FROM_A = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformSourceObjects: [raw.a]}
"""

_FROM_B = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformSourceObjects: [raw.b]}
"""

_SUM = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a)}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a - b)}
"""


TRANSFORM_SOURCES_CHANGED = Rule(
    id="DC625",
    name="transform-sources-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    bump=Bump.PATCH,
    summary="A field comes from other sources.",
    why="The meaning, the freshness and the quality may differ; lineage does.",
    instead="Say in the pull request what differs.",
    examples=(
        Example(
            title="another source",
            old=_FROM_A,
            new=_FROM_B,
            strikes=("orders.total",),
        ),
        Example(
            title="another sum",
            old=_SUM,
            new=_NET,
        ),
    ),
    judge=OnChange(("field.transformSourceObjects",), _judge),
    no_mirror="a change of sources is its own opposite",
)
