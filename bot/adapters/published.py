"""Which versions of a contract were released, and what they said: by tags, else by history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.adapters.git import Repository
from bot.adapters.living import Living
from bot.adapters.reading import read
from bot.core.contract.model import Contract
from bot.core.errors import StewardError
from bot.core.history.snapshot import Blob
from bot.core.release.content import content_hash
from bot.core.release.tag_names import tag_name
from bot.core.versions import parse


def by_contract(tags: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """Return the commits of tags such as `orders/v1.4.0`, by what comes before the version."""
    found: dict[str, dict[str, str]] = {}
    for tag, commit in tags.items():
        head, mark, version = tag.rpartition("/v")
        if mark:
            found.setdefault(f"{head}{mark}", {})[version] = commit
    return found


class Published:
    """The released versions of contracts in one repository."""

    def __init__(
        self, repository: Repository, living: Living, tagged: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._repository = repository
        self._living = living
        self._tagged = tagged

    def of(self, contract: Contract, versions: Sequence[str]) -> Mapping[str, str] | None:
        """Return the released versions, with the hashes of those that are asked for.

        Tags tell, where the contract has any. Without them history is asked, and only for a
        version that is not above the one that is there: a higher one can be no old one.
        """
        tags = self._tagged.get(tag_name(contract.id, ""), {})
        if tags:
            return {
                version: self._tagged_hash(contract, commit) if version in versions else ""
                for version, commit in tags.items()
            }
        if all(_above(version, contract.version) for version in versions):
            return None
        return self._by_history(contract) or None

    def _tagged_hash(self, contract: Contract, commit: str) -> str:
        """Return the hash of a contract as it was at a commit; empty where it cannot be read."""
        blob = self._living.find(contract, commit)
        return "" if blob is None else self._hash(blob, contract.id)

    def _by_history(self, contract: Contract) -> dict[str, str]:
        """Return the last state under each version that any commit of the line left there."""
        found: dict[str, str] = {}
        for blob in self._living.blobs(contract):
            known = self._contract(blob, contract.id)
            if known is not None:
                found.setdefault(known.version, content_hash(known))
        return found

    def _hash(self, blob: Blob, identity: str) -> str:
        known = self._contract(blob, identity)
        return "" if known is None else content_hash(known)

    def _contract(self, blob: Blob, identity: str) -> Contract | None:
        try:
            found = read(self._repository.read(blob), blob.path)
        except StewardError:
            return None
        return found if isinstance(found, Contract) and found.id == identity else None


def _above(version: str, base: str) -> bool:
    """Tell whether a version is the one there, or follows it."""
    wanted, there = parse(version), parse(base)
    if wanted is None or there is None:
        return version == base
    return version == base or wanted > there
