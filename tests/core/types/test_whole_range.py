from __future__ import annotations

import pytest

from bot.core.types.physical import whole_range


@pytest.mark.parametrize(
    ("physical", "dialect", "expected"),
    [
        pytest.param("smallint", "postgres", (-(2**15), 2**15 - 1), id="sixteen bits"),
        pytest.param("INT4", "postgres", (-(2**31), 2**31 - 1), id="an alias"),
        pytest.param("numeric(3,0)", "postgres", (-999, 999), id="a decimal without a fraction"),
        pytest.param("numeric(3,1)", "postgres", None, id="a decimal with a fraction"),
        pytest.param("text", "postgres", None, id="no number"),
        pytest.param("gibberish(", "postgres", None, id="no type"),
        pytest.param("smallint", None, None, id="engines disagree, and none is named"),
    ],
)
def test_a_physical_type_of_whole_numbers_has_a_range(
    physical: str, dialect: str | None, expected: tuple[int, int] | None
) -> None:
    assert whole_range(physical, dialect) == expected
