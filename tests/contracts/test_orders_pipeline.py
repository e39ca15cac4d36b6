"""The orders pipeline as its users documented it: DDL, message, MERGE, checks and figures."""

from __future__ import annotations

import re

import pytest

from tests.contracts.facts import (
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
from tests.contracts.standard import each

BROKEN_IF_ANY = ("mustBe", 0)


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
def test_a_table_is_the_one_of_the_ddl(name: str, table: str, columns: str) -> None:
    written = ", ".join(
        f"{field} {told['physicalType']}{' PRIMARY KEY' if told.get('primaryKey') else ''}"
        for field, told in fields(name, table).items()
    )
    (server,) = each(load(name), "servers")

    assert written == columns
    assert (server["database"], server["schema"], server["warehouse"]) == (
        "ma_base",
        "mon_schema",
        "mon_entrepot",
    )


def test_the_message_on_the_topic_has_what_the_producer_writes() -> None:
    message = fields("orders/topic", "orders_topic")
    order = {str(field["name"]): field for field in each(message["order"], "properties")}

    assert list(message) == ["event_type", "order", "timestamp"]
    assert set(order) == {"id", "customer_id", "product_id", "quantity", "unit_price", "sold_at"}
    assert {name for name, field in order.items() if not field.get("required")} == set()
    assert values_of(message["event_type"]) == ["order_created"]
    assert options(order["quantity"]) == {"minimum": 1}
    assert options(order["unit_price"]) == {"minimum": 0}


@pytest.mark.parametrize(
    ("field", "identifier"),
    [
        pytest.param("id", "ORDER_000001", id="an order that is replayed"),
        pytest.param("id", "STREAM_000000", id="an order of the stream, numbered from zero"),
        pytest.param("customer_id", "CUST_001000", id="a customer"),
        pytest.param("product_id", "PROD_000200", id="a product"),
    ],
)
def test_the_topic_takes_the_identifiers_of_the_generator(field: str, identifier: str) -> None:
    message = fields("orders/topic", "orders_topic")
    order = {str(inner["name"]): inner for inner in each(message["order"], "properties")}

    assert re.search(str(options(order[field])["pattern"]), identifier)


def test_the_topic_is_the_one_of_the_broker() -> None:
    contract = load("orders/topic")
    (server,) = each(contract, "servers")
    (topic,) = each(contract, "schema")

    assert topic["physicalName"] == "orders_topic"
    assert (server["type"], server["format"]) == ("kafka", "json")
    assert str(server["host"]).endswith("localhost:9092}")
    assert customs(contract)["partitions"] == 3
    assert levels("orders/topic")["throughput"] == (10, "messages/s")
    assert "snowflake-consumer-group" in str(contract["description"])


def test_a_raw_event_that_does_not_say_its_type_is_unknown() -> None:
    event = fields("orders/events", "orders_events")

    assert values_of(event["event_type"]) == ["order_created", "unknown"]
    assert event["event_type"]["transformLogic"] == "COALESCE(event_type, 'unknown')"
    assert options(event["event_id"]) == {"format": "uuid"}


def test_the_orders_are_merged_from_the_payload_each_minute() -> None:
    merged = {
        name: field["transformLogic"] for name, field in fields("orders/orders", "orders").items()
    }
    every = next(
        one for one in each(load("orders/orders"), "slaProperties") if one["id"] == "frequency"
    )

    assert merged == {
        "id": "payload:order.id::STRING",
        "product_id": "payload:order.product_id::STRING",
        "customer_id": "payload:order.customer_id::STRING",
        "quantity": "payload:order.quantity::INTEGER",
        "unit_price": "payload:order.unit_price::DECIMAL(10,2)",
        "sold_at": "payload:order.sold_at::TIMESTAMP_NTZ",
        "ingested_at": "created_at",
    }
    assert (every["value"], every["unit"], every["schedule"]) == (1, "minutes", "1 minute")


@pytest.mark.parametrize(
    ("name", "rule", "measured", "limit", "severity"),
    [
        pytest.param(
            "events", "orders_events.event_id.event_id_unique", "duplicateValues", BROKEN_IF_ANY,
            "error", id="no raw event twice",
        ),
        pytest.param(
            "orders", "orders.id.id_unique", "duplicateValues", BROKEN_IF_ANY, "error",
            id="no order twice",
        ),
        pytest.param(
            "orders", "orders.id.id_not_null", "nullValues", BROKEN_IF_ANY, "error",
            id="no order without id",
        ),
        pytest.param(
            "orders", "orders.product_id.product_id_not_null", "nullValues", BROKEN_IF_ANY,
            "error", id="no order without product",
        ),
        pytest.param(
            "orders", "orders.customer_id.customer_id_not_null", "nullValues", BROKEN_IF_ANY,
            "error", id="no order without customer",
        ),
        pytest.param(
            "orders", "orders.unit_price.unit_price_not_negative",
            "SELECT COUNT(*) FROM mon_schema.orders WHERE unit_price < 0", BROKEN_IF_ANY,
            "error", id="no negative price",
        ),
        pytest.param(
            "orders", "orders.quantity.quantity_positive",
            "SELECT COUNT(*) FROM mon_schema.orders WHERE quantity <= 0", BROKEN_IF_ANY,
            "error", id="no quantity of zero or less",
        ),
        pytest.param(
            "orders", "orders.quantity.quantity_plausible",
            "SELECT COUNT(*) FROM mon_schema.orders WHERE quantity NOT BETWEEN 1 AND 5",
            BROKEN_IF_ANY, "warning", id="one to five pieces",
        ),
        pytest.param(
            "orders", "orders.no_backlog",
            "SELECT (SELECT COUNT(*) FROM mon_schema.orders_events)"
            " - (SELECT COUNT(*) FROM mon_schema.orders)",
            ("mustBeLessOrEqualTo", 0), "warning", id="raw events that wait",
        ),
        pytest.param(
            "orders", "orders.no_orders_without_events",
            "SELECT COUNT(*) FROM mon_schema.orders"
            " WHERE NOT EXISTS (SELECT 1 FROM mon_schema.orders_events)",
            BROKEN_IF_ANY, "warning", id="orders without raw events",
        ),
        pytest.param(
            "inventory", "inventory.price.price_plausible",
            "SELECT COUNT(*) FROM mon_schema.inventory WHERE price NOT BETWEEN 10 AND 200",
            BROKEN_IF_ANY, "warning", id="prices of 10 to 200 euros",
        ),
        pytest.param(
            "inventory", "inventory.stock_quantity.stock_plausible",
            "SELECT COUNT(*) FROM mon_schema.inventory"
            " WHERE stock_quantity NOT BETWEEN 0 AND 100",
            BROKEN_IF_ANY, "warning", id="up to a hundred pieces in stock",
        ),
    ],
)  # fmt: skip
def test_a_check_of_the_validation_is_a_quality_rule(
    name: str, rule: str, measured: str, limit: tuple[str, int], severity: str
) -> None:
    assert said(rules(f"orders/{name}")[rule]) == (measured, limit, severity)


def test_the_categories_of_the_inventory_are_those_of_the_generator() -> None:
    assert values_of(fields("orders/inventory", "inventory")["category"]) == [
        "T-shirts",
        "Pantalons",
        "Robes",
        "Vestes",
        "Chaussures",
        "Accessoires",
        "Sous-vêtements",
        "Maillots de bain",
    ]


@pytest.mark.parametrize(
    ("query", "formulas"),
    [
        pytest.param(
            "kpis",
            {
                "total_orders": "COUNT(*)",
                "total_revenue": "SUM(quantity * unit_price)",
                "orders_24h": (
                    "COUNT(CASE WHEN sold_at >= DATEADD(hour, -24, CURRENT_TIMESTAMP()) THEN 1 END)"
                ),
            },
            id="the key figures",
        ),
        pytest.param(
            "top_products",
            {
                "product_id": "o.product_id",
                "product_name": "i.product_name",
                "category": "i.category",
                "total_quantity": "SUM(o.quantity)",
                "total_revenue": "SUM(o.quantity * o.unit_price)",
                "order_count": "COUNT(*)",
            },
            id="the best products",
        ),
        pytest.param(
            "recent_orders",
            {
                "order_id": "o.id",
                "customer_name": "c.name",
                "product_name": "i.product_name",
                "quantity": "o.quantity",
                "unit_price": "o.unit_price",
                "sold_at": "o.sold_at",
            },
            id="the latest orders",
        ),
        pytest.param(
            "ingestion_checks",
            {
                "raw_count": "COUNT(*)",
                "prod_count": "COUNT(*)",
                "unique_customers": "COUNT(DISTINCT customer_id)",
                "unique_products": "COUNT(DISTINCT product_id)",
                "avg_quantity": "AVG(quantity)",
                "total_revenue": "SUM(quantity * unit_price)",
                "last_raw_event": "MAX(created_at)",
                "last_processed_order": "MAX(ingested_at)",
            },
            id="the checks of the ingestion",
        ),
    ],
)
def test_a_figure_is_the_formula_of_the_code(query: str, formulas: dict[str, str]) -> None:
    figures = fields("orders/kpis", query)

    assert {name: figure["transformLogic"] for name, figure in figures.items()} == formulas


def test_the_dashboard_is_labelled_and_limited_as_it_is_on_the_screen() -> None:
    labels = {name: one["businessName"] for name, one in fields("orders/kpis", "kpis").items()}
    limits = {name: said(rule)[1] for name, rule in rules("orders/kpis").items()}

    assert labels == {
        "total_orders": "Total Commandes",
        "total_revenue": "CA Total",
        "orders_24h": "Commandes 24h",
    }
    assert limits == {
        "top_products.five_products": ("mustBeLessOrEqualTo", 5),
        "recent_orders.twenty_orders": ("mustBeLessOrEqualTo", 20),
    }


def test_the_dashboard_is_a_data_product_that_reads_what_its_queries_select() -> None:
    dashboard = product("orders/products/dashboard")
    read = ports(dashboard, "inputPorts")

    assert dashboard["name"] == "Dropshipping Pipeline Monitor"
    assert read["orders-customers"] == {"customers.id", "customers.name"}
    assert read["orders-inventory"] == {
        "inventory.id",
        "inventory.product_name",
        "inventory.category",
    }
    assert set(ports(dashboard, "outputPorts")) == {"orders-kpis"}
