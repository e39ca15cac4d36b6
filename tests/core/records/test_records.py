from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, get_type_hints

import pytest

from bot.core import records


@records.dataclass(frozen=True, slots=True)
class Point:
    across: int
    down: int = 0
    names: list[str] = records.field(default_factory=list, repr=False, compare=False)
    shown: ClassVar[str] = "a point"

    def moved(self) -> Point:
        return records.replace(self, across=self.across + 1)


@dataclasses.dataclass(frozen=True, slots=True)
class StandardPoint:
    across: int
    down: int = 0
    names: list[str] = dataclasses.field(default_factory=list, repr=False, compare=False)
    shown: ClassVar[str] = "a point"

    def moved(self) -> StandardPoint:
        return dataclasses.replace(self, across=self.across + 1)


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Deep(Point):
    depth: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StandardDeep(StandardPoint):
    depth: int


@records.dataclass(frozen=True, slots=True, order=True)
class Ordered:
    first: int
    second: str = ""


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class StandardOrdered:
    first: int
    second: str = ""


@records.dataclass(slots=True)
class Counter:
    count: int = 0


@dataclasses.dataclass(slots=True)
class StandardCounter:
    count: int = 0


@records.dataclass(frozen=True, slots=True, eq=False)
class Token:
    word: str


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class StandardToken:
    word: str


