"""A version as Semantic Versioning 2.0.0 defines it (semver.org, clauses 2 and 9 to 11).

The library `semver` says the same, and the tests hold this to it; loading it takes a tenth of the
time in which two contracts are compared.
"""

from __future__ import annotations

import re
from functools import total_ordering

from bot.core.records import dataclass, replace

_NUMBER = r"(?:0|[1-9][0-9]*)"
_WORD = r"(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
_VERSION = (
    rf"({_NUMBER})\.({_NUMBER})\.({_NUMBER})"
    rf"(?:-({_WORD}(?:\.{_WORD})*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?"
)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A version. Build metadata counts neither for equality nor for the order (clause 10)."""

    major: int
    minor: int
    patch: int
    prerelease: str | None = None
    build: str | None = None

    @classmethod
    def parse(cls, text: str) -> Version:
        """Return the version that a text says. Raises ValueError where it says none."""
        found = re.fullmatch(_VERSION, text)
        if found is None:
            raise ValueError(f"{text} is not a semantic version")
        major, minor, patch, prerelease, build = found.groups()
        return cls(int(major), int(minor), int(patch), prerelease, build)

    def __str__(self) -> str:
        prerelease = "" if self.prerelease is None else f"-{self.prerelease}"
        build = "" if self.build is None else f"+{self.build}"
        return f"{self.major}.{self.minor}.{self.patch}{prerelease}{build}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self._rank == other._rank

    def __lt__(self, other: Version) -> bool:
        return self._rank < other._rank

    def __hash__(self) -> int:
        return hash(self._rank)

    def compare(self, other: Version) -> int:
        """Return -1, 0 or 1 as this version comes before, with or after the other (clause 11)."""
        return (self > other) - (self < other)

    def finalize_version(self) -> Version:
        """Return the release that a pre-release leads to."""
        return replace(self, prerelease=None, build=None)

    def next_version(self, part: str) -> Version:
        """Return the smallest release that grows by "major", "minor" or "patch".

        A pre-release goes to its own release where that is growth enough.
        """
        smaller = {"major": self.minor or self.patch, "minor": self.patch, "patch": 0}[part]
        if self.prerelease is not None and not smaller:
            return self.finalize_version()
        match part:
            case "major":
                return Version(self.major + 1, 0, 0)
            case "minor":
                return Version(self.major, self.minor + 1, 0)
            case _:
                return Version(self.major, self.minor, self.patch + 1)

    @property
    def _rank(self) -> tuple[int, int, int, bool, tuple[tuple[bool, int, str], ...]]:
        words = () if self.prerelease is None else self.prerelease.split(".")
        return (
            self.major,
            self.minor,
            self.patch,
            self.prerelease is None,
            tuple((False, int(w), "") if w.isdecimal() else (True, 0, w) for w in words),
        )
