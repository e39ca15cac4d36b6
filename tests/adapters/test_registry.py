from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.disk import DiskTree
from bot.adapters.registry import Places
from bot.core.policy.settings import DEFAULT_PATHS


@pytest.mark.parametrize(
    ("patterns", "path", "covered"),
    [
        pytest.param(("contracts",), "contracts/a/b.yaml", True, id="below a folder"),
        pytest.param(("contracts/",), "contracts/b.yaml", True, id="a slash at the end"),
        pytest.param(("contracts",), "contracts2/b.yaml", False, id="a folder that begins alike"),
        pytest.param((".",), "anything/b.yaml", True, id="everything"),
        pytest.param(("a/orders.yaml",), "a/orders.yaml", True, id="a file"),
        pytest.param(("**/*.odcs.yaml",), "x.odcs.yaml", True, id="no folder at all"),
        pytest.param(("**/*.odcs.yaml",), "a/b/x.odcs.yaml", True, id="any depth"),
        pytest.param(("data/**/*.odcs.yaml",), "other/x.odcs.yaml", False, id="another folder"),
        pytest.param(("teams/*/data",), "teams/a/data/x.yaml", True, id="below a wild folder"),
        pytest.param(DEFAULT_PATHS, "contracts/x.yaml", True, id="by default, contracts"),
        pytest.param(DEFAULT_PATHS, "sales/x.odcs.yaml", True, id="by default, a known name"),
        pytest.param(DEFAULT_PATHS, "mkdocs.yml", False, id="by default, no other file"),
    ],
)
def test_where_contracts_are(patterns: tuple[str, ...], path: str, covered: bool) -> None:
    assert Places(patterns).cover(path) is covered


@pytest.mark.parametrize(
    ("patterns", "under"),
    [
        pytest.param(("contracts", "data/**/*.yaml"), ("contracts", "data"), id="the fixed part"),
        pytest.param(("**/*.yaml",), ("",), id="the whole repository"),
        pytest.param(("a/x*/b.yaml",), ("a",), id="up to the first wild step"),
    ],
)
def test_git_looks_only_where_it_must(patterns: tuple[str, ...], under: tuple[str, ...]) -> None:
    assert Places(patterns).under == under


@pytest.mark.parametrize(
    ("patterns", "path", "covered"),
    [
        pytest.param(("contracts",), "contracts/a/b.waivers.yaml", True, id="below a folder"),
        pytest.param(("contracts",), "data/b.waivers.yaml", False, id="in another folder"),
        pytest.param(("contracts",), "contracts/a/b.yaml", False, id="a contract is none"),
        pytest.param(("a/orders.yaml",), "a/orders.waivers.yaml", True, id="beside a file"),
        pytest.param(("a/orders.yaml",), "a/other.waivers.yaml", False, id="beside another file"),
        pytest.param(("**/*.odcs.yaml",), "x/y.waivers.yml", True, id="of a pattern's contract"),
    ],
)
def test_where_waivers_are(patterns: tuple[str, ...], path: str, *, covered: bool) -> None:
    assert Places(patterns).cover_waivers(path) is covered
    assert not (Places(patterns).cover(path) and covered)


@pytest.mark.parametrize(
    ("patterns", "around"),
    [
        pytest.param(("contracts", "data/**/*.yaml"), ("contracts", "data"), id="folders"),
        pytest.param(("a/orders.yaml", "a/b.yml"), ("a",), id="the folder of a file"),
        pytest.param(("orders.yaml",), ("",), id="the top"),
    ],
)
def test_git_looks_for_waivers_around_contracts(
    patterns: tuple[str, ...], around: tuple[str, ...]
) -> None:
    assert Places(patterns).around == around


def test_waivers_on_disk_are_no_contracts_and_stand_beside_them(tmp_path: Path) -> None:
    for name in ("a.odcs.yaml", "a.waivers.yaml", "b.yml", "b.waivers.yml", "lone.waivers.yaml"):
        (tmp_path / name).write_text("", "utf-8")

    def found(*names: str) -> tuple[list[str], list[str]]:
        tree = DiskTree([tmp_path / name for name in names])
        return (
            [Path(file.path).name for file in tree.files()],
            [Path(file.path).name for file in tree.waivers()],
        )

    everything = ["a.waivers.yaml", "b.waivers.yml", "lone.waivers.yaml"]
    assert found(".") == (["a.odcs.yaml", "b.yml"], everything)
    assert found("a.odcs.yaml") == (["a.odcs.yaml"], ["a.waivers.yaml"])
    assert found("b.waivers.yml") == (["b.yml"], ["b.waivers.yml"])
    assert found("lone.waivers.yaml") == ([], ["lone.waivers.yaml"])
    beside = DiskTree([tmp_path]).waivers([str(tmp_path / "b.yml"), str(tmp_path / "c.yml")])
    assert [Path(file.path).name for file in beside] == ["b.waivers.yml"]


def test_files_on_disk_are_those_named_and_those_in_folders(tmp_path: Path) -> None:
    for name in ("b.odcs.yaml", "a/c.odcs.yaml", "a/mkdocs.yml", ".git/x.odcs.yaml", "a/n.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")

    everything = DiskTree([tmp_path / "a"])
    known = DiskTree([tmp_path], Places(DEFAULT_PATHS))

    assert [Path(file.path).name for file in everything.files()] == ["c.odcs.yaml", "mkdocs.yml"]
    assert [Path(file.path).name for file in known.files()] == ["c.odcs.yaml", "b.odcs.yaml"]
