from __future__ import annotations

import pytest

from bot.core.contract.model import step
from bot.core.lineage.paths import prefixes, within


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        pytest.param("orders", ("orders",), id="an object"),
        pytest.param("orders.id", ("orders", "orders.id"), id="a field"),
        pytest.param(
            "o.lines[].sku", ("o", "o.lines", "o.lines[]", "o.lines[].sku"), id="items of a list"
        ),
        pytest.param("o.m{value}", ("o", "o.m", "o.m{value}"), id="values of a map"),
        pytest.param('o."a.b".c', ("o", 'o."a.b"', 'o."a.b".c'), id="a name with a dot"),
        pytest.param(r'o."a\"."', ("o", r'o."a\"."'), id="a name with a quote"),
    ],
)
def test_a_path_is_taken_apart(path: str, parts: tuple[str, ...]) -> None:
    assert prefixes(path) == parts


@pytest.mark.parametrize(
    "name", ["a.b", 'x"y', "[]", "{key}", " ", "\\", 'a\\".b', "\n", "é", "a b"]
)
def test_a_hostile_name_is_one_step(name: str) -> None:
    assert prefixes(f"o.{step(name)}.c") == ("o", f"o.{step(name)}", f"o.{step(name)}.c")


@pytest.mark.parametrize(
    ("path", "outer", "inside"),
    [
        ("o.a", "o", True),
        ("o", "o", True),
        ("o.a", "", True),
        ("o.ab", "o.a", False),
        ("o.a[]", "o.a", True),
        ("o", "o.a", False),
    ],
)
def test_whether_a_path_lies_within_another(path: str, outer: str, inside: bool) -> None:
    assert within(path, outer) is inside
