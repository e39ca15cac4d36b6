"""Reads what old states of contracts say about the life of their elements."""

from __future__ import annotations

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.model import Contract
from bot.core.contract.version_2 import is_version_2
from bot.core.deprecation.skeleton import skeleton
from bot.core.deprecation.standing import Standing, standing
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.life import Known, Named
from bot.core.history.snapshot import Blob
from bot.core.versions import release_line

_BEYOND_READING = frozenset((ErrorCode.BROKEN_REPOSITORY, ErrorCode.SHALLOW_CLONE))


class Standings:
    """The states that blobs hold, each read once.

    A state counts that the standard's schema would refuse: Git proves the flag in it, whatever
    else is wrong. Text that is no YAML, or no contract, tells nothing.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[str, Standing | None] = {}

    def of(self, blob: Blob | None) -> Standing | None:
        """Return what a blob says; None where nobody can read it."""
        if blob is None:
            return None
        if blob.id not in self._known:
            data = data_of(self._repository, blob)
            found = None if data is None else contract_in(data, blob.path)
            self._known[blob.id] = None if found is None else standing(found)
        return self._known[blob.id]

    def know(self, blob: Blob) -> Known:
        """Return who lies in a blob."""
        found = self.of(blob)
        return None if found is None else Named(found.id, release_line(found.version))

    def may_hold(self, blob: Blob, word: bytes) -> bool:
        """Tell whether a blob may say a word: it does literally, or it has a backslash."""
        data = data_of(self._repository, blob)
        return data is not None and (word in data or b"\\" in data)


def data_of(repository: Repository, blob: Blob) -> bytes | None:
    """Return the bytes of a blob; None for a link, or for what is too large to be a contract."""
    try:
        return repository.read(blob)
    except StewardError as error:
        if any(fault.code in _BEYOND_READING for fault in error.faults):
            raise
        return None


def marked(data: bytes) -> bool:
    r"""Tell whether a text may call anything deprecated.

    YAML can write the word in no other way than literally, or with a backslash.
    """
    return b"deprecat" in data.lower() or b"\\" in data


def contract_in(data: bytes, file: str) -> Contract | None:
    """Return what a text says of a contract's names and deprecations.

    Of a contract of the form v3 whether its schema takes it or not, of an older one only if it
    does. None for what is no YAML, or no contract.
    """
    try:
        document = read_yaml(data, file)
    except StewardError:
        return None
    root = document.root
    identity = root.get("id", root.get("uuid"))
    if root.get("kind") == "DataProduct" or not isinstance(identity, str):
        return None
    if not is_version_2(root):
        return skeleton(root, file, identity)
    try:
        found = read(data, file)
    except StewardError:
        return None
    return found if isinstance(found, Contract) else None
