"""The command line: parse, wire the ports, call one use case, map its answer to an exit code."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from contextlib import suppress

from bot.core.errors import ErrorCode, Fault, StewardError

OK, NO, UNDECIDED = 0, 1, 2
"""Fine; the policy says no; it could not be judged."""
_NOT_WRITTEN = frozenset(
    getattr(errno, name)
    for name in ("EBADF", "EDQUOT", "EFBIG", "EIO", "ENOSPC")
    if hasattr(errno, name)
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but text ever comes out."""
    words = sys.argv[1:] if argv is None else argv
    if sys.stdout is None or sys.stderr is None:
        from bot.cli.streams import stand_in  # noqa: PLC0415  # hardly anybody closes them

        stand_in()
    try:
        return _run(words)
    except StewardError as error:
        _tell(str(error))
        return UNDECIDED
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except OSError as error:
        return not_written(error) if _is_of_a_stream(error) else _unforeseen(error)
    except Exception as error:  # noqa: BLE001  # the one place where the unforeseen is told
        return _unforeseen(error)


def _run(words: Sequence[str]) -> int:
    """Return the exit code; the parser of arguments is loaded only where there is much to parse."""
    if words and words[0] == "diff":
        from bot.cli.direct import plain_comparison  # noqa: PLC0415  # other commands need it not

        asked = plain_comparison(words)
        if asked is not None:
            return asked.run()
    from bot.cli.root import run  # noqa: PLC0415  # loading it takes as long as comparing

    return run(words)


def not_written(error: OSError) -> int:
    """Tell that the answer did not arrive, and return the exit code for that."""
    fault = Fault(
        ErrorCode.CANNOT_WRITE,
        f"the answer cannot be written to standard output: {error.strerror or 'it failed'}",
        "check that standard output is open, and that there is room where it leads",
    )
    _tell(str(fault))
    return UNDECIDED


def _is_of_a_stream(error: OSError) -> bool:
    """Tell whether writing to a stream that is open failed: there, no file is named."""
    return error.filename is None and error.errno in _NOT_WRITTEN


def _tell(text: str) -> None:
    from click import echo  # noqa: PLC0415  # see above

    with suppress(OSError):  # where nobody can be told, the exit code still tells
        echo(text, err=True)


def _unforeseen(error: Exception) -> int:
    """Tell a failure of our own; with STEWARD_DEBUG set, with its traceback."""
    from bot.adapters.settings import debugging  # noqa: PLC0415  # only on this path

    if debugging():
        raise error
    fault = Fault(
        ErrorCode.INTERNAL,
        f"this is a fault of Contract Steward itself: {type(error).__name__}: {error}",
        "run again with STEWARD_DEBUG=1 and report what it prints",
    )
    _tell(str(fault))
    return UNDECIDED
