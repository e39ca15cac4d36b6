"""What one state of a contract says about the life of its elements, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.contract.model import Contract
from bot.core.deprecation.elements import Entry, Key, entries
from bot.core.phases import Phase, phase_of
from bot.core.records import dataclass
from bot.core.versions import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The elements of one state by their names, each with whether it is deprecated and its ids.

    Of two elements with one name both must be deprecated to count.
    """

    id: str
    version: str
    status: str | None
    elements: Mapping[Key, tuple[bool, Key]]
    names: Mapping[Key, Key]
    """The key by names of each key by ids."""

    def find(self, names: Key, ids: Key) -> Key | None:
        """Return the names under which an element of another state stands here.

        It is known by its names, since data are read by them, and else by its ids.
        """
        return names if names in self.elements else self.names.get(ids)

    @property
    def promises(self) -> bool:
        """Whether consumers may rely on this state.

        They may not on a draft, nor on a version 0.x (semver.org, clause 4).
        """
        version = parse(self.version)
        unstable = version is not None and version.major == 0
        return not unstable and phase_of(self.status) not in (Phase.PROPOSED, Phase.DRAFT)

    @property
    def released(self) -> str | None:
        """The version, where it is one that is released: neither a pre-release nor a draft's."""
        version = parse(self.version)
        if version is None or version.prerelease:
            return None
        return None if phase_of(self.status) in (Phase.PROPOSED, Phase.DRAFT) else self.version


def standing(contract: Contract) -> Standing:
    """Return what a contract says about the life of its elements."""
    return standing_of(contract, entries(contract))


def standing_of(contract: Contract, found: Iterable[Entry]) -> Standing:
    """Return the same from its elements."""
    elements: dict[Key, tuple[bool, Key]] = {}
    names: dict[Key, Key] = {}
    for entry in found:
        flag = entry.flag
        twin = elements.get(flag.names)
        covered = entry.covered and (twin is None or twin[0])
        elements[flag.names] = (covered, flag.ids)
        names.setdefault(flag.ids, flag.names)
    return Standing(
        id=contract.id,
        version=contract.version,
        status=contract.status,
        elements=elements,
        names=names,
    )
