"""What holds of every comparison, whatever the types: tried on pools and on generated text.

Two exceptions. A field that comes and may be null is SAME while one that goes is WIDER (see
`bot.core.types.nested`), so the pools have no types that differ in which fields they have. And
where no dialect is known each pair is put to those engines that know both types: three types may
have no engine in common, so that what follows from two comparisons may be unknown to a third.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect
from bot.core.types.dialects import ENGINES
from bot.core.types.physical import compare_physical, logical_of
from bot.core.types.reading import readings
from bot.core.types.shapes import (
    Decimal,
    Float,
    Integer,
    Numeral,
    Repertoire,
    Shape,
    Text,
    Unit,
)
from tests.core.types import test_databases, test_physical, test_warehouses
from tests.core.types.expected import INCOMPARABLE, NARROWER, SAME, WIDER, Row

ROWS: dict[str | None, tuple[Row, ...]] = {
    None: test_physical.NO_DIALECT,
    "postgres": test_databases.POSTGRES,
    "redshift": test_warehouses.REDSHIFT,
    "snowflake": test_warehouses.SNOWFLAKE,
    "bigquery": test_warehouses.BIGQUERY,
    "databricks": test_warehouses.DATABRICKS,
    "hive": test_warehouses.HIVE,
    "trino": test_warehouses.TRINO,
    "mysql": test_databases.MYSQL,
    "tsql": test_databases.TSQL,
    "oracle": test_databases.ORACLE,
    "duckdb": test_databases.DUCKDB,
    "clickhouse": test_databases.CLICKHOUSE,
}
SIZES = ("", "(3)", "(12,2)", "(12,4)", "('a')")
RARE = ("interval ", " signed", "zerofill", "multi", "national")


def pool(dialect: str | None) -> list[str]:
    """Return the types of the dialect's table, and every name of the engine in some sizes."""
    told = {text for old, new, _, _ in ROWS[dialect] for text in (old, new)}
    names = ENGINES[dialect].names if dialect else ()
    made = {
        f"{name}{size}"
        for name in names
        for size in SIZES
        if not any(word in name for word in RARE)
    }
    return sorted(text for text in told | made if readings(text, dialect))


def plain(dialect: str | None) -> list[str]:
    """Return the pool without types that differ in which fields they have."""
    return [text for text in pool(dialect) if not text.lower().startswith(("tuple", "row"))]


@pytest.mark.parametrize("dialect", ROWS)
def test_every_comparison_is_mirrored(dialect: str | None) -> None:
    wrong = [
        (old, new)
        for old, new in product(plain(dialect), repeat=2)
        if compare_physical(old, new, dialect).relation
        is not compare_physical(new, old, dialect).relation.mirrored()
    ]
    assert wrong == []


@pytest.mark.parametrize("dialect", ROWS)
def test_wider_than_wider_is_wider(dialect: str | None) -> None:
    wider: dict[str, set[str]] = {}
    for old, new in product(plain(dialect), repeat=2):
        if compare_physical(old, new, dialect).relation is WIDER:
            wider.setdefault(old, set()).add(new)
    wrong = [
        (low, middle, high)
        for low, above in wider.items()
        for middle in above
        for high in wider.get(middle, set()) - above
        if dialect or compare_physical(low, high, dialect).relation is not Relation.UNKNOWN
    ]
    assert wrong == []


def disagree(one: Relation, other: Relation, *, certain: bool) -> bool:
    return one is not other and (certain or Relation.UNKNOWN not in {one, other})


@pytest.mark.parametrize("dialect", ROWS)
def test_what_is_the_same_compares_the_same_with_all_others(dialect: str | None) -> None:
    texts = plain(dialect)
    wrong = [
        (one, other, third)
        for one, other in product(texts[::5], texts)
        if compare_physical(one, other, dialect).relation is SAME
        for third in texts[::7]
        if disagree(
            compare_physical(one, third, dialect).relation,
            compare_physical(other, third, dialect).relation,
            certain=dialect is not None,
        )
    ]
    assert wrong == []


VALUES: list[Fraction] = [
    *(
        Fraction(sign * (2**bits + step))
        for bits in range(0, 66, 1)
        for step in (-1, 0, 1)
        for sign in (1, -1)
    ),
    *(Fraction(sign * (10**n + step)) for n in range(38) for step in (-1, 0) for sign in (1, -1)),
    *(Fraction(n, 10**scale) for n in (1, 123, 99_999) for scale in range(1, 6)),
    *(Fraction(1, 2**n) for n in (1, 10, 30)),
]
TEXTS: list[str] = [
    letter * n + tail
    for letter in ("a", "é", "€", "😀", "語")
    for n in (0, 1, 2, 3, 4, 9, 12, 19, 20, 76, 256, 257)
    for tail in ("", "z")
]


