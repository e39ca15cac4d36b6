"""Reads what old states of contracts say about the life of their elements."""

from __future__ import annotations

from bot.adapters.git import Repository
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.build import build_contract
from bot.core.contract.migration import migrate
from bot.core.deprecation.standing import Standing, standing
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.life import Bare, Known, Named
from bot.core.history.snapshot import Blob
from bot.core.records import replace
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
        self._bare: dict[str, bool] = {}

    def of(self, blob: Blob | None) -> Standing | None:
        """Return what a blob says; None where nobody can read it."""
        if blob is None:
            return None
        if blob.id not in self._known:
            data = self._data(blob)
            self._known[blob.id] = None if data is None else glance(data)
        return self._known[blob.id]

    def know(self, blob: Blob) -> Known:
        """Return who lies in a blob."""
        found = self.of(blob)
        return None if found is None else Named(found.id, release_line(found.version))

    def know_marked(self, blob: Blob) -> Known:
        """Return the same, without parsing what holds no mark of a deprecation."""
        if blob.id not in self._bare:
            data = None if blob.id in self._known else self._data(blob)
            self._bare[blob.id] = data is not None and not marked(data)
        return Bare() if self._bare[blob.id] else self.know(blob)

    def may_hold(self, blob: Blob, word: bytes) -> bool:
        """Tell whether a blob may say a word: it does literally, or it has a backslash."""
        data = self._data(blob)
        return data is not None and (word in data or b"\\" in data)

    def _data(self, blob: Blob) -> bytes | None:
        try:
            return self._repository.read(blob)
        except StewardError as error:
            if any(fault.code in _BEYOND_READING for fault in error.faults):
                raise
            return None


def marked(data: bytes) -> bool:
    r"""Tell whether a text may call anything deprecated.

    YAML can write the word in no other way than literally, or with a backslash.
    """
    return b"deprecat" in data.lower() or b"\\" in data


def glance(data: bytes) -> Standing | None:
    """Return what a text says about the life of its elements; None for what is no contract."""
    try:
        document = read_yaml(data, "")
    except StewardError:
        return None
    root = document.root
    identity = root.get("id", root.get("uuid"))
    if root.get("kind") == "DataProduct" or not isinstance(identity, str):
        return None
    return replace(standing(build_contract(migrate(document), "")), id=identity)
