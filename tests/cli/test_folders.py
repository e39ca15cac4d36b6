"""Folders that change, or may not be looked into, while their contracts are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Steward

CONTRACT = "apiVersion: v3.2.0\nkind: DataContract\nid: orders\nversion: 1.0.0\nstatus: draft\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("contracts/a", "contracts/gone", "other/gone"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "orders.yaml").write_text(CONTRACT, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param(
            FileNotFoundError(2, "No such file or directory"),
            "it went while it was read\n  hint: run the command again",
            id="it is gone",
        ),
        pytest.param(
            PermissionError(13, "Permission denied"),
            "Permission denied\n  hint: check the permissions of the folder",
            id="it is closed",
        ),
    ],
)
def test_a_folder_that_cannot_be_looked_into_is_told(
    steward: Steward, tree: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    looked = os.scandir

    def closed(path: object = ".") -> object:
        if isinstance(path, str) and Path(path).name == "gone":
            error.filename = path
            raise error
        return looked(path)  # type: ignore[call-overload]  # handed on

    monkeypatch.setattr(os, "scandir", closed)
    said = steward(tree, "lint")

    assert f"contracts/gone:1: E101 the folder cannot be looked into: {told}" in said.out
    assert "other/gone" not in said.out
    assert "contracts/a/orders.yaml:1:1: DC" in said.out
    assert said.code == 2
