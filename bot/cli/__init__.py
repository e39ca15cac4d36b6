"""The command line: parse, wire the ports, call one use case, map its answer to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.core.errors import ErrorCode, Fault, StewardError

OK, NO, UNDECIDED = 0, 1, 2
"""Fine; the policy says no; it could not be judged."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but text ever comes out."""
    words = sys.argv[1:] if argv is None else argv
    try:
        return _run(words)
    except StewardError as error:
        _tell(str(error))
        return UNDECIDED
    except BrokenPipeError:
        sys.stderr.close()
        return OK
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


def _tell(text: str) -> None:
    from click import echo  # noqa: PLC0415  # see above

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
