"""DC807 privacy-tag-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.diff.privacy import privacy_tags
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    for tag in privacy_tags(change)[0]:
        yield Hit(message=f"the tag `{tag}` was removed from `{change.place.path}`")


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


PRIVACY_TAG_REMOVED = Rule(
    id="DC807",
    name="privacy-tag-removed",
    plane=Plane.GOVERNANCE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="A tag that marks personal or sensitive data was removed.",
    why=("Masking, retention and access rules that select by the tag no longer find the data."),
    instead="Keep the tag until whoever answers for data protection has agreed.",
    examples=(
        Example(
            title="`pii` goes",
            old=_PII,
            new=_BARE,
            strikes=("customers.email",),
        ),
        Example(
            title="another tag goes",
            old=_CRM,
            new=_BARE,
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
    mirror="privacy-tag-added",
)
