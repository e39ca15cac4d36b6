"""Following many contracts in one walk tells what following each tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.git import Repository
from bot.core.history.life import Bare, Known, Met, Named
from bot.core.history.snapshot import Blob
from tests.adapters.git.checkout import Checkout, clone
from tests.adapters.git.identify import identify

Files = dict[str, str]
A1, A2 = "id: a\n", "id: a\nversion: 2\n"
B1, B2 = "id: b\n", "id: b\nversion: 2\n"
BROKEN = "id a\n"
BARE = "bare\n"


def build(checkout: Checkout, states: list[Files]) -> None:
    for number, files in enumerate(states):
        for file in checkout.path.glob("*.yaml"):
            file.unlink()
        checkout.commit(f"{number}", **files)


def met(checkout: Checkout) -> dict[str, list[str]]:
    """Return what was met of each file at the tip as commit:path, newest first."""
    repository = Repository.discover(checkout.path)

    def know(blob: Blob) -> Known:
        text = repository.read(blob)
        if text == BARE.encode():
            return Bare()
        found = identify(text)
        line = 2 if b"version: 2" in text else 1
        return None if found is None else Named(found, line)

    starts = [(blob.path, blob) for blob in repository.blobs("HEAD")]
    found: dict[str, list[str]] = {}
    for each in repository.lives("HEAD", starts, know):
        found.setdefault(each.key.removesuffix(".yaml"), []).append(told(each))
    return found


def told(each: Met[str]) -> str:
    path = each.blob.path.removesuffix(".yaml") if each.blob else "-"
    return f"{each.commit.summary}:{path}{' edge' if each.edge else ''}"


@pytest.mark.parametrize(
    ("states", "found"),
    [
        pytest.param([{"x": A1}], {"x": ["0:x", "0:-"]}, id="made and left alone"),
        pytest.param([{"x": A1}, {"x": A2}], {"x": ["1:x", "0:x", "0:-"]}, id="edited"),
        pytest.param([{"x": A1}, {"y": A2}], {"y": ["1:y", "0:x", "0:-"]}, id="moved, edited"),
        pytest.param(
            [{"x": A1, "y": B1}, {"x": B2, "y": A2}],
            {"x": ["1:x", "0:y", "0:-"], "y": ["1:y", "0:x", "0:-"]},
            id="two that changed places",
        ),
        pytest.param([{"x": A1}, {}, {"x": A1}], {"x": ["2:x", "2:-"]}, id="deleted in between"),
        pytest.param(
            [{"x": A1}, {"x": BROKEN}, {"x": A1}],
            {"x": ["2:x", "1:x", "0:x", "0:-"]},
            id="a file that nobody can read may be the contract",
        ),
        pytest.param([{"x": B1}, {"x": A1}], {"x": ["1:x", "1:-"]}, id="in another's place"),
        pytest.param([{"x": BARE}, {"x": A1}], {"x": ["1:x", "1:-"]}, id="bare before"),
        pytest.param(
            [{"x": A1}, {"x": A2, "y": A1}],
            {"x": ["1:x", "0:x", "0:-"], "y": ["1:y", "0:x", "0:-"]},
            id="a line that went to a file of its own, when its successor took the place",
        ),
        pytest.param(
            [{"x": A1}, {"x": A1, "y": A2}],
            {"x": ["0:x", "0:-"], "y": ["1:y", "1:-"]},
            id="a second line that is new",
        ),
    ],
)
def test_each_is_followed(states: list[Files], found: dict[str, list[str]], tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "origin")
    build(checkout, states)

    assert met(checkout) == found


def test_folders_come_and_go_around_a_contract(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "origin")
    checkout.write("x.yaml", A1)
    checkout.commit("0")
    (checkout.path / "x.yaml").unlink()
    checkout.write("x.yaml/y/z.yaml", A1)
    checkout.commit("1")
    checkout.write("beside.txt", "text")
    checkout.commit("2")

    assert met(checkout)["x.yaml/y/z"] == ["1:x.yaml/y/z", "0:x", "0:-"]


def test_at_the_edge_of_a_shallow_clone_everything_is_told(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "origin")
    build(checkout, [{"x": A1}, {"x": A2}, {"x": A2, "y": B1}])

    copy = clone(checkout, tmp_path / "copy", "--depth=2")

    assert met(copy) == {"x": ["1:x edge"], "y": ["2:y", "2:-"]}


@settings(max_examples=15)
@given(orders=st.lists(st.permutations([A1, B1, "", "id: c\n"]), min_size=1, max_size=6))
def test_it_agrees_with_following_each(
    orders: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    checkout = Checkout(tmp_path_factory.mktemp("random"))
    states = [
        {name: text for name, text in zip("xyz", order, strict=False) if text} for order in orders
    ]
    build(checkout, states)
    repository = Repository.discover(checkout.path)

    for path, states_met in met(checkout).items():
        blob = next(each for each in repository.blobs("HEAD") if each.path == f"{path}.yaml")
        contract_id = identify(repository.read(blob)) or ""
        followed = []
        for version in repository.file_history("HEAD", contract_id, blob.path, identify):
            place = version.blob.path.removesuffix(".yaml") if version.blob else None
            if place is None:
                break
            followed.append(f"{version.commit.summary}:{place}")
        assert states_met[:-1] == followed
