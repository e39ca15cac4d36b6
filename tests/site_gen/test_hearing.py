"""What is kept of documents says the same as the documents themselves, at each commit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.adapters.reading import read, read_contract
from bot.adapters.registry import GitTree
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import StewardError
from bot.core.lineage.graph import Lineage
from bot.core.lineage.weaving import weave
from bot.core.rule import Registry
from site_gen import indexing
from site_gen.brief import brief, from_plain, plain
from site_gen.catalogue import Catalogue, catalogue
from site_gen.library import Library
from tests.conftest import ROOT
from tests.site_gen.conftest import commit

_SHARED = """\
apiVersion: v3.1.0
kind: DataContract
id: {id}
version: {version}
status: {status}
schema:
  - name: {table}
    properties:
      - name: key
        logicalType: string
{more}"""
_MADE_OF = "        transformSourceObjects: [{source}]\n"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "contracts").rglob("*.od?s.yaml")), ids=lambda file: file.name
)
def test_a_document_in_brief_is_the_same_after_it_was_kept(file: Path) -> None:
    name = file.relative_to(ROOT).as_posix()
    found = brief(read(file.read_bytes(), name), "an id")
    assert from_plain(json.loads(json.dumps(plain(found))), name, "an id") == found


@pytest.mark.parametrize(
    "file", sorted((ROOT / "contracts").rglob("*.odcs.yaml")), ids=lambda file: file.name
)
def test_the_words_of_a_contract_are_the_same_after_they_were_kept(file: Path) -> None:
    found = indexing.indexed(read_contract(file.read_bytes(), file.name))
    assert indexing.from_plain(json.loads(json.dumps(indexing.plain(found)))) == found


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(None, id="nothing"),
        pytest.param([], id="a list"),
        pytest.param({"names": {}}, id="no names"),
        pytest.param({"names": {"id": 1}, "product": 1}, id="other types"),
    ],
)
def test_what_makes_no_sense_is_no_document(told: object) -> None:
    assert from_plain(told, "a.odcs.yaml", "an id") is None
    assert indexing.from_plain(told) is None


def _woven(repository: Repository, found: Catalogue) -> Lineage:
    """Return the lineage of the same commit, from all documents, whole."""
    tree = GitTree(repository, found.commit, found.places, found.commit)
    documents: list[Contract | DataProduct] = []
    for file in tree.files():
        try:
            documents.append(read(tree.read(file), file.path))
        except StewardError:
            continue
    return weave(
        Registry(
            contracts=tuple(one for one in documents if isinstance(one, Contract)),
            products=tuple(one for one in documents if isinstance(one, DataProduct)),
        )
    )


def _same(found: Lineage, expected: Lineage) -> bool:
    """Tell whether two lineages are equal; documents need not be whole."""
    return (
        found.edges == expected.edges
        and found.faults == expected.faults
        and found.majors == expected.majors
        and found.consumers == expected.consumers
        and [*found.documents] == [*expected.documents]
    )


def test_the_lineage_of_each_commit_of_a_year_is_the_one_woven_anew(
    story_folder: Path, tmp_path: Path
) -> None:
    repository = Repository.discover(story_folder)
    tip = repository.resolve("HEAD").id
    line = [step.commit.id for step in repository.steps(tip, ("contracts",))]
    for name in reversed(line):
        library = Library(tmp_path, "1")
        found = catalogue(repository, name, library=library)
        assert _same(found.lineage, _woven(repository, found)), name
        library.close()


def _text(name: str, *, table: str, source: str = "", status: str = "active") -> str:
    more = _MADE_OF.format(source=source) if source else ""
    return _SHARED.format(id=name, version="1.0.0", status=status, table=table, more=more)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param({"b": _text("b", table="other")}, id="what is read is gone"),
        pytest.param({"c": _text("c", table="stock")}, id="a second one has its name"),
        pytest.param({"b": _text("b", table="stock", status="deprecated")}, id="it is deprecated"),
        pytest.param({"b": _text("c", table="stock")}, id="it has another id"),
        pytest.param({"a": _text("a", table="sold", source="b.stock.key")}, id="by its id"),
        pytest.param({"b": "spoiled"}, id="it cannot be read"),
    ],
)
def test_a_reader_is_heard_again_when_what_it_may_mean_changes(
    after: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    before = {"a": _text("a", table="sold", source="stock.key"), "b": _text("b", table="stock")}
    repository = None
    for texts in (before, after):
        commit(folder, {f"contracts/{name}.odcs.yaml": text for name, text in texts.items()})
        repository = Repository.discover(folder)
        library = Library(tmp_path / "kept", "1")
        found = catalogue(repository, library=library)
        library.close()
        assert _same(found.lineage, _woven(repository, found))
