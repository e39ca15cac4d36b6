"""Semantic versions of contracts: what grew, what must grow, the smallest honest next one.

Source: Semantic Versioning 2.0.0 (semver.org), clauses 2, 4 and 6 to 11.
"""

from __future__ import annotations

from bot.core.contract.model import Contract
from bot.core.finding import Bump
from bot.core.semantic_version import Version

UNSTABLE = frozenset(("draft", "proposed"))
"""Statuses under which nothing is promised yet."""
_LONGEST = 256


def parse(version: str) -> Version | None:
    """Return the version, or None where the text is not semver (`1.0`, `v1.2.3`, `01.2.3`)."""
    if len(version) > _LONGEST:
        return None
    try:
        return Version.parse(version)
    except ValueError:
        return None


def grown(old: Version, new: Version) -> Bump | None:
    """Return the part of the version that grew; NONE where equal, None where it went back.

    Build metadata does not count (clause 10); a step between pre-releases of one version is PATCH.
    """
    if new < old:
        return None
    for bump in (Bump.MAJOR, Bump.MINOR, Bump.PATCH):
        if getattr(new, bump.word) != getattr(old, bump.word):
            return bump
    return Bump.NONE if new.compare(old) == 0 else Bump.PATCH


def is_honest(old: str, new: str, required: Bump) -> bool:
    """Tell whether a version grew from another as much as is required; no if one is no semver."""
    before, after = parse(old), parse(new)
    if before is None or after is None:
        return False
    growth = grown(before, after)
    return growth is not None and growth >= required


def honest(required: Bump, old: Contract) -> Bump:
    """Return the bump that a required one means for this contract.

    A version 0.x (clause 4) and a contract that is still a draft or proposed may break in a
    minor.
    """
    version = parse(old.version)
    unstable = (old.status or "").strip().lower() in UNSTABLE
    if required is Bump.MAJOR and (unstable or (version is not None and version.major == 0)):
        return Bump.MINOR
    return required


def next_version(old: str, bump: Bump) -> str | None:
    """Return the smallest version after `old` that grows by `bump`; None if `old` is no semver.

    A pre-release goes to its own release where that is growth enough: 2.0.0-rc.1 → 2.0.0.
    """
    version = parse(old)
    if version is None:
        return None
    return old if bump is Bump.NONE else str(version.next_version(bump.word))


def release_line(version: str) -> int | None:
    """Return the major version that names a contract's release line; None if not semver."""
    parsed = parse(version)
    return None if parsed is None else parsed.major
