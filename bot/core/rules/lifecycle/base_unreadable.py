"""DC948 base-unreadable."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnRelease, Release, Rule


def _judge(release: Release) -> Iterator[Hit]:
    if release.before is not None:
        yield Hit(
            message=f"what the contract said before cannot be told: {release.before.why}",
            key="id",
            hint=release.before.hint,
        )


_BROKEN = """\
schema: [
"""

_MENDED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
"""


BASE_UNREADABLE = Rule(
    id="DC948",
    name="base-unreadable",
    plane=Plane.LIFECYCLE,
    weight=Weight.UNSURE,
    summary="A file that never could be read became a contract, and may have been one before.",
    why=(
        "A contract that looks new has promised nothing. If the broken file was in use, whatever"
        " this change takes away would go without a word."
    ),
    instead=(
        "Let somebody compare the contract by hand with what it was meant to say, and excuse the"
        " finding by a waiver. In a shallow clone, fetch the whole history first."
    ),
    examples=(
        Example(
            title="a file is mended that never could be read",
            old=_BROKEN,
            new=_MENDED,
            strikes=("",),
        ),
        Example(title="a contract is new", new=_MENDED),
    ),
    judge=OnRelease(_judge),
    no_mirror="what cannot be read at the head is an error of its own",
)
