"""DC930 version-not-bumped."""

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
    if before is None or after is None or grown(before, after) is not Bump.NONE:
        return
    required = release.required
    if required is Bump.NONE:
        if old.version != new.version:
            return
        required = Bump.PATCH
    wanted = next_version(old.version, required)
    yield Hit(
        message=f"the contract changed, and its version is still {old.version}",
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
"""

_SAME = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
  - {name: note, logicalType: string}
"""

_NEXT = """\
version: 1.5.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
  - {name: note, logicalType: string}
"""


VERSION_NOT_BUMPED = Rule(
    id="DC930",
    name="version-not-bumped",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The contract changed and its version did not.",
    why=(
        "Two contents have one version: nobody can say which one they read, and the release "
        "cannot be made."
    ),
    instead="Run `steward bump` on the file.",
    examples=(
        Example(
            title="a field more under the old version",
            old=_OLD,
            new=_SAME,
            strikes=("",),
        ),
        Example(
            title="a new minor version",
            old=_OLD,
            new=_NEXT,
        ),
    ),
    judge=OnRelease(_judge),
    mirror="version-bumped-too-much",
)
