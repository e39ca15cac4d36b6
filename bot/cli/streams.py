"""What stands in for standard streams that are closed."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path


class Closed(io.RawIOBase):
    """A stream that is open only so that writing to it fails, as it does where it is closed."""

    def writable(self) -> bool:
        """Return that somebody may try."""
        return True

    def write(self, _content: object, /) -> int:
        """Raise OSError."""
        raise OSError(errno.EBADF, "it is closed")


def stand_in() -> None:
    """Put streams where Python found none: an answer must not get lost unsaid, a hint may."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(Closed()), encoding="utf-8")
