from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from bot.adapters.index import Shelves
from bot.adapters.index.nodes import packed, unpacked
from bot.adapters.index.store import Store
from bot.adapters.reading import read
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.lineage.shelf import Shelf
from bot.core.rule import whole
from tests.adapters.index.trees import TextTree
from tests.core.lineage.registries import documents
from tests.core.lineage.woven import table

ORDERS = whole(table("orders", "name: amount"))
TEXTS = {
    "orders.yaml": ORDERS,
    "copy.yaml": ORDERS,
    "broken.yaml": "id: [",
    "settings.yaml": "contracts: [contracts]\n",
    "nameless.yaml": "apiVersion: v3.2.0\nkind: DataContract\n",
    "locked.yaml": None,
}


def _told(shelf: Shelf, paths: object) -> list[object]:
    assert isinstance(paths, list)
    return [
        (path, names, shelf.take(path).document.file, packed(shelf.take(path).document.node))
        for path in paths
        if (names := shelf.names(path)) is not None
    ]


def test_a_shelf_has_the_files_that_can_be_read(tmp_path: Path) -> None:
    shelf = Shelves(tmp_path / "index").open(TextTree(TEXTS))

    assert [path for path in TEXTS if shelf.names(path) is not None] == ["orders.yaml", "copy.yaml"]
    assert shelf.take("copy.yaml").document.file == "copy.yaml"


def test_a_text_is_read_once_and_then_known(tmp_path: Path) -> None:
    first, second = TextTree(TEXTS), TextTree(TEXTS)

    Shelves(tmp_path / "index").open(first)
    Shelves(tmp_path / "index").open(second)

    assert first.read_files == ["orders.yaml", *list(TEXTS)[2:]]
    assert second.read_files == ["locked.yaml"]


def test_without_an_index_nothing_is_kept(tmp_path: Path) -> None:
    Shelves(None).open(TextTree(TEXTS))

    assert list(tmp_path.iterdir()) == []


def test_an_entry_that_makes_no_sense_is_made_anew(tmp_path: Path) -> None:
    tree = TextTree({"orders.yaml": ORDERS})
    blob = next(iter(tree.files())).id
    index = tmp_path / "index"
    for entry in ("{}\tnull", "[1]\tnull", "not json\tnull", '["a", 1]'):
        index.unlink(missing_ok=True)
        Store(index).add({blob: entry}, {})

        assert Shelves(index).open(tree).names("orders.yaml") is not None


def test_nodes_come_back_with_their_places() -> None:
    contract = read(whole(table("orders", "name: amount, tags: [a, b]")).encode(), "f.yaml")

    again = unpacked(packed(contract.node))

    assert again == contract.node
    assert _places(again) == _places(contract.node)


def _places(node: Node) -> list[object]:
    match node:
        case MapNode():
            inner = [_places(value) for value in node.values()]
            return [node.mark, node.marks, *inner]
        case SeqNode():
            return [node.mark, node.marks, *map(_places, node)]
        case _:
            return []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents())
def test_a_shelf_is_the_same_with_an_index_and_without(
    tmp_path: Path, texts: dict[str, str]
) -> None:
    paths = sorted(texts)
    told = [
        _told(Shelves(index).open(TextTree(texts)), paths)
        for index in (None, tmp_path / "index", tmp_path / "index")
    ]

    assert told[0] == told[1] == told[2]
