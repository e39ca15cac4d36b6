from __future__ import annotations

import pytest

from bot.core.lineage.reads import Read
from bot.core.lineage.sql import columns_read


@pytest.mark.parametrize(
    ("logic", "reads"),
    [
        pytest.param("lower(trim(email))", [Read("email")], id="a bare expression"),
        pytest.param("SUM(o.amount)", [Read("amount", (), "o")], id="a qualifier without FROM"),
        pytest.param(
            "SELECT sum(o.amount * r.rate) FROM gold.orders o JOIN rates r ON r.day = o.day",
            [
                Read("amount", ("gold.orders",)),
                Read("rate", ("rates",)),
                Read("day", ("rates",)),
                Read("day", ("gold.orders",)),
            ],
            id="a query with aliases",
        ),
        pytest.param(
            "WITH c AS (SELECT x FROM t) SELECT max(x) FROM c",
            [Read("x", ("t",))],
            id="a subquery is read where it stands",
        ),
        pytest.param("SELECT count(*) FROM t", [Read(None, ("t",))], id="all of a table"),
        pytest.param(
            "SELECT x FROM t, u", [Read("x", ("t", "u"))], id="a column of one of two tables"
        ),
        pytest.param("DROP TABLE t", [], id="a statement that is no query"),
        pytest.param("SELECT FROM WHERE ((", [], id="no SQL"),
        pytest.param("def f(x): return x", [], id="another language"),
        pytest.param("", [], id="an empty text"),
        pytest.param("(" * 5_000, [], id="a very deep text"),
        pytest.param("a + " * 5_000 + "a", [], id="a very long text"),
    ],
)
def test_what_a_text_reads(logic: str, reads: list[Read]) -> None:
    found = columns_read(logic, None)

    assert sorted(found, key=repr) == sorted(reads, key=repr)


@pytest.mark.parametrize("dialect", ["snowflake", "postgres", "no such dialect"])
def test_a_dialect_is_only_a_help(dialect: str) -> None:
    assert columns_read("coalesce(a, 1)", dialect) == (Read("a"),)
