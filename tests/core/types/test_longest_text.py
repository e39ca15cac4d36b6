from __future__ import annotations

import pytest

from bot.core.types.physical import longest_text


@pytest.mark.parametrize(
    ("physical", "dialect", "expected"),
    [
        pytest.param("varchar(20)", "postgres", 20, id="characters"),
        pytest.param("VARCHAR2(20 BYTE)", "oracle", 20, id="bytes: a character has one at least"),
        pytest.param("char(3)", "postgres", 3, id="padded texts"),
        pytest.param("varchar(20)", None, 20, id="where all engines agree"),
        pytest.param("text", "postgres", None, id="no limit"),
        pytest.param("varchar", "snowflake", 16_777_216, id="the documented default"),
        pytest.param("int", "postgres", None, id="a number"),
        pytest.param("wibble(3)", None, None, id="what nobody knows"),
        pytest.param("x" * 50_000, None, None, id="an endless text"),
    ],
)
def test_a_type_of_texts_has_a_length(
    physical: str, dialect: str | None, expected: int | None
) -> None:
    assert longest_text(physical, dialect) == expected
