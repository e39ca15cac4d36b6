"""DC808 privacy-tag-added."""

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
            for tag in sorted(after - before):
                yield Hit(message=f"the tag `{tag}` was added to `{change.place.path}`")
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
