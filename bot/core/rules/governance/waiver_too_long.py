"""DC877 waiver-too-long."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.waivers import Use
from bot.core.rule import Example, OnWaiver, Rule


def _judge(use: Use) -> Iterator[Hit]:
    if use.waiver.expires > use.latest:
        yield Hit(
            message=f"the waiver of {use.waiver} ends on {use.waiver.expires}, more than"
            f" {use.limits.max_days} days from now",
            after=str(use.waiver.expires),
            hint=f"Write `expires: {use.latest}` or an earlier day.",
        )


_LONG = """\
name: Orders
---
# example.waivers.yaml
waivers:
- rule: owner-missing
  reason: Nobody wants it.
  owner: ada
  expires: 2099-12-31
"""

_SHORT = _LONG.replace("2099-12-31", "2026-09-28")


WAIVER_TOO_LONG = Rule(
    id="DC877",
    name="waiver-too-long",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="A waiver ends later than the policy allows.",
    why="An exception without an end is another rule, and rules stand in the policy.",
    instead="Choose a day within the bound `waivers.maxDays` of the policy, 180 days by default.",
    examples=(
        Example(title="seventy years", new=_LONG, today="2026-04-01", strikes=("",)),
        Example(title="180 days", new=_SHORT, today="2026-04-01"),
    ),
    judge=OnWaiver(_judge),
    no_mirror="a waiver may be as short as one likes",
)
