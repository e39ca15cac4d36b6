"""What the fuzzer does with each text it makes; ordinary tests do it as well."""

from __future__ import annotations

import zlib
from random import Random

from bot.adapters.reading import read, read_document
from bot.adapters.yaml.decoding import decode
from bot.core.contract.model import Contract
from bot.core.errors import StewardError
from bot.core.release.edit import set_version
from tests.fuzz import whole_way
from tests.fuzz.editing import edited, plain, random_edits
from tests.fuzz.writing import written

FILE = "fuzzed.yaml"


def drive(data: bytes) -> None:
    """Take the bytes the whole way that a file takes. Only StewardError may be raised inside.

    A contract that can be read is linted, given a version, and compared both ways with a twin:
    the same contract after some edits, which follow from the bytes alone.
    """
    try:
        found = read(data, FILE)
    except StewardError as error:
        _refused(data, error)
        return
    whole_way.tell(found)
    if isinstance(found, Contract):
        _new_version(data)
        twin = _twin(found, zlib.crc32(data))
        whole_way.compare(found, twin or found)


def drive_pair(old: bytes, new: bytes) -> bool:
    """Take two texts the whole way together. Return whether both could be read as contracts."""
    contracts = []
    for data in (old, new):
        try:
            found = read(data, FILE)
        except StewardError as error:
            _refused(data, error)
            continue
        whole_way.tell(found)
        if isinstance(found, Contract):
            _new_version(data)
            contracts.append(found)
    if len(contracts) == 2:
        whole_way.compare(*contracts)
    return len(contracts) == 2


def _refused(data: bytes, refusal: StewardError) -> None:
    """Assert that a refusal can be shown: some fault, each with a place in the file and a hint."""
    lines = data.count(b"\n") + 1
    assert refusal.faults
    for fault in refusal.faults:
        assert fault.where is None or 1 <= fault.where.line <= lines
        assert fault.hint
    _fit_to_show(refusal)
    whole_way.refuse(refusal)


def _fit_to_show(refusal: StewardError) -> None:
    assert all(line.isprintable() for line in str(refusal).split("\n"))


def _new_version(data: bytes) -> None:
    """Assert that a new version, where it can be written, is all that changes."""
    document = read_document(data, FILE)
    text = decode(data, FILE)
    if data.startswith(b"\xef\xbb\xbf"):
        text = f"\ufeff{text}"
    try:
        bumped = set_version(text, document, "999.999.999")
    except StewardError as error:
        _fit_to_show(error)
        return
    after = read_document(bumped.encode(), FILE).root
    assert after["version"] == "999.999.999"
    assert {**after, "version": ""} == {**document.root, "version": ""}


def _twin(found: Contract, seed: int) -> Contract | None:
    """Return the contract after some edits; None where no try gives one that can be read."""
    random = Random(seed)  # noqa: S311  # it makes tests, not secrets
    tree = plain(found.node)
    for _ in range(4):
        try:
            twin = read(written(edited(tree, random_edits(random))), FILE)
        except StewardError:
            continue
        if isinstance(twin, Contract):
            return twin
    return None
