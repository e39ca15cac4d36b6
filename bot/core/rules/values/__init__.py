"""Rules on the values that a field may take."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.values.enum_value_added import ENUM_VALUE_ADDED
from bot.core.rules.values.enum_value_deprecated import ENUM_VALUE_DEPRECATED
from bot.core.rules.values.enum_value_recoded import ENUM_VALUE_RECODED
from bot.core.rules.values.enum_value_removed import ENUM_VALUE_REMOVED
from bot.core.rules.values.enum_value_reworded import ENUM_VALUE_REWORDED
from bot.core.rules.values.enum_value_undeprecated import ENUM_VALUE_UNDEPRECATED
from bot.core.rules.values.examples_changed import EXAMPLES_CHANGED
from bot.core.rules.values.values_closed import VALUES_CLOSED
from bot.core.rules.values.values_opened import VALUES_OPENED

RULES: tuple[Rule, ...] = (
    VALUES_CLOSED,
    VALUES_OPENED,
    ENUM_VALUE_ADDED,
    ENUM_VALUE_REMOVED,
    ENUM_VALUE_RECODED,
    ENUM_VALUE_REWORDED,
    ENUM_VALUE_DEPRECATED,
    ENUM_VALUE_UNDEPRECATED,
    EXAMPLES_CHANGED,
)
