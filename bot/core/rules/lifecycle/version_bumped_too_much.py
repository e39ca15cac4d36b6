"""DC932 version-bumped-too-much."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnRelease, Release, Rule
from bot.core.versions import grown, next_version, parse


def _judge(release: Release) -> Iterator[Hit]:
    old, new = release.old, release.new
    if old is None or new is None:
        return
    before, after = parse(old.version), parse(new.version)
    if before is None or after is None or before.prerelease or _begins(before.major, after.major):
        return
    step = grown(before, after) or Bump.NONE
    if step <= release.required or old.version == new.version:
        return
    wanted = next_version(old.version, release.required)
    enough = "nothing else changed" if wanted == old.version else f"{wanted} would be enough"
    yield Hit(
        message=f"{old.version} became {new.version}, and {enough}",
        key="version",
        before=old.version,
        after=new.version,
    )


def _begins(before: int, after: int) -> bool:
    """Tell whether the version leaves 0.x behind: a decision, not a measure (semver, clause 5)."""
    return before == 0 and after == 1


_OLD = """\
version: 1.4.0
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
  - {name: note, logicalType: string}
"""

_MINOR = """\
version: 1.5.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
  - {name: note, logicalType: string}
"""


VERSION_BUMPED_TOO_MUCH = Rule(
    id="DC932",
    name="version-bumped-too-much",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary="The version grew more than the change demands.",
    why="Consumers expect a break that is not there, and put the update off.",
    instead=(
        "Write the smallest version that the change demands, unless something that the "
        "contract does not say changed as well."
    ),
    examples=(
        Example(
            title="a major version for a new field",
            old=_OLD,
            new=_MAJOR,
            strikes=("",),
        ),
        Example(
            title="a minor version",
            old=_OLD,
            new=_MINOR,
        ),
    ),
    judge=OnRelease(_judge),
    mirror="version-bumped-too-little",
)
