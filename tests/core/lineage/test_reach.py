from __future__ import annotations

import pytest

from bot.core.check import Ruleset, compare
from bot.core.contract.model import Contract
from bot.core.finding import Finding
from bot.core.lineage.graph import Confidence, NodeKind
from bot.core.lineage.reach import Side, gone, reached, touched
from bot.core.lineage.weaving import weave
from bot.core.rules import CATALOGUE
from tests.core.lineage.woven import PRODUCT, registry, table

ORDERS = table(
    "orders", "name: amount, transformSourceObjects: [raw.raw.sum]", "name: note", "name: place"
)
RAW = table("raw", "name: sum", "name: other")
KPIS = (
    table(
        "kpis",
        "name: total, transformSourceObjects: [orders.orders.amount]",
        "name: places, transformSourceObjects: [orders.orders.place]",
    )
    + "team: {name: analytics, members: [{username: ada, role: owner}]}\n"
)
DASHBOARD = (
    PRODUCT
    + "id: dashboard\ninputPorts:\n- {name: in, version: 1.0.0, contractId: kpis,"
    + " customProperties: [{property: uses, value: [kpis.total]}]}\n"
)
LAKE = PRODUCT + "id: lake\ninputPorts:\n- {name: in, version: 1.0.0, contractId: orders}\n"
TEXT = f"{ORDERS}---\n{RAW}---\n{KPIS}---\n{DASHBOARD}---\n{LAKE}"
CONTRACTS = registry(TEXT)


def _contract(identity: str) -> Contract:
    return next(found for found in CONTRACTS.contracts if found.id == identity)


def _changed(old: str, new: str) -> tuple[Finding, ...]:
    changed = registry(ORDERS.replace(old, new)).contracts[0]
    return compare(_contract("orders"), changed, Ruleset(rules=CATALOGUE, weights={}))


def _told(findings: tuple[Finding, ...], **renames: str) -> dict[str, tuple[Side, str]]:
    changes = touched(_contract("orders"), findings, renames)
    return {one.name: (one.side, one.confidence.word) for one in reached(weave(CONTRACTS), changes)}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "  - {name: amount, transformSourceObjects: [raw.raw.sum], logicalType: string}\n",
            "",
            {
                "kpis": (Side.READS, "declared"),
                "dashboard": (Side.READS, "declared"),
                "lake": (Side.READS, "contract level"),
            },
            id="who reads a removed field, at however many steps",
        ),
        pytest.param(
            "  - {name: note, logicalType: string}\n",
            "",
            {"lake": (Side.READS, "contract level")},
            id="nobody who reads other fields alone",
        ),
        pytest.param(
            "{name: amount, ",
            "{name: amount, required: true, ",
            {"raw": (Side.FEEDS, "declared")},
            id="who feeds a field that becomes required, and no reader",
        ),
        pytest.param(
            "{name: note, logicalType: string}",
            "{name: note, logicalType: string}\n"
            "  - {name: channel, required: true, logicalType: string}",
            {"raw": (Side.FEEDS, "declared")},
            id="who feeds the object around a new required field",
        ),
        pytest.param(
            "{name: amount, transformSourceObjects: [raw.raw.sum], logicalType: string}",
            "{name: amount, transformSourceObjects: [raw.raw.sum], logicalType: date}",
            {
                "kpis": (Side.READS, "declared"),
                "dashboard": (Side.READS, "declared"),
                "lake": (Side.READS, "contract level"),
                "raw": (Side.FEEDS, "declared"),
            },
            id="both, where a type becomes another",
        ),
        pytest.param(
            "  - {name: note, logicalType: string}\n",
            "  - {name: note, logicalType: string}\n  - {name: channel, logicalType: string}\n",
            {},
            id="nobody where nothing breaks",
        ),
    ],
)
def test_reached_by_a_change_are(old: str, new: str, expected: dict[str, tuple[Side, str]]) -> None:
    assert _told(_changed(old, new)) == expected


def test_a_renamed_field_reaches_those_who_read_its_old_name() -> None:
    findings = _changed("{name: place, ", "{name: location, id: place, ")

    assert "kpis" in _told(findings)


def test_what_changes_in_a_renamed_object_is_found_by_its_old_name() -> None:
    renamed = registry(
        ORDERS.replace("  name: orders\n", "  name: sales\n").replace(
            "  - {name: place, logicalType: string}\n", ""
        )
    ).contracts[0]
    findings = compare(_contract("orders"), renamed, Ruleset(rules=CATALOGUE, weights={}))

    paths = {
        change.element.path
        for change in touched(_contract("orders"), findings, {"sales": "orders"})
    }

    assert paths == {"orders", "orders.place"}


def test_a_contract_that_goes_reaches_all_its_readers() -> None:
    change = gone(_contract("orders"), ())

    assert [one.name for one in reached(weave(CONTRACTS), [change])] == [
        "dashboard",
        "kpis",
        "lake",
    ]


def test_who_is_reached_is_told_with_owners_file_ways_and_findings() -> None:
    findings = _changed("  - {name: place, logicalType: string}\n", "")

    kpis = next(
        one
        for one in reached(weave(CONTRACTS), touched(_contract("orders"), findings))
        if one.name == "kpis"
    )

    assert (kpis.id, kpis.kind, kpis.file) == ("kpis", NodeKind.CONTRACT, "2.yaml")
    assert (kpis.owners.team, kpis.owners.usernames) == ("analytics", ("ada",))
    assert [node.path for node in kpis.nearest.way] == ["orders.place", "kpis.places"]
    assert kpis.path.names == ("orders.orders.place", "kpis.kpis.places")
    assert kpis.ways == 1
    assert kpis.nearest.confidence is Confidence.DECLARED
    assert kpis.findings == tuple(
        finding.fingerprint for finding in findings if finding.path == "orders.place"
    )
