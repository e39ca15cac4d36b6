"""SQL as text: what in it does not matter, short of understanding it."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`)""")
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([^\w\s$]) ?")


def folded_sql(text: object) -> str:
    """Return SQL without what never matters: blanks beside signs, and case outside quotes.

    Texts and names in quotes stay as they are: `'A'` and `'a'` are different values.
    """
    parts = _QUOTED.split(str(text or ""))
    return "".join(
        part if index % 2 else _AROUND.sub(r"\1", _BLANKS.sub(" ", part)).lower()
        for index, part in enumerate(parts)
    ).strip()
