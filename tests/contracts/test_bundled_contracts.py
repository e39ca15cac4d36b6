"""The bundled contracts are examples to learn from: what they show must be right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.adapters.reading import read
from tests.contracts.references import dangling
from tests.contracts.standard import Values, each, faults, fields, load, texts

FOLDER = Path(__file__).resolve().parents[2] / "contracts"
TEXTS = {
    file.relative_to(FOLDER).as_posix(): file.read_text("utf-8")
    for file in sorted(FOLDER.rglob("*.yaml"))
}
CONTRACTS = [name for name in TEXTS if name.endswith(".odcs.yaml")]
OWN = [name for name in CONTRACTS if not name.startswith("templates/")]

every_file = pytest.mark.parametrize("name", TEXTS)
every_contract = pytest.mark.parametrize("name", CONTRACTS)
every_own_contract = pytest.mark.parametrize("name", OWN)


def customs(values: Values) -> dict[str, object]:
    return {str(custom["property"]): custom["value"] for custom in each(values, "customProperties")}


def mappings(value: object) -> Iterator[Values]:
    if isinstance(value, Mapping):
        yield value
    children = value.values() if isinstance(value, Mapping) else value
    if isinstance(value, Mapping | list):
        for child in children:  # type: ignore[attr-defined]  # a mapping's values, or a list
            yield from mappings(child)


def test_there_are_contracts_and_products_of_every_domain_and_templates() -> None:
    folders = Counter(str(Path(name).parent) for name in TEXTS)

    assert folders == {
        "customer": 8,
        "customer/products": 4,
        "erp": 6,
        "erp/products": 2,
        "orders": 6,
        "orders/products": 1,
        "reference": 4,
        "reference/products": 3,
        "shared": 1,
        "telecom": 12,
        "telecom/products": 12,
        "telecom/topics": 8,
        "templates": 3,
    }


@every_file
def test_a_file_is_valid_under_the_standard(name: str) -> None:
    assert faults(TEXTS[name]) == []


@every_file
def test_the_steward_reads_a_file_to_its_end(name: str) -> None:
    found = read(TEXTS[name].encode(), name)

    assert (found.id, found.version) == (load(TEXTS[name])["id"], load(TEXTS[name])["version"])


@every_contract
def test_a_contract_declares_the_newest_standard(name: str) -> None:
    assert load(TEXTS[name])["apiVersion"] == "v3.2.0"


@every_own_contract
def test_an_id_is_the_domain_and_the_name_of_the_file(name: str) -> None:
    values = load(TEXTS[name])
    stem = re.sub(r"(-v\d+)?\.odcs\.yaml$", "", Path(name).name)

    assert values["id"] == f"{values['domain']}-{stem}"


def test_an_id_stands_for_one_thing_and_each_major_once() -> None:
    lines = Counter(
        (values["id"], str(values["version"]).partition(".")[0])
        for values in map(load, TEXTS.values())
    )

    assert [line for line, count in lines.items() if count > 1] == []
    assert {name for name, major in lines if (name, "2") in lines and (name, "1") in lines} == {
        "customer-silver"
    }


def test_every_reference_leads_somewhere() -> None:
    assert dangling(TEXTS) == []


@every_contract
def test_every_object_and_field_has_a_description_and_a_field_a_classification(name: str) -> None:
    silent = [
        path
        for path, values in fields(load(TEXTS[name]))
        if "description" not in values or ("." in path and "classification" not in values)
    ]

    assert silent == []


@every_contract
def test_ids_are_unique_in_an_object_so_that_an_edit_finds_its_place(name: str) -> None:
    ids = Counter(
        (path.rpartition(".")[0], values["id"]) for path, values in fields(load(TEXTS[name]))
    )

    assert [found for found, count in ids.items() if count > 1] == []


@every_contract
def test_an_owner_and_a_steward_can_be_asked_on_github(name: str) -> None:
    team = load(TEXTS[name])["team"]
    assert isinstance(team, Mapping)

    roles = {member["role"] for member in each(team, "members") if "gitHandle" in customs(member)}

    assert roles == {"Owner", "Data Steward"}
    assert str(customs(team)["gitTeam"]).startswith("@")


@every_own_contract
def test_somebody_approves_who_may_read_what_is_confidential(name: str) -> None:
    values = load(TEXTS[name])
    classes = {field.get("classification") for _, field in fields(values)}
    guards = {role["firstLevelApprovers"] for role in each(values, "roles")}

    assert guards or not classes & {"confidential", "restricted"}


@every_contract
def test_personal_data_are_at_least_confidential(name: str) -> None:
    open_ones = [
        path
        for path, values in fields(load(TEXTS[name]))
        if "personal-data" in texts(values, "tags")
        and values["classification"] not in ("confidential", "restricted")
    ]

    assert open_ones == []


@every_contract
def test_own_extensions_name_their_vendor(name: str) -> None:
    nameless = [
        values["property"]
        for values in mappings(load(TEXTS[name]))
        if "property" in values and "value" in values and values.get("vendor") is None
        and values["property"] in
        {"gitHandle", "gitTeam", "compatibilityMode", "noticePeriod", "changeApprovers",
         "deprecation", "consumers"}
    ]  # fmt: skip

    assert nameless == []


@every_contract
def test_an_example_fits_the_pattern_and_the_enum_of_its_field(name: str) -> None:
    unfit = []
    for path, values in fields(load(TEXTS[name])):
        options = values.get("logicalTypeOptions")
        pattern = str(options.get("pattern", "")) if isinstance(options, Mapping) else ""
        allowed = {value["value"] for value in each(values, "enum")}
        examples = texts(values, "examples") if "." in path else ()
        unfit += [
            f"{path}: {example}"
            for example in examples
            if (pattern and not re.search(pattern, example)) or (allowed and example not in allowed)
        ]

    assert unfit == []


SHARED = "contracts/shared/types.odcs.yaml#schema/types/properties/"


def copies() -> Iterator[tuple[str, str, Values]]:
    """Yield each field that points to a shared type: the type, the file and the field."""
    for name in CONTRACTS:
        for _, values in fields(load(TEXTS[name])):
            for definition in each(values, "authoritativeDefinitions"):
                _, found, shared = str(definition["url"]).partition(SHARED)
                if found:
                    yield shared, name, values


def test_a_copy_of_a_shared_type_has_its_shape() -> None:
    types = {str(one["id"]): shape(one) for _, one in fields(load(TEXTS["shared/types.odcs.yaml"]))}

    unlike = [
        f"{name}: {shared}" for shared, name, copy in copies() if types.get(shared) != shape(copy)
    ]

    assert unlike == []


def test_a_shared_type_names_the_domains_that_copy_it() -> None:
    named: dict[str, set[object]] = {}
    readers = customs(load(TEXTS["shared/types.odcs.yaml"]))["consumers"]
    assert isinstance(readers, list)
    for reader in readers:
        for path in reader["uses"]:
            named.setdefault(path.removeprefix("types."), set()).add(reader["id"])
    found: dict[str, set[object]] = {}
    for shared, name, _ in copies():
        found.setdefault(shared, set()).add(f"{Path(name).parts[0]}-domain")

    assert found == named


def shape(values: Values) -> str:
    inner = [(child["name"], shape(child)) for child in each(values, "properties")]
    return str((values["logicalType"], values.get("logicalTypeOptions"), inner))


def test_the_tables_have_the_types_of_their_ddl() -> None:
    types = {
        path: values.get("physicalType")
        for name in ("events", "orders", "customers", "inventory")
        for path, values in fields(load(TEXTS[f"orders/{name}.odcs.yaml"]))
        if path.count(".") == 1
    }

    assert types == {
        "orders_events.event_id": "STRING",
        "orders_events.event_type": "STRING",
        "orders_events.payload": "VARIANT",
        "orders_events.created_at": "TIMESTAMP_NTZ",
        "orders.id": "STRING",
        "orders.product_id": "STRING",
        "orders.customer_id": "STRING",
        "orders.quantity": "INTEGER",
        "orders.unit_price": "DECIMAL(10,2)",
        "orders.sold_at": "TIMESTAMP_NTZ",
        "orders.ingested_at": "TIMESTAMP_NTZ",
        "customers.id": "STRING",
        "customers.name": "STRING",
        "customers.email": "STRING",
        "customers.city": "STRING",
        "customers.country": "STRING",
        "inventory.id": "STRING",
        "inventory.product_name": "STRING",
        "inventory.category": "STRING",
        "inventory.price": "DECIMAL(10,2)",
        "inventory.stock_quantity": "INTEGER",
    }


def test_columns_have_hyphens_in_progress_and_underscores_behind_it() -> None:
    renamed = {
        (source.removeprefix("erp-progress."), path)
        for path, values in fields(load(TEXTS["erp/staging.odcs.yaml"]))
        for source in texts(values, "transformSourceObjects")
        if source.startswith("erp-progress.")
    }
    columns = {
        path for path, _ in fields(load(TEXTS["erp/progress.odcs.yaml"])) if path.count(".") == 1
    }

    assert {source for source, _ in renamed} == columns
    assert {source.replace("-", "_") for source, _ in renamed} == {path for _, path in renamed}
    assert sum("-" in column for column in columns) == 17


@pytest.mark.parametrize("table", ["produit", "client", "lignecli"])
def test_a_hash_is_taken_over_all_columns_but_the_key(table: str) -> None:
    staging = dict(fields(load(TEXTS["erp/staging.odcs.yaml"])))
    columns = {
        path
        for path, values in staging.items()
        if path.startswith(f"{table}.") and "primaryKey" not in values
    }

    hashed = set(texts(staging[f"{table}.hashdiff"], "transformSourceObjects"))

    assert hashed == columns - {f"{table}.hashdiff", f"{table}.ts_source"}


@pytest.mark.parametrize("table", ["produit", "client", "lignecli"])
def test_the_operational_data_store_promises_its_service_level_objectives(table: str) -> None:
    values = load(TEXTS[f"erp/ods-{table}.odcs.yaml"])

    levels = {
        level["property"]: (level["value"], level["unit"])
        for level in each(values, "slaProperties")
    }

    assert levels == {
        "availability": (99.9, "percent"),
        "latency": (120, "s"),
        "errorRate": (1, "percent"),
        "freshness": (24, "h"),
        "dataQuality": (99, "percent"),
    }


def test_the_eight_topics_of_the_telecom_platform_have_three_partitions_each() -> None:
    topics = {
        str(next(each(values, "schema"))["name"]): customs(values)["partitions"]
        for values in (load(text) for name, text in TEXTS.items() if "/topics/" in name)
    }

    assert topics == dict.fromkeys(
        (
            "alerts",
            "audit-logs",
            "cdr-events",
            "dbt-events",
            "metrics",
            "quality-events",
            "rca-events",
            "reconciliation-events",
        ),
        3,
    )


def test_the_deprecated_line_says_until_when_and_what_instead() -> None:
    first = load(TEXTS["customer/silver-v1.odcs.yaml"])

    levels = {level["property"]: level["value"] for level in each(first, "slaProperties")}
    links = {link["type"] for link in each(first, "authoritativeDefinitions")}

    assert first["status"] == "deprecated"
    assert str(levels["endOfSupport"]) < str(levels["endOfLife"])
    assert "replacedBy" in links
