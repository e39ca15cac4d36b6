"""The two keys that fields may be part of: the primary key and the partition key."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from bot.core.contract.model import Field, SchemaObject
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A kind of key: how people call it, and where the standard and the model have it."""

    word: str
    key: str
    position_key: str
    flag: Callable[[Field], bool]
    position: Callable[[Field], int]


KEYS = (
    Key(
        "primary key",
        "primaryKey",
        "primaryKeyPosition",
        attrgetter("primary_key"),
        attrgetter("primary_key_position"),
    ),
    Key(
        "partition key",
        "partitioned",
        "partitionKeyPosition",
        attrgetter("partitioned"),
        attrgetter("partition_key_position"),
    ),
)


def keyed(owner: SchemaObject | Field, kind: Key) -> list[Field]:
    """Return the fields directly below the owner that are part of its key."""
    return [field for field in owner.properties if kind.flag(field)]
