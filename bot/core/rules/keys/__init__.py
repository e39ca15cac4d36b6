"""Rules on keys, relationships, grain and how fields are computed."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.keys.cardinality_changed import CARDINALITY_CHANGED
from bot.core.rules.keys.composite_key_changed import COMPOSITE_KEY_CHANGED
from bot.core.rules.keys.dimension_turned_column import DIMENSION_TURNED_COLUMN
from bot.core.rules.keys.encrypted_twin_added import ENCRYPTED_TWIN_ADDED
from bot.core.rules.keys.encrypted_twin_changed import ENCRYPTED_TWIN_CHANGED
from bot.core.rules.keys.grain_changed import GRAIN_CHANGED
from bot.core.rules.keys.grain_described import GRAIN_DESCRIBED
from bot.core.rules.keys.key_position_changed import KEY_POSITION_CHANGED
from bot.core.rules.keys.measure_redefined import MEASURE_REDEFINED
from bot.core.rules.keys.measure_turned_column import MEASURE_TURNED_COLUMN
from bot.core.rules.keys.partition_changed import PARTITION_CHANGED
from bot.core.rules.keys.primary_key_declared import PRIMARY_KEY_DECLARED
from bot.core.rules.keys.primary_key_withdrawn import PRIMARY_KEY_WITHDRAWN
from bot.core.rules.keys.relationship_added import RELATIONSHIP_ADDED
from bot.core.rules.keys.relationship_described import RELATIONSHIP_DESCRIBED
from bot.core.rules.keys.relationship_removed import RELATIONSHIP_REMOVED
from bot.core.rules.keys.relationship_respelled import RELATIONSHIP_RESPELLED
from bot.core.rules.keys.relationship_retargeted import RELATIONSHIP_RETARGETED
from bot.core.rules.keys.transform_logic_changed import TRANSFORM_LOGIC_CHANGED
from bot.core.rules.keys.transform_logic_respelled import TRANSFORM_LOGIC_RESPELLED
from bot.core.rules.keys.transform_sources_changed import TRANSFORM_SOURCES_CHANGED
from bot.core.rules.keys.uniqueness_dropped import UNIQUENESS_DROPPED
from bot.core.rules.keys.uniqueness_promised import UNIQUENESS_PROMISED
from bot.core.rules.keys.uniqueness_respelled import UNIQUENESS_RESPELLED
from bot.core.rules.keys.unit_changed import UNIT_CHANGED

RULES: tuple[Rule, ...] = (
    UNIQUENESS_PROMISED,
    UNIQUENESS_DROPPED,
    PRIMARY_KEY_DECLARED,
    PRIMARY_KEY_WITHDRAWN,
    COMPOSITE_KEY_CHANGED,
    KEY_POSITION_CHANGED,
    PARTITION_CHANGED,
    UNIQUENESS_RESPELLED,
    RELATIONSHIP_ADDED,
    RELATIONSHIP_REMOVED,
    RELATIONSHIP_RETARGETED,
    RELATIONSHIP_RESPELLED,
    CARDINALITY_CHANGED,
    RELATIONSHIP_DESCRIBED,
    GRAIN_CHANGED,
    GRAIN_DESCRIBED,
    TRANSFORM_LOGIC_CHANGED,
    MEASURE_REDEFINED,
    TRANSFORM_LOGIC_RESPELLED,
    TRANSFORM_SOURCES_CHANGED,
    MEASURE_TURNED_COLUMN,
    DIMENSION_TURNED_COLUMN,
    UNIT_CHANGED,
    ENCRYPTED_TWIN_CHANGED,
    ENCRYPTED_TWIN_ADDED,
)
