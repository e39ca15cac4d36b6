"""DC027 example-inadmissible."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.declared_values import Judge, with_values
from bot.core.finding import Hit, Plane, Weight
from bot.core.plain import plain
from bot.core.rule import Example, OnElement, Rule, Site, dialect


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    judge = Judge(dialect(element))
    hits = []
    for path, field in with_values(element):
        for example in field.examples:
            fault = judge.example_fault(example, field, path)
            if fault:
                where = site.place(field, "examples")
                message = f"an example is wrong: {fault}"
                hits.append(Hit(message=message, path=path, where=where, after=plain(example)))
                break
    return hits


_WRONG = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, examples: [19.9, cheap]}
"""

_RIGHT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, examples: [19.9, "5"]}
"""


EXAMPLE_INADMISSIBLE = Rule(
    id="DC027",
    name="example-inadmissible",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="An example is no value that its field admits.",
    why=(
        "Readers, test data and language models learn from examples: this one teaches "
        "something wrong."
    ),
    instead="Correct the example, or the constraint if the example is right.",
    examples=(
        Example(
            title="a word for an amount",
            new=_WRONG,
            strikes=("orders.amount",),
        ),
        Example(
            title="amounts, one in quotes",
            new=_RIGHT,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
