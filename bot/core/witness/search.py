"""Finds a row that is valid under one contract and not under the other, and so shows a change."""

from __future__ import annotations

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Witness
from bot.core.rule import Pair
from bot.core.witness.aim import aims


def find(change: Change, pair: Pair, effect: Effect) -> Witness | None:
    """Return a row that shows the effect of a change inside a schema object; None if none is found.

    Where the change tightens, the row is valid under the old contract, and what a reader of the
    new one sees of it breaks the demand that changed; where it loosens, the other way round, or
    the row lacks a field that readers of the old contract select. For the effect "both" either
    will do. For a change of uniqueness or of the primary key the row is a list of two rows.

    Each row was judged under both contracts before it is returned. It has the fields that the
    contracts demand and the one concerned. A row may lack what another change demands, where
    that cannot be helped; `violates` tells the fault of this change alone. Work is bounded, and
    nothing is raised.
    """
    aim = aims(change) if effect in _BREAKING else None
    if aim is None:
        return None
    # The judge and the makers of values take longer to load than most changes to judge.
    from bot.core.witness.hunting import hunt  # noqa: PLC0415

    return hunt(change, aim, pair, effect)


_BREAKING = frozenset((Effect.TIGHTENS, Effect.LOOSENS, Effect.BOTH))
