"""From the text of a type to what it admits, under one engine or under every one that knows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from bot.core.records import dataclass, replace
from bot.core.types.aliases import alias
from bot.core.types.dialects import ENGINES, panel
from bot.core.types.engine import Arguments, Brackets, Builder, Engine, as_number
from bot.core.types.outline import Group, Parts, Token, outline
from bot.core.types.shapes import Array, Shape, Slot

_DEEPEST = 32
_TAIL = frozenset({"not", "null", "comment", "default", "options"})
_SPELLED = {"double": "double precision", "text": "string"}
"""sqlglot's name of a type, where an engine has only another one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one engine understands."""

    engine: str
    slot: Slot


@lru_cache(maxsize=4_096)
def readings(text: str, dialect: str | None) -> tuple[Reading, ...]:
    """Return how text may be read: once for a known dialect, else once for each that can.

    An empty answer means that nobody can.
    """
    parts = outline(text)
    if parts is None:
        return ()
    engine = ENGINES.get(dialect or "")
    if engine and dialect:
        readers = [_Reader(engine, text, partial(alias, dialect=dialect))]
    else:
        # A name that sqlglot translates may mean more than the translation (BYTEINT to SMALLINT):
        # good for a word that is foreign to a known engine, not for an engine that is not known.
        readers = [_Reader(member, text, None) for member in panel()]
    found = [(reader.engine.name, reader.slot(parts)) for reader in readers]
    return tuple(Reading(name, slot) for name, slot in found if slot)


@dataclass(frozen=True, slots=True)
class _Reader:
    engine: Engine
    source: str
    alias: Callable[[str], str | None] | None
    depth: int = 0

    def slot(self, parts: Parts) -> Slot | None:
        """Read a type and what follows it: `NOT NULL`, `COMMENT '…'`, and so on."""
        cut = next((i for i, part in enumerate(parts) if i and part.word in _TAIL), len(parts))
        slot = self._type(parts[:cut]) if parts else None
        if slot is None:
            return None
        tail = _tail(parts[cut:], _Tail(slot.required))
        text = self.source[parts[0].start : parts[-1].end]
        return Slot(slot.shape, tail.required, text, filled=tail.filled) if tail else None

    def _type(self, parts: Parts) -> Slot | None:
        body, sizes = self._without_brackets(parts)
        if not body or len(sizes) + self.depth > _DEEPEST:
            return None
        inner = replace(self, depth=self.depth + 1 + len(sizes))
        slot = inner.scalar(body)
        loose = self.engine.brackets is Brackets.LOOSE_ARRAYS
        for size in sizes:
            if slot is None or size == _UNREADABLE:
                return None
            slot = self._as_slot(Array(slot, size, loose=loose and size is not None), parts)
        return slot

    def _without_brackets(self, parts: Parts) -> tuple[Parts, list[int | None]]:
        """Take `[3]`, `[]` and `ARRAY` off the end; the sizes come innermost first."""
        if self.engine.brackets is Brackets.QUOTES:
            return _unquoted(parts), []
        sizes: list[int | None] = []
        while self.engine.brackets is not Brackets.NOTHING and len(parts) > 1:
            last = parts[-1]
            if isinstance(last, Group) and last.opener == "[":
                sizes.insert(0, _size(last))
                parts = parts[:-1] if parts[-2].word != "array" else parts[:-2]
            elif last.word == "array" and self.engine.brackets is Brackets.LOOSE_ARRAYS:
                sizes.insert(0, None)
                parts = parts[:-1]
            else:
                break
        return parts, sizes

    def scalar(self, parts: Parts) -> Slot | None:
        """Read a name with its groups: `timestamp (3) with time zone`."""
        words: list[str] = []
        groups: list[Group] = []
        places: list[int] = []
        for part in parts:
            if isinstance(part, Group) and part.opener != "[" and words:
                groups.append(part)
                places.append(len(words))
            elif part.word:
                words.append(part.word)
            else:
                return None
        builder = self._builder(" ".join(words))
        if builder is None:
            return None
        built = builder(Arguments(tuple(groups), tuple(places), self.slot, self.field))
        return built if built is None or isinstance(built, Slot) else self._as_slot(built, parts)

    def _builder(self, name: str) -> Builder | None:
        known = self.engine.names.get(name)
        if known or self.alias is None:
            return known
        other = self.alias(name) or ""
        return self.engine.names.get(other) or self.engine.names.get(_SPELLED.get(other, ""))

    def _as_slot(self, shape: Shape, parts: Parts) -> Slot:
        text = self.source[parts[0].start : parts[-1].end]
        return Slot(shape, required=self.engine.required, text=text)

    def field(self, parts: Parts, place: int) -> tuple[str, Slot] | None:
        """Read `name: type`, `name type`, or a type alone, which its place then names.

        A word alone is a type: `ROW(double precision)` has one field, without a name. sqlglot is
        not asked there, it would be asked about every `name type`.
        """
        first, rest = parts[0], parts[1:]
        if rest and isinstance(rest[0], Token) and rest[0].text == ":" and rest[0].kind == "mark":
            return self._named(first, rest[1:])
        alone = replace(self, alias=None if rest else self.alias).slot(parts)
        return (f"#{place}", alone) if alone else self._named(first, rest)

    def _named(self, name: Token | Group, parts: Parts) -> tuple[str, Slot] | None:
        if isinstance(name, Group) or name.kind not in {"word", "quoted"} or not parts:
            return None
        slot = self.slot(parts)
        return (name.text if self.engine.exact else name.text.lower(), slot) if slot else None


_UNREADABLE = -1


def _size(group: Group) -> int | None:
    if not group.items:
        return None
    size = as_number(group.items[0]) if len(group.items) == 1 else None
    return _UNREADABLE if size is None or size < 0 else size


def _unquoted(parts: Parts) -> Parts:
    """Return `[varchar](20)` as `varchar(20)`."""
    first = parts[0]
    if isinstance(first, Group) and first.opener == "[" and len(first.items) == 1:
        return (*first.items[0], *parts[1:])
    return parts


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands behind a type: whether null is refused, and what a missing value becomes."""

    required: bool
    filled: bool = False


def _tail(parts: Parts, tail: _Tail) -> _Tail | None:
    """Return tail with what parts add to it; None where they hold what is not understood."""
    rest = list(parts)
    while rest:
        word = rest.pop(0).word
        if word == "null":
            tail = replace(tail, required=False)
            continue
        match word, rest.pop(0) if rest else None:
            case "not", Token(word="null"):
                tail = replace(tail, required=True)
            case "default", Token(kind="string" | "number" | "word") as default:
                tail = replace(tail, filled=default.word != "null")
            case ("comment", Token(kind="string" | "quoted")) | ("options", Group(opener="(")):
                pass
            case _:
                return None
    return tail
