"""DC022 pattern-broken."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.written_patterns import pattern_fault


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.options.pattern is None:
        return ()
    fault = pattern_fault(element.options.pattern)
    if fault is None or not fault.broken:
        return ()
    where = site.place(element.options, "pattern")
    return (
        Hit(message=f"the pattern of `{site.path}` cannot be read: {fault.reason}", where=where),
    )


_BROKEN = """\
schema:
- name: orders
  properties:
  - {name: code, logicalType: string, logicalTypeOptions: {pattern: "^([A-Z]{2}$"}}
"""

_WHOLE = """\
schema:
- name: orders
  properties:
  - {name: code, logicalType: string, logicalTypeOptions: {pattern: "^([A-Z]{2})$"}}
"""


PATTERN_BROKEN = Rule(
    id="DC022",
    name="pattern-broken",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A pattern is no regular expression.",
    why=("Tools that check it fail, or take it for something else; no change of it can be judged."),
    instead=("Close what is open, and put a backslash before a character that stands for itself."),
    examples=(
        Example(
            title="a group is not closed",
            new=_BROKEN,
            strikes=("orders.code",),
        ),
        Example(
            title="a whole pattern",
            new=_WHOLE,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
