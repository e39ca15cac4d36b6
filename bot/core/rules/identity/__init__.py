"""Rules on names, ids and order: what makes an element the same one."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change

RULES: tuple[Entry, ...] = (
    on_change("DC201", "contract-id-changed", "contract.id"),
    on_change("DC202", "object-renamed", "object renamed"),
    on_change("DC203", "field-renamed", "field renamed"),
    on_change("DC204", "field-case-changed", "field renamed"),
    on_change("DC205", "object-physical-name-changed", "object.physicalName"),
    on_change("DC206", "field-physical-name-changed", "field.physicalName"),
    on_change("DC207", "physical-name-spelled-out", "field.physicalName", "object.physicalName"),
    on_change("DC208", "object-id-changed", "object.id"),
    on_change("DC209", "field-id-changed", "field.id"),
    on_change("DC210", "id-added", "object.id", "field.id"),
    on_change("DC211", "positional-fields-reordered", "field reordered"),
    on_change("DC212", "fields-reordered", "field reordered", "object reordered"),
    on_change("DC213", "medium-changed", "object.physicalType"),
    on_change("DC214", "relation-kind-changed", "object.physicalType"),
    on_change("DC215", "object-kind-declared", "object.physicalType", "object.logicalType"),
    on_change("DC216", "logical-name-changed", "object renamed", "field renamed"),
)
