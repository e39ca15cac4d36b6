"""Reads the data tests and the constraints in a dbt `schema.yml`.

Source: dbt Core 1.10, "Data tests" and "Constraints"; dbt-utils 1.3, "Generic Tests".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts, items_of, plain, texts_of
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.records import dataclass

_RANGE = "dbt_utils.accepted_range"
_COMBINATION = "dbt_utils.unique_combination_of_columns"
_ENDS = {
    "min_value": ("exclusiveMinimum", "minimum"),
    "max_value": ("exclusiveMaximum", "maximum"),
}
"""The option for an end of a range, without the end itself and with it."""
_AMOUNTS = ("integer", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A test or a constraint: its name, its arguments, and all that was written of it."""

    # pytest takes a class of this name for a test of its own.
    __test__ = False

    name: str
    arguments: MapNode
    told: MapNode
    is_constraint: bool = False

    @property
    def is_of_every_row(self) -> bool:
        """Whether a row that fails it is an error: not where it only warns, or leaves rows out."""
        warns = any(str(each).lower() == "warn" for each in self.set_to("severity"))
        return not warns and not any(True for _ in self.set_to("where"))

    def set_to(self, key: str) -> Iterator[Node]:
        """Yield what a setting is, beside the arguments or in the configuration."""
        config = self.told.get("config")
        places = (self.told, config) if isinstance(config, MapNode) else (self.told,)
        return (place[key] for place in places if key in place)


def tests_of(node: MapNode) -> Iterator[Test]:
    """Yield each data test of a model or of a column that is not turned off."""
    for key in ("tests", "data_tests"):
        found = node.get(key)
        for told in found if isinstance(found, SeqNode) else ():
            yield from (test for test in _written(told) if False not in test.set_to("enabled"))


def constraints_of(column: MapNode) -> Iterator[Test]:
    """Yield each constraint of a column, by its type."""
    for constraint in items_of(column, "constraints"):
        for _, kind in texts_of(constraint, "type"):
            yield Test(name=kind, arguments=MapNode(), told=MapNode(), is_constraint=True)


def _written(told: Node) -> Iterator[Test]:
    """Yield the tests of an entry: a name, a name with arguments, or a mapping with `test_name`."""
    if isinstance(told, str):
        yield Test(name=told, arguments=MapNode(), told=MapNode())
    elif isinstance(told, MapNode):
        name = told.get("test_name")
        if isinstance(name, str):
            rest = MapNode(told.mark)
            rest.update({key: each for key, each in told.items() if key != "test_name"})
            yield _test(name, rest)
        else:
            yield from (_test(key, value) for key, value in told.items())


def _test(name: str, value: Node) -> Test:
    told = value if isinstance(value, MapNode) else MapNode()
    arguments = told.get("arguments")
    inner = arguments if isinstance(arguments, MapNode) else told
    return Test(name=name, arguments=inner, told=told)


def kept(test: Test) -> Parts:
    """Return a test as a check that dbt runs, in dbt's own words."""
    return {"type": "custom", "engine": "dbt", "implementation": {test.name: plain(test.told)}}


def range_of(test: Test, logical: object) -> Parts | None:
    """Return the limits of an amount, None where the test is about something else."""
    limits = {key: test.arguments[key] for key in _ENDS if key in test.arguments}
    is_known = test.name == _RANGE and bool(limits) and test.is_of_every_row
    if not is_known or logical not in _AMOUNTS or not all(map(_is_amount, limits.values())):
        return None
    inclusive = test.arguments.get("inclusive", True) is not False
    return {"logicalTypeOptions": {_ENDS[key][inclusive]: each for key, each in limits.items()}}


def _is_amount(value: Node) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def of_model(model: MapNode) -> Parts:
    """Return the checks of a whole model."""
    checks = [_of_rows(test) for test in tests_of(model)]
    return {"quality": checks} if checks else {}


def _of_rows(test: Test) -> Parts:
    names = test.arguments.get("combination_of_columns")
    is_plain = isinstance(names, SeqNode) and all(isinstance(name, str) for name in names)
    if test.name == _COMBINATION and is_plain and test.is_of_every_row:
        return {
            "type": "library",
            "metric": "duplicateValues",
            "arguments": {"properties": plain(names)},
            "mustBe": 0,
            "unit": "rows",
        }
    return kept(test)
