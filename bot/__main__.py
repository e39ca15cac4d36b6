"""The command's front door: it answers `--version` alone and hands everything else to `bot.cli`."""

from __future__ import annotations

import errno
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
        return _version()
    gc.set_threshold(_GARBAGE)
    from bot.cli import main as run  # noqa: PLC0415 - `--version` must not wait for the whole command

    code = run()
    _leave(code)
    return code


def _version() -> int:
    if sys.stdout is None:
        return _told(OSError(errno.EBADF, "it is closed"))
    try:
        sys.stdout.write(f"steward {__version__}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(0)  # the reader went away
    except OSError as error:
        os._exit(_told(error))
    return 0


def _leave(code: int) -> None:
    """End at once: taking every module apart first costs as much as half a comparison.

    Nothing is lost: what was opened is closed by then, and what was printed is handed on here.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (BrokenPipeError, ValueError):
            pass  # the reader went away, or the stream is closed
        except OSError as error:
            code = code if code == _NOT_WRITTEN else _told(error)
    os._exit(code)


def _told(error: OSError) -> int:
    from bot.cli import not_written  # noqa: PLC0415 - only where the answer cannot be written

    return not_written(error)


if __name__ == "__main__":
    sys.exit(main())
