"""Rules on what exists: objects, fields, and what arrays and maps hold."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.structure.field_removed import FIELD_REMOVED

RULES: tuple[Rule, ...] = (FIELD_REMOVED,)
