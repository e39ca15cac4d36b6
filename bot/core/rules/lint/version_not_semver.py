"""DC050 version-not-semver."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.text import shortened
from bot.core.versions import parse


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or parse(element.version) is not None:
        return ()
    if has_variable(element.version):
        return ()
    likely = _likely(element.version)
    hint = f'Write `version: "{likely}"`.' if likely else None
    message = f"the version `{shortened(element.version)}` is not a semantic version"
    return (Hit(message=message, key="version", hint=hint),)


_LOOSE = re.compile(r"[vV]?0*(\d{1,9})(?:\.0*(\d{1,9}))?(?:\.0*(\d{1,9}))?", re.ASCII)


def _likely(version: str) -> str | None:
    found = _LOOSE.fullmatch(version.strip())
    return ".".join(part or "0" for part in found.groups()) if found else None


_SHORT = """\
version: v1.4
"""

_WHOLE = """\
version: 1.4.0
"""


VERSION_NOT_SEMVER = Rule(
    id="DC050",
    name="version-not-semver",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The version of the contract is not a semantic version.",
    why="Nobody can tell from it whether an update is safe, and no next version can be named.",
    instead='Write three numbers, in quotes: `version: "1.4.0"` (semver.org).',
    examples=(
        Example(
            title="two numbers and a letter",
            new=_SHORT,
            strikes=("",),
        ),
        Example(
            title="three numbers",
            new=_WHOLE,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
