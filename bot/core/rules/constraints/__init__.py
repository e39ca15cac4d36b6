"""Rules on what a field demands of its values."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.constraints.bound_incomparable import BOUND_INCOMPARABLE
from bot.core.rules.constraints.bound_respelled import BOUND_RESPELLED
from bot.core.rules.constraints.count_spelled_out import COUNT_SPELLED_OUT
from bot.core.rules.constraints.field_became_optional import FIELD_BECAME_OPTIONAL
from bot.core.rules.constraints.field_became_required import FIELD_BECAME_REQUIRED
from bot.core.rules.constraints.maximum_count_lowered import MAXIMUM_COUNT_LOWERED
from bot.core.rules.constraints.maximum_count_raised import MAXIMUM_COUNT_RAISED
from bot.core.rules.constraints.maximum_length_lowered import MAXIMUM_LENGTH_LOWERED
from bot.core.rules.constraints.maximum_length_raised import MAXIMUM_LENGTH_RAISED
from bot.core.rules.constraints.maximum_lowered import MAXIMUM_LOWERED
from bot.core.rules.constraints.maximum_raised import MAXIMUM_RAISED
from bot.core.rules.constraints.minimum_count_lowered import MINIMUM_COUNT_LOWERED
from bot.core.rules.constraints.minimum_count_raised import MINIMUM_COUNT_RAISED
from bot.core.rules.constraints.minimum_length_lowered import MINIMUM_LENGTH_LOWERED
from bot.core.rules.constraints.minimum_length_raised import MINIMUM_LENGTH_RAISED
from bot.core.rules.constraints.minimum_lowered import MINIMUM_LOWERED
from bot.core.rules.constraints.minimum_raised import MINIMUM_RAISED
from bot.core.rules.constraints.multiple_changed import MULTIPLE_CHANGED
from bot.core.rules.constraints.multiple_loosened import MULTIPLE_LOOSENED
from bot.core.rules.constraints.multiple_respelled import MULTIPLE_RESPELLED
from bot.core.rules.constraints.multiple_tightened import MULTIPLE_TIGHTENED
from bot.core.rules.constraints.pattern_added import PATTERN_ADDED
from bot.core.rules.constraints.pattern_changed import PATTERN_CHANGED
from bot.core.rules.constraints.pattern_narrowed import PATTERN_NARROWED
from bot.core.rules.constraints.pattern_removed import PATTERN_REMOVED
from bot.core.rules.constraints.pattern_respelled import PATTERN_RESPELLED
from bot.core.rules.constraints.pattern_undecided import PATTERN_UNDECIDED
from bot.core.rules.constraints.pattern_widened import PATTERN_WIDENED
from bot.core.rules.constraints.required_member_added import REQUIRED_MEMBER_ADDED
from bot.core.rules.constraints.required_member_removed import REQUIRED_MEMBER_REMOVED
from bot.core.rules.constraints.required_members_reordered import REQUIRED_MEMBERS_REORDERED
from bot.core.rules.constraints.requirement_respelled import REQUIREMENT_RESPELLED
from bot.core.rules.constraints.text_format_changed import TEXT_FORMAT_CHANGED
from bot.core.rules.constraints.text_format_narrowed import TEXT_FORMAT_NARROWED
from bot.core.rules.constraints.text_format_respelled import TEXT_FORMAT_RESPELLED
from bot.core.rules.constraints.text_format_unknown import TEXT_FORMAT_UNKNOWN
from bot.core.rules.constraints.text_format_widened import TEXT_FORMAT_WIDENED
from bot.core.rules.constraints.unique_items_dropped import UNIQUE_ITEMS_DROPPED
from bot.core.rules.constraints.unique_items_promised import UNIQUE_ITEMS_PROMISED

RULES: tuple[Rule, ...] = (
    FIELD_BECAME_REQUIRED,
    FIELD_BECAME_OPTIONAL,
    MINIMUM_RAISED,
    MINIMUM_LOWERED,
    MAXIMUM_LOWERED,
    MAXIMUM_RAISED,
    BOUND_INCOMPARABLE,
    BOUND_RESPELLED,
    REQUIREMENT_RESPELLED,
    MINIMUM_LENGTH_RAISED,
    MINIMUM_LENGTH_LOWERED,
    MAXIMUM_LENGTH_LOWERED,
    MAXIMUM_LENGTH_RAISED,
    MINIMUM_COUNT_RAISED,
    MINIMUM_COUNT_LOWERED,
    MAXIMUM_COUNT_LOWERED,
    MAXIMUM_COUNT_RAISED,
    COUNT_SPELLED_OUT,
    UNIQUE_ITEMS_PROMISED,
    UNIQUE_ITEMS_DROPPED,
    PATTERN_ADDED,
    PATTERN_REMOVED,
    PATTERN_NARROWED,
    PATTERN_WIDENED,
    PATTERN_CHANGED,
    PATTERN_UNDECIDED,
    PATTERN_RESPELLED,
    TEXT_FORMAT_NARROWED,
    TEXT_FORMAT_WIDENED,
    TEXT_FORMAT_CHANGED,
    TEXT_FORMAT_UNKNOWN,
    TEXT_FORMAT_RESPELLED,
    MULTIPLE_TIGHTENED,
    MULTIPLE_LOOSENED,
    MULTIPLE_CHANGED,
    MULTIPLE_RESPELLED,
    REQUIRED_MEMBER_ADDED,
    REQUIRED_MEMBER_REMOVED,
    REQUIRED_MEMBERS_REORDERED,
)
