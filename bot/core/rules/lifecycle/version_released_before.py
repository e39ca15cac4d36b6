"""DC947 version-released-before."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.release.content import content_hash
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule
from bot.core.text import shortened
from bot.core.versions import next_version, parse


def _judge(release: Release) -> Iterator[Hit]:
    old, new, published = release.old, release.new, release.published
    if new is None or published is None or (old is not None and old.version == new.version):
        return
    known = published.get(new.version)
    if known and known != content_hash(new):
        yield Hit(
            message=f"{shortened(new.version)} was released before, with other content",
            key="version",
            before=None if old is None else old.version,
            after=new.version,
            hint=f"Write `version: {_free(release)}`: it was never released.",
        )


def _free(release: Release) -> str:
    """Return the smallest version that is honest and above all that were released."""
    versions = [found for text in release.published or {} if (found := parse(text)) is not None]
    newest = str(max(versions)) if versions else "0.0.0"
    return next_version(newest, max(release.required, Bump.PATCH)) or newest


_FIRST = """\
version: 1.3.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_NEXT = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: note, logicalType: string}
"""

_OTHER = """\
version: 1.4.0
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, logicalType: number}
"""

_HISTORY = (
    Chapter(day="2026-01-12", text=_FIRST),
    Chapter(day="2026-02-02", text=_NEXT),
    Chapter(day="2026-02-03", text=_FIRST),
)


VERSION_RELEASED_BEFORE = Rule(
    id="DC947",
    name="version-released-before",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The new version was released before, with other content.",
    why=(
        "Released versions never change: who wrote down that they read 1.4.0 must find what they"
        " read. The second release of the name cannot be made."
    ),
    instead="Write a version that was never released.",
    examples=(
        Example(
            title="1.4.0 was taken back, and comes again as something else",
            history=_HISTORY,
            old=_FIRST,
            new=_OTHER,
            strikes=("",),
        ),
        Example(
            title="1.4.0 comes again as it was",
            history=_HISTORY,
            old=_FIRST,
            new=_NEXT,
        ),
    ),
    judge=OnRelease(_judge),
    mirror="released-content-changed",
)
