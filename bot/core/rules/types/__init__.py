"""Rules on logical and physical types, formats of numbers and dates, and vectors."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change

RULES: tuple[Entry, ...] = (
    on_change("DC301", "type-changed", "field.logicalType"),
    on_change("DC302", "type-narrowed", "field.logicalType"),
    on_change("DC303", "type-widened", "field.logicalType"),
    on_change("DC304", "type-documented", "field.logicalType"),
    on_change("DC305", "type-declared", "field.logicalType"),
    on_change("DC306", "type-withdrawn", "field.logicalType"),
    on_change("DC307", "type-contradicted", "field.logicalType"),
    on_change("DC310", "physical-type-changed", "field.physicalType"),
    on_change("DC311", "physical-type-narrowed", "field.physicalType"),
    on_change("DC312", "physical-type-widened", "field.physicalType"),
    on_change("DC313", "decimal-scale-changed", "field.physicalType"),
    on_change("DC314", "timestamp-zone-changed", "field.physicalType"),
    on_change("DC315", "physical-type-respelled", "field.physicalType"),
    on_change("DC316", "physical-type-incomparable", "field.physicalType"),
    on_change("DC317", "physical-type-declared", "field.physicalType"),
    on_change("DC318", "physical-type-withdrawn", "field.physicalType"),
    on_change("DC320", "number-format-narrowed", "field.logicalTypeOptions.format"),
    on_change("DC321", "number-format-widened", "field.logicalTypeOptions.format"),
    on_change("DC322", "number-format-changed", "field.logicalTypeOptions.format"),
    on_change("DC323", "date-format-changed", "field.logicalTypeOptions.format"),
    on_change("DC324", "date-format-narrowed", "field.logicalTypeOptions.format"),
    on_change("DC325", "date-format-widened", "field.logicalTypeOptions.format"),
    on_change("DC326", "number-or-date-format-unknown", "field.logicalTypeOptions.format"),
    on_change("DC327", "number-or-date-format-spelled-out", "field.logicalTypeOptions.format"),
    on_change("DC330", "timezone-promise-changed", "field.logicalTypeOptions.timezone"),
    on_change("DC331", "timezone-spelled-out", "field.logicalTypeOptions.defaultTimezone"),
    on_change("DC332", "default-timezone-changed", "field.logicalTypeOptions.defaultTimezone"),
    on_change("DC333", "timezone-promise-unclear", "field.logicalTypeOptions.timezone"),
    on_change("DC340", "vector-dimensions-changed", "field.logicalTypeOptions.dimensions"),
    on_change("DC341", "vector-element-type-changed", "field.logicalTypeOptions.elementType"),
    on_change("DC342", "vector-element-type-spelled-out", "field.logicalTypeOptions.elementType"),
    on_change(
        "DC343",
        "embedding-model-changed",
        "field.logicalTypeOptions.embeddingModel",
        "field.logicalTypeOptions.embeddingModelVersion",
    ),
    on_change("DC344", "vector-normalization-dropped", "field.logicalTypeOptions.normalized"),
    on_change("DC345", "vector-normalization-promised", "field.logicalTypeOptions.normalized"),
    on_change("DC346", "distance-metric-changed", "field.logicalTypeOptions.distanceMetric"),
    on_change("DC350", "map-key-type-changed", "field.logicalType", "field.physicalType"),
)
