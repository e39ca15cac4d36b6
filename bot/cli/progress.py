"""A progress line for long work: on a terminal only, and only when the work is long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.app.documents import Progress

_WORTH_TELLING = 50


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Give a function that tells progress on standard error, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return

    shown = False

    def tell(what: str, done: int, of: int) -> None:
        nonlocal shown
        if of >= _WORTH_TELLING and done % 10 == 0:
            shown = True
            sys.stderr.write(f"\r{what}: {done} of {of} ({100 * done // of} %)")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