@records.dataclass(frozen=True, slots=True)
class Empty:
    """Nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class StandardEmpty:
    """Nothing."""


@records.dataclass(frozen=True, slots=True)
class Tree:
    branches: list[object]

    def __iter__(self) -> Iterator[object]:
        return iter(self.branches)


@dataclasses.dataclass(frozen=True, slots=True)
class StandardTree:
    branches: list[object]

    def __iter__(self) -> Iterator[object]:
        return iter(self.branches)


PAIRS = [
    pytest.param(Point, StandardPoint, id="defaults and factories"),
    pytest.param(Deep, StandardDeep, id="a base, and keywords only"),
    pytest.param(Ordered, StandardOrdered, id="an order"),
    pytest.param(Counter, StandardCounter, id="one that changes"),
    pytest.param(Token, StandardToken, id="one that equals itself alone"),
    pytest.param(Empty, StandardEmpty, id="no fields"),
    pytest.param(Tree, StandardTree, id="one that may hold itself"),
]
each_pair = pytest.mark.parametrize(("record", "standard"), PAIRS)

USES: list[Any] = [
    pytest.param(lambda cls: cls(), id="made of nothing"),
    pytest.param(lambda cls: cls(1), id="made of one value"),
    pytest.param(lambda cls: cls(1, "2"), id="made of two values"),
    pytest.param(lambda cls: cls(1, 2, 3, 4, 5), id="made of too many values"),
    pytest.param(lambda cls: cls(1, depth=2), id="made of a keyword"),
    pytest.param(lambda cls: cls(word="w"), id="made of the keyword of another"),
    pytest.param(lambda cls: repr(cls(1, depth=3)), id="written with a keyword"),
    pytest.param(lambda cls: repr(cls(1)), id="written"),
    pytest.param(lambda cls: cls(1) == cls(1), id="equal"),
    pytest.param(lambda cls: cls(1) == cls(2), id="unequal"),
    pytest.param(lambda cls: cls(1) == 1, id="of another class"),
    pytest.param(lambda cls: hash(cls(1)) == hash(cls(1)), id="hashed alike"),
    pytest.param(lambda cls: hash(cls([])), id="hashed with what has no hash"),
    pytest.param(lambda cls: operator.lt(cls(1), cls(2)), id="less"),
    pytest.param(lambda cls: operator.ge(cls(1), cls(2)), id="not less"),
    pytest.param(lambda cls: operator.gt(cls(1), 2), id="greater than something else"),
    pytest.param(lambda cls: operator.le(cls(1, "a"), cls(1, "b")), id="at most"),
    pytest.param(lambda cls: cls(1).moved(), id="replaced in a field"),
    pytest.param(lambda cls: setattr(cls(1), cls.__match_args__[0], 2), id="changed in a field"),
    pytest.param(lambda cls: delattr(cls(1), cls.__match_args__[0]), id="robbed of a field"),
    pytest.param(lambda cls: vars(cls(1)), id="asked for a dictionary"),
    pytest.param(lambda cls: dataclasses.asdict(cls(1)), id="told as a dictionary"),
    pytest.param(lambda cls: dataclasses.replace(cls(1), down=7), id="replaced by the library"),
    pytest.param(lambda cls: pickle.loads(pickle.dumps(cls(1))), id="stored"),  # noqa: S301
    pytest.param(lambda cls: copy.deepcopy(cls(1)), id="copied"),
    pytest.param(lambda cls: cls.__match_args__, id="matched"),
    pytest.param(lambda cls: cls.shown, id="asked for what its class has"),
    pytest.param(lambda cls: cls.across.__name__, id="asked for a slot"),
    pytest.param(lambda cls: get_type_hints(cls.__init__), id="asked for its types"),
    pytest.param(
        lambda cls: [
            (entry.name, entry.type, entry.repr, entry.compare, entry.kw_only)
            for entry in dataclasses.fields(cls)
        ],
        id="asked for its fields",
    ),
    pytest.param(
        lambda cls: [
            (name, str(known.kind), known.default is inspect.Parameter.empty)
            for name, known in inspect.signature(cls).parameters.items()
        ],
        id="asked for its signature",
    ),
]


def told(use: Callable[[type], object], cls: type) -> str:
    """What comes of a use, told without the name of the class: a value, or an error."""
    try:
        found = repr(use(cls))
    except Exception as error:  # noqa: BLE001  # any error must be the same
        found = f"{type(error).__name__}: {error}"
    return found.replace("Standard", "")


@each_pair
@pytest.mark.parametrize("use", USES)
def test_a_record_behaves_as_the_dataclass_does(
    record: type, standard: type, use: Callable[[type], object]
) -> None:
    assert told(use, record) == told(use, standard)


@each_pair
@pytest.mark.parametrize("use", USES)
def test_the_twentieth_record_behaves_as_the_first(
    record: type, standard: type, use: Callable[[type], object]
) -> None:
    for _ in range(20):
        told(lambda cls: cls(1, depth=2), record)
        told(lambda cls: cls(1), record)

    assert told(use, record) == told(use, standard)


def fresh() -> Any:  # noqa: ANN401  # a class that is made here
    """Return a class of records of which none was made yet."""
    members: dict[str, Any] = {
        "__annotations__": {"first": "int", "second": "int", "third": "list[int]"}
    }
    members |= {"second": 2, "third": records.field(default_factory=list)}
    return records.dataclass(frozen=True, slots=True)(type("Fresh", (), {**members}))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda cls: cls(), id="a field is missing"),
        pytest.param(lambda cls: cls(1, 2, [], 4), id="a value too many"),
        pytest.param(lambda cls: cls(1, first=1), id="a field twice"),
        pytest.param(lambda cls: cls(1, fourth=1), id="an unknown field"),
    ],
)
def test_the_first_record_is_refused_as_every_other(make: Callable[[Any], object]) -> None:
    many = fresh()
    for number in range(20):
        many(number)

    assert told(make, fresh()) == told(make, many)
    assert told(make, many).startswith("TypeError")


def test_the_first_record_has_its_values() -> None:
    made = fresh()(1, third=[3])

    assert (made.first, made.second, made.third) == (1, 2, [3])


def test_a_record_that_holds_itself_is_written() -> None:
    branches: list[object] = []
    tree = Tree(branches)
    branches.append(tree)

    assert repr(tree) == "Tree(branches=[...])"


def test_each_record_has_what_a_factory_makes_for_itself() -> None:
    assert Point(1).names is not Point(1).names


def test_a_record_takes_no_new_attribute() -> None:
    # the standard dataclass with slots answers with a TypeError about super() here
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'unknown'"):
        Point(1).unknown = 2  # type: ignore[attr-defined]  # this is the mistake


def test_replacing_a_field_that_is_not_there_fails() -> None:
    change: Any = records.replace

    with pytest.raises(TypeError, match="unexpected keyword argument 'width'"):
        change(Point(1), width=1)


def test_a_dataclass_of_the_library_is_replaced_too() -> None:
    assert records.replace(StandardPoint(1), down=5) == StandardPoint(1, 5)


def test_fields_are_named_in_their_order() -> None:
    assert records.field_names(Deep(1, depth=2)) == ("across", "down", "names", "depth")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Point(1), True, id="a record"),
        pytest.param(Empty(), True, id="a record without fields"),
        pytest.param(Point, False, id="a class of records"),
        pytest.param("text", False, id="a text"),
    ],
)
def test_records_are_told_from_other_values(value: object, expected: bool) -> None:
    assert records.is_record(value) is expected


def test_a_subclass_that_adds_nothing_is_made_like_its_base() -> None:
    class Plain(Point):
        pass

    assert Plain(3, 4).down == 4


def test_a_record_needs_slots() -> None:
    decorate: Any = records.dataclass

    with pytest.raises(TypeError, match="write slots=True"):
        decorate(frozen=True)(type("Loose", (), {}))


def test_a_base_of_another_kind_is_refused() -> None:
    decorate: Any = records.dataclass(frozen=True, slots=True)

    with pytest.raises(TypeError, match="its base StandardEmpty is not"):
        decorate(type("Mixed", (StandardEmpty,), {}))
