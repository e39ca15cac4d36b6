"""A recorded, expiring exception from a rule, and which file holds those of a contract."""

from __future__ import annotations

from datetime import date

from bot.core.errors import Location
from bot.core.records import dataclass

WAIVERS_SUFFIXES = (".waivers.yaml", ".waivers.yml")
CONTRACT_SUFFIXES = (".odcs.yaml", ".odcs.yml", ".odps.yaml", ".odps.yml", ".yaml", ".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """An exception from a rule for one contract.

    It covers a finding that has everything it names: `rule` is the rule's name, `path` the path
    of the element ("" is the contract itself); None is what it does not name. `expires` is the
    last day, in UTC, on which it holds.
    """

    rule: str | None
    fingerprint: str | None
    path: str | None
    reason: str
    owner: str
    expires: date
    where: Location

    @property
    def subject(self) -> tuple[str, str | None, str | None, str | None]:
        """What it is about: two waivers with one subject are one waiver, told twice."""
        return (stem(self.where.file), self.rule, self.fingerprint, self.path)

    def __str__(self) -> str:
        told = self.rule or f"finding {self.fingerprint}"
        return f"`{told}` at `{self.path}`" if self.path else f"`{told}`"


def is_waivers_file(path: str) -> bool:
    """Tell whether a file holds waivers, and is no contract."""
    return path.lower().endswith(WAIVERS_SUFFIXES)


def stem(path: str) -> str:
    """Return the path without the ending that tells what a file holds."""
    lowered = path.lower()
    for suffix in (*WAIVERS_SUFFIXES, *CONTRACT_SUFFIXES):
        if lowered.endswith(suffix):
            return path[: -len(suffix)]
    return path


def waivers_files(contract_file: str) -> tuple[str, ...]:
    """Return where the waivers of a contract may be: beside its file, under the same name."""
    return tuple(stem(contract_file) + suffix for suffix in WAIVERS_SUFFIXES)


def contract_files(waivers_file: str) -> tuple[str, ...]:
    """Return where the contract may be that a file of waivers stands beside."""
    return tuple(stem(waivers_file) + suffix for suffix in CONTRACT_SUFFIXES)
