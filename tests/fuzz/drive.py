"""What the fuzzer does with each text it makes; ordinary tests do it as well."""

from __future__ import annotations

from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import StewardError


def drive(data: bytes) -> None:
    """Read the bytes as a user's file would be read. Only StewardError may be raised inside.

    A refusal has to be fit to be shown: some fault, each with a place in the file, and no text
    that acts on a terminal.
    """
    try:
        read_yaml(data, "fuzzed.yaml")
    except StewardError as error:
        refusal = error
    else:
        return
    lines = data.count(b"\n") + 1
    places = [fault.where for fault in refusal.faults]
    assert places
    assert all(where is None or 1 <= where.line <= lines for where in places)
    assert all(line.isprintable() for line in str(refusal).split("\n"))
