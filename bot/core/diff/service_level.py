"""Compares two service levels: whether the promise became stronger or weaker."""

from __future__ import annotations

from enum import StrEnum

from bot.core.contract.model import Contract, ServiceLevel
from bot.core.diff.followed import followed, settled
from bot.core.diff.service_level_names import service_level_name
from bot.core.sets.measures import compare, read_measure

_LESS_IS_MORE = frozenset(
    (
        "latency",
        "freshness",
        "timetodetect",
        "timetonotify",
        "timetorepair",
        "errorrate",
        "timeofavailability",
        "generalavailability",
        "frequency",
    )
)
_MORE_IS_MORE = frozenset(("availability", "throughput", "retention", "endofsupport", "endoflife"))
RELIEFS = frozenset(("endofsupport", "endoflife"))
"""Levels that say when something ends: to remove one is a relief, not a loss."""


class Promise(StrEnum):
    """The new service level against the old one."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"
    UNKNOWN = "unknown"


def compare_levels(before: ServiceLevel, after: ServiceLevel) -> Promise:
    """Return how the new promise compares; UNKNOWN for levels that nobody can order.

    Durations are compared in any unit; `frequency` is the time between two deliveries. A level
    with `valueExt` is compared where only one of value and valueExt differs.
    """
    name = service_level_name(before.property)
    if before.value_ext != after.value_ext:
        return Promise.UNKNOWN
    old, new = (read_measure(level.value, level.unit) for level in (before, after))
    order = compare(old, new)
    if order == 0:
        return Promise.SAME
    if order is None or name not in _LESS_IS_MORE | _MORE_IS_MORE:
        return Promise.UNKNOWN
    better = order < 0 if name in _LESS_IS_MORE else order > 0
    return Promise.STRONGER if better else Promise.WEAKER


def scope(level: ServiceLevel) -> frozenset[str]:
    """Return the elements that the level holds for; nothing means everything."""
    return frozenset(part.strip() for part in (level.element or "").split(",") if part.strip())


def scopes(
    before: ServiceLevel, after: ServiceLevel, old: Contract, new: Contract
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the elements on both sides, each under its name in the new contract."""
    return (
        frozenset(followed(part, old, new) for part in scope(before)),
        frozenset(settled(part, new) for part in scope(after)),
    )
