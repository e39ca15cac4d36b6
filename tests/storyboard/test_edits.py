from __future__ import annotations

import pytest

from bot.storyboard.edits import (
    Added,
    Born,
    Edit,
    Marked,
    Moved,
    Removed,
    Rewritten,
    bumped,
    play,
    wind_back,
)

FILE = "orders.yaml"
BEFORE = """\
id: orders
version: 1.0.0
properties:
  - id: number
    name: number
  - id: lines
    items:
      properties:
        - id: sku
          name: sku
team: sales
"""
NOTE = """\
  # Free text, for people.
  - id: note
    name: note
"""
SIZE = """\
        - id: size
          name: size
"""
AFTER_NUMBER = "    name: number\n"
AFTER_SKU = "          name: sku\n"


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        pytest.param(
            Added(FILE, "note", "number", NOTE),
            BEFORE.replace(AFTER_NUMBER, AFTER_NUMBER + NOTE),
            id="an item comes behind another, with the comment above it",
        ),
        pytest.param(
            Added(FILE, "lines/size", "lines/sku", SIZE),
            BEFORE.replace(AFTER_SKU, AFTER_SKU + SIZE),
            id="an item comes inside another",
        ),
        pytest.param(
            Removed(FILE, "number", "lines", "  - id: number\n    name: number\n"),
            BEFORE.replace("  - id: number\n    name: number\n", ""),
            id="an item goes",
        ),
        pytest.param(
            bumped(FILE, "1.0.0", "1.1.0"), BEFORE.replace("1.0.0", "1.1.0"), id="a version moves"
        ),
    ],
)
def test_an_edit_is_played_forward(edit: Edit, after: str) -> None:
    assert play({FILE: BEFORE}, [edit]) == {FILE: after}


@pytest.mark.parametrize(
    ("edit", "after", "before"),
    [
        pytest.param(
            Added(FILE, "note"),
            {FILE: BEFORE.replace(AFTER_NUMBER, AFTER_NUMBER + NOTE)},
            {FILE: BEFORE},
            id="an item that came is cut out, with the comment above it",
        ),
        pytest.param(
            Removed(FILE, "note", "number", NOTE),
            {FILE: BEFORE},
            {FILE: BEFORE.replace(AFTER_NUMBER, AFTER_NUMBER + NOTE)},
            id="an item that went is put back behind the one before it",
        ),
        pytest.param(
            Rewritten(FILE, "sales", "shop"),
            {FILE: BEFORE.replace("sales", "shop")},
            {FILE: BEFORE},
            id="a passage is what it was",
        ),
        pytest.param(
            Marked(FILE, "unit: rows"),
            {FILE: BEFORE + "  unit: rows\nunit: rows\n"},
            {FILE: BEFORE},
            id="a line goes from each of its places",
        ),
        pytest.param(Moved("a", FILE), {FILE: BEFORE}, {"a": BEFORE}, id="a file has its old name"),
        pytest.param(Born(FILE), {FILE: BEFORE, "b": ""}, {"b": ""}, id="a file is not there yet"),
    ],
)
def test_an_edit_is_wound_back(edit: Edit, after: dict[str, str], before: dict[str, str]) -> None:
    assert wind_back(after, [edit]) == before


def test_the_last_edit_is_wound_back_first() -> None:
    edits = [bumped(FILE, "0.9.0", "1.0.0"), bumped(FILE, "1.0.0", "1.1.0")]

    found = wind_back({FILE: BEFORE.replace("1.0.0", "1.1.0")}, edits)

    assert found == {FILE: BEFORE.replace("1.0.0", "0.9.0")}


def test_the_tree_that_was_given_stays_as_it_is() -> None:
    tree = {FILE: BEFORE}

    play(tree, [bumped(FILE, "1.0.0", "2.0.0"), Moved(FILE, "elsewhere")])

    assert tree == {FILE: BEFORE}


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(Removed(FILE, "price"), id="an item that is not there"),
        pytest.param(Rewritten(FILE, "name: ", ""), id="a passage that stands more than once"),
        pytest.param(Born(FILE), id="a birth, whose text nobody has"),
        pytest.param(Marked(FILE, "unit: rows"), id="a line without its places"),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match=r"item|stands|wound back"):
        play({FILE: BEFORE}, [edit])
