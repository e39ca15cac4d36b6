"""Types made of types: what comes, goes or changes inside a record, list, map or union."""

from __future__ import annotations

import pytest

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect
from tests.core.types.expected import (
    INCOMPARABLE,
    NARROWER,
    RESPELLED,
    SAME,
    UNKNOWN,
    WIDER,
    judged,
)


@pytest.mark.parametrize(
    ("old", "new", "relation", "aspect"),
    [
        pytest.param(
            "struct<a int, b int>",
            "struct<a int>",
            WIDER,
            Aspect.FIELDS,
            id="a field that went breaks readers, as what is wider does",
        ),
        pytest.param(
            "struct<a int>",
            "struct<a int, b int>",
            SAME,
            Aspect.EXTENDED,
            id="a field that came and may be null breaks nobody",
        ),
        pytest.param(
            "struct<a int>",
            "struct<a int, b int not null>",
            NARROWER,
            Aspect.FIELDS,
            id="a field that came and refuses null breaks old data",
        ),
        pytest.param(
            "struct<a int>",
            "struct<a int, b int not null default 0>",
            SAME,
            Aspect.EXTENDED,
            id="a field that came with a default breaks nobody",
        ),
        pytest.param(
            "struct<a int>",
            "struct<a int, b int not null default null>",
            NARROWER,
            Aspect.FIELDS,
            id="a default of null fills nothing",
        ),
        pytest.param(
            "struct<a int>",
            "struct<a int not null default 0>",
            NARROWER,
            Aspect.FIELDS,
            id="a default does not help a null that is there",
        ),
        pytest.param(
            "struct<a int, b int>",
            "struct<b int, a int>",
            SAME,
            Aspect.FIELDS,
            id="another order breaks nobody who goes by name",
        ),
        pytest.param(
            "struct<a int, b int>",
            "struct<a int, c int>",
            WIDER,
            Aspect.FIELDS,
            id="a renamed field went, and another came",
        ),
        pytest.param(
            "struct<a int, b int>",
            "struct<a int, c int not null>",
            INCOMPARABLE,
            Aspect.FIELDS,
            id="one went, one came that refuses null",
        ),
        pytest.param(
            "struct<a int, b bigint>",
            "struct<a bigint, b int>",
            INCOMPARABLE,
            Aspect.FIELDS,
            id="one wider, one narrower",
        ),
        pytest.param(
            "struct<a int, b my_type>",
            "struct<a int, b int>",
            UNKNOWN,
            Aspect.UNPARSED,
            id="a field of a type that nobody knows",
        ),
        pytest.param(
            "struct<a: struct<b: int>>",
            "struct<a: struct<b: int, c: string>>",
            SAME,
            Aspect.EXTENDED,
            id="a field that came two levels down",
        ),
        pytest.param(
            "array<struct<a int>>",
            "array<struct<a int, b int>>",
            SAME,
            Aspect.EXTENDED,
            id="a field that came in the elements",
        ),
        pytest.param(
            "array<struct<a int>>",
            "array<struct<a string>>",
            INCOMPARABLE,
            Aspect.ELEMENT,
            id="a field that changed in the elements",
        ),
        pytest.param(
            "map<string, struct<a int, b int>>",
            "map<string, struct<a int>>",
            WIDER,
            Aspect.ELEMENT,
            id="a field that went in the values",
        ),
        pytest.param(
            "map<struct<a int>, int>",
            "map<struct<a bigint>, int>",
            INCOMPARABLE,
            Aspect.KEY,
            id="keys that became wider are other keys",
        ),
        pytest.param(
            "map<struct<a int>, int>",
            "map<struct<a int, b int>, int>",
            INCOMPARABLE,
            Aspect.KEY,
            id="keys that have one more field are other keys",
        ),
        pytest.param(
            "struct<a int, b int>",
            "struct<b int, a int, c int>",
            SAME,
            Aspect.EXTENDED,
            id="another order, and a field that came",
        ),
        pytest.param(
            "map<varchar(5), int>",
            "map<varchar(5), bigint>",
            WIDER,
            Aspect.ELEMENT,
            id="values that became wider",
        ),
        pytest.param(
            "struct<`a b` int>",
            "STRUCT<`a b`: INT>",
            SAME,
            RESPELLED,
            id="quoted names and colons are spelling",
        ),
        pytest.param(
            "struct<date date, array array<int>, int int>",
            "struct<date date, array array<int>, int bigint>",
            WIDER,
            Aspect.FIELDS,
            id="fields named like types",
        ),
        pytest.param(
            "struct<a int default 5>",
            "struct<a int>",
            SAME,
            RESPELLED,
            id="a default does not change what is admitted",
        ),
        pytest.param(
            "struct<a int unique>",
            "struct<a int>",
            UNKNOWN,
            Aspect.UNPARSED,
            id="a constraint that is not understood",
        ),
    ],
)
def test_records_lists_and_maps_compare_part_by_part(
    old: str, new: str, relation: Relation, aspect: Aspect
) -> None:
    assert judged(old, new, "databricks") == (relation, aspect)
