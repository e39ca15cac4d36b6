"""Reads YAML text into nodes that know their places, and refuses what is no contract's text."""

from __future__ import annotations

from yaml import YAMLError

from bot.adapters.yaml.building import Builder
from bot.adapters.yaml.decoding import UTF8_MARK, decode
from bot.adapters.yaml.events import open_events
from bot.adapters.yaml.syntax import explain
from bot.adapters.yaml.troubles import StoppedError, Troubles
from bot.core.contract.node import Document
from bot.core.errors import ErrorCode, StewardError

_WITHOUT_GAP = frozenset((ErrorCode.UNQUOTED_VERSION, ErrorCode.DUPLICATE_KEY))


def read_yaml(data: bytes, file: str) -> Document:
    """Return the one document in the bytes; `file` is its name in places and messages.

    Scalars mean what the core schema of YAML 1.2 says. What an alias repeats is the same object
    in each place, and counts in each against the limits (`bot.adapters.yaml.limits`).

    Raises StewardError with all faults that can be found, in the order of the file. After an
    error of syntax, or a limit, nothing more is known of a file.
    """
    document, error = read_leniently(data, file)
    if error is not None:
        raise error
    return document


def read_leniently(data: bytes, file: str) -> tuple[Document, StewardError | None]:
    """Return the document, and what is wrong with its text where all of it is known all the same.

    Such are a version that is a number, and a key that is set twice: the first one stands. Raises
    StewardError where any other fault leaves a gap.
    """
    text = decode(data, file)
    troubles = Troubles()
    try:
        root = Builder(open_events(data.removeprefix(UTF8_MARK)), troubles).build()
    except YAMLError as error:
        troubles.found.append(explain(error, text))
    except StoppedError:
        pass
    else:
        if not troubles.found:
            return Document(file, text, root), None
        if {trouble.code for trouble in troubles.found} <= _WITHOUT_GAP:
            return Document(file, text, root), troubles.error(file, text)
    raise troubles.error(file, text)
