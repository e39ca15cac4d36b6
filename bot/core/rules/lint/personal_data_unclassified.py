"""DC075 personal-data-unclassified."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.personal import is_personal
from bot.core.rule import Example, OnElement, Rule, Site

_TYPES = frozenset((None, "string", "date", "timestamp", "integer"))


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.classification:
        return ()
    if element.logical_type not in _TYPES or not is_personal(element.name):
        return ()
    message = f"`{site.path}` looks like personal data, and has no classification"
    return (Hit(message=message, key="name"),)


_BARE = """\
schema:
- name: orders
  properties:
  - {name: customer_email, logicalType: string}
"""

_SAID = """\
schema:
- name: orders
  properties:
  - {name: customer_email, logicalType: string, classification: confidential}
  - {name: email_count, logicalType: integer}
"""


PERSONAL_DATA_UNCLASSIFIED = Rule(
    id="DC075",
    name="personal-data-unclassified",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A field that looks like personal data has no classification.",
    why=(
        "Access rules, masking and retention follow the classification: without one the data "
        "are treated like any other."
    ),
    instead=(
        "Add `classification`, in the words of the policy; turn the rule off for a contract "
        "whose data are about no persons."
    ),
    examples=(
        Example(
            title="an address without protection",
            new=_BARE,
            strikes=("orders.customer_email",),
        ),
        Example(
            title="classified, and a mere count",
            new=_SAID,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
