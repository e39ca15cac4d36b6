"""DC076 privacy-tag-unclassified."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.personal import is_personal, is_privacy_tag
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.tags or element.classification:
        return ()
    found = [tag for tag in element.tags if is_privacy_tag(tag)]
    if not found or is_personal(element.name):
        return ()
    message = f"`{site.path}` has the tag {listing(found)}, and no classification"
    return (Hit(message=message, key="tags"),)


_TAG = """\
schema:
- name: orders
  properties:
  - {name: note, logicalType: string, tags: [pii]}
"""

_BOTH = """\
schema:
- name: orders
  properties:
  - {name: note, logicalType: string, tags: [pii], classification: confidential}
"""


PRIVACY_TAG_UNCLASSIFIED = Rule(
    id="DC076",
    name="privacy-tag-unclassified",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A field is tagged as private data and has no classification.",
    why="Access rules follow the classification, not the tag.",
    instead="Add `classification`, in the words of the policy.",
    examples=(
        Example(
            title="a tag alone",
            new=_TAG,
            strikes=("orders.note",),
        ),
        Example(
            title="a tag and a classification",
            new=_BOTH,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
