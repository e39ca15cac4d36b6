"""Rules on quality checks and service levels."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.quality.frequency_raised import FREQUENCY_RAISED
from bot.core.rules.quality.quality_advice_changed import QUALITY_ADVICE_CHANGED
from bot.core.rules.quality.quality_changed import QUALITY_CHANGED
from bot.core.rules.quality.quality_described import QUALITY_DESCRIBED
from bot.core.rules.quality.quality_incomparable import QUALITY_INCOMPARABLE
from bot.core.rules.quality.quality_loosened import QUALITY_LOOSENED
from bot.core.rules.quality.quality_respelled import QUALITY_RESPELLED
from bot.core.rules.quality.quality_rule_added import QUALITY_RULE_ADDED
from bot.core.rules.quality.quality_rule_removed import QUALITY_RULE_REMOVED
from bot.core.rules.quality.quality_tightened import QUALITY_TIGHTENED
from bot.core.rules.quality.service_level_added import SERVICE_LEVEL_ADDED
from bot.core.rules.quality.service_level_described import SERVICE_LEVEL_DESCRIBED
from bot.core.rules.quality.service_level_driver_changed import SERVICE_LEVEL_DRIVER_CHANGED
from bot.core.rules.quality.service_level_incomparable import SERVICE_LEVEL_INCOMPARABLE
from bot.core.rules.quality.service_level_removed import SERVICE_LEVEL_REMOVED
from bot.core.rules.quality.service_level_respelled import SERVICE_LEVEL_RESPELLED
from bot.core.rules.quality.service_level_scope_narrowed import SERVICE_LEVEL_SCOPE_NARROWED
from bot.core.rules.quality.service_level_scope_widened import SERVICE_LEVEL_SCOPE_WIDENED
from bot.core.rules.quality.service_level_strengthened import SERVICE_LEVEL_STRENGTHENED
from bot.core.rules.quality.service_level_weakened import SERVICE_LEVEL_WEAKENED

RULES: tuple[Rule, ...] = (
    QUALITY_RULE_ADDED,
    QUALITY_RULE_REMOVED,
    QUALITY_TIGHTENED,
    QUALITY_LOOSENED,
    QUALITY_CHANGED,
    QUALITY_INCOMPARABLE,
    QUALITY_RESPELLED,
    QUALITY_ADVICE_CHANGED,
    QUALITY_DESCRIBED,
    SERVICE_LEVEL_WEAKENED,
    SERVICE_LEVEL_STRENGTHENED,
    SERVICE_LEVEL_INCOMPARABLE,
    SERVICE_LEVEL_RESPELLED,
    FREQUENCY_RAISED,
    SERVICE_LEVEL_REMOVED,
    SERVICE_LEVEL_ADDED,
    SERVICE_LEVEL_SCOPE_NARROWED,
    SERVICE_LEVEL_SCOPE_WIDENED,
    SERVICE_LEVEL_DRIVER_CHANGED,
    SERVICE_LEVEL_DESCRIBED,
)
