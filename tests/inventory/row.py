"""One answered row of the property inventory: a change, and what each direction makes of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A change to one property of the standard, as two contract texts, and its judgement.

    `rule` is the rule that strikes, None where nothing may strike but notes of effect none.
    `backward` and `forward` are the heaviest weight of all findings in that direction:
    "breaking", "unsure", "warning", "note", "none" for no finding at all, or "refused" where
    the reader does not take the new text. `correction` says why the judgement differs from the
    inventory's own, "" where it does not; its "-" is a note, a warning or nothing.
    """

    path: str
    change: str
    old: str
    new: str
    rule: str | None
    backward: str
    forward: str
    correction: str = ""
