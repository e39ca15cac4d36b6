"""Paths of elements, taken apart: `orders.customer.email`, `orders.lines[].sku`, `o."a.b"`."""

from __future__ import annotations

import re

_STEP = re.compile(r'\.?(?:"(?:[^"\\]|\\.)*"|\[\]|\{key\}|\{value\}|[^.\[{"]+|.)', re.DOTALL)


def prefixes(path: str) -> tuple[str, ...]:
    """Return the paths of an element's object and of each field around it, then its own."""
    return tuple(path[: step.end()] for step in _STEP.finditer(path))


def within(path: str, outer: str) -> bool:
    """Tell whether a path is another one or lies below it; everything lies below an empty one."""
    return not outer or path == outer or (path.startswith(outer) and path[len(outer)] in ".[{")
