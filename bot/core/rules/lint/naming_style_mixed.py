"""DC010 naming-style-mixed."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject):
        return ()
    styles: dict[str, list[str]] = {}
    for field in element.properties:
        style = _style(field.name)
        if style:
            styles.setdefault(style, []).append(field.name)
    if len(styles) < 2:  # noqa: PLR2004  # one style is what is wanted
        return ()
    usual = max(styles, key=lambda style: len(styles[style]))
    if len(styles[usual]) < 2:  # noqa: PLR2004  # one name of each style shows no habit
        return ()
    others = [name for style, names in styles.items() if style != usual for name in names]
    message = f"most fields of `{site.path}` are named in {usual}, but not {listing(others)}"
    return (Hit(message=message, key="properties"),)


def _style(name: str) -> str:
    """Return the style that a name shows; "" where it shows none, as one word does."""
    if not name.isascii() or not name.replace("_", "").replace("-", "").isalnum():
        return ""
    if "_" in name.strip("_"):
        if name.islower():
            return "snake_case"
        return "UPPER_CASE" if name.isupper() else "Mixed_Case"
    if "-" in name:
        return "kebab-case"
    if name.islower() or name.isupper() or not name[0].isalpha():
        return ""
    return "camelCase" if name[0].islower() else "PascalCase"


_MIXED = """\
schema:
- name: orders
  properties:
  - {name: order_id, logicalType: string}
  - {name: placed_at, logicalType: timestamp}
  - {name: customerId, logicalType: string}
"""

_ONE = """\
schema:
- name: orders
  properties:
  - {name: order_id, logicalType: string}
  - {name: placed_at, logicalType: timestamp}
  - {name: id, logicalType: string}
"""


NAMING_STYLE_MIXED = Rule(
    id="DC010",
    name="naming-style-mixed",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    summary="The names of an object’s fields are written in more than one style.",
    why="Whoever writes a query has to look up how each name is written.",
    instead=(
        "Use one style in an object. A rename breaks readers: mend it in the next major version."
    ),
    examples=(
        Example(
            title="`customerId` among names like `order_id`",
            new=_MIXED,
            strikes=("orders",),
        ),
        Example(
            title="one style",
            new=_ONE,
        ),
    ),
    judge=OnElement((SchemaObject,), _judge),
    no_mirror="a fault of a text has no opposite",
)
