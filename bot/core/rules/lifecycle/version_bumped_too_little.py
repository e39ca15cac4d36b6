"""DC931 version-bumped-too-little."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnRelease, Release, Rule
from bot.core.versions import grown, next_version, parse


def _judge(release: Release) -> Iterator[Hit]:
    old, new = release.old, release.new
    if old is None or new is None or not release.changed:
        return
    before, after = parse(old.version), parse(new.version)
    if before is None or after is None or grown(before, after) in (None, Bump.NONE):
        return
    wanted = parse(next_version(old.version, release.required) or "")
    if wanted is None or after.finalize_version() >= wanted:
        return
    yield Hit(
        message=(
            f"{old.version} became {new.version}, and the change is a {release.required.word} one"
        ),
        key="version",
        before=old.version,
        after=new.version,
        hint=f"Run `steward bump {new.file}`, or write `version: {wanted}`.",
    )


_OLD = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
  - {name: note, logicalType: string}
"""

_MINOR = """\
version: 1.5.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
"""

_MAJOR = """\
version: 2.0.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
"""


VERSION_BUMPED_TOO_LITTLE = Rule(
    id="DC931",
    name="version-bumped-too-little",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The version grew less than the change demands.",
    why=(
        "Consumers update within a major version without looking: they trust that nothing breaks."
    ),
    instead="Run `steward bump` on the file.",
    examples=(
        Example(
            title="a field less in a minor version",
            old=_OLD,
            new=_MINOR,
            strikes=("",),
        ),
        Example(
            title="in a major version",
            old=_OLD,
            new=_MAJOR,
        ),
    ),
    judge=OnRelease(_judge),
    mirror="version-bumped-too-much",
)
