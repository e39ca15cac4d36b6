"""The parser behind the reader, and what its events look like to us."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol, cast

import yaml
from yaml.error import Mark as YamlMark
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser, ParserError
from yaml.reader import Reader
from yaml.scanner import Scanner

from bot.core.contract.node import Mark


class ParserMark(Protocol):
    """A place as PyYAML counts it: from 0, in characters."""

    line: int
    column: int


class Event(Protocol):
    """One event; its class says which of the attributes below `start_mark` it has."""

    start_mark: ParserMark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str


ALIAS: type[object] = AliasEvent
DOCUMENT_START: type[object] = DocumentStartEvent
MAPPING_END: type[object] = MappingEndEvent
MAPPING_START: type[object] = MappingStartEvent
SCALAR: type[object] = ScalarEvent
SEQUENCE_END: type[object] = SequenceEndEvent
SEQUENCE_START: type[object] = SequenceStartEvent
STREAM_END: type[object] = StreamEndEvent


def mark_of(event: Event) -> Mark:
    """Return where the event begins, as our nodes count it: from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


NextEvent = Callable[[], Event]
OpenEvents = Callable[[bytes], NextEvent]


_SURROGATE = "[\ud800-\udfff]"


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, fifty times slower, for where it was built without libyaml."""

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data)
        Scanner.__init__(self)
        Parser.__init__(self)


def open_with_python(data: bytes) -> NextEvent:
    """Return the function that gives the next event of the text. Both raise YAMLError."""
    parser = PythonParser(data)
    get_event = cast("NextEvent", parser.get_event)

    def next_event() -> Event:
        try:
            event = get_event()
        except (OverflowError, ValueError) as error:
            # It makes numbers and characters of digits without looking at them.
            place = parser.get_mark()
            raise ParserError(None, None, "found a number out of range", place) from error
        if event.__class__ is SCALAR and re.search(_SURROGATE, event.value):
            place = cast("YamlMark", event.start_mark)
            raise ParserError(None, None, "found invalid Unicode character escape code", place)
        return event

    return next_event


def open_with_libyaml(data: bytes) -> NextEvent:
    """Return the function that gives the next event of the text, and raises YAMLError."""
    from yaml._yaml import CParser  # noqa: PLC0415 - exists only where PyYAML has libyaml

    return cast("NextEvent", CParser(data).get_event)


open_events: OpenEvents = open_with_libyaml if yaml.__with_libyaml__ else open_with_python
