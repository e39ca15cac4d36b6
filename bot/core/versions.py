"""Semantic versions of contracts: what grew, what must grow, the smallest honest next one.

Source: Semantic Versioning 2.0.0 (semver.org), clauses 2, 4 and 6 to 11.
"""

from __future__ import annotations

import re

from bot.core.contract.model import Contract
from bot.core.finding import Bump

_SEMVER = re.compile(
    r"(?P<major>0|[1-9]\d{0,17})\.(?P<minor>0|[1-9]\d{0,17})\.(?P<patch>0|[1-9]\d{0,17})"
    r"(?:-(?P<pre>(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*))?"
    r"(?:\+(?P<build>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?",
    re.ASCII,
)
"""The grammar of semver.org; a number has at most 18 digits, so that nothing overflows."""

Parsed = tuple[int, int, int, tuple[tuple[int, int, str], ...]]
UNSTABLE = frozenset(("draft", "proposed"))
"""Statuses under which nothing is promised yet."""


def parse(version: str) -> Parsed | None:
    """Return (major, minor, patch, pre-release key), or None where it is not semver.

    The key orders as clause 11 says: a release after each of its pre-releases. Build metadata
    does not take part (clause 10).
    """
    found = _SEMVER.fullmatch(version) if len(version) <= _LONGEST else None
    if found is None:
        return None
    numbers = (int(found["major"]), int(found["minor"]), int(found["patch"]))
    return (*numbers, _precedence(found["pre"]))


_LONGEST = 256


def _precedence(pre: str | None) -> tuple[tuple[int, int, str], ...]:
    if pre is None:
        return ((2, 0, ""),)
    parts = pre.split(".")
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)


def grown(old: Parsed, new: Parsed) -> Bump | None:
    """Return the part of the version that grew; NONE where equal, None where it went back."""
    if new < old:
        return None
    for index, bump in enumerate((Bump.MAJOR, Bump.MINOR, Bump.PATCH)):
        if new[index] != old[index]:
            return bump
    return Bump.NONE if new == old else Bump.PATCH


def honest(required: Bump, old: Contract) -> Bump:
    """Return the bump that a required one means for this contract.

    A version 0.x (clause 4) and a contract that is still a draft or proposed may break in a
    minor.
    """
    parsed = parse(old.version)
    unstable = (old.status or "").strip().lower() in UNSTABLE
    if required is Bump.MAJOR and (unstable or (parsed is not None and parsed[0] == 0)):
        return Bump.MINOR
    return required


def next_version(old: str, bump: Bump) -> str | None:
    """Return the smallest version after `old` that grows by `bump`; None if `old` is no semver.

    A pre-release goes to its own release where that is growth enough: 2.0.0-rc.1 → 2.0.0.
    """
    parsed = parse(old)
    if parsed is None or bump is Bump.NONE:
        return old if parsed else None
    major, minor, patch, pre = parsed
    if pre != ((2, 0, ""),):
        settled = Bump.MAJOR if minor == patch == 0 else Bump.MINOR if patch == 0 else Bump.PATCH
        if settled >= bump:
            return f"{major}.{minor}.{patch}"
    match bump:
        case Bump.MAJOR:
            return f"{major + 1}.0.0"
        case Bump.MINOR:
            return f"{major}.{minor + 1}.0"
        case _:
            return f"{major}.{minor}.{patch + 1}"


def release_line(version: str) -> int | None:
    """Return the major version that names a contract's release line; None if not semver."""
    parsed = parse(version)
    return None if parsed is None else parsed[0]
