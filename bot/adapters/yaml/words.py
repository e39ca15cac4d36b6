"""The words for each fault that the reader itself finds; those of the parser are in `syntax`."""

from __future__ import annotations

import json
import re

from bot.adapters.yaml.limits import MAX_DEPTH, MAX_NODES
from bot.adapters.yaml.scalars import CORE_TAGS
from bot.adapters.yaml.troubles import Trouble
from bot.core.contract.node import Mark
from bot.core.errors import ErrorCode
from bot.core.text import shortened


def _quoted(text: str) -> str:
    return json.dumps(shortened(text), ensure_ascii=False)


def too_deep(mark: Mark) -> Trouble:
    """Tell of a collection below MAX_DEPTH others, aliases followed."""
    return Trouble(
        ErrorCode.TOO_DEEP,
        mark,
        f"the nesting is deeper than {MAX_DEPTH} levels",
        "flatten it; no contract needs more",
    )


def too_many_nodes(mark: Mark) -> Trouble:
    """Tell of the node number MAX_NODES + 1."""
    return Trouble(
        ErrorCode.TOO_MANY_NODES,
        mark,
        f"the file has more than {MAX_NODES:,} keys and values",
        "split the contract into several files",
    )


def explosion(mark: Mark, name: str) -> Trouble:
    """Tell of an alias that, written out, would exceed MAX_NODES."""
    return Trouble(
        ErrorCode.ALIAS_EXPLOSION,
        mark,
        f"with the alias *{shortened(name)} written out, the file would have more than"
        f" {MAX_NODES:,} keys and values",
        "write out what is needed instead of aliases of aliases",
    )


def cycle(mark: Mark, name: str) -> Trouble:
    """Tell of an alias to a collection that it stands in."""
    return Trouble(
        ErrorCode.ALIAS_CYCLE,
        mark,
        f"the alias *{shortened(name)} repeats what it stands in, without end",
        "write out what is meant",
    )


def unknown_alias(mark: Mark, name: str) -> Trouble:
    """Tell of an alias without an anchor above it."""
    return Trouble(
        ErrorCode.NOT_YAML,
        mark,
        f"the alias *{shortened(name)} has no anchor &{shortened(name)} above it",
        f"add the anchor, or put the text in quotes: {_quoted('*' + name)}",
    )


def duplicate_key(mark: Mark, key: str, first: Mark) -> Trouble:
    """Tell of a key that its mapping has already."""
    return Trouble(
        ErrorCode.DUPLICATE_KEY,
        mark,
        f"the key {_quoted(key)} is set twice, first in line {first[0]}",
        "delete or rename one of the two",
    )


def key_not_text(mark: Mark) -> Trouble:
    """Tell of a mapping or a sequence as a key."""
    return Trouble(
        ErrorCode.KEY_NOT_TEXT,
        mark,
        "a key has to be a text, and this is a list or a mapping",
        'put a text that begins with a bracket in quotes: "{{ name }}"',
    )


def merge_key(mark: Mark) -> Trouble:
    """Tell of a merge key of YAML 1.1, which YAML 1.2 does not know."""
    return Trouble(
        ErrorCode.MERGE_KEY,
        mark,
        "the merge key `<<` is not a part of YAML 1.2",
        "write out the keys it stands for",
    )


def bad_number(mark: Mark, text: str, why: str) -> Trouble:
    """Tell of a number that a contract cannot hold."""
    return Trouble(
        ErrorCode.BAD_NUMBER,
        mark,
        f"{shortened(text)} {why}",
        f"leave the key out, or put the value in quotes where a text is meant: {_quoted(text)}",
    )


def unfit_tag(mark: Mark, tag: str) -> Trouble:
    """Tell of a tag that is not of the core schema, or does not fit what it stands before."""
    return Trouble(
        ErrorCode.UNKNOWN_TAG,
        mark,
        f"the tag {shortened(_short(tag))} is not known, or does not fit what follows it",
        "delete the tag; put a text that begins with ! in quotes",
    )


def _short(tag: str) -> str:
    if tag.startswith(CORE_TAGS):
        return f"!!{tag.removeprefix(CORE_TAGS)}"
    return tag if tag.startswith("!") else f"!<{tag}>"


def unquoted_version(mark: Mark, key: str, text: str, value: float) -> Trouble:
    """Tell of a version that YAML reads as a number, and so may lose a part of."""
    read = str(value)
    told = "a number" if read == text else f"the number {shortened(read)}"
    return Trouble(
        ErrorCode.UNQUOTED_VERSION,
        mark,
        f"{key} {shortened(text)} would be read as {told}: write all three parts",
        f"{key}: {_in_full(text, 'v' if key == 'apiVersion' else '')}",
    )


def _in_full(text: str, sign: str) -> str:
    """Return the version that a number stands for, with all its three parts."""
    found = re.fullmatch(r"(\d{1,9})(?:\.(\d{1,9}))?", text, re.ASCII)
    parts = (found[1], found[2] or "0") if found else ("1", "0")
    return f"{sign}{'.'.join(str(int(part)) for part in parts)}.0"


def many_documents(mark: Mark) -> Trouble:
    """Tell of the start of a second document."""
    return Trouble(
        ErrorCode.MANY_DOCUMENTS,
        mark,
        "a second document begins here",
        "give each document a file of its own, or delete this line `---`",
    )


def empty_document() -> Trouble:
    """Tell of a file without any content."""
    return Trouble(
        ErrorCode.EMPTY_DOCUMENT,
        (1, 1),
        "the file holds nothing",
        "begin with `apiVersion:` and `kind:`, or delete the file",
    )


def not_a_mapping(mark: Mark, found: str) -> Trouble:
    """Tell of a list or a single value where the keys of a contract are expected."""
    return Trouble(
        ErrorCode.NOT_A_MAPPING,
        mark,
        f"the file holds {found}, not keys with values",
        "begin with `apiVersion:` and `kind:` at the left margin",
    )
