"""DC873 codeowners-line-skipped."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterator[Hit]:
    for fault in registry.unowned:
        yield Hit(
            message=f"{fault.message}; {fault.hint}",
            after=fault.excerpt.strip() or None,
            where=fault.where,
        )


_WRONG = """\
domain: sales
---
# .github/CODEOWNERS
contracts/sales/ @grace ada lovelace
"""

_RIGHT = """\
domain: sales
---
# .github/CODEOWNERS
contracts/sales/ @grace ada.lovelace@example.com @acme/sales-data
"""


CODEOWNERS_LINE_SKIPPED = Rule(
    id="DC873",
    name="codeowners-line-skipped",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="CODEOWNERS has a line that GitHub skips.",
    why=(
        "Nobody owns what only this line names, or whoever an earlier line names does: GitHub"
        " passes over a line with a mistake, and asks nobody."
    ),
    instead=(
        "Write a pattern that GitHub knows, and each owner as `@login`, `@organisation/team` or an"
        " e-mail address."
    ),
    examples=(
        Example(title="a name that is no login", new=_WRONG, strikes=("",)),
        Example(title="logins, addresses and teams", new=_RIGHT),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a line that GitHub takes is no fault",
)
