from __future__ import annotations

import pytest

from bot.adapters.settings import read_settings, settings_schema
from bot.core.errors import StewardError
from bot.core.finding import Weight
from bot.core.mode import MODES, Direction, Mode
from bot.core.policy.settings import DEFAULT_PATHS

NAMES = {"DC104": "field-removed", "field-removed": "field-removed"}
FULL_POLICY = b"""\
contracts: [contracts, "data/**/*.odcs.yaml"]
compatibility: forward
rules:
  field-removed: unsure
conventions:
  mustBeBetween: exclusive
  classifications: [open, secret]
domains:
  sales: {compatibility: full-transitive}
paths:
  "contracts/sandbox/*":
    rules: {DC104: off}
"""


def test_every_setting_is_read() -> None:
    found = read_settings(FULL_POLICY, "policy.yml", NAMES)

    assert found.contracts == ("contracts", "data/**/*.odcs.yaml")
    assert found.compatibility == Mode(Direction.FORWARD)
    assert found.rules == {"field-removed": Weight.UNSURE}
    assert not found.conventions.between_inclusive
    assert found.conventions.sensitivity == (("open",), ("secret",))
    assert [scope.source for scope in found.scopes] == [
        "policy.yml:9 (domains.sales)",
        "policy.yml:11 (paths.contracts/sandbox/*)",
    ]
    assert found.scopes[1].rules == {"DC104": Weight.OFF}


def test_an_empty_mapping_is_the_default_policy() -> None:
    found = read_settings(b"{}\n", "policy.yml", NAMES)

    assert found.contracts == DEFAULT_PATHS
    assert found.compatibility == Mode(Direction.FULL)
    assert not found.compatibility_set


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "compatability: full\n",
            "policy.yml:1: E401 `compatability` is no setting\n"
            "  | compatability: full\n"
            "  | ^\n"
            "  hint: did you mean `compatibility`?",
            id="a misspelt key",
        ),
        pytest.param(
            "compatibility: fowrard\n",
            "policy.yml:1: E401 `compatibility` cannot be `fowrard`\n"
            "  | compatibility: fowrard\n"
            "  |                ^\n"
            "  hint: did you mean `forward`?",
            id="a misspelt mode",
        ),
        pytest.param(
            "rules: {field-remove: off}\n",
            "policy.yml:1: E402 `field-remove` is no rule\n"
            "  | rules: {field-remove: off}\n"
            "  |         ^\n"
            "  hint: did you mean `field-removed`?",
            id="a rule that is none",
        ),
        pytest.param(
            "contracts: contracts\n",
            "policy.yml:1: E401 `contracts` has the wrong form\n"
            "  | contracts: contracts\n"
            "  |            ^\n"
            "  hint: give it a value of type array; see `steward config --schema`",
            id="a text for a list",
        ),
    ],
)
def test_a_fault_says_what_was_meant(text: str, expected: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_settings(text.encode(), "policy.yml", NAMES)

    assert str(caught.value) == expected


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(StewardError) as caught:
        read_settings(b"a: 1\nrules: {x: off}\ncompatibility: y\n", "policy.yml", NAMES)

    assert [fault.where.line for fault in caught.value.faults if fault.where] == [1, 2, 3]


def test_the_published_schema_names_every_mode_and_weight() -> None:
    schema = settings_schema()

    assert sorted(schema["$defs"]["mode"]["enum"]) == sorted(map(str, MODES))
    assert schema["$defs"]["rules"]["additionalProperties"]["enum"] == [
        weight.word for weight in Weight
    ]
