"""DC023 pattern-not-portable."""

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
    if fault is None or fault.broken:
        return ()
    where = site.place(element.options, "pattern")
    return (
        Hit(message=f"the pattern of `{site.path}` is not portable: {fault.reason}", where=where),
    )


_BEHIND = """\
schema:
- name: orders
  properties:
  - {name: code, logicalType: string, logicalTypeOptions: {pattern: "(?<=A)[0-9]+"}}
"""

_PLAIN = """\
schema:
- name: orders
  properties:
  - {name: code, logicalType: string, logicalTypeOptions: {pattern: "A[0-9]+"}}
"""


PATTERN_NOT_PORTABLE = Rule(
    id="DC023",
    name="pattern-not-portable",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    summary="A pattern uses what some engines of regular expressions know and others do not.",
    why=(
        "It may mean something else where the data are read, and a change of it cannot be judged."
    ),
    instead=(
        "Use what ECMA-262 has without look-behind and references; what cannot be said so, "
        "say in a quality rule."
    ),
    examples=(
        Example(
            title="it looks behind",
            new=_BEHIND,
            strikes=("orders.code",),
        ),
        Example(
            title="plain",
            new=_PLAIN,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
