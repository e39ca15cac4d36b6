"""DC808 privacy-tag-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.diff.privacy import privacy_tags
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    for tag in privacy_tags(change)[1]:
        yield Hit(message=f"the tag `{tag}` was added to `{change.place.path}`")


_BARE = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string}
"""

_PII = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, tags: [pii]}
"""

_CRM = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, tags: [crm]}
"""


PRIVACY_TAG_ADDED = Rule(
    id="DC808",
    name="privacy-tag-added",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A tag that marks personal or sensitive data was added.",
    why="Consumers may lose access or meet masked values; legal duties grow.",
    instead="Tell the consumers before the controls change.",
    examples=(
        Example(
            title="`pii` appears",
            old=_BARE,
            new=_PII,
            strikes=("customers.email",),
        ),
        Example(
            title="another tag appears",
            old=_BARE,
            new=_CRM,
        ),
    ),
    judge=OnChange(
        (
            "contract.tags",
            "object.tags",
            "field.tags",
        ),
        _judge,
    ),
    mirror="privacy-tag-removed",
)
