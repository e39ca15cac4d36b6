"""The rows of a contract's table of fields: everything that a reader asks about one field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.core.contract.model import Contract, Field, Options, SchemaObject, every_field, step
from bot.core.lineage.graph import Node, NodeKind
from bot.core.plain import plain
from bot.core.versions import release_line
from site_gen.neighbours import Neighbours, Ref
from site_gen.slugs import anchor

_BOUNDS = (
    ("minimum", "≥"),
    ("exclusive_minimum", ">"),
    ("maximum", "≤"),
    ("exclusive_maximum", "<"),
)
_RANGES = (
    ("length", "min_length", "max_length"),
    ("items", "min_items", "max_items"),
    ("members", "min_properties", "max_properties"),
)
_PLAIN = ("pattern", "format", "multiple_of", "default_timezone", "dimensions", "element_type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One constraint of a field: a word of the portal's own, or a sign, and a value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field as the table shows it. `depth` is 0 directly in its object."""

    path: str
    anchor: str
    depth: int
    name: str
    field: Field
    since: str | None
    limits: tuple[Limit, ...]
    sources: tuple[Ref, ...]
    readers: tuple[Ref, ...]

    @property
    def type(self) -> str:
        """The logical type, or nothing."""
        return self.field.logical_type or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectTable:
    """An object with the rows of its fields, nested ones below their parents."""

    object: SchemaObject
    path: str
    anchor: str
    since: str | None
    rows: tuple[FieldRow, ...]

    @property
    def has_sources(self) -> bool:
        """Whether it is known of a field what it is made of."""
        return any(
            row.sources or row.field.transform_logic or row.field.transform_description
            for row in self.rows
        )

    @property
    def has_readers(self) -> bool:
        """Whether a reader of a field is known."""
        return any(row.readers for row in self.rows)

    @property
    def samples(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The fields that have examples, and rows made of these examples."""
        told = [row for row in self.rows if row.depth == 0 and row.field.examples]
        height = min(max((len(row.field.examples) for row in told), default=0), 5)
        rows = tuple(tuple(_example(row.field, index) for row in told) for index in range(height))
        return tuple(row.name for row in told), rows


def tables(
    contract: Contract, since: Mapping[str, str], near: Neighbours | None
) -> tuple[ObjectTable, ...]:
    """Return a table for each object of a contract.

    Without `near`, an old version is meant, of which nobody knows who reads it.
    """
    found = []
    for obj in contract.schema:
        top = step(obj.name)
        found.append(
            ObjectTable(
                object=obj,
                path=top,
                anchor=anchor(top),
                since=since.get(top),
                rows=tuple(_rows(contract, obj, top, since, near)),
            )
        )
    return tuple(found)


def _rows(
    contract: Contract,
    obj: SchemaObject,
    top: str,
    since: Mapping[str, str],
    near: Neighbours | None,
) -> Iterator[FieldRow]:
    line = release_line(contract.version)
    for path, field in every_field(obj, top):
        node = Node(NodeKind.FIELD, contract.id, path, line)
        inner = path[len(top) + 1 :]
        yield FieldRow(
            path=path,
            anchor=anchor(path),
            depth=_depth(inner),
            name=inner if _depth(inner) == 0 else _last(inner, field),
            field=field,
            since=since.get(path),
            limits=tuple(limits(field.options)),
            sources=near.sources(node) if near else (),
            readers=near.readers(node) if near else (),
        )


def _depth(path: str) -> int:
    """Return how deep a path lies; a dot in a quoted step counts, which moves a row only."""
    return min(sum(path.count(mark) for mark in (".", "[]", "{key}", "{value}")), 8)


def _last(path: str, field: Field) -> str:
    for mark in ("[]", "{key}", "{value}"):
        if path.endswith(mark):
            return mark
    return field.name


def limits(options: Options) -> Iterator[Limit]:
    """Yield each constraint that the options of a field declare."""
    for key, low_key, high_key in _RANGES:
        low, high = getattr(options, low_key), getattr(options, high_key)
        if low is not None or high is not None:
            yield Limit(name=key, value=_span(low, high))
    bounds = ((sign, getattr(options, key)) for key, sign in _BOUNDS)
    yield from (Limit(name=sign, value=str(value)) for sign, value in bounds if value is not None)
    told = ((key, getattr(options, key)) for key in _PLAIN)
    yield from (Limit(name=key, value=str(value)) for key, value in told if value is not None)
    if options.timezone is not None:
        yield Limit(name="timezone", value="✓" if options.timezone else "—")
    if options.unique_items:
        yield Limit(name="unique_items", value="✓")


def _span(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    if low is None:
        return f"≤ {high}"
    return f"≥ {low}" if high is None else f"{low} … {high}"


def _example(field: Field, index: int) -> str:
    if index >= len(field.examples):
        return ""
    value = plain(field.examples[index])
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
