"""How fast the command is on a laptop: start, diff, lint, review.

Run it with `make bench`. Each line has a figure, its reference in the same run, and the ratio.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.clock import of_call, of_command
from bot.storyboard import synthetic_contract, tell

_STEWARD = (sys.executable, "-m", "bot")
_PEER = Path(".cache/bench/bin/datacontract")
_CONTRACTS = 1_000


def main() -> None:
    """Print every figure."""
    # As an installed command has it: without this the first runs, or all of them, compile.
    of_command((sys.executable, "-m", "compileall", "-q", "bot"), runs=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for line in (*_start(), *_diff(folder), *_lint(folder), *_review(folder)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _start() -> Iterator[str]:
    bare = of_command((sys.executable, "-c", "pass"))
    version = of_command((*_STEWARD, "--version"))
    yield _row("steward --version", version, "python -c pass", bare, "target 0.15 s")


def _diff(folder: Path) -> Iterator[str]:
    old, new = folder / "old.odcs.yaml", folder / "new.odcs.yaml"
    text = synthetic_contract(7, fields=40)
    old.write_text(text, "utf-8")
    new.write_text(_edited(text), "utf-8")
    ours = of_command((*_STEWARD, "diff", str(old), str(new)))
    bare = of_command((sys.executable, "-c", "pass"))
    yield _row("steward diff, 40 fields", ours, "python -c pass", bare, "target 0.125 s")
    if not _PEER.exists():
        yield f"  (no {_PEER}: `make bench` installs it for the comparison)"
        return
    peer = of_command((str(_PEER.resolve()), "breaking", str(old), str(new)), runs=5)
    yield _row("datacontract breaking", peer, "steward diff", ours, "target ratio >= 10")


def _edited(text: str) -> str:
    """Return the contract with a few real changes: a field gone, one required, a new version."""
    lines = text.splitlines(keepends=True)
    starts = [index for index, line in enumerate(lines) if line.startswith("      - ")]
    middle = starts[len(starts) // 2]
    end = next(index for index in starts if index > middle)
    kept = "".join(lines[:middle] + lines[end:])
    return kept.replace("required: false", "required: true", 1).replace(
        "version: 1.0.0", "version: 1.1.0", 1
    )


def _lint(folder: Path) -> Iterator[str]:
    many = folder / "many"
    many.mkdir()
    texts = []
    for number in range(_CONTRACTS):
        text = synthetic_contract(number, fields=60)
        texts.append(text)
        (many / f"c{number:04}.odcs.yaml").write_text(text, "utf-8")

    def parse() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)  # the C loader is the reference

    bare = of_call(parse)
    ours = of_command((*_STEWARD, "lint", str(many), "--format", "json"), runs=2)
    title = f"steward lint, {_CONTRACTS} contracts"
    yield _row(title, ours, "CSafeLoader", bare, "target ratio <= 2.5")


def _review(folder: Path) -> Iterator[str]:
    figures = []
    for name, scale in (("small", 1), ("large", 20)):
        target = folder / name
        tell(target, scale=scale)
        command = (*_STEWARD, "review", "--base", "main", "--head", "feature/drop-email")
        figures.append(of_command(command, folder=target))
    small, large = figures
    yield _row(
        "steward review, 20 times the contracts", large, "the same in a small one", small, ""
    )


def _row(what: str, figure: float, against: str, reference: float, target: str) -> str:
    ratio = figure / reference if reference else float("inf")
    return (
        f"{what:<42} {figure:8.3f} s   {against:<24} {reference:8.3f} s   ratio {ratio:7.2f}"
        f"   {target}"
    ).rstrip()


if __name__ == "__main__":
    main()
