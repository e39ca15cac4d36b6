"""What the first users wrote of customer data, and what lint says of all bundled contracts."""

from __future__ import annotations

import json

import pytest

from bot.cli import main
from tests.contracts.facts import (
    FOLDER,
    customs,
    fields,
    levels,
    load,
    options,
    ports,
    product,
    rules,
    said,
    values_of,
)
from tests.contracts.standard import each, texts

MONITORING = load("customer/monitoring")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("customer/events", "Customer events", id="the basic one for events"),
        pytest.param("customer/profile-events", "Customer profile events", id="the advanced one"),
        pytest.param("customer/profile", "Customer profile", id="the profiles"),
        pytest.param("customer/order-events", "Customer order events", id="the order events"),
        pytest.param("shared/types", "Shared types", id="the shared types"),
        pytest.param("templates/event", "Template for an event", id="a template for an event"),
        pytest.param("templates/table", "Template for a table", id="a template for a table"),
        pytest.param(
            "templates/reference", "Template for reference data", id="one for reference data"
        ),
    ],
)
def test_a_contract_of_the_framework_is_found_by_its_name(name: str, title: str) -> None:
    assert load(name)["name"] == title


def test_the_shared_types_are_listed_and_those_who_copy_them_are_named() -> None:
    readers = customs(load("shared/types"))["consumers"]
    assert isinstance(readers, list)

    assert list(fields("shared/types", "types")) == [
        "customer_id",
        "product_id",
        "email",
        "address",
    ]
    assert [one["id"] for one in readers] == ["customer-domain", "orders-domain"]


@pytest.mark.parametrize(
    ("name", "table", "field", "source"),
    [
        pytest.param(
            "customer/events",
            "bronze_customer_events",
            "event_id",
            "customer_events.event_id",
            id="bronze from the topic",
        ),
        pytest.param(
            "customer/silver-v1",
            "customer_events",
            "event_type",
            "customer-events.bronze_customer_events.payload",
            id="the first silver from bronze",
        ),
        pytest.param(
            "customer/silver-v2",
            "customer_events",
            "event_type",
            "customer-events.bronze_customer_events.payload",
            id="the second silver from bronze",
        ),
        pytest.param(
            "customer/gold",
            "customer_view",
            "segment",
            "customer-silver.customer_events.segment",
            id="gold from the second silver",
        ),
        pytest.param(
            "customer/gold",
            "customer_view",
            "full_name",
            "customer-profile.customer_profile.first_name",
            id="gold from the profile",
        ),
    ],
)
def test_a_layer_is_made_of_the_layer_before(
    name: str, table: str, field: str, source: str
) -> None:
    assert source in texts(fields(name, table)[field], "transformSourceObjects")


def test_both_lines_of_silver_live_and_the_second_knows_place_and_segment() -> None:
    first, second = load("customer/silver-v1"), load("customer/silver-v2")
    new = {"country_code", "region", "city", "segment"}

    assert first["id"] == second["id"]
    assert [str(one["version"]).partition(".")[0] for one in (first, second)] == ["1", "2"]
    assert (first["status"], second["status"]) == ("deprecated", "active")
    assert new & set(fields("customer/silver-v1", "customer_events")) == set()
    assert new <= set(fields("customer/silver-v2", "customer_events"))


def test_gold_is_profiles_and_metrics_of_engagement() -> None:
    (view, metrics) = [str(one["name"]) for one in each(load("customer/gold"), "schema")]

    assert (view, metrics) == ("customer_view", "engagement_metrics")
    assert {"full_name", "segment", "engagement_score"} <= set(fields("customer/gold", view))
    assert {"active_customers", "events"} <= set(fields("customer/gold", metrics))
    assert set(ports(product("customer/products/360"), "inputPorts")) == {
        "customer-silver",
        "customer-profile",
        "customer-order-events",
    }


def test_monitoring_has_a_view_on_use_quality_performance_and_versions() -> None:
    views = {str(one["name"]): one["businessName"] for one in each(MONITORING, "schema")}

    assert views == {
        "contract_usage": "Utilisation des contrats",
        "data_quality": "Qualité des données",
        "performance": "Métriques de performance",
        "version_alerts": "Alertes de versioning",
    }


def test_monitoring_measures_what_the_demo_shows_in_its_units() -> None:
    figures = fields("customer/monitoring", "performance")
    label = {name: figure["businessName"] for name, figure in figures.items()}

    assert label["latency_ms"] == "Latence (ms)"
    assert label["error_rate"] == "Taux d'erreur (%)"
    assert label["throughput"] == "Débit (requêtes/s)"
    assert options(figures["error_rate"]) == {"minimum": 0, "maximum": 100}
    assert values_of(figures["endpoint"]) == ["contract", "versions", "dependencies"]


def test_the_circuit_breaker_opens_after_three_failures_for_sixty_seconds() -> None:
    figures = fields("customer/monitoring", "performance")
    told = {
        value["value"]: value["description"] for value in each(figures["circuit_state"], "enum")
    }
    rule = rules("customer/monitoring")["performance.circuit_opens"]

    assert list(told) == ["closed", "open", "half_open"]
    assert "Three calls" in str(told["open"])
    assert "60 seconds" in str(told["open"])
    assert "failures >= 3 AND circuit_state = 'closed'" in str(said(rule)[0])
    assert {"failures", "since_last_failure_s"} <= set(figures)


def test_the_registry_has_the_calls_of_the_demo_and_fills_the_views() -> None:
    registry = product("customer/products/registry")
    described = registry["description"]
    assert isinstance(described, dict)

    assert [
        call
        for call in ("/contracts/{contract_id}", "/versions", "/dependencies", "8000", "8501")
        if call not in described["usage"]
    ] == []
    assert set(ports(registry, "outputPorts")) == {"customer-monitoring"}


def test_the_sample_set_of_customer_events_is_told() -> None:
    described = load("customer/events")["description"]
    assert isinstance(described, dict)

    assert "100,000 events" in described["limitations"]
    assert levels("customer/events")["throughput"] == (100, "messages/s")


MEANT = {
    ("DC061", "customer/events.odcs.yaml"): "the place tells less than the address, on purpose",
    ("DC099", "customer/products/crm-export.odps.yaml"): "the reader that the first line waits for",
}
"""What lint finds in the bundled contracts, and why it stays."""


def test_lint_finds_nothing_in_them_but_what_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(("lint", str(FOLDER), "--format", "json"))

    found = json.loads(capsys.readouterr().out)["findings"]
    told = {
        (one["rule"], one["locations"]["head"]["file"].rpartition("contracts/")[2]) for one in found
    }
    assert code == 0
    assert told == set(MEANT)
