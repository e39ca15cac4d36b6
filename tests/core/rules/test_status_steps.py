"""Each step from one status to another is judged by one rule, and by no other."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.core.finding import Weight
from tests.core.rules.running import changed, family

_STATUSES = ("proposed", "draft", "active", "deprecated", "retired", "zone 7", "''")
_RULES = family("lifecycle")
_EXPECTED = {
    ("proposed", "draft"): "status-restated",
    ("draft", "proposed"): "status-restated",
    ("draft", "retired"): "status-restated",
    ("draft", "active"): "contract-activated",
    ("''", "active"): "contract-activated",
    ("zone 7", "active"): "contract-activated",
    ("active", "deprecated"): "contract-deprecated",
    ("draft", "deprecated"): "contract-deprecated",
    ("deprecated", "active"): "contract-undeprecated",
    ("deprecated", "retired"): "contract-retired",
    ("active", "retired"): "contract-retired-early",
    ("''", "retired"): "contract-retired-early",
    ("active", "draft"): "contract-withdrawn",
    ("deprecated", "proposed"): "contract-withdrawn",
    ("active", "zone 7"): "status-left-open",
    ("deprecated", "''"): "status-left-open",
    ("retired", "active"): "contract-revived",
    ("retired", "draft"): "contract-revived",
    ("retired", "zone 7"): "status-restated",
    ("zone 7", "''"): "status-restated",
    ("''", "draft"): "status-restated",
    ("production", "active"): "status-restated",
    ("production", "retired"): "contract-retired-early",
    ("in development", "active"): "contract-activated",
}


def steps(old: str, new: str) -> list[str]:
    found = changed(f"status: {old}\n", f"status: {new}\n", _RULES)
    return [finding.name for finding in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [pytest.param(*pair, id=f"{pair[0]} to {pair[1]}") for pair in permutations(_STATUSES, 2)],
)
def test_every_step_is_judged_once(old: str, new: str) -> None:
    assert len(steps(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        pytest.param(old, new, rule, id=f"{old} to {new}: {rule}")
        for (old, new), rule in _EXPECTED.items()
    ],
)
def test_a_step_is_judged_by_its_own_rule(old: str, new: str, rule: str) -> None:
    assert steps(old, new) == [rule]


def test_a_status_that_is_taken_away_leaves_the_promise_open() -> None:
    old = "apiVersion: v3.2.0\nkind: DataContract\nid: example\nversion: 1.0.0\nstatus: active\n"
    found = changed(old, old.replace("status: active", "status: ''"), _RULES)

    assert [(finding.name, finding.weight) for finding in found] == [
        ("status-left-open", Weight.WARNING)
    ]


def test_a_retirement_tells_the_end_that_was_announced() -> None:
    end = "slaProperties: [{property: endOfLife, value: '2030-12-31'}]\n"
    found = changed(f"status: deprecated\n{end}", f"status: retired\n{end}", _RULES)

    assert [finding.message for finding in found] == [
        "the contract is retired; its end of life was announced for 2030-12-31"
    ]
