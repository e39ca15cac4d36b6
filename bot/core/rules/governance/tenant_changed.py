"""DC821 tenant-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new) if str(old or "").lower() != str(new or "").lower():
            yield Hit(message=f"the tenant changed from `{old or 'none'}` to `{new or 'none'}`")
        case _:
            return


_ACME = """\
tenant: Acme
"""

_OTHER = """\
tenant: Umbrella
"""

_ACME_LOWER = """\
tenant: acme
"""


TENANT_CHANGED = Rule(
    id="DC821",
    name="tenant-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The contract belongs to another organisation.",
    why="Who may read, who pays and whose law holds are decided by the tenant.",
    instead="Have both organisations agree.",
    examples=(
        Example(
            title="another tenant",
            old=_ACME,
            new=_OTHER,
            strikes=("",),
        ),
        Example(
            title="another spelling",
            old=_ACME,
            new=_ACME_LOWER,
        ),
    ),
    judge=OnChange(("contract.tenant",), _judge),
    no_mirror="a change of words is its own opposite",
)
