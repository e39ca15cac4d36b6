"""The texts with which the story ends: the bundled contracts, and the files around them."""

from __future__ import annotations

from pathlib import Path

from bot.core.errors import ErrorCode, failure

_HERE = Path(__file__).resolve().parent
_FILES = _HERE / "files"
# Inside a wheel the contracts lie beside this module; in a checkout they lie at its root.
_PLACES = (_HERE / "contracts", _HERE.parents[1] / "contracts")


def bundled_folder() -> Path:
    """Return the folder of the bundled contracts. Raises StewardError when it is missing."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise failure(
        ErrorCode.NO_SUCH_PATH,
        "the bundled contracts are missing from this installation",
        hint="install contract-steward again",
    )


def last_tree() -> dict[str, str]:
    """Return every text of the last commit by its path in the repository."""
    tree = _texts(_FILES)
    for name, text in _texts(bundled_folder()).items():
        tree[f"contracts/{name}"] = text
    return tree


def _texts(folder: Path) -> dict[str, str]:
    """Return the texts below a folder; line ends become those of the repository."""
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.suffix in (".yaml", ".yml", ".md") or file.name == "CODEOWNERS"
    }
