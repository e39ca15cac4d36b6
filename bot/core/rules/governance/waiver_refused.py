"""DC878 waiver-refused."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.waivers import Use
from bot.core.rule import Example, OnWaiver, Rule
from bot.core.wording import listing


def _judge(use: Use) -> Iterator[Hit]:
    if use.refused:
        yield Hit(message=f"no waiver may cover {listing(use.refused)}", after=list(use.refused))


_VERSION = """\
name: Orders
---
# example.waivers.yaml
waivers:
- rule: version-bumped-too-little
  reason: It is only a small break.
  owner: ada
  expires: 2026-04-30
"""

_OWNER = """\
name: Orders
---
# example.waivers.yaml
waivers:
- rule: owner-missing
  reason: The new team begins in April.
  owner: ada
  expires: 2026-04-30
"""


WAIVER_REFUSED = Rule(
    id="DC878",
    name="waiver-refused",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="A waiver names a rule that no waiver may cover.",
    why=(
        "Consumers see from the version that something breaks: an excuse for the break is none for "
        "the version. The policy may name more such rules in `waivers.never`."
    ),
    instead="Mend what the rule says, and delete the entry.",
    examples=(
        Example(
            title="a break under a minor version",
            new=_VERSION,
            today="2026-04-01",
            strikes=("",),
        ),
        Example(title="a fault of the text", new=_OWNER, today="2026-04-01"),
    ),
    judge=OnWaiver(_judge),
    no_mirror="what may be waived is no fault",
)
