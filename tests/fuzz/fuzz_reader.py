"""Feeds the whole way, from bytes to every format, what libFuzzer makes of contracts.

Run `python -m tests.fuzz.fuzz_reader -runs=20000`, with any other options of libFuzzer, and with
folders of further texts to begin with. Half of the texts differ in some bytes from one before, the
other half are still YAML: a tree of values is edited. Needs atheris, which has wheels for few
platforms.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
WATCHED = (
    *("bot.adapters.yaml", "bot.adapters.odcs", "bot.core.contract", "bot.core.diff"),
    *("bot.core.sets", "bot.core.types", "bot.core.witness", "bot.render"),
)
"""Where another way through the code is worth another text; to watch a module costs time."""
SEEDS = (HERE / "seeds", HERE.parents[1] / "contracts")


def main() -> None:
    """Fuzz until the runs are over; libFuzzer ends the process itself."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=list(WATCHED)):
        for name in WATCHED:
            for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
                importlib.import_module(module.name)
    from tests.fuzz.drive import drive  # noqa: PLC0415  # what it imports is instrumented above
    from tests.fuzz.growing import seeds  # noqa: PLC0415
    from tests.fuzz.writing import written  # noqa: PLC0415

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        found = _edited(data, seed) if seed % 2 else None
        mutated: bytes = atheris.Mutate(data, most) if found is None else found
        return mutated[:most]

    with tempfile.TemporaryDirectory() as folder:
        for number, tree in enumerate(seeds()):
            Path(folder, f"grown-{number}.yaml").write_bytes(written(tree))
        found = [path for place in (*SEEDS, Path(folder)) for path in sorted(place.rglob("*.yaml"))]
        options = [f"-seed_inputs={','.join(map(str, found))}", f"-dict={HERE / 'yaml.dict'}"]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:]], drive, custom_mutator=mutate)
        atheris.Fuzz()


def _edited(data: bytes, seed: int) -> bytes | None:
    """Return the text after a few edits of its tree; None where it is no YAML that can be read."""
    from bot.adapters.yaml_reader import read_yaml  # noqa: PLC0415  # instrumented in `main`
    from bot.core.errors import StewardError  # noqa: PLC0415
    from tests.fuzz.editing import edited, plain, random_edits  # noqa: PLC0415
    from tests.fuzz.writing import written  # noqa: PLC0415

    try:
        tree = plain(read_yaml(data, "").root)
    except StewardError:
        return None
    return written(edited(tree, random_edits(Random(seed), 3)))  # noqa: S311  # makes tests


if __name__ == "__main__":
    main()
