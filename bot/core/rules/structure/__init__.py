"""Rules on what exists: objects, fields, and what arrays and maps hold."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.structure.counted_field_added import COUNTED_FIELD_ADDED
from bot.core.rules.structure.counted_field_removed import COUNTED_FIELD_REMOVED
from bot.core.rules.structure.field_added import FIELD_ADDED
from bot.core.rules.structure.field_removed import FIELD_REMOVED
from bot.core.rules.structure.inner_type_declared import INNER_TYPE_DECLARED
from bot.core.rules.structure.inner_type_withdrawn import INNER_TYPE_WITHDRAWN
from bot.core.rules.structure.object_added import OBJECT_ADDED
from bot.core.rules.structure.object_removed import OBJECT_REMOVED
from bot.core.rules.structure.required_field_added import REQUIRED_FIELD_ADDED

RULES: tuple[Rule, ...] = (
    OBJECT_ADDED,
    OBJECT_REMOVED,
    FIELD_ADDED,
    FIELD_REMOVED,
    REQUIRED_FIELD_ADDED,
    INNER_TYPE_DECLARED,
    INNER_TYPE_WITHDRAWN,
    COUNTED_FIELD_REMOVED,
    COUNTED_FIELD_ADDED,
)
