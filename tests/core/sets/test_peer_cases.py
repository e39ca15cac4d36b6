"""Changes that datacontract-cli has judged (MIT), against what the sets say of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.core.relation import Relation
from bot.core.sets.intervals import compare_intervals, number_interval, temporal_interval
from bot.core.sets.measures import compare, read_measure
from bot.core.sets.operators import compare_thresholds, read_unit
from bot.core.sets.values import values_difference

Contract = dict[str, Any]

_CASES = Path(__file__).resolve().parents[3] / "../shared/corpora/odcs_datacontract_cli.json"
_DIRECTIONS = {
    Relation.SAME: [],
    Relation.WIDER: ["loosens"],
    Relation.NARROWER: ["tightens"],
    Relation.INCOMPARABLE: ["both"],
    Relation.UNKNOWN: ["undetermined"],
}


def _field(contract: Contract) -> Contract:
    return dict(contract["schema"][0]["properties"][0])


def _threshold(old: Contract, new: Contract) -> Relation:
    before, after = _field(old)["quality"][0], _field(new)["quality"][0]
    line = read_unit(before.get("unit"))
    if line is None or line is not read_unit(after.get("unit")):
        return Relation.UNKNOWN
    return compare_thresholds(before, after, whole=False, line=line)


def _argument(name: str) -> Callable[[Contract, Contract], Relation]:
    def relation(old: Contract, new: Contract) -> Relation:
        before, after = (
            _field(side)["quality"][0].get("arguments", {}).get(name, []) for side in (old, new)
        )
        return values_difference(before, after).relation

    return relation


def _fewer_rows_pass(old: Contract, new: Contract) -> Relation:
    """More markers of a missing value make more rows count as missing."""
    return _argument("missingValues")(old, new).mirrored()


def _integer_bounds(old: Contract, new: Contract) -> Relation:
    before, after = (_field(side)["logicalTypeOptions"] for side in (old, new))
    return compare_intervals(
        number_interval(before, integer=True), number_interval(after, integer=True)
    )


def _date_bounds(old: Contract, new: Contract) -> Relation:
    before, after = (_field(side)["logicalTypeOptions"] for side in (old, new))
    return compare_intervals(temporal_interval(before, "date"), temporal_interval(after, "date"))


def _enum(old: Contract, new: Contract) -> Relation:
    before, after = ([entry["value"] for entry in _field(side)["enum"]] for side in (old, new))
    return values_difference(before, after).relation


def _freshness(old: Contract, new: Contract) -> Relation:
    before, after = (side["slaProperties"][0] for side in (old, new))
    order = compare(
        read_measure(before["value"], before["unit"]), read_measure(after["value"], after["unit"])
    )
    relations = {1: Relation.WIDER, 0: Relation.SAME, -1: Relation.NARROWER}
    return Relation.UNKNOWN if order is None else relations[order]


# Cases of the peer that turn on more than one set, or on none, are not here: renames, keys,
# rules added and removed, service levels that it does not test.
_JUDGES = {
    "between-wider": _threshold,
    "between-shifted": _threshold,
    "not-between-wider": _threshold,
    "threshold-replaced-by-wider": _threshold,
    "threshold-replaced-and-described": _threshold,
    "threshold-replaced-by-narrower-complement": _threshold,
    "threshold-in-other-unit": _threshold,
    "rule-named": _threshold,
    "unit-rows-declared": _threshold,
    "unit-percent-respelled": _threshold,
    "same-row-count-threshold": _threshold,
    "valid-value-added-to-percent-limit": _argument("validValues"),
    "valid-value-removed": _argument("validValues"),
    "missing-value-marker-added": _fewer_rows_pass,
    "null-values-to-missing-values": _fewer_rows_pass,
    "same-integer-bound": _integer_bounds,
    "same-date-bound": _date_bounds,
    "False-old4-new4-expected4": _enum,
    "freshness-longer": _freshness,
}


@pytest.mark.shared
@pytest.mark.skipif(not _CASES.exists(), reason="needs ../shared/corpora beside the checkout")
@pytest.mark.parametrize("name", list(_JUDGES))
def test_the_sets_agree_with_the_peer(name: str) -> None:
    cases = json.loads(_CASES.read_text("utf-8"))
    found = [case for case in cases if case["note"].endswith(f"[{name}]")]

    assert len(found) == 2
    for case in found:
        relation = _JUDGES[name](case["old"], case["new"])
        assert _DIRECTIONS[relation] == case["expected_directions"]
