"""DC845 documentation-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Added, Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    where = f"of `{change.place.path}`" if change.place.path else "of the contract"
    match change:
        case Changed(attribute="tenant", old=old, new=new) if not _respelled(old, new):
            return
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} {where} changed")
        case Added():
            yield Hit(message=f"`{change.place.path}` was added")
        case _:
            yield Hit(message=f"`{change.place.path}` was removed")


def _respelled(old: object, new: object) -> bool:
    """Tell whether a tenant has the same name in another case: tenant-changed tells the others."""
    return str(old or "").lower() == str(new or "").lower()


_BARE = """\
name: Orders
"""

_NAMED = """\
name: All orders
"""

_DOMAIN = """\
name: Orders
domain: sales
"""


_TENANT = """\
tenant: Acme
"""

_TENANT_LOWER = """\
tenant: acme
"""


DOCUMENTATION_CHANGED = Rule(
    id="DC845",
    name="documentation-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="Words for people changed.",
    why="The data are the same.",
    instead="Nothing to do: a patch.",
    examples=(
        Example(
            title="another name",
            old=_BARE,
            new=_NAMED,
            strikes=("",),
        ),
        Example(
            title="the tenant in another case",
            old=_TENANT,
            new=_TENANT_LOWER,
            strikes=("",),
        ),
        Example(
            title="a domain is set",
            old=_BARE,
            new=_DOMAIN,
        ),
    ),
    judge=OnChange(
        (
            "contract.name",
            "contract.dataProduct",
            "description added",
            "description removed",
            "description.purpose",
            "object.businessName",
            "object.description",
            "field.businessName",
            "field.description",
            "field.transformDescription",
            "server.description",
            "role.description",
            "synonym added",
            "synonym.id",
            "synonym.description",
            "synonym.locale",
            "synonym.source",
            "synonym.status",
            "role.id",
            "server.id",
            "price.id",
            "contract.tenant",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
