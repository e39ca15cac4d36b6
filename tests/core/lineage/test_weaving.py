from __future__ import annotations

import pytest

from bot.core.errors import Location
from tests.core.lineage.woven import PRODUCT, lineage, table, told

CRM = table("crm", "name: email, id: mail_p", "name: phone", top="domain: sales\n")
SILVER_1 = table("silver", "name: email", "name: fax", top="version: 1.2.0\nstatus: deprecated\n")
SILVER_2 = table("silver", "name: email", top="version: 2.0.0\n")
TWIN = table("b", "name: x").replace("  name: b", "  name: a")
LOST = "0.yaml#schema/crm_o/properties/lost"
OTHER = table("other", "name: email")


NESTED = """\
id: crm
schema:
- name: crm
  properties:
  - name: address
    logicalType: object
    properties: [{name: city, logicalType: string}]
  - name: lines
    logicalType: array
    items: {name: line, logicalType: object, properties: [{name: sku, logicalType: string}]}
"""
APP = f"{PRODUCT}id: app\ninputPorts:\n- {{name: in, version: 1.0.0, contractId: crm, "
OUT = f"{PRODUCT}id: app\noutputPorts:\n- {{name: out, version: 1.0.0, "


def _reads(source: str) -> str:
    return table("view", f'name: mail, transformSourceObjects: ["{source}"]')


