"""Rules on what exists: objects, fields, and what arrays and maps hold."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change

RULES: tuple[Entry, ...] = (
    on_change("DC101", "object-added", "object added"),
    on_change("DC102", "object-removed", "object removed"),
    on_change("DC103", "field-added", "field added"),
    on_change("DC104", "field-removed", "field removed"),
    on_change("DC105", "required-field-added", "field added", "field renamed"),
    on_change("DC106", "inner-type-declared", "inner type added", "field added"),
    on_change("DC107", "inner-type-withdrawn", "inner type removed"),
    on_change("DC108", "counted-field-removed", "field removed", "field renamed"),
    on_change("DC109", "counted-field-added", "field added"),
    on_change("DC110", "twin-removed", "field twin removed", "object twin removed"),
    on_change("DC111", "copy-removed", "field twin removed", "object twin removed"),
)
