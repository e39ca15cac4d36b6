"""What the readers of other formats share: parts of a contract, and the words for types."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.errors import ErrorCode, StewardError, failure

Parts = dict[str, object]
"""A part of a contract as it will stand in YAML."""

_LOGICAL = {
    "string": "string varchar text char nvarchar character uuid string_type clob bytes",
    "integer": "integer int long bigint smallint tinyint int64 int32",
    "number": "number decimal numeric float double real float64 double_precision money",
    "boolean": "boolean bool bit",
    "date": "date",
    "timestamp": "timestamp timestamp_tz timestamp_ntz timestamp_ltz timestamptz datetime"
    " datetime2",
    "time": "time",
    "array": "array",
    "object": "object record struct variant json",
}
_BY_WORD = {word: logical for logical, words in _LOGICAL.items() for word in words.split()}


def not_imported(message: str, hint: str) -> StewardError:
    """Return the error for a file that cannot be taken over."""
    return failure(ErrorCode.NOT_IMPORTED, message, hint=hint)


def logical_type(physical: str) -> str | None:
    """Return the logical type of a type's name, None where it is none that is known."""
    word = physical.partition("(")[0].partition("<")[0].strip().lower()
    return _BY_WORD.get(word.replace(" ", "_"))


def texts_of(node: MapNode, *keys: str) -> Iterator[tuple[str, str]]:
    """Yield the keys that have a text, with it, each once."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, str) and value.strip():
            yield key, value.strip()


def items_of(node: MapNode, key: str) -> Iterator[MapNode]:
    """Yield the mappings in the list under a key."""
    found = node.get(key)
    yield from (
        (each for each in found if isinstance(each, MapNode)) if isinstance(found, SeqNode) else ()
    )


def plain(value: Node) -> object:
    """Return a node without the places that it knows."""
    if isinstance(value, MapNode):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, SeqNode):
        return [plain(each) for each in value]
    return value


def allowed(values: Node) -> list[Parts]:
    """Return the allowed values of a field, each once, given a list of them."""
    found = (plain(value) for value in values) if isinstance(values, SeqNode) else ()
    # Unlike the values themselves, their texts tell 1 from true.
    return [{"value": value} for value in {repr(value): value for value in found}.values()]
