from __future__ import annotations

from pathlib import Path

from bot.adapters.git import Repository
from bot.adapters.registry import Places
from site_gen.catalogue import Catalogue, catalogue
from site_gen.history import walk
from site_gen.notes import Notes
from tests.site_gen.conftest import commit


def _contract(version: str, more: str = "", name: str = "a") -> str:
    return (
        f"apiVersion: v3.1.0\nkind: DataContract\nid: {name}\nversion: {version}\n"
        f"status: active\n{more}"
    )


def test_every_version_that_is_tagged_is_found_with_both_majors_of_a_contract(
    story_folder: Path, story_catalogue: Catalogue
) -> None:
    found = {
        f"{entry.id}/v{ref.version}" for entry in story_catalogue.entries for ref in entry.refs
    }
    assert sorted(Repository.discover(story_folder).tags().keys() - found) == []
    silver = [ref.version for ref in story_catalogue.by_id["customer-silver"].refs]
    assert silver == ["2.1.0", "2.0.0", "1.2.0", "1.1.0", "1.0.0"]


def test_a_version_is_the_last_state_under_its_number_and_knows_its_first_day(
    tmp_path: Path,
) -> None:
    commit(tmp_path, {"contracts/a.odcs.yaml": _contract("1.0.0")}, "First")
    commit(tmp_path, {"contracts/a.odcs.yaml": _contract("1.0.0", "name: A\n")}, "Name it")
    commit(tmp_path, {"contracts/a.odcs.yaml": _contract("1.1.0", "name: A\n")}, "Grow")
    found = walk(Repository.discover(tmp_path), "HEAD", Places(["contracts"]), Notes(None, ""))
    assert [(ref.version, ref.summary) for ref in found.versions["a"]] == [
        ("1.0.0", "Name it"),
        ("1.1.0", "Grow"),
    ]


def test_a_file_that_moves_is_no_new_state(tmp_path: Path) -> None:
    commit(tmp_path, {"contracts/a.odcs.yaml": _contract("1.0.0")}, "First")
    (tmp_path / "contracts/a.odcs.yaml").rename(tmp_path / "contracts/b.odcs.yaml")
    commit(tmp_path, {}, "Move")
    found = catalogue(Repository.discover(tmp_path))
    assert [(ref.version, ref.summary) for ref in found.by_id["a"].refs] == [("1.0.0", "First")]
    assert found.by_id["a"].head.file == "contracts/b.odcs.yaml"


def test_a_contract_that_is_gone_keeps_its_last_document(tmp_path: Path) -> None:
    files = {
        "contracts/a.odcs.yaml": _contract("1.0.0"),
        "contracts/b.odcs.yaml": _contract("1.0.0", name="b"),
    }
    commit(tmp_path, files)
    (tmp_path / "contracts/a.odcs.yaml").unlink()
    commit(tmp_path, {}, "Remove")
    found = catalogue(Repository.discover(tmp_path))
    assert [(entry.id, entry.gone, entry.head.version) for entry in found.entries] == [
        ("a", True, "1.0.0"),
        ("b", False, "1.0.0"),
    ]


def test_a_file_that_cannot_be_read_is_told_and_hides_no_other(tmp_path: Path) -> None:
    commit(
        tmp_path,
        {"contracts/a.odcs.yaml": _contract("1.0.0"), "contracts/bad.odcs.yaml": "kind: [\n"},
    )
    found = catalogue(Repository.discover(tmp_path))
    assert [entry.id for entry in found.entries] == ["a"]
    assert {fault.where.file for fault in found.faults if fault.where} == {
        "contracts/bad.odcs.yaml"
    }


def test_an_id_that_is_written_in_another_way_is_found_too(tmp_path: Path) -> None:
    text = _contract("1.0.0").replace("id: a", '"id": "a"')
    commit(tmp_path, {"contracts/a.odcs.yaml": text})
    found = walk(Repository.discover(tmp_path), "HEAD", Places(["contracts"]), Notes(None, ""))
    assert list(found.versions) == ["a"]
