"""What else a type is called: sqlglot's knowledge of names, for names that our tables lack.

Only a bare name is ever asked, never a whole type: sqlglot drops what it does not expect (it
reads `int array` as `int`, refuses `ARRAY(NUMBER NOT NULL)`, forgets `INTERVAL DAY(3)`), and a
stranger's text should not drive a whole SQL parser.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = re.compile(r"[a-z][a-z0-9_]*( [a-z][a-z0-9_]*){0,4}")
_LONGEST = 64
_MISREAD = frozenset({"array", "list", "int8", "fixed"})
"""Words that sqlglot reads as a suffix and then forgets, or takes for one of two types: `int8` has
8 bits or 8 bytes, `fixed` holds a decimal or bytes."""


@lru_cache(maxsize=1_024)
def alias(name: str, dialect: str) -> str | None:
    """Return sqlglot's own name, in lower case, of what dialect calls name; None: not a type."""
    if len(name) > _LONGEST or not _NAME.fullmatch(name) or _MISREAD & set(name.split()):
        return None
    # Loading sqlglot takes a tenth of a second: only a name that no table has is worth that.
    from sqlglot import exp, parse_one  # noqa: PLC0415
    from sqlglot.dialects.dialect import Dialects  # noqa: PLC0415
    from sqlglot.errors import SqlglotError  # noqa: PLC0415

    if dialect not in {known.value for known in Dialects}:
        return None
    try:
        found = parse_one(name, into=exp.DataType, dialect=dialect)
    except SqlglotError:
        return None
    kind = found.this
    return str(kind.value).lower() if isinstance(kind, exp.DataType.Type) else None
