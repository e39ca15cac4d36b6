"""DC933 version-decreased."""

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
    if before is None or after is None or grown(before, after) is not None:
        return
    wanted = next_version(old.version, max(release.required, Bump.PATCH))
    yield Hit(
        message=f"{old.version} became {new.version}",
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

_BACK = """\
version: 1.3.0
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
"""

_NEXT = """\
version: 1.4.1
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
"""


VERSION_DECREASED = Rule(
    id="DC933",
    name="version-decreased",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The version went back.",
    why=(
        "Whoever has the higher version never sees the change, and a release of that name may "
        "exist already."
    ),
    instead=(
        "Run `steward bump` on the file; to take a change back, release the old content as a "
        "new version."
    ),
    examples=(
        Example(
            title="from 1.4 to 1.3",
            old=_OLD,
            new=_BACK,
            strikes=("",),
        ),
        Example(
            title="forward",
            old=_OLD,
            new=_NEXT,
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="the opposite is what is wanted",
)
