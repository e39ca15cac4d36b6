"""DC876 waiver-unused."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.waivers import Use
from bot.core.rule import Example, OnWaiver, Rule


def _judge(use: Use) -> Iterator[Hit]:
    if use.meant or not (use.expired or use.sought):
        return
    end = f" ended on {use.waiver.expires} and" if use.expired else ""
    yield Hit(
        message=f"the waiver of {use.waiver}{end} covers nothing",
        hint="Delete the entry; if it should cover something, compare its rule and its path, and"
        " see that it stands beside its contract.",
    )


_UNUSED = """\
team: {name: sales-data}
---
# example.waivers.yaml
waivers:
- rule: owner-missing
  reason: The new team begins in April.
  owner: ada
  expires: 2026-04-30
"""

_USED = """\
name: Orders
---
# example.waivers.yaml
waivers:
- rule: owner-missing
  reason: The new team begins in April.
  owner: ada
  expires: 2026-04-30
"""


WAIVER_UNUSED = Rule(
    id="DC876",
    name="waiver-unused",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A waiver covers nothing.",
    why="It waits for the next fault of its kind, and would excuse what nobody has looked at.",
    instead="Delete the entry.",
    examples=(
        Example(
            title="what was waived is mended",
            new=_UNUSED,
            today="2026-04-01",
            strikes=("",),
        ),
        Example(title="a waiver that is needed", new=_USED, today="2026-04-01"),
    ),
    judge=OnWaiver(_judge),
    mirror="waiver-expired",
)
