"""Rules on logical and physical types, formats of numbers and dates, and vectors."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.types.date_format_changed import DATE_FORMAT_CHANGED
from bot.core.rules.types.date_format_narrowed import DATE_FORMAT_NARROWED
from bot.core.rules.types.date_format_widened import DATE_FORMAT_WIDENED
from bot.core.rules.types.decimal_scale_changed import DECIMAL_SCALE_CHANGED
from bot.core.rules.types.default_timezone_changed import DEFAULT_TIMEZONE_CHANGED
from bot.core.rules.types.distance_metric_changed import DISTANCE_METRIC_CHANGED
from bot.core.rules.types.embedding_model_changed import EMBEDDING_MODEL_CHANGED
from bot.core.rules.types.map_key_type_changed import MAP_KEY_TYPE_CHANGED
from bot.core.rules.types.number_format_changed import NUMBER_FORMAT_CHANGED
from bot.core.rules.types.number_format_narrowed import NUMBER_FORMAT_NARROWED
from bot.core.rules.types.number_format_widened import NUMBER_FORMAT_WIDENED
from bot.core.rules.types.number_or_date_format_spelled_out import NUMBER_OR_DATE_FORMAT_SPELLED_OUT
from bot.core.rules.types.number_or_date_format_unknown import NUMBER_OR_DATE_FORMAT_UNKNOWN
from bot.core.rules.types.physical_type_changed import PHYSICAL_TYPE_CHANGED
from bot.core.rules.types.physical_type_declared import PHYSICAL_TYPE_DECLARED
from bot.core.rules.types.physical_type_incomparable import PHYSICAL_TYPE_INCOMPARABLE
from bot.core.rules.types.physical_type_narrowed import PHYSICAL_TYPE_NARROWED
from bot.core.rules.types.physical_type_respelled import PHYSICAL_TYPE_RESPELLED
from bot.core.rules.types.physical_type_widened import PHYSICAL_TYPE_WIDENED
from bot.core.rules.types.physical_type_withdrawn import PHYSICAL_TYPE_WITHDRAWN
from bot.core.rules.types.timestamp_zone_changed import TIMESTAMP_ZONE_CHANGED
from bot.core.rules.types.timezone_promise_changed import TIMEZONE_PROMISE_CHANGED
from bot.core.rules.types.timezone_promise_unclear import TIMEZONE_PROMISE_UNCLEAR
from bot.core.rules.types.timezone_spelled_out import TIMEZONE_SPELLED_OUT
from bot.core.rules.types.type_changed import TYPE_CHANGED
from bot.core.rules.types.type_contradicted import TYPE_CONTRADICTED
from bot.core.rules.types.type_declared import TYPE_DECLARED
from bot.core.rules.types.type_documented import TYPE_DOCUMENTED
from bot.core.rules.types.type_narrowed import TYPE_NARROWED
from bot.core.rules.types.type_widened import TYPE_WIDENED
from bot.core.rules.types.type_withdrawn import TYPE_WITHDRAWN
from bot.core.rules.types.vector_dimensions_changed import VECTOR_DIMENSIONS_CHANGED
from bot.core.rules.types.vector_element_type_changed import VECTOR_ELEMENT_TYPE_CHANGED
from bot.core.rules.types.vector_element_type_spelled_out import VECTOR_ELEMENT_TYPE_SPELLED_OUT
from bot.core.rules.types.vector_normalization_dropped import VECTOR_NORMALIZATION_DROPPED
from bot.core.rules.types.vector_normalization_promised import VECTOR_NORMALIZATION_PROMISED

RULES: tuple[Rule, ...] = (
    TYPE_CHANGED,
    TYPE_NARROWED,
    TYPE_WIDENED,
    TYPE_DOCUMENTED,
    TYPE_DECLARED,
    TYPE_WITHDRAWN,
    TYPE_CONTRADICTED,
    PHYSICAL_TYPE_CHANGED,
    PHYSICAL_TYPE_NARROWED,
    PHYSICAL_TYPE_WIDENED,
    DECIMAL_SCALE_CHANGED,
    TIMESTAMP_ZONE_CHANGED,
    PHYSICAL_TYPE_RESPELLED,
    PHYSICAL_TYPE_INCOMPARABLE,
    PHYSICAL_TYPE_DECLARED,
    PHYSICAL_TYPE_WITHDRAWN,
    NUMBER_FORMAT_NARROWED,
    NUMBER_FORMAT_WIDENED,
    NUMBER_FORMAT_CHANGED,
    DATE_FORMAT_CHANGED,
    DATE_FORMAT_NARROWED,
    DATE_FORMAT_WIDENED,
    NUMBER_OR_DATE_FORMAT_UNKNOWN,
    NUMBER_OR_DATE_FORMAT_SPELLED_OUT,
    TIMEZONE_PROMISE_CHANGED,
    TIMEZONE_SPELLED_OUT,
    DEFAULT_TIMEZONE_CHANGED,
    TIMEZONE_PROMISE_UNCLEAR,
    VECTOR_DIMENSIONS_CHANGED,
    VECTOR_ELEMENT_TYPE_CHANGED,
    VECTOR_ELEMENT_TYPE_SPELLED_OUT,
    EMBEDDING_MODEL_CHANGED,
    VECTOR_NORMALIZATION_DROPPED,
    VECTOR_NORMALIZATION_PROMISED,
    DISTANCE_METRIC_CHANGED,
    MAP_KEY_TYPE_CHANGED,
)
