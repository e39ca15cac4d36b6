"""DC809 tags-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.diff.privacy import privacy_tags
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if not any(privacy_tags(change)):
        yield Hit(message=f"the tags of `{change.place.path or 'the contract'}` changed")


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


_TWO = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, tags: [crm, mail]}
"""

_TURNED = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, tags: [mail, crm]}
"""


TAGS_CHANGED = Rule(
    id="DC809",
    name="tags-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="Tags changed.",
    why=("Tags help to find things; those that mark personal data have rules of their own."),
    instead="Nothing to do.",
    examples=(
        Example(
            title="a tag appears",
            old=_BARE,
            new=_CRM,
            strikes=("customers.email",),
        ),
        Example(
            title="a tag of personal data, which has rules of its own",
            old=_CRM,
            new=_PII,
        ),
        Example(
            title="the same tags in another order",
            old=_TWO,
            new=_TURNED,
        ),
    ),
    judge=OnChange(
        (
            "contract.tags",
            "object.tags",
            "field.tags",
            "team.tags",
            "team member.tags",
            "quality rule.tags",
            "verified statement.tags",
            "context constraint.tags",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
