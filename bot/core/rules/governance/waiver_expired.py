"""DC875 waiver-expired."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.waivers import Use
from bot.core.rule import Example, OnWaiver, Rule


def _judge(use: Use) -> Iterator[Hit]:
    if use.expired and use.meant and not use.refused:
        yield Hit(
            message=f"the waiver of {use.waiver} ended on {use.waiver.expires}, and what it waived"
            " is still there",
            after=str(use.waiver.expires),
            hint=f"Mend what it waived, or ask the board for a later day than {use.today}.",
        )


_EXPIRED = """\
schema:
- name: orders
  properties: [{name: id, logicalType: string}]
---
# example.waivers.yaml
waivers:
- rule: owner-missing
  reason: The new team begins in April.
  owner: ada
  expires: 2026-03-31
"""

_HOLDS = _EXPIRED.replace("2026-03-31", "2026-04-30")


WAIVER_EXPIRED = Rule(
    id="DC875",
    name="waiver-expired",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="A waiver has ended, and what it waived is still there.",
    why="The exception was agreed to for a time, and the time is over.",
    instead="Mend what was waived, or ask the board for a later day.",
    examples=(
        Example(
            title="the day after the last one",
            new=_EXPIRED,
            today="2026-04-01",
            strikes=("",),
        ),
        Example(title="a waiver that still holds", new=_HOLDS, today="2026-04-01"),
    ),
    judge=OnWaiver(_judge),
    mirror="waiver-unused",
)
