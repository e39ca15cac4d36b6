"""DC946 released-content-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.release.content import content_hash
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule
from bot.core.text import shortened
from bot.core.versions import parse


def _judge(release: Release) -> Iterator[Hit]:
    old, new, published = release.old, release.new, release.published
    if old is None or new is None or published is None or parse(new.version) is None:
        return
    known = published.get(new.version)
    same = old.version == new.version
    if known and same and known not in (content_hash(old), content_hash(new)):
        yield Hit(
            message=f"{shortened(new.version)} was released with other content than the default"
            " branch has now",
            key="version",
            before=old.version,
            after=new.version,
            hint=f"Run `steward bump {new.file}` and release what is there as a new version.",
        )


_RELEASED = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_SLIPPED_IN = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: note, logicalType: string}
"""

_FURTHER = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: note, logicalType: string}
  - {name: amount, logicalType: number}
"""


RELEASED_CONTENT_CHANGED = Rule(
    id="DC946",
    name="released-content-changed",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The default branch says something else than was released under the same version.",
    why=(
        "Whoever has the release and whoever reads the file hold two contracts of one name. It"
        " got there past the review: by a push, or by a merge that nobody judged."
    ),
    instead="Release the content that is there as a new version.",
    examples=(
        Example(
            title="a field slipped in without a version",
            history=(
                Chapter(day="2026-01-12", text=_RELEASED, tagged=True),
                Chapter(day="2026-02-02", text=_SLIPPED_IN),
            ),
            old=_SLIPPED_IN,
            new=_FURTHER,
            strikes=("",),
        ),
        Example(
            title="the file is what was released",
            history=(Chapter(day="2026-01-12", text=_RELEASED, tagged=True),),
            old=_RELEASED,
            new=_RELEASED,
        ),
    ),
    judge=OnRelease(_judge),
    mirror="version-released-before",
)
