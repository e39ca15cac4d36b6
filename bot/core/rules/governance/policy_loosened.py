"""DC870 policy-loosened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.wishes import MODE, Refusal
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(_element: Element, site: Site) -> Iterator[Hit]:
    for refusal in site.policy.refused if site.policy else ():
        wish = refusal.wish
        yield Hit(
            message=f"`{wish.property}` asks for {wish.value}, and the policy for more:"
            f" {_held(refusal)} holds",
            path=f"customProperties[{wish.index}]",
            where=wish.place,
            before=str(refusal.holds),
            after=str(wish.value),
            hint=f"Ask for {refusal.holds} or more, or delete the property;"
            f" what the policy asks for stands in {refusal.source}.",
        )


def _held(refusal: Refusal) -> str:
    if refusal.wish.property == MODE:
        return f"`{refusal.holds}`"
    unit = "days" if refusal.wish.property.endswith("Days") else "releases"
    return f"{refusal.holds} {unit}"


_LOOSE = """\
customProperties:
- {property: compatibilityMode, value: none}
- {property: deprecationWindowDays, value: 30}
"""

_TIGHT = """\
customProperties:
- {property: compatibilityMode, value: full-transitive}
- {property: deprecationWindowDays, value: 180}
"""


POLICY_LOOSENED = Rule(
    id="DC870",
    name="policy-loosened",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="The contract asks for less than the policy demands.",
    why="It has no effect, and whoever reads the contract believes that it has.",
    instead=(
        "Ask for as much as the policy or more, or delete the property. Only the policy itself can "
        "demand less, for a domain or a path."
    ),
    examples=(
        Example(
            title="no compatibility, and a window of 30 days where the policy asks for 90",
            new=_LOOSE,
            strikes=("customProperties[0]", "customProperties[1]"),
        ),
        Example(title="more than the policy asks for", new=_TIGHT),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="to ask for more is granted",
)
