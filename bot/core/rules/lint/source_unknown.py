"""DC094 source-unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.contract.model import Contract, Field, every_field, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.lookup import Lookup
from bot.core.places import locate
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    known = Lookup(registry)
    ids = known.ids()
    return [
        Hit(
            message=f"`{source}` is not in the contract `{identity}`",
            path=path,
            where=locate(contract.file, field.node, "transformSourceObjects"),
            after=source,
            contract=contract.id,
            about=(identity, rest),
        )
        for contract in registry.contracts
        for path, field in _transformed(contract)
        for source in field.transform_source_objects
        for identity, rest in _told(source, ids)
        if not any(known.element(rest, other) for other in known.contracts(identity))
        and known.element(source, contract) is None
    ]


def _transformed(contract: Contract) -> Iterator[tuple[str, Field]]:
    for obj in contract.schema:
        for path, field in every_field(obj, step(obj.name)):
            if field.transform_source_objects:
                yield path, field


_MOST_STEPS = 20


def _told(source: str, ids: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the contract that a source begins with, and the rest: `object.field` at least.

    An id may have dots itself: the longest one that fits is meant.
    """
    steps = source.split(".")
    for length in range(min(len(steps) - 2, _MOST_STEPS), 0, -1):
        identity = ".".join(steps[:length])
        if identity in ids:
            yield identity, ".".join(steps[length:])
            return


_LOST = """\
id: customers
schema:
- {name: people, properties: [{name: email, logicalType: string}]}
---
id: contacts
schema:
- name: contacts
  properties:
  - name: mail
    logicalType: string
    transformSourceObjects: [customers.people.mail]
"""

_THERE = """\
id: customers
schema:
- {name: people, properties: [{name: email, logicalType: string}]}
---
id: contacts
schema:
- name: contacts
  properties:
  - name: mail
    logicalType: string
    transformSourceObjects: [customers.people.email]
"""


SOURCE_UNKNOWN = Rule(
    id="DC094",
    name="source-unknown",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="A field is said to come from something that another contract does not have.",
    why="The lineage ends in nothing: a change of the real source warns nobody here.",
    instead="Write `contract-id.object.field`, with names that the other contract has.",
    examples=(
        Example(
            title="a field that the source does not have",
            new=_LOST,
            strikes=("contacts.mail",),
        ),
        Example(
            title="a field that it has",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
