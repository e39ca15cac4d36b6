"""Each difference between two deprecations is judged by one rule, and by no other."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.core.check import Ruleset
from bot.core.mode import Direction
from bot.core.rules import CATALOGUE
from tests.core.rules.running import changed

_RULES = tuple(rule for rule in CATALOGUE if rule.family == "lifecycle")
_STATES = {
    "live": "",
    "flagged": "deprecated: true",
    "with a reason": "{reason: net counts}",
    "with a replacement": "{replacedBy: orders.net}",
    "until June": "{removal: '2030-06-30'}",
    "until July": "{removal: '2030-07-31'}",
    "until some day": "{removal: some day}",
    "until 2.0.0": "{removalVersion: 2.0.0}",
    "until 3.0.0": "{removalVersion: 3.0.0}",
}


def state(name: str) -> str:
    told = _STATES[name]
    if told.startswith("{"):
        told = f"customProperties: [{{property: deprecation, value: {told}}}]"
    more = f", {told}" if told else ""
    return f"schema:\n- name: orders\n  properties: [{{name: amount, logicalType: number{more}}}]\n"


def steps(old: str, new: str, direction: Direction = Direction.FULL) -> dict[str, str]:
    rules = Ruleset(rules=_RULES, weights={}, direction=direction)
    return {found.name: found.weight.word for found in changed(state(old), state(new), rules)}


@pytest.mark.parametrize(
    ("old", "new"),
    [pytest.param(*pair, id=f"{pair[0]}, then {pair[1]}") for pair in permutations(_STATES, 2)],
)
def test_every_step_is_judged_once(old: str, new: str) -> None:
    assert len(steps(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("live", "until June", {"element-deprecated": "note"}, id="deprecated"),
        pytest.param("until June", "live", {"element-undeprecated": "note"}, id="kept after all"),
        pytest.param("flagged", "with a reason", {"deprecation-reworded": "note"}, id="a reason"),
        pytest.param("flagged", "until June", {"removal-announced": "note"}, id="a first day"),
        pytest.param("until June", "flagged", {"removal-brought-forward": "breaking"}, id="no day"),
        pytest.param("until June", "until July", {"removal-put-off": "note"}, id="later"),
        pytest.param(
            "until July", "until June", {"removal-brought-forward": "breaking"}, id="earlier"
        ),
        pytest.param(
            "until 3.0.0", "until 2.0.0", {"removal-brought-forward": "breaking"}, id="a version"
        ),
        pytest.param("until June", "until some day", {"removal-unclear": "unsure"}, id="in words"),
    ],
)
def test_a_step_is_judged_by_its_own_rule(old: str, new: str, found: dict[str, str]) -> None:
    assert steps(old, new) == found


def test_an_earlier_removal_breaks_readers_alone() -> None:
    weights = {
        direction.value: steps("until July", "until June", direction)["removal-brought-forward"]
        for direction in (Direction.BACKWARD, Direction.FORWARD)
    }

    assert weights == {"backward": "note", "forward": "breaking"}


@pytest.mark.parametrize(
    ("replacement", "told"),
    [
        pytest.param("schema/orders/properties/n1", "use `orders.net` instead", id="by its ids"),
        pytest.param("orders.net", "use `orders.net` instead", id="by its names"),
        pytest.param("orders.gone", "use `orders.gone` instead", id="what is not there"),
        pytest.param(
            "other.odcs.yaml#schema/a/properties/b",
            "use `other.odcs.yaml#schema/a/properties/b` instead",
            id="in another file",
        ),
    ],
)
def test_what_takes_the_place_is_named_as_people_write_it(replacement: str, told: str) -> None:
    text = """\
schema:
- id: orders
  name: orders
  properties:
  - {id: n1, name: net, logicalType: number}
  - {name: amount, logicalType: number%s}
"""
    custom = f"{{property: deprecation, value: {{replacedBy: '{replacement}'}}}}"
    rules = Ruleset(rules=_RULES, weights={}, direction=Direction.FULL)

    found = changed(text % "", text % f", customProperties: [{custom}]", rules)

    assert [finding.message.partition("; ")[2] for finding in found] == [told]
