"""Reads a regular expression of ECMA-262 into a tree, as far as it describes a regular set."""

from __future__ import annotations

from bot.core.sets.pattern_tree import (
    SURROGATES,
    Ahead,
    Chars,
    Edge,
    Either,
    Joined,
    Ranges,
    Repeated,
    Tree,
    UndecidedError,
    complement,
    joined_ranges,
)

_DEEPEST = 40
_LONGEST = 20_000

_DIGIT: Ranges = ((0x30, 0x39),)
_WORD: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
_LINE_ENDS: Ranges = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
_SPACE: Ranges = (
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
)
_SETS = {"d": _DIGIT, "w": _WORD, "s": _SPACE}
_CONTROLS = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}
_SIGNS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_UNDECIDED = dict.fromkeys("bB", "a word boundary") | dict.fromkeys("pP", "a Unicode property")
_HEX_DIGITS = {"x": 2, "u": 4}


def read_pattern(text: str) -> Tree:
    """Return the tree of a pattern (ECMA-262, 22.2.1, read by code points, without flags).

    Raises UndecidedError for what is no regular set or no ECMA-262: look-behind, references,
    word boundaries, escapes of other dialects. Lazy quantifiers are read as greedy ones: they
    choose another match, never another set.
    """
    if len(text) > _LONGEST:
        raise UndecidedError("the pattern is too long")
    reader = _Reader(text)
    tree = reader.options(0)
    if reader.place < len(text):
        raise UndecidedError("a group is closed that was not opened")
    return tree


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def options(self, depth: int) -> Tree:
        """Read what stands up to the end of the group."""
        if depth > _DEEPEST:
            raise UndecidedError("the pattern is nested too deeply")
        found = [self._sequence(depth)]
        while self._take("|"):
            found.append(self._sequence(depth))
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _sequence(self, depth: int) -> Tree:
        parts: list[Tree] = []
        while self.place < len(self.text) and self.text[self.place] not in "|)":
            parts.append(self._quantified(self._atom(depth)))
        return parts[0] if len(parts) == 1 else Joined(tuple(parts))

    def _atom(self, depth: int) -> Tree:
        char = self._next()
        match char:
            case "^" | "$":
                return Edge(start=char == "^")
            case ".":
                return Chars(complement(_LINE_ENDS))
            case "(":
                return self._group(depth)
            case "[":
                return self._class()
            case "\\":
                return Chars(self._escape(in_class=False))
            case "*" | "+" | "?":
                raise UndecidedError(f"nothing stands before `{char}` to repeat")
            case "{" if self._counts() is not None:
                raise UndecidedError("nothing stands before `{` to repeat")
            case _:
                return Chars(((ord(char), ord(char)),))

    def _group(self, depth: int) -> Tree:
        look = ""
        if self._take("?"):
            look = self._next()
            if look == "<" and self.text[self.place : self.place + 1] not in {"=", "!", ""}:
                self._group_name()
                look = ":"
            if look not in {":", "=", "!"}:
                kind = "looks behind" if look == "<" else "is not of ECMA-262"
                raise UndecidedError(f"a group that begins with (?{look} {kind}")
        body = self.options(depth + 1)
        if not self._take(")"):
            raise UndecidedError("a group is not closed")
        return Ahead(body, wanted=look == "=") if look in {"=", "!"} else Joined((body,))

    def _group_name(self) -> None:
        name, closed, _ = self.text[self.place : self.place + 100].partition(">")
        if not closed or not name.isidentifier():
            raise UndecidedError("the name of a group cannot be read")
        self.place += len(name) + 1

    def _quantified(self, atom: Tree) -> Tree:
        counts = self._repetition()
        if counts is None:
            return atom
        self._take("?")
        if self._peek() in {"*", "+", "?"}:
            raise UndecidedError("a quantifier follows a quantifier")
        if isinstance(atom, Edge | Ahead):
            raise UndecidedError("an assertion is repeated")
        least, most = counts
        if most is not None and most < least:
            raise UndecidedError("a quantifier has its numbers in the wrong order")
        return Repeated(atom, least, most)

    def _repetition(self) -> tuple[int, int | None] | None:
        """Read a quantifier and return how often it repeats; None where there is none."""
        for sign, counts in _SIGNS.items():
            if self._take(sign):
                return counts
        if not self._take("{"):
            return None
        read = self._counts()
        if read is None:
            self.place -= 1
            return None
        self.place += read[2]
        return read[:2]

    def _counts(self) -> tuple[int, int | None, int] | None:
        """Return the numbers of a quantifier whose brace was just read, and their length.

        None where the brace is a plain character (ECMA-262, B.1.2).
        """
        inside, closed, _ = self.text[self.place : self.place + 40].partition("}")
        low, comma, high = inside.partition(",")
        if not closed and inside and not inside.strip("0123456789,"):
            raise UndecidedError("a quantifier has too many digits, or no end")
        if comma and not low and high.isdecimal():
            raise UndecidedError("{,n} is a text in ECMA-262 and a quantifier elsewhere")
        if not closed or not _is_number(low) or (high and not _is_number(high)):
            return None
        least = int(low)
        return least, (int(high) if high else None) if comma else least, len(inside) + 1

    def _class(self) -> Tree:
        negated = self._take("^")
        pairs: list[tuple[int, int]] = []
        while not self._take("]"):
            low = self._class_member()
            if self.text[self.place : self.place + 1] != "-" or self._at("-]"):
                pairs += low
                continue
            self.place += 1
            high = self._class_member()
            if _single(low) and _single(high):
                if high[0][0] < low[0][0]:
                    raise UndecidedError("a range of a class has its ends in the wrong order")
                pairs.append((low[0][0], high[0][0]))
            else:
                pairs += [*low, (0x2D, 0x2D), *high]
        ranges = joined_ranges(pairs)
        return Chars(complement(ranges) if negated else ranges)

    def _class_member(self) -> Ranges:
        char = self._next()
        return self._escape(in_class=True) if char == "\\" else ((ord(char), ord(char)),)

    def _escape(self, *, in_class: bool) -> Ranges:
        char = self._next()
        if char.lower() in _SETS:
            ranges = _SETS[char.lower()]
            return ranges if char.islower() else complement(ranges)
        if char == "b" and in_class:
            return ((8, 8),)
        if char in _CONTROLS and not (char == "0" and self._peek().isdecimal()):
            return ((_CONTROLS[char], _CONTROLS[char]),)
        if char in _HEX_DIGITS:
            return self._hex(_HEX_DIGITS[char])
        if char.isalnum():
            kind = _UNDECIDED.get(
                char, "a back-reference" if char.isdecimal() else "not of ECMA-262"
            )
            raise UndecidedError(f"the escape \\{char} is {kind}")
        return ((ord(char), ord(char)),)

    def _hex(self, length: int) -> Ranges:
        digits = self.text[self.place : self.place + length]
        if len(digits) < length or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
            raise UndecidedError("a hexadecimal escape cannot be read")
        self.place += length
        code = int(digits, 16)
        if SURROGATES[0] <= code <= SURROGATES[1]:
            raise UndecidedError("an escape is one half of a surrogate pair")
        return ((code, code),)

    def _next(self) -> str:
        if self.place >= len(self.text):
            raise UndecidedError("the pattern ends too early")
        self.place += 1
        return self.text[self.place - 1]

    def _peek(self) -> str:
        return self.text[self.place : self.place + 1]

    def _take(self, char: str) -> bool:
        taken = self.text[self.place : self.place + 1] == char
        self.place += taken
        return taken

    def _at(self, text: str) -> bool:
        return self.text.startswith(text, self.place)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _single(ranges: Ranges) -> bool:
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]
