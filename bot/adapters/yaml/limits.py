"""How much of a file is read at all. No contract comes near, and no file can cost more."""

from __future__ import annotations

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 100
"""Collections inside one another, the root mapping included, aliases followed."""
MAX_NODES = 100_000
"""Keys, values and collections; what an alias repeats counts again."""
MAX_NUMBER = 400
"""Characters of a number: more digits than any type of column holds."""
MAX_TAG_DIRECTIVES = 100
"""The parser compares each `%TAG` with all before it."""
MAX_FAULTS = 100
"""After so many the reader gives up."""
