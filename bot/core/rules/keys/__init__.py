"""Rules on keys, relationships, grain and how fields are computed."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change

RULES: tuple[Entry, ...] = (
    on_change("DC601", "uniqueness-promised", "field.unique"),
    on_change("DC602", "uniqueness-dropped", "field.unique"),
    on_change("DC603", "primary-key-declared", "field.primaryKey", "field added"),
    on_change("DC604", "primary-key-withdrawn", "field.primaryKey"),
    on_change("DC605", "composite-key-changed", "field.primaryKey", "field added", "field removed"),
    on_change(
        "DC606",
        "idle-key-position-changed",
        "field.primaryKeyPosition",
        "field.partitionKeyPosition",
    ),
    on_change("DC607", "key-position-changed", "field.primaryKeyPosition"),
    on_change("DC608", "partition-changed", "field.partitioned", "field.partitionKeyPosition"),
    on_change("DC609", "uniqueness-respelled", "field.unique", "field.primaryKey"),
    on_change("DC610", "relationship-added", "relationship added"),
    on_change("DC611", "relationship-removed", "relationship removed"),
    on_change("DC612", "relationship-retargeted", "relationship.to", "relationship.from"),
    on_change("DC613", "relationship-respelled", "relationship.to", "relationship.from"),
    on_change("DC614", "cardinality-changed", "custom property.value"),
    on_change("DC615", "relationship-described", "relationship.id", "relationship.type"),
    on_change("DC620", "grain-changed", "object.dataGranularityDescription"),
    on_change("DC621", "grain-described", "object.dataGranularityDescription"),
    on_change("DC622", "transform-logic-changed", "field.transformLogic"),
    on_change("DC623", "measure-redefined", "field.transformLogic"),
    on_change("DC624", "transform-logic-respelled", "field.transformLogic"),
    on_change("DC625", "transform-sources-changed", "field.transformSourceObjects"),
    on_change("DC626", "measure-turned-column", "field.semanticType"),
    on_change("DC627", "dimension-turned-column", "field.semanticType"),
    on_change("DC628", "unit-changed", "custom property.value", "custom property removed"),
    on_change("DC630", "encrypted-twin-changed", "field.encryptedName"),
    on_change("DC631", "encrypted-twin-added", "field.encryptedName"),
)
