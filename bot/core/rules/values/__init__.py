"""Rules on the values that a field may take."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change

RULES: tuple[Entry, ...] = (
    on_change("DC501", "values-closed", "field.enum"),
    on_change("DC502", "values-opened", "field.enum"),
    on_change("DC503", "enum-value-added", "enum value added"),
    on_change("DC504", "enum-value-removed", "enum value removed"),
    on_change("DC505", "enum-value-recoded", "enum value.value"),
    on_change(
        "DC506",
        "enum-value-reworded",
        "enum value.label",
        "enum value.description",
        "enum value.tags",
    ),
    on_change("DC507", "enum-value-deprecated", "enum value.deprecated"),
    on_change("DC508", "enum-value-undeprecated", "enum value.deprecated"),
    on_change("DC509", "examples-changed", "field.examples"),
)