def admits(shape: Shape, value: Fraction | str) -> bool | None:
    """Return whether shape holds value, by another way than the product; None: no opinion."""
    match shape, value:
        case (Integer(), Fraction()):
            return value.denominator == 1 and shape.low <= value <= shape.high
        case (Decimal(), Fraction()):
            unscaled = value * Fraction(10) ** shape.scale
            return unscaled.denominator == 1 and shape.low <= unscaled <= shape.high
        case (Numeral(), Fraction()):
            return shape.digits is None or significant(value) <= shape.digits
        case (Float(), Fraction()):
            binary = f"{abs(value.numerator):b}".rstrip("0")
            return value.denominator.bit_count() == 1 and len(binary) <= shape.bits
        case (Text(), str()):
            return text_fits(shape, value)
        case _:
            return None


def significant(value: Fraction) -> int:
    while value.denominator != 1:
        value *= 10
    return len(str(abs(value.numerator)).rstrip("0"))


def text_fits(shape: Text, value: str) -> bool:
    encodings = {Repertoire.ASCII: "ascii", Repertoire.CODE_PAGE: "cp1252"}
    encoding = encodings.get(shape.repertoire, "utf-8")
    try:
        encoded = value.encode(encoding)
    except UnicodeEncodeError:
        return False
    size = {
        Unit.CHARACTER: len(value),
        Unit.BYTE: len(encoded),
        Unit.UTF16: len(value.encode("utf-16-le")) // 2,
    }[shape.unit]
    return shape.length is None or size <= shape.length


@pytest.mark.parametrize("dialect", [name for name in ROWS if name])
def test_no_value_contradicts_a_relation(dialect: str) -> None:
    shapes = {text: readings(text, dialect)[0].slot.shape for text in pool(dialect)}
    values: list[Fraction | str] = [*VALUES, *TEXTS]
    held = {
        text: {value for value in values if admits(shape, value)}
        for text, shape in shapes.items()
        if isinstance(shape, Integer | Decimal | Numeral | Float | Text)
    }
    wrong = []
    for old, new in product(held, repeat=2):
        relation = compare_physical(old, new, dialect).relation
        if relation in {SAME, WIDER} and not held[old] <= held[new]:
            wrong.append((old, new, relation, min(map(str, held[old] - held[new]))))
        if relation in {SAME, NARROWER} and not held[new] <= held[old]:
            wrong.append((old, new, relation, min(map(str, held[new] - held[old]))))
    assert wrong == []


NAMES = sorted({name for engine in ENGINES.values() for name in engine.names})
LEAVES = st.builds(str.__add__, st.sampled_from(NAMES), st.sampled_from(SIZES))
TYPES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map("array<{}>".format),
        inner.map("{}[]".format),
        inner.map("{} not null".format),
        inner.map("Nullable({})".format),
        st.tuples(inner, inner).map(lambda two: "map<{}, {}>".format(*two)),
        st.tuples(inner, inner).map(lambda two: "struct<a {}, b: {}>".format(*two)),
        st.tuples(inner, inner).map(lambda two: "row(a {}, b {})".format(*two)),
    ),
    max_leaves=6,
)
NOISE = st.text(alphabet="intarysuc <>()[],:='\"`\\*-5 \n", max_size=60)
DIALECTS = st.sampled_from([None, *ENGINES, "sqlite", "?"])


@settings(max_examples=400, deadline=None)
@given(TYPES | NOISE | st.text(max_size=40), DIALECTS)
def test_every_text_is_the_same_as_itself(text: str, dialect: str | None) -> None:
    found = compare_physical(text, text.swapcase().swapcase() + " ", dialect)
    assert (
        compare_physical(text, text, dialect).relation,
        found.relation in {SAME, Relation.UNKNOWN},
    ) == (SAME, True)


@settings(max_examples=600, deadline=None)
@given(TYPES | NOISE | st.text(max_size=40), TYPES | NOISE, DIALECTS, DIALECTS)
def test_any_two_texts_compare_and_mirror(
    old: str, new: str, dialect: str | None, old_dialect: str | None
) -> None:
    logical_of(old, dialect)
    found = compare_physical(old, new, dialect, old_dialect or "")
    mirrored = compare_physical(new, old, old_dialect, dialect or "")
    assert Aspect.FIELDS in {found.aspect, mirrored.aspect} or (
        found.relation is mirrored.relation.mirrored()
    )


def test_the_pools_know_all_relations() -> None:
    texts = pool("mysql")
    found = {compare_physical(old, new, "mysql").relation for old, new in product(texts, repeat=2)}
    assert found >= {SAME, WIDER, NARROWER, INCOMPARABLE}
