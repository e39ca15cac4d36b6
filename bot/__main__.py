"""The command's front door: it answers `--version` alone and hands everything else to `bot.cli`."""

from __future__ import annotations

import gc
import os
import sys

from bot import __version__

_NOT_WRITTEN = 2
_GARBAGE = 1_000_000
"""Contracts are trees: nearly nothing of them is cyclic, and looking for it costs a seventh."""


def main() -> int:
    """Run the command on the process's arguments and return its exit code.

    0 is fine, 1 means that the policy says no, 2 that it could not be judged.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"steward {__version__}\n")
        return 0
    gc.set_threshold(_GARBAGE)
    from bot.cli import main as run  # noqa: PLC0415 - `--version` must not wait for the whole command

    code = run()
    _leave(code)
    return code


def _leave(code: int) -> None:
    """End at once: taking every module apart first costs as much as half a comparison.

    Nothing is lost: what was opened is closed by then, and what was printed is handed on here.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        pass  # the reader went away, or the stream is closed
    except OSError:
        code = code or _NOT_WRITTEN
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
