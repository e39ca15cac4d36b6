"""What the first users wrote of their systems, and the contracts that are to say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from bot.cli import main

FOLDER = Path(__file__).resolve().parents[2] / "contracts"
Values = dict[str, object]


def load(name: str) -> Values:
    found = yaml.safe_load((FOLDER / f"{name}.odcs.yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def each(values: Values, key: str) -> list[Values]:
    found = values.get(key, [])
    assert isinstance(found, list)
    return found


def fields(name: str, object_name: str) -> dict[str, Values]:
    (found,) = [one for one in each(load(name), "schema") if one["name"] == object_name]
    return {str(field["name"]): field for field in each(found, "properties")}


@pytest.mark.parametrize(
    ("name", "table", "columns"),
    [
        pytest.param(
            "orders/events",
            "orders_events",
            "event_id STRING, event_type STRING, payload VARIANT, created_at TIMESTAMP_NTZ",
            id="raw events",
        ),
        pytest.param(
            "orders/orders",
            "orders",
            "id STRING PRIMARY KEY, product_id STRING, customer_id STRING, quantity INTEGER,"
            " unit_price DECIMAL(10,2), sold_at TIMESTAMP_NTZ, ingested_at TIMESTAMP_NTZ",
            id="orders",
        ),
        pytest.param(
            "orders/customers",
            "customers",
            "id STRING PRIMARY KEY, name STRING, email STRING, city STRING, country STRING",
            id="customers",
        ),
        pytest.param(
            "orders/inventory",
            "inventory",
            "id STRING PRIMARY KEY, product_name STRING, category STRING, price DECIMAL(10,2),"
            " stock_quantity INTEGER",
            id="the inventory",
        ),
    ],
)
def test_a_table_of_the_orders_pipeline_is_the_one_of_the_ddl(
    name: str, table: str, columns: str
) -> None:
    written = ", ".join(
        f"{field} {told['physicalType']}{' PRIMARY KEY' if told.get('primaryKey') else ''}"
        for field, told in fields(name, table).items()
    )

    assert written == columns


def test_the_message_on_the_topic_has_what_the_producer_writes() -> None:
    message = fields("orders/topic", "orders_topic")
    order = {str(field["name"]) for field in each(message["order"], "properties")}

    assert list(message) == ["event_type", "order", "timestamp"]
    assert order == {"id", "customer_id", "product_id", "quantity", "unit_price", "sold_at"}


def test_the_key_figures_are_the_formulas_of_the_dashboard() -> None:
    figures = fields("orders/kpis", "kpis")

    assert {name: figure["transformLogic"] for name, figure in figures.items()} == {
        "total_orders": "COUNT(*)",
        "total_revenue": "SUM(quantity * unit_price)",
        "orders_24h": (
            "COUNT(CASE WHEN sold_at >= DATEADD(hour, -24, CURRENT_TIMESTAMP()) THEN 1 END)"
        ),
    }


def test_the_categories_of_the_inventory_are_those_of_the_generator() -> None:
    category = fields("orders/inventory", "inventory")["category"]

    assert [value["value"] for value in each(category, "enum")] == [
        "T-shirts",
        "Pantalons",
        "Robes",
        "Vestes",
        "Chaussures",
        "Accessoires",
        "Sous-vêtements",
        "Maillots de bain",
    ]


@pytest.mark.parametrize("table", ["produit", "client", "lignecli"])
def test_the_erp_promises_the_service_levels_of_its_roadmap(table: str) -> None:
    levels = {
        level["property"]: (level["value"], level["unit"], level["description"])
        for level in each(load(f"erp/ods-{table}"), "slaProperties")
    }

    told = {name: level[:2] for name, level in levels.items()}
    assert told == {
        "availability": (99.9, "percent"),
        "latency": (120, "s"),
        "errorRate": (1, "percent"),
        "freshness": (24, "h"),
        "dataQuality": (99, "percent"),
    }
    alerts = {"availability": "99.5", "latency": "150", "errorRate": "2", "freshness": "36"}
    assert [name for name, alert in alerts.items() if alert not in str(levels[name][2])] == []
    assert "95th percentile" in str(levels["latency"][2])


def test_the_erp_names_its_columns_with_hyphens_and_the_store_without() -> None:
    for table in ("produit", "client", "lignecli"):
        source = set(fields("erp/progress", table))
        staged = set(fields("erp/staging", table))

        assert any("-" in name for name in source)
        assert {name.replace("-", "_") for name in source} <= staged
        assert "hashdiff" in staged


def test_lines_depend_on_customers_and_products_and_on_nothing_else() -> None:
    targets = {
        str(link["to"]).partition("#")[0]
        for field in fields("erp/ods-lignecli", "lignecli").values()
        for link in each(field, "relationships")
    }

    assert targets == {"ods-client.odcs.yaml", "ods-produit.odcs.yaml"}


def test_prices_of_the_erp_lie_within_the_range_of_its_checks() -> None:
    assert fields("erp/ods-produit", "produit")["pri_ven"]["logicalTypeOptions"] == {
        "minimum": 0,
        "maximum": 100000,
    }


@pytest.mark.parametrize(
    "topic",
    [
        "cdr-events",
        "alerts",
        "metrics",
        "quality-events",
        "reconciliation-events",
        "rca-events",
        "dbt-events",
        "audit-logs",
    ],
)
def test_a_topic_of_the_telecom_platform_has_three_partitions(topic: str) -> None:
    contract = load(f"telecom/topics/{topic}")

    own = {str(one["property"]): one["value"] for one in each(contract, "customProperties")}
    assert [one["name"] for one in each(contract, "schema")] == [topic]
    assert own["partitions"] == 3


def test_both_lines_of_silver_live_and_the_second_knows_place_and_segment() -> None:
    first, second = load("customer/silver-v1"), load("customer/silver-v2")
    new = {"country_code", "region", "city", "segment"}

    assert first["id"] == second["id"]
    assert [str(one["version"]).partition(".")[0] for one in (first, second)] == ["1", "2"]
    assert (first["status"], second["status"]) == ("deprecated", "active")
    assert new & set(fields("customer/silver-v1", "customer_events")) == set()
    assert new <= set(fields("customer/silver-v2", "customer_events"))


@pytest.mark.parametrize(
    ("name", "table", "field", "options"),
    [
        pytest.param("orders", "orders", "order_id", {"format": "uuid"}, id="a UUID"),
        pytest.param("orders", "orders", "amount_cents", {"minimum": 1}, id="above zero"),
        pytest.param(
            "orders", "orders", "currency", {"pattern": "^[A-Z]{3}$"}, id="three capitals"
        ),
        pytest.param("users", "users", "user_id", {"minimum": 1}, id="from one on"),
    ],
)
def test_a_record_of_the_reference_patterns_is_bound_as_it_is_there(
    name: str, table: str, field: str, options: Values
) -> None:
    assert fields(f"reference/{name}", table)[field]["logicalTypeOptions"] == options


MEANT = {
    ("DC061", "customer/events.odcs.yaml"): "the place tells less than the address, on purpose",
    ("DC078", "customer/order-events.odcs.yaml"): "a topic: what is required is promised by fields",
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
