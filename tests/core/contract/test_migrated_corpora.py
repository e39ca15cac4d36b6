from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.odcs.shipped import is_valid
from bot.adapters.odcs.validation import judge
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.migration import migrate
from bot.core.contract.node import Document
from bot.core.errors import StewardError

EXCEPTIONS: dict[str, str] = {}
"""Valid contracts whose newest form is not valid, each with the reason."""


def _valid(folder: Path) -> Iterator[tuple[str, Document]]:
    """Yield each contract of a corpus that is valid under the version that it declares."""
    for file in sorted(folder.rglob("*.y*ml")):
        try:
            document = read_yaml(file.read_bytes(), file.name)
        except StewardError:
            continue
        standard, faults = judge(document)
        if standard is not None and standard.name == "ODCS" and not faults:
            yield file.relative_to(folder).as_posix(), document


@pytest.mark.parametrize(("folder", "least"), [("examples", 60), ("realworld", 60), ("pairs", 150)])
def test_every_valid_contract_is_valid_in_the_newest_form(
    folder: str, least: int, shared: Path
) -> None:
    broken: list[str] = []
    unstable: list[str] = []
    count = 0
    for name, document in _valid(shared / "odcs" / folder):
        count += 1
        migrated = migrate(document)
        if not is_valid("odcs-3.2.0", migrated.root):
            broken.append(name)
        if migrate(migrated) is not migrated:
            unstable.append(name)

    assert count >= least
    assert [name for name in broken if name not in EXCEPTIONS] == []
    assert unstable == []
