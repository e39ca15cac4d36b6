"""DC934 first-version-unusual."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnRelease, Release, Rule
from bot.core.versions import parse


def _judge(release: Release) -> Iterator[Hit]:
    new = release.new
    if release.old is not None or new is None:
        return
    version = parse(new.version)
    if version is None or version.major == 0 or (version.minor == 0 and version.patch == 0):
        return
    message = f"the contract is new, and begins with version {new.version}"
    yield Hit(message=message, key="version", after=new.version)


_ODD = """\
version: 1.3.2
"""

_FIRST = """\
version: 1.0.0
"""


FIRST_VERSION_UNUSUAL = Rule(
    id="DC934",
    name="first-version-unusual",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary="A new contract does not begin with a first version.",
    why="It looks as if there had been releases before, which nobody will find.",
    instead=(
        "Begin with 1.0.0, with 0.1.0 while it is a draft, or with the `.0.0` of a new major "
        "version."
    ),
    examples=(
        Example(
            title="it begins in the middle",
            new=_ODD,
            strikes=("",),
        ),
        Example(
            title="it begins with 1.0.0",
            new=_FIRST,
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="a contract that ends has rules of its own",
)
