from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator

from bot.adapters.schema_faults import published_schema
from bot.adapters.waivers import read_waivers
from bot.core.errors import Location, StewardError
from bot.core.waiver import Waiver

NAMES = {"DC104": "field-removed", "field-removed": "field-removed"}
FILE = "orders.waivers.yaml"
WHOLE = """\
waivers:
  - rule: DC104
    path: orders.amount
    reason: >
      Nobody has read it since May.
    owner: "@acme/orders"
    expires: 2026-12-31
  - fingerprint: 0123456789abcdef
    rule: field-removed
    reason: Agreed with finance.
    owner: ada
    expires: "2028-02-29"
"""


def test_every_entry_is_read_with_its_place() -> None:
    assert read_waivers(WHOLE.encode(), FILE, NAMES) == (
        Waiver(
            rule="field-removed",
            fingerprint=None,
            path="orders.amount",
            reason="Nobody has read it since May.",
            owner="@acme/orders",
            expires=date(2026, 12, 31),
            where=Location(FILE, 2, 5),
        ),
        Waiver(
            rule="field-removed",
            fingerprint="0123456789abcdef",
            path=None,
            reason="Agreed with finance.",
            owner="ada",
            expires=date(2028, 2, 29),
            where=Location(FILE, 8, 5),
        ),
    )


def test_a_file_may_have_no_waivers() -> None:
    assert read_waivers(b"waivers: []\n", FILE, NAMES) == ()


REST = "reason: x, owner: ada, expires: 2026-12-31"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("{}", [(1, "E405", "`the file` has no `waivers`")], id="no key waivers"),
        pytest.param(
            "waivers: {}", [(1, "E405", "`waivers` has the wrong form")], id="a mapping for a list"
        ),
        pytest.param(
            f"waivers:\n- {{{REST}}}",
            [(2, "E405", "`waivers.0` has none of `rule` and `fingerprint`")],
            id="neither a rule nor a fingerprint",
        ),
        pytest.param(
            f"waivers:\n- {{rule: field-remove, {REST}}}",
            [(2, "E402", "`field-remove` is no rule")],
            id="a rule that is none",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, owner: ada, expires: 2026-12-31}",
            [(2, "E405", "`waivers.0` has no `reason`")],
            id="no reason",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, reason: ' ', owner: ada, expires: 2026-12-31}",
            [(2, "E405", "`waivers.0.reason` cannot be ` `")],
            id="an empty reason",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, reason: x, expires: 2026-12-31}",
            [(2, "E405", "`waivers.0` has no `owner`")],
            id="no owner",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, reason: x, owner: ada}",
            [(2, "E405", "`waivers.0` has no `expires`")],
            id="no end",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, reason: x, owner: ada, expires: never}",
            [
                (2, "E405", "`never` is no day"),
                (2, "E405", "`waivers.0.expires` cannot be `never`"),
            ],
            id="an end that never comes",
        ),
        pytest.param(
            "waivers:\n- {rule: DC104, reason: x, owner: ada, expires: 2027-02-29}",
            [(2, "E405", "`2027-02-29` is no day")],
            id="a day that the calendar does not have",
        ),
        pytest.param(
            f"waivers:\n- {{rule: DC104, pth: a, {REST}}}",
            [(2, "E405", "`pth` is no key of a waiver")],
            id="a misspelt key",
        ),
        pytest.param(
            f"waivers:\n- {{rule: DC104, {REST}}}\n- {{rule: field-removed, {REST}}}",
            [(3, "E405", "line 2 has a waiver of `field-removed` already")],
            id="the same twice, under two names",
        ),
        pytest.param(
            f"waivers:\n- {{fingerprint: abc, {REST}}}\n- {{rule: no, {REST}}}\nx: 1",
            [
                (2, "E405", "`waivers.0.fingerprint` cannot be `abc`"),
                (3, "E402", "`no` is no rule"),
                (4, "E405", "`x` is no key of a waiver"),
            ],
            id="several faults at once",
        ),
    ],
)
def test_a_fault_has_its_line(text: str, faults: list[tuple[int, str, str]]) -> None:
    with pytest.raises(StewardError) as caught:
        read_waivers(text.encode(), FILE, NAMES)

    assert [
        (fault.where.line if fault.where else 0, str(fault.code), fault.message)
        for fault in caught.value.faults
    ] == faults


@pytest.mark.parametrize(
    "expires", ["20261231", "2026-W53-4", "2026-12-31T00:00:00Z", "31.12.2026", "٢٠٢٦-12-31"]
)
def test_a_day_is_written_in_one_way_only(expires: str) -> None:
    text = f"waivers: [{{rule: DC104, reason: x, owner: ada, expires: '{expires}'}}]"

    with pytest.raises(StewardError, match="is no day"):
        read_waivers(text.encode(), FILE, NAMES)


def test_the_published_schema_is_one_and_describes_every_key() -> None:
    schema = published_schema("waivers")
    Draft202012Validator.check_schema(schema)

    entry = schema["$defs"]["waiver"]
    assert [key for key, part in entry["properties"].items() if not part["description"]] == []
    assert set(entry["properties"]) == set(Waiver.__slots__) - {"where"}
