"""DC872 policy-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.errors import Location
from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.policy.step import PolicyStep
from bot.core.rule import Example, OnPolicy, Rule


def _judge(step: PolicyStep) -> Iterator[Hit]:
    if step.old.file and not step.new.file:
        yield Hit(
            message="the policy file is removed: the defaults would hold",
            where=Location(SETTINGS_FILE),
        )
    for change in step.changes():
        yield Hit(
            message=f"the policy changes `{change.setting}`{_later(change.setting)}",
            path=change.setting,
            before=change.before,
            after=change.after,
            where=change.where,
        )


def _later(setting: str) -> str:
    if setting != "contracts":
        return ""
    return ": contracts in new places are judged once it is merged, from their next change on"


_STRICT = """\
# .github/contract-steward.yml
compatibility: full
board: ["@acme/board"]
deprecation: {window: 90}
"""

_LOOSE = """\
# .github/contract-steward.yml
compatibility: none
board: ["@acme/board"]
deprecation: {window: 7}
"""

_REWRITTEN = """\
# .github/contract-steward.yml
board:
- "@acme/board"
"""


POLICY_CHANGED = Rule(
    id="DC872",
    name="policy-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="A setting of the policy changes.",
    why="From the next review on, every contract is judged by it; this one still by the old one.",
    instead="Change the policy apart from contracts, so that the board sees what it agrees to.",
    examples=(
        Example(
            title="another mode, and a shorter window",
            old=_STRICT,
            new=_LOOSE,
            strikes=("compatibility", "deprecation.window"),
        ),
        Example(title="the same, in other words", old=_STRICT, new=_REWRITTEN),
    ),
    judge=OnPolicy(_judge),
    no_mirror="it is its own opposite",
)
