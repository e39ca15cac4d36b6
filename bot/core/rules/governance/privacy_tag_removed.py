"""DC807 privacy-tag-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule

_PRIVACY = frozenset(
    ("pii", "phi", "gdpr", "rgpd", "personal", "personal-data", "sensitive", "spi")
)


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            before, after = (_PRIVACY & {str(tag).lower() for tag in tags} for tags in (old, new))
            for tag in sorted(before - after):
                yield Hit(message=f"the tag `{tag}` was removed from `{change.place.path}`")
        case _:
            return


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
