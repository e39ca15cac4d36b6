"""The command's front door: it answers `--version` alone and hands everything else to `bot.cli`."""

from __future__ import annotations

import atexit
import gc
import sys

from bot import __version__

_GARBAGE = 100_000
"""Contracts are trees: nearly nothing of them is cyclic, and looking for it costs a tenth."""


def main() -> int:
    """Run the command on the process's arguments and return its exit code.

    0 is fine, 1 means that the policy says no, 2 that it could not be judged.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"steward {__version__}\n")
        return 0
    gc.set_threshold(_GARBAGE)
    atexit.register(gc.freeze)  # what is about to end need not be searched for cycles first
    from bot.cli import main as run  # noqa: PLC0415 - `--version` must not wait for the whole command

    return run()


if __name__ == "__main__":
    sys.exit(main())
