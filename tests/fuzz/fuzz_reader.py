"""Feeds the reader what libFuzzer makes of contracts.

Run `python -m tests.fuzz.fuzz_reader -runs=20000`, with any other options of libFuzzer, and with
folders of further texts to begin with. Needs atheris, which has wheels for few platforms.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = (HERE / "seeds", HERE.parents[1] / "contracts")


def main() -> None:
    """Fuzz until the runs are over; libFuzzer ends the process itself."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["bot"]):
        drive = importlib.import_module("tests.fuzz.drive").drive
    seeds = [str(path) for folder in SEEDS for path in sorted(folder.rglob("*.yaml"))]
    options = [f"-seed_inputs={','.join(seeds)}", f"-dict={HERE / 'yaml.dict'}"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:]], drive)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
