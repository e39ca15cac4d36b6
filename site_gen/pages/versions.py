"""The changelog of a contract, and the page that compares two of its versions."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from bot.core.finding import Finding
from site_gen.line_diff import hunks
from site_gen.page import Page
from site_gen.paths import changelog_path, diff_path
from site_gen.scene import Scene
from site_gen.story import Delta, Story
from site_gen.words import Words


def changelog_page(scene: Scene, story: Story, newest: int) -> Page:
    """Return what each version changed, the highest first, with what breaks on top.

    `newest` is of how many versions each two have a page that compares them.
    """
    entry = story.entry
    return scene.page(
        "changelog.html",
        changelog_path(entry.id),
        {"story": story, "entry": entry, "picks": _picks(story, newest)},
        title=scene.t("changelog.of", name=entry.title),
    )


def _picks(story: Story, newest: int) -> dict[str, str]:
    """Return the folder of each comparison beside the changelog, by its two versions."""
    start = len(changelog_path(story.entry.id)) - len("changelog")
    return {
        f"{old.version} {new.version}": diff_path(story.entry.id, old.version, new.version)[start:]
        for old, new in story.pairs(newest)
    }


def diff_page(scene: Scene, story: Story, delta: Delta) -> Page:
    """Return the comparison of two versions: by meaning, as facts, and line by line."""
    old, new = delta.old.version, delta.new.version
    return scene.page(
        "diff.html",
        diff_path(story.entry.id, old, new),
        {
            "entry": story.entry,
            "delta": delta,
            "groups": _groups(delta.findings),
            "hunks": hunks(delta.old.text, delta.new.text),
            "subject": partial(subject_words, scene.t),
        },
        title=f"{story.entry.title} {old} → {new}",
    )


def _groups(findings: tuple[Finding, ...]) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Return the findings by weight; they come weightiest first."""
    return tuple(
        (word, tuple(found)) for word, found in groupby(findings, key=lambda one: one.weight.word)
    )


def subject_words(t: Words, subject: str) -> str:
    """Return what a change is about: `field added`, or an attribute of a kind of element."""
    kind, dot, attribute = subject.partition(".")
    if dot:
        return f"{t.term('kind', kind)}: {attribute.removeprefix('logicalTypeOptions.')}"
    for deed in ("added", "removed", "renamed", "reordered"):
        if subject.endswith(f" {deed}"):
            return t(f"deed.{deed}", kind=t.term("kind", subject.removesuffix(f" {deed}")))
    return subject
