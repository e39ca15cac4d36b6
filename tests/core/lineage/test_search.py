from __future__ import annotations

import pytest

from bot.core.errors import ErrorCode, StewardError
from bot.core.lineage.search import find_element
from tests.core.lineage.woven import PRODUCT, lineage, table

ALL = "---\n".join(
    (
        table("shop-orders", "name: amount", "name: id", top="domain: orders\n").replace(
            "name: shop-orders", "name: orders"
        ),
        table("silver", "name: email", top="version: 1.0.0\n"),
        table("silver", "name: email", top="version: 2.0.0\n"),
        table("one", "name: x").replace("name: one", "name: t"),
        table("two", "name: x").replace("name: two", "name: t")
        + "customProperties: [{property: consumers, value: [{id: bi}]}]\n",
        f"{PRODUCT}id: app\n",
    )
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("shop-orders.orders.amount", "shop-orders.orders.amount", id="in full"),
        pytest.param("orders.orders.amount", "shop-orders.orders.amount", id="by the domain"),
        pytest.param("orders.amount", "shop-orders.orders.amount", id="by the object"),
        pytest.param("orders", "shop-orders.orders", id="the object alone"),
        pytest.param("shop-orders", "shop-orders", id="a contract"),
        pytest.param("0.yaml", "shop-orders", id="the file of a contract"),
        pytest.param("silver", "silver@2", id="the newest major"),
        pytest.param("silver@1", "silver@1", id="a major"),
        pytest.param("silver@1.silver.email", "silver@1.silver.email", id="a field of a major"),
        pytest.param("app", "app", id="a data product"),
        pytest.param("bi", "bi", id="a consumer"),
    ],
)
def test_what_a_text_names(text: str, address: str) -> None:
    graph = lineage(ALL)

    assert graph.address(find_element(graph, text)) == address


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param(
            "shop-orders.orders.amout",
            "did you mean `shop-orders.orders.amount`",
            id="a field misspelled",
        ),
        pytest.param("sliver", "did you mean `silver`", id="a contract misspelled"),
        pytest.param("t.x", "name one: `one.t.x`, `two.t.x`", id="in several contracts"),
        pytest.param("", "name it as contract-id.object.field", id="nothing"),
        pytest.param("\x00" * 2_000, "name it as contract-id.object.field", id="noise"),
    ],
)
def test_what_is_not_found_is_told_with_what_is_near(text: str, hint: str) -> None:
    with pytest.raises(StewardError) as caught:
        find_element(lineage(ALL), text)

    assert caught.value.faults[0].code is ErrorCode.BAD_USAGE
    assert caught.value.faults[0].hint.startswith(hint)