@pytest.mark.parametrize(
    ("texts", "edge"),
    [
        pytest.param(
            (CRM, _reads("crm.crm.email")),
            "crm.crm.email > view.view.mail (transform, declared)",
            id="a contract's id, an object and a field",
        ),
        pytest.param(
            (CRM, _reads("crm.crm")),
            "crm.crm > view.view.mail (transform, declared)",
            id="a contract's id and an object",
        ),
        pytest.param(
            (CRM, _reads("sales.crm.email")),
            "crm.crm.email > view.view.mail (transform, declared)",
            id="the domain as a namespace",
        ),
        pytest.param(
            (CRM, _reads("crm.email")),
            "crm.crm.email > view.view.mail (transform, declared)",
            id="an object that one contract alone has",
        ),
        pytest.param(
            (SILVER_1, SILVER_2, _reads("silver.silver.email")),
            "silver@2.silver.email > view.view.mail (transform, declared)",
            id="the newest major that is not deprecated",
        ),
        pytest.param(
            (SILVER_1, SILVER_2, _reads("silver.silver.fax")),
            "silver@1.silver.fax > view.view.mail (transform, declared)",
            id="the older major where it alone has the field",
        ),
        pytest.param(
            (CRM, _reads("raw.contacts.email")),
            "raw.contacts.email > view.view.mail (transform, declared)",
            id="what no document describes is outside",
        ),
        pytest.param(
            (table("view", "name: a", 'name: b, transformSourceObjects: ["view.a"]'),),
            "view.view.a > view.view.b (transform, declared)",
            id="another field of the same object",
        ),
        pytest.param(
            (NESTED, _reads("crm.crm.address.city")),
            "crm.crm.address.city > view.view.mail (transform, declared)",
            id="a nested field",
        ),
        pytest.param(
            (NESTED, _reads("crm.crm.lines[].sku")),
            "crm.crm.lines[].sku > view.view.mail (transform, declared)",
            id="a field of the items of a list",
        ),
        pytest.param(
            (
                CRM,
                table(
                    "view",
                    "name: mail, customProperties: [{property: lineage, value: {inputFields: "
                    "[{namespace: crm, name: crm, field: email}]}}]",
                ),
            ),
            "crm.crm.email > view.view.mail (transform, declared)",
            id="an entry of OpenLineage",
        ),
        pytest.param(
            (CRM, table("view", "name: mail, transformLogic: SELECT lower(c.email) FROM crm c")),
            "crm.crm.email > view.view.mail (transform, read from SQL)",
            id="SQL where no sources are declared",
        ),
        pytest.param(
            (CRM, table("view", "name: mail, transformLogic: lower(CRM.Email)")),
            "crm.crm.email > view.view.mail (transform, read from SQL)",
            id="an expression in another case",
        ),
        pytest.param(
            (
                CRM,
                table(
                    "view",
                    'name: mail, relationships: [{to: "0.yaml#schema/crm_o/properties/mail_p"}]',
                ),
            ),
            "crm.crm.email > view.view.mail (relationship, declared)",
            id="a foreign key into another file",
        ),
        pytest.param(
            (CRM, f"{PRODUCT}id: app\ninputPorts: [{{name: in, version: 1.0.0, contractId: crm}}]"),
            "crm > app (port, contract level)",
            id="an input port reads all of the contract",
        ),
        pytest.param(
            (
                CRM,
                APP + "customProperties: [{property: uses, value: [crm.email]}]}",
            ),
            "crm.crm.email > app (port, declared)",
            id="an input port that uses a field",
        ),
        pytest.param(
            (
                SILVER_1,
                SILVER_2,
                f"{PRODUCT}id: app\ninputPorts: [{{name: i, version: 1.0.0, contractId: silver}}]",
            ),
            "silver@1 > app (port, contract level)",
            id="an input port of an older major",
        ),
        pytest.param(
            (CRM, f"{PRODUCT}id: app\noutputPorts: [{{name: o, version: 1.0.0, contractId: crm}}]"),
            "app > crm (port, contract level)",
            id="an output port makes all of the contract",
        ),
        pytest.param(
            (
                CRM,
                OUT + "inputContracts: [{id: crm, version: 1.0.0}]}",
            ),
            "crm > app (port, contract level)",
            id="what an output port is made of",
        ),
        pytest.param(
            (
                CRM
                + "customProperties: [{property: consumers, value: [{id: bi, uses: [crm.email]}]}]",
            ),
            "crm.crm.email > bi (declared, declared)",
            id="a consumer that the contract declares",
        ),
        pytest.param(
            (CRM + "customProperties: [{property: consumers, value: [{team: bi}]}]",),
            "crm > bi (declared, contract level)",
            id="a consumer of all of it, known by its team",
        ),
    ],
)
def test_what_a_reference_means(texts: tuple[str, ...], edge: str) -> None:
    graph = lineage("---\n".join(f"{text.strip()}\n" for text in texts))

    assert [told(graph, found) for found in graph.edges] == [edge]


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        pytest.param(
            (CRM, _reads("crm.crm.mail")),
            ("dangling", "`crm.crm.mail` is not in the contract `crm`"),
            id="a field that the contract does not have",
        ),
        pytest.param(
            (table("a", "name: x"), TWIN, _reads("a.a.x")),
            None,
            id="an id goes before a name",
        ),
        pytest.param(
            (
                CRM.replace("id: crm", "id: one"),
                CRM.replace("id: crm", "id: two"),
                _reads("crm.email"),
            ),
            ("ambiguous", "`crm.email` may be of any of the contracts `one`, `two`"),
            id="an object that two contracts have",
        ),
        pytest.param(
            (SILVER_1, SILVER_2, _reads("silver.silver.fax")),
            ("deprecated", "`silver` 1.x is read, and it is deprecated"),
            id="a contract that is deprecated",
        ),
        pytest.param(
            (SILVER_2.replace("status: active", "") + "status: retired\n", _reads("silver.email")),
            ("retired", "`silver` 2.x is read, and it is retired"),
            id="a contract that is retired",
        ),
        pytest.param(
            (table("crm", "name: email, deprecated: true"), _reads("crm.crm.email")),
            ("deprecated", "`crm.crm.email` is read, and it is deprecated"),
            id="a field that is deprecated",
        ),
        pytest.param(
            (
                table("crm", "name: email, deprecated: true"),
                table("v", "name: m, deprecated: true, transformSourceObjects: [crm.crm.email]"),
            ),
            None,
            id="a deprecated reader of something deprecated",
        ),
        pytest.param(
            (CRM, table("view", f'name: mail, relationships: [{{to: "{LOST}"}}]')),
            ("dangling", f"`{LOST}` is not in the contract `crm`"),
            id="a foreign key to nothing",
        ),
        pytest.param(
            (CRM, f"{PRODUCT}id: app\ninputPorts: [{{name: i, version: 1.0.0, contractId: erp}}]"),
            ("dangling", "there is no contract `erp` here"),
            id="a port of an unknown contract",
        ),
        pytest.param(
            (CRM, f"{PRODUCT}id: app\ninputPorts: [{{name: i, version: 4.0.0, contractId: crm}}]"),
            ("dangling", "`crm` has no version 4.x here"),
            id="a port of an unknown major",
        ),
    ],
)
def test_what_is_wrong_with_a_reference(
    texts: tuple[str, ...], fault: tuple[str, str] | None
) -> None:
    graph = lineage("---\n".join(f"{text.strip()}\n" for text in texts))

    found = [(str(one.kind), one.message) for one in graph.faults]
    assert found == ([] if fault is None else [fault])


def test_a_fault_has_the_place_of_the_reference() -> None:
    graph = lineage(f"{CRM}---\n{_reads('crm.crm.mail')}")

    lines = (_head() + _reads("crm.crm.mail")).splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "crm.crm.mail" in text)
    column = lines[line - 1].index('"crm.crm.mail"') + 1
    assert [one.where for one in graph.faults] == [Location("1.yaml", line, column)]


def _head() -> str:
    return "apiVersion: v3.2.0\nkind: DataContract\nversion: 1.0.0\nstatus: active\n"


def test_the_order_of_the_files_does_not_matter() -> None:
    one = lineage(f"{CRM}---\n{OTHER}---\n{_reads('crm.crm.email')}")
    two = lineage(f"{_reads('crm.crm.email')}---\n{OTHER}---\n{CRM}")

    assert [told(one, edge) for edge in one.edges] == [told(two, edge) for edge in two.edges]
