"""DC940 element-removed-undeprecated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.deprecation.elements import Sort
from bot.core.deprecation.evidence import Never, Parting
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule


def _judge(release: Release) -> Iterator[Hit]:
    for parting in release.evidence.partings:
        if isinstance(parting.proof, Never):
            yield Hit(
                message=f"{_goes(parting, release)}, and was never deprecated",
                path=parting.path,
                base=parting.base,
                where=parting.where,
                hint=_hint(parting, release),
            )


def _goes(parting: Parting, release: Release) -> str:
    if parting.sort is not Sort.CONTRACT:
        return f"the {parting.sort} `{parting.path}` goes"
    return "the contract is deleted" if release.new is None else "the contract is retired"


def _hint(parting: Parting, release: Release) -> str:
    asked = f"it may go {release.evidence.window} after that is merged"
    match parting.sort:
        case Sort.CONTRACT | Sort.LINE:
            told = "write `status: deprecated`"
        case Sort.OBJECT | Sort.FIELD:
            told = "write `deprecated: true` on it"
        case Sort.VALUE:
            told = "give it the tag `deprecated`"
    return f"Keep it, and {told}; {asked}."


_BOTH = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number}
"""

_DEPRECATED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number, deprecated: true}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
"""

_DRAFT = f"""\
status: draft
{_BOTH}"""


ELEMENT_REMOVED_UNDEPRECATED = Rule(
    id="DC940",
    name="element-removed-undeprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="Something was removed that the default branch never called deprecated.",
    why=(
        "Nobody was warned: whoever reads it finds out when a query fails. A greater version"
        " number tells that something broke, and gives no time to prepare."
    ),
    instead=(
        "Deprecate it first, and remove it when the window of the policy is over. What was never"
        " more than a draft, or a version 0.x, may go at once."
    ),
    examples=(
        Example(
            title="a field goes without a word",
            history=(Chapter(day="2026-01-12", text=_BOTH),),
            old=_BOTH,
            new=_NET,
            today="2026-06-01",
            strikes=("orders.amount",),
        ),
        Example(
            title="a field that has been deprecated for months",
            history=(
                Chapter(day="2026-01-12", text=_BOTH),
                Chapter(day="2026-02-02", text=_DEPRECATED),
            ),
            old=_DEPRECATED,
            new=_NET,
            today="2026-06-01",
        ),
        Example(
            title="a field of a draft",
            history=(Chapter(day="2026-01-12", text=_DRAFT),),
            old=_DRAFT,
            new=f"status: draft\n{_NET}",
            today="2026-06-01",
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="what comes needs no warning",
)
