"""DC005 id-repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.core.contract.model import (
    Contract,
    Element,
    EnumValue,
    Field,
    QualityRule,
    Relationship,
    Role,
    SchemaObject,
    Server,
    ServiceLevel,
    SupportChannel,
    Synonym,
    Team,
    TeamMember,
    step,
)
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site

_Identified = (
    SchemaObject
    | Field
    | EnumValue
    | QualityRule
    | Relationship
    | Synonym
    | Server
    | Role
    | ServiceLevel
    | SupportChannel
    | TeamMember
)


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    lists: tuple[Sequence[_Identified], ...]
    match element:
        case Field() | SchemaObject():
            lists = (element.properties, element.quality, element.relationships, element.synonyms)
            if isinstance(element, Field) and element.enum:
                lists = (*lists, element.enum)
        case Contract():
            beside = (element.roles, element.service_levels, element.support)
            lists = (element.schema, element.servers, *beside)
        case Team():
            lists = (element.members,)
        case _:
            return ()
    hits: list[Hit] = []
    for members in lists:
        if len(members) > 1:
            hits += _repeated(members, site)
    return hits


def _repeated(members: Sequence[_Identified], site: Site) -> Iterator[Hit]:
    for again, first in repeats(members, lambda member: member.id):
        name = step(again.name) if isinstance(again, Field | SchemaObject) else None
        yield Hit(
            message=f"the id `{again.id}` is there already, in line {first.node.mark[0]}",
            path=".".join(filter(None, (site.path, name))),
            where=site.place(again, "id"),
            after=again.id,
        )


_TWICE = """\
schema:
- name: orders
  properties:
  - {id: id-1, name: order_id, logicalType: string}
  - {id: id-1, name: amount, logicalType: number}
"""

_APART = """\
schema:
- name: orders
  properties:
  - {id: id-1, name: order_id, logicalType: string}
  - {id: id-2, name: amount, logicalType: number}
"""


ID_REPEATED = Rule(
    id="DC005",
    name="id-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="Two members of a list have one `id`.",
    why=(
        "The standard wants an id to be unique in its list: references by id, and the history "
        "of an element across renames, mean one element."
    ),
    instead=(
        "Give the newer element an id of its own. Never give it the id of one that was removed."
    ),
    examples=(
        Example(
            title="an id copied with its field",
            new=_TWICE,
            strikes=("orders.amount",),
        ),
        Example(
            title="each has its id",
            new=_APART,
        ),
    ),
    judge=OnElement(
        (
            Contract,
            SchemaObject,
            Field,
            Team,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
