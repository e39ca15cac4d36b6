"""The telecom platform as its users drew it: sources, ingestion, topics, services, warehouse."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.contracts.facts import (
    customs,
    fields,
    levels,
    load,
    options,
    ports,
    product,
    products,
    rules,
    said,
    values_of,
)
from tests.contracts.standard import each, texts

SOURCES = ("crm", "erp", "billing", "cdr", "oss", "files")
TOPICS = {
    "cdr-events": "Événements CDR",
    "alerts": "Alertes système",
    "metrics": "Métriques de performance",
    "quality-events": "Événements de qualité",
    "reconciliation-events": "Événements de réconciliation",
    "rca-events": "Événements d'analyse RCA",
    "dbt-events": "Événements de transformation",
    "audit-logs": "Logs d'audit",
}


@pytest.mark.parametrize(("topic", "label"), TOPICS.items())
def test_a_topic_has_its_name_its_label_and_three_partitions(topic: str, label: str) -> None:
    contract = load(f"telecom/topics/{topic}")
    (server,) = each(contract, "servers")

    assert [(one["name"], one["businessName"]) for one in each(contract, "schema")] == [
        (topic, label)
    ]
    assert customs(contract)["partitions"] == 3
    assert (server["type"], str(server["host"]).rpartition(":")[2]) == ("kafka", "9092")


def test_every_topic_is_written_by_one_service_and_read_by_another() -> None:
    writers = Counter(
        contract for one in products("telecom").values() for contract in ports(one, "outputPorts")
    )
    read = {
        contract for one in products("telecom").values() for contract in ports(one, "inputPorts")
    }

    assert {topic: writers[f"telecom-{topic}"] for topic in TOPICS} == dict.fromkeys(TOPICS, 1)
    assert {topic for topic in TOPICS if f"telecom-{topic}" not in read} == set()


def test_every_source_goes_through_the_ingestion_and_nobody_else_reads_it() -> None:
    readers = {
        source: {
            name
            for name, one in products("telecom").items()
            if f"telecom-{source}" in ports(one, "inputPorts")
        }
        for source in SOURCES
    }

    assert readers == {source: {"ingestion"} for source in SOURCES}
    assert set(ports(product("telecom/products/ingestion"), "outputPorts")) == {"telecom-landing"}


def test_the_ingestion_reads_every_field_of_a_source_and_hands_it_on() -> None:
    ingested = ports(product("telecom/products/ingestion"), "inputPorts")
    handed_on = {
        source
        for one in each(load("telecom/landing"), "schema")
        for field in each(one, "properties")
        for source in texts(field, "transformSourceObjects")
    }

    for source in SOURCES:
        told = {
            f"{one['name']}.{field['name']}"
            for one in each(load(f"telecom/{source}"), "schema")
            for field in each(one, "properties")
        }
        assert ingested[f"telecom-{source}"] == told
        assert {f"telecom-{source}.{path}" for path in told} <= handed_on


@pytest.mark.parametrize(
    "name", ["transformation", "reconciliation", "quality-control", "root-cause", "streaming"]
)
def test_a_service_reads_what_was_ingested(name: str) -> None:
    assert "telecom-landing" in ports(product(f"telecom/products/{name}"), "inputPorts")


def test_no_contract_is_made_of_a_source_but_what_was_ingested() -> None:
    made_of_sources = {
        name
        for name in (
            "dim-customer",
            "fact-cdr",
            "fact-invoice",
            *(f"topics/{one}" for one in TOPICS),
        )
        for one in each(load(f"telecom/{name}"), "schema")
        for field in each(one, "properties")
        for source in texts(field, "transformSourceObjects")
        if source.partition(".")[0] in {f"telecom-{source}" for source in SOURCES}
    }

    assert made_of_sources == set()


def test_external_records_have_the_shape_of_the_call_that_brings_them() -> None:
    record = fields("telecom/files", "records")
    told = {name: field["examples"] for name, field in record.items()}

    assert told == {
        "id": ["1"],
        "name": ["John Doe"],
        "email": ["john@example.com"],
        "value": [100.5],
    }
    assert said(rules("telecom/files")["records.email.email_required"])[:2] == (
        "nullValues",
        ("mustBe", 0),
    )


@pytest.mark.parametrize(
    ("name", "service", "port", "calls"),
    [
        pytest.param(
            "api",
            "api-dashboard-service",
            8000,
            "/health /metrics/overview /data/ingest /alerts/configure",
            id="the API",
        ),
        pytest.param("ingestion", "nifi-service", 8080, "/data/ingest", id="the ingestion"),
        pytest.param(
            "transformation",
            "dbt-service",
            8001,
            "/transform /normalize /kpi/calculate",
            id="the transformation",
        ),
        pytest.param(
            "reconciliation",
            "reconciliation-service",
            8002,
            "/reconcile /match /deduplicate /validate-matches",
            id="the reconciliation",
        ),
        pytest.param(
            "quality-control",
            "quality-control-service",
            8003,
            "/check /detect-anomalies /validate-schema /check-completeness",
            id="the quality control",
        ),
        pytest.param(
            "root-cause",
            "rca-service",
            8004,
            "/analyze /correlation /trend-analysis /predict-failure",
            id="the analysis of causes",
        ),
        pytest.param("warehouse", "warehouse-service", 5432, "", id="the warehouse"),
        pytest.param("streaming", "kafka", 9092, "", id="the streaming"),
        pytest.param(
            "dashboard", "api-dashboard-service", 8000, "/dashboard/data /kpis", id="the dashboard"
        ),
    ],
)
def test_a_service_is_a_data_product_with_its_port_and_its_calls(
    name: str, service: str, port: int, calls: str
) -> None:
    found = product(f"telecom/products/{name}")
    described = found["description"]
    assert isinstance(described, dict)

    assert (customs(found)["service"], customs(found)["port"]) == (service, port)
    assert [call for call in calls.split() if call not in described["usage"]] == []


def test_an_alert_is_raised_for_each_condition_that_can_be_configured() -> None:
    alert = fields("telecom/topics/alerts", "alerts")

    assert values_of(alert["condition"]) == [
        "quality_score",
        "error_rate",
        "service_down",
        "processing_delay",
        "resource_usage",
    ]
    assert "threshold" in alert


def test_metrics_are_of_the_five_kinds_and_kept_for_thirty_days() -> None:
    assert values_of(fields("telecom/topics/metrics", "metrics")["category"]) == [
        "performance",
        "quality",
        "business",
        "infrastructure",
        "kafka",
    ]
    assert levels("telecom/topics/metrics")["retention"] == (30, "d")


@pytest.mark.parametrize(
    ("topic", "field"),
    [
        pytest.param("quality-events", "score", id="a quality score"),
        pytest.param("reconciliation-events", "confidence", id="the confidence of a match"),
        pytest.param("rca-events", "score", id="how likely a cause is"),
    ],
)
def test_a_score_lies_between_zero_and_one(topic: str, field: str) -> None:
    assert options(fields(f"telecom/topics/{topic}", topic)[field]) == {"minimum": 0, "maximum": 1}


def test_the_analysis_of_causes_recommends_something() -> None:
    assert "recommendation" in fields("telecom/topics/rca-events", "rca-events")


@pytest.mark.parametrize("name", ["dim-customer", "fact-cdr", "fact-invoice", "kpis", "operations"])
def test_a_table_lies_in_the_warehouse(name: str) -> None:
    (server,) = each(load(f"telecom/{name}"), "servers")

    assert (server["type"], server["port"], server["database"]) == (
        "postgres",
        5432,
        "data_warehouse",
    )


def test_the_warehouse_keeps_history_metrics_and_audit() -> None:
    named = {one["name"]: one["businessName"] for one in each(load("telecom/operations"), "schema")}

    assert named == {
        "operation_history": "Historique des opérations",
        "system_metrics": "Métriques système",
        "audit_log": "Logs d'audit",
    }
