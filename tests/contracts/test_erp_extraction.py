"""The ERP's extraction as its roadmap tells it: columns, checks, objectives, order of tables."""

from __future__ import annotations

import pytest

from tests.contracts.facts import fields, load, options, ports, product, rules, said, values_of
from tests.contracts.standard import each, texts

TABLES = ("produit", "client", "lignecli")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_promises_the_objectives_of_the_roadmap(table: str) -> None:
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
    alerts = {
        "availability": "99.5",
        "latency": "150",
        "errorRate": "2",
        "freshness": "36",
        "dataQuality": "95",
    }
    assert [name for name, alert in alerts.items() if alert not in str(levels[name][2])] == []
    assert "95th percentile" in str(levels["latency"][2])
    assert "last successful run" in str(levels["freshness"][2])


@pytest.mark.parametrize("table", TABLES)
def test_columns_have_hyphens_in_progress_and_a_hash_behind_it(table: str) -> None:
    source = set(fields("erp/progress", table))
    staged = set(fields("erp/staging", table))
    stored = fields(f"erp/ods-{table}", table)

    assert any("-" in name for name in source)
    assert {name.replace("-", "_") for name in source} | {"hashdiff", "ts_source"} == staged
    assert texts(stored["hashdiff"], "transformSourceObjects") == (f"erp-staging.{table}.hashdiff",)


@pytest.mark.parametrize("name", ["staging", "etl", *(f"ods-{table}" for table in TABLES)])
def test_what_lies_in_the_database_has_three_environments(name: str) -> None:
    servers = list(each(load(f"erp/{name}"), "servers"))

    assert [server["environment"] for server in servers] == ["prod", "uat", "dev"]
    assert len({server["schema"] for server in servers}) == 1


def test_staging_is_filled_by_upsert_from_the_cache() -> None:
    described = load("erp/staging")["description"]
    assert isinstance(described, dict)

    assert "upsert from the Parquet cache" in described["limitations"]


@pytest.mark.parametrize(
    ("table", "rule", "measured"),
    [
        pytest.param("produit", "produit.cod_pro.cod_pro_not_null", "nullValues", id="not null"),
        pytest.param("produit", "produit.cod_pro.cod_pro_unique", "duplicateValues", id="unique"),
        pytest.param(
            "produit",
            "produit.pri_ven.pri_ven_range",
            "SELECT COUNT(*) FROM ods.produit WHERE pri_ven NOT BETWEEN 0 AND 100000",
            id="a range",
        ),
        pytest.param(
            "client",
            "client.sir_et.sir_et_pattern",
            "SELECT COUNT(*) FROM ods.client WHERE sir_et LIKE '%[^0-9]%' OR LEN(sir_et) <> 14",
            id="a pattern",
        ),
        pytest.param(
            "lignecli",
            "lignecli.recent",
            "SELECT DATEDIFF(hour, MAX(dat_debut), SYSUTCDATETIME()) FROM ods.lignecli",
            id="freshness",
        ),
        pytest.param("lignecli", "lignecli.volume", "rowCount", id="volume"),
    ],
)
def test_there_is_a_rule_of_each_kind_of_check(table: str, rule: str, measured: str) -> None:
    assert said(rules(f"erp/ods-{table}")[rule])[0] == measured


def test_prices_lie_within_the_range_of_the_checks() -> None:
    assert options(fields("erp/ods-produit", "produit")["pri_ven"]) == {
        "minimum": 0,
        "maximum": 100000,
    }


def test_lines_depend_on_customers_and_products_and_on_nothing_else() -> None:
    targets = {
        str(link["to"]).partition("#")[0]
        for field in fields("erp/ods-lignecli", "lignecli").values()
        for link in each(field, "relationships")
    }

    assert targets == {"ods-client.odcs.yaml", "ods-produit.odcs.yaml"}


def test_the_order_of_the_tables_is_a_table_without_a_cycle() -> None:
    named = {str(one["name"]): one["physicalName"] for one in each(load("erp/etl"), "schema")}
    order = fields("erp/etl", "ETL_Dependencies")
    found = rules("erp/etl")

    assert named == {
        "ETL_Dependencies": "config.ETL_Dependencies",
        "Metrics": "etl.Metrics",
        "DataQuality_Log": "etl.DataQuality_Log",
    }
    assert texts(order["TableName"], "examples") == ("lignecli",)
    assert texts(order["DependsOn"], "examples") == ("client", "produit")
    assert said(found["ETL_Dependencies.no_cycle"])[1:] == (("mustBe", 0), "error")
    assert said(found["DataQuality_Log.checks_pass"])[1] == ("mustBeGreaterThan", 99)


def test_metrics_and_checks_are_logged_as_the_collector_names_them() -> None:
    metric, log = fields("erp/etl", "Metrics"), fields("erp/etl", "DataQuality_Log")

    assert values_of(metric["MetricType"]) == ["counter", "timing"]
    assert texts(metric["MetricName"], "examples") == ("rows_processed", "extract_duration")
    assert metric["MetricValue"]["examples"] == [10000, 45.2]
    assert texts(metric["SpanName"], "examples") == ("etl_flow",)
    assert values_of(log["Stage"]) == ["pre-extract", "post-extract", "pre-load"]
    assert values_of(log["CheckType"]) == [
        "not_null",
        "unique",
        "range",
        "pattern",
        "freshness",
        "volume",
    ]


def test_three_dashboards_follow_the_objectives() -> None:
    dashboards = product("erp/products/etl-dashboard")

    assert [port["name"] for port in each(dashboards, "outputPorts")] == [
        "operational",
        "analytical",
        "data-quality",
    ]
    assert set(ports(dashboards, "inputPorts")) == {"erp-etl"}


def test_alerts_of_the_extraction_go_to_teams() -> None:
    told = {
        channel["tool"]
        for name in ("progress", "staging", "etl", *(f"ods-{table}" for table in TABLES))
        for channel in each(load(f"erp/{name}"), "support")
    }

    assert told == {"teams"}
