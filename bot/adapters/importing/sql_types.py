"""Turns the type of a column into what a contract says of it, with all that is inside."""

from __future__ import annotations

from collections.abc import Callable

from bot.adapters.importing.parts import Parts
from bot.adapters.importing.sql_words import Kind, Script, Word, Words, group, levels
from bot.core.errors import StewardError
from bot.core.text import shortened
from bot.core.types.natural import natural
from bot.core.types.reading import Reading, readings
from bot.core.types.shapes import Labels, Map, Moment, Opaque, Shape, Zone

_RECORDS = frozenset({"STRUCT", "ROW", "RECORD", "OBJECT", "NESTED", "TUPLE"})
_OPENS = frozenset({"(", "<"})
_ADDED = frozenset({"UNSIGNED", "SIGNED", "ZEROFILL", "BINARY"})
_DEEPEST = 20
_LONGEST = 5_000

Fields = Callable[[Words, int], list[Parts]]
"""Reads the fields that a type has inside, so many types deep."""


class Types:
    """Reads types of one script; `enums` has the values of types that it names itself."""

    def __init__(self, script: Script, fields: Fields) -> None:
        self._script = script
        self._fields = fields
        self.enums: dict[str, list[str]] = {}

    def parts(self, words: Words, depth: int) -> Parts:
        """Return what a contract says of a type. Raises StewardError where it is none."""
        if depth > _DEEPEST:
            message = f"types lie in each other more than {_DEEPEST} deep"
            raise StewardError(self._script.fault(words[0].start, message, "take them apart"))
        if len(words) > _LONGEST:
            message = f"a type has more than {_LONGEST:,} words"
            raise StewardError(self._script.fault(words[0].start, message))
        return self._nested(words, depth) or self._scalar(words)

    def _nested(  # noqa: PLR0911  # one for each kind of type
        self, words: Words, depth: int
    ) -> Parts | None:
        """Return a list, a map or a record; None where it is none of them."""
        if words[-1].key == "]" and len(words) > 2:  # noqa: PLR2004  # a type, and two brackets
            start = max((at for at, word in enumerate(words) if word.key == "["), default=0)
            return self._list(words, words[:start], depth) if start else None
        if words[-1].key == "ARRAY" and len(words) > 1:
            return self._list(words, words[:-1], depth)
        inner = group(words, 1) if len(words) > 1 and words[1].key in _OPENS else None
        if not inner or len(inner) + 3 != len(words):
            return None
        match words[0].key:
            case "ARRAY" | "LIST":
                return self._list(words, inner, depth)
            case "MAP":
                return self._map(words, inner, depth)
            case word if word in _RECORDS:
                fields = self._fields(inner, depth + 1)
                return {
                    "logicalType": "object",
                    "physicalType": self._script.text[words[0].start : words[0].end],
                    "properties": fields,
                }
            case _:
                return None

    def _list(self, words: Words, inner: Words, depth: int) -> Parts:
        item = {k: v for k, v in self.parts(inner, depth + 1).items() if k != "required"}
        # What has fields is told by them: twice told, it would have to be changed twice.
        whole = "ARRAY" if _has_fields(item) else self._script.typed(words)
        return {"logicalType": "array", "physicalType": whole, "items": item}

    def _map(self, words: Words, inner: Words, depth: int) -> Parts:
        comma = next(
            (index for index, level in levels(inner) if level == 0 and inner[index].key == ","), 0
        )
        if not comma or comma + 1 == len(inner):
            message = "a MAP has a key and a value, with a comma between"
            raise StewardError(self._script.fault(inner[0].start, message))
        sides = {"key": inner[:comma], "value": inner[comma + 1 :]}
        told = {
            side: {k: v for k, v in self.parts(part, depth + 1).items() if k != "required"}
            for side, part in sides.items()
        }
        return {"logicalType": "map", "physicalType": self._script.typed(words[:1]), "map": told}

    def _scalar(self, words: Words) -> Parts:
        text = self._script.typed(words)
        found = self._readings(words)
        if found:
            shape = found[0].slot.shape
            required: Parts = {"required": True} if found[0].slot.required else {}
            return _shaped(shape, text) | required
        values = self.enums.get(text.rpartition(".")[2].lower())
        if values is not None:
            return {"logicalType": "string", "physicalType": text} | _enum(values)
        if not _is_one_name(words):
            message = f"`{shortened(text)}` is no type of {self._script.dialect}"
            hint = "see whether a comma is missing before or behind it, and --dialect"
            raise StewardError(self._script.fault(words[0].start, message, hint))
        return {"physicalType": text}

    def _readings(self, words: Words) -> tuple[Reading, ...]:
        """Return how a type may be read: as it is, or without what MySQL adds to a number."""
        dialect = self._script.dialect
        plain = [word for word in words if word.key not in _ADDED]
        bare = plain[:1] if len(plain) < len(words) or _is_one_name(words) else []
        texts = dict.fromkeys(self._script.typed(each) for each in (words, plain, bare) if each)
        found = (readings(text, dialect) for text in texts)
        return next((one for one in found if one), ())


def _shaped(shape: Shape, text: str) -> Parts:
    logical = None if isinstance(shape, Map) else natural(shape)  # a bare one says no more
    parts: Parts = {"logicalType": logical} if logical else {}
    parts["physicalType"] = text
    match shape:
        case Moment(zone=zone):
            parts["logicalTypeOptions"] = {"timezone": zone is not Zone.WALL}
        case Opaque(name="uuid"):
            parts["logicalTypeOptions"] = {"format": "uuid"}
        case Labels(labels=labels, many=False) if labels:
            parts |= _enum([label for label, _ in labels])
        case _:
            pass
    return parts


def _enum(values: list[str]) -> Parts:
    return {"enum": [{"value": value} for value in values]}


def _has_fields(item: Parts) -> bool:
    inner = item.get("items")
    return "properties" in item or (isinstance(inner, dict) and _has_fields(inner))


def _is_one_name(words: Words) -> bool:
    """Tell whether a type that nobody knows may be one that the database has been taught."""
    start = next((index for index, word in enumerate(words) if word.key == "("), len(words))
    inner = group(words, start) if start < len(words) else None
    whole = start == len(words) or (inner is not None and start + len(inner) + 2 == len(words))
    rest = words[:start] if whole else words
    return all(_fits(index, word) for index, word in enumerate(rest)) and len(rest) % 2 == 1


def _fits(index: int, word: Word) -> bool:
    return word.key == "." if index % 2 else word.kind in {Kind.PLAIN, Kind.QUOTED}
