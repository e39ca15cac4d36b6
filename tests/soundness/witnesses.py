"""Whether a witness shows what it claims."""

from __future__ import annotations

from bot.core.finding import Finding, Witness
from tests.soundness.oracle import PLAIN, lost, seen, valid
from tests.soundness.shapes import Document, Field, Json


def why_not(finding: Finding, old: Document, new: Document) -> str | None:
    """Return why a proven finding is not proven after all; None if its rows show a break.

    The rows are of the one object at the finding's path, under either of its names.
    """
    witness = finding.witness
    if witness is None:
        return f"{finding.rule} {finding.path}: no witness"
    told = [_why_not(witness, one, two) for one, two in _objects(finding.path, old, new)]
    if None in told:
        return None
    return f"{finding.rule} {finding.path}: {witness.row} under {witness.valid_under}: {told}"


def _objects(path: str, old: Document, new: Document) -> list[tuple[Field, Field]]:
    named = path.split(".", 1)[0]
    pairs = [(one, two) for one in old["schema"] for two in new["schema"]]
    near = [(one, two) for one, two in pairs if named in (one["name"], two["name"])]
    return [pair for pair in near if pair[0]["name"] == pair[1]["name"]] or near


def _why_not(witness: Witness, old: Field, new: Field) -> str | None:
    rows: Json = witness.row if isinstance(witness.row, list) else [witness.row]
    own, other = (old, new) if witness.valid_under == "old" else (new, old)
    if not valid(own, rows):
        return "it is not valid where it is said to be"
    if not valid(other, seen(other, rows)):
        return None
    missed = lost(old, new, PLAIN, "") if "is gone" in witness.violates else None
    return None if own is new and missed else "it is valid on the other side as well"
