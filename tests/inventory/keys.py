"""The inventory’s rows on keys, relationships, and what a row or a value means."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, an_object, field, fields

_ENDS = "relationships[].from / .to"
_A, _B = "name: a, logicalType: string", "name: b, logicalType: string"
_KEY = "primaryKey: true"


def related(keys: str) -> str:
    """Return a contract whose field `f` points to a field of the object `customers`."""
    targets = (
        "- name: customers\n"
        "  id: customers_tbl\n"
        "  properties:\n"
        "  - {name: id, id: cust_id, logicalType: string}\n"
        "  - {name: code, logicalType: string}\n"
    )
    return field(f"logicalType: string, relationships: [{{{keys}}}]") + targets


ROWS: tuple[Row, ...] = (
    Row(
        path="schema[].dataGranularityDescription",
        change="changed",
        old=an_object("dataGranularityDescription: One row per order"),
        new=an_object("dataGranularityDescription: One row per order line"),
        rule="DC620",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="schema[].relationships[]",
        change="see relationships",
        old=an_object(),
        new=an_object("relationships: [{from: [orders.f], to: [orders.f]}]"),
        rule="DC610",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.unique",
        change="false→true",
        old=fields(_A),
        new=fields(f"{_A}, unique: true"),
        rule="DC601",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.unique",
        change="true→false",
        old=fields(f"{_A}, unique: true"),
        new=fields(_A),
        rule="DC602",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.primaryKey",
        change="single column: false→true",
        old=fields(_A),
        new=fields(f"{_A}, {_KEY}"),
        rule="DC603",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.primaryKey",
        change="single column: true→false",
        old=fields(f"{_A}, {_KEY}"),
        new=fields(_A),
        rule="DC604",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.primaryKey",
        change="column joins/leaves a composite key",
        old=fields(f"{_A}, {_KEY}", f"{_B}, {_KEY}"),
        new=fields(f"{_A}, {_KEY}", _B),
        rule="DC605",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.primaryKeyPosition",
        change="changed",
        old=fields(f"{_A}, {_KEY}, primaryKeyPosition: 1", f"{_B}, {_KEY}, primaryKeyPosition: 2"),
        new=fields(f"{_A}, {_KEY}, primaryKeyPosition: 2", f"{_B}, {_KEY}, primaryKeyPosition: 1"),
        rule="DC607",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.partitioned",
        change="true→false / false→true",
        old=fields(f"{_A}, partitioned: true"),
        new=fields(_A),
        rule="DC608",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.partitionKeyPosition",
        change="changed",
        old=fields(
            f"{_A}, partitioned: true, partitionKeyPosition: 1",
            f"{_B}, partitioned: true, partitionKeyPosition: 2",
        ),
        new=fields(
            f"{_A}, partitioned: true, partitionKeyPosition: 2",
            f"{_B}, partitioned: true, partitionKeyPosition: 1",
        ),
        rule="DC608",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.encryptedName",
        change="changed/removed",
        old=fields(f"{_A}, encryptedName: a_enc"),
        new=fields(f"{_A}, encryptedName: a_cipher"),
        rule="DC630",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.encryptedName",
        change="added",
        old=fields(_A),
        new=fields(f"{_A}, encryptedName: a_enc"),
        rule="DC631",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.transformSourceObjects[]",
        change="changed",
        old=fields(f"{_A}, transformSourceObjects: [raw.orders.a]"),
        new=fields(f"{_A}, transformSourceObjects: [raw.refunds.a]"),
        rule="DC625",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.transformLogic",
        change="changed (column)",
        old=fields(f"{_A}, transformLogic: upper(x)"),
        new=fields(f"{_A}, transformLogic: lower(x)"),
        rule="DC622",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.transformLogic",
        change="changed (semanticType measure/dimension)",
        old=fields(f"{_A}, semanticType: measure, transformLogic: sum(x)"),
        new=fields(f"{_A}, semanticType: measure, transformLogic: avg(x)"),
        rule="DC623",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.semanticType",
        change="column→measure or back",
        old=fields(_A),
        new=fields(f"{_A}, semanticType: measure"),
        rule="DC626",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.semanticType",
        change="dimension↔column",
        old=fields(f"{_A}, semanticType: dimension"),
        new=fields(_A),
        rule="DC627",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="relationships[].type",
        change="-",
        old=related("to: customers.id"),
        new=related("to: customers.id, type: foreignKey"),
        rule=None,
        backward="none",
        forward="none",
    ),
    Row(
        path=_ENDS,
        change="relationship added",
        old=related("to: customers.id"),
        new=related("to: customers.id}, {to: customers.code"),
        rule="DC610",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_ENDS,
        change="removed",
        old=related("to: customers.id}, {to: customers.code"),
        new=related("to: customers.id"),
        rule="DC611",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_ENDS,
        change="to/from changed",
        old=related("to: customers.id"),
        new=related("to: customers.code"),
        rule="DC612",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_ENDS,
        change="notation only (name↔id), same target",
        old=related("to: customers.id"),
        new=related("to: schema/customers_tbl/properties/cust_id"),
        rule="DC613",
        backward="note",
        forward="note",
    ),
    Row(
        path="relationships[].(id,customProperties)",
        change="customProperties cardinality changed",
        old=related("to: customers.id, customProperties: [{property: cardinality, value: 1-1}]"),
        new=related("to: customers.id, customProperties: [{property: cardinality, value: 1-n}]"),
        rule="DC614",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="relationships[].(id,customProperties)",
        change="other",
        old=related("to: customers.id"),
        new=related("to: customers.id, id: rel_1"),
        rule="DC615",
        backward="note",
        forward="note",
    ),
)
