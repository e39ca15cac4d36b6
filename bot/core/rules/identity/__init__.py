"""Rules on names, ids and order: what makes an element the same one."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.identity.contract_id_changed import CONTRACT_ID_CHANGED
from bot.core.rules.identity.field_case_changed import FIELD_CASE_CHANGED
from bot.core.rules.identity.field_id_changed import FIELD_ID_CHANGED
from bot.core.rules.identity.field_physical_name_changed import FIELD_PHYSICAL_NAME_CHANGED
from bot.core.rules.identity.field_renamed import FIELD_RENAMED
from bot.core.rules.identity.fields_reordered import FIELDS_REORDERED
from bot.core.rules.identity.id_added import ID_ADDED
from bot.core.rules.identity.logical_name_changed import LOGICAL_NAME_CHANGED
from bot.core.rules.identity.medium_changed import MEDIUM_CHANGED
from bot.core.rules.identity.object_id_changed import OBJECT_ID_CHANGED
from bot.core.rules.identity.object_kind_declared import OBJECT_KIND_DECLARED
from bot.core.rules.identity.object_physical_name_changed import OBJECT_PHYSICAL_NAME_CHANGED
from bot.core.rules.identity.object_renamed import OBJECT_RENAMED
from bot.core.rules.identity.physical_name_spelled_out import PHYSICAL_NAME_SPELLED_OUT
from bot.core.rules.identity.positional_fields_reordered import POSITIONAL_FIELDS_REORDERED
from bot.core.rules.identity.relation_kind_changed import RELATION_KIND_CHANGED

RULES: tuple[Rule, ...] = (
    CONTRACT_ID_CHANGED,
    OBJECT_RENAMED,
    FIELD_RENAMED,
    FIELD_CASE_CHANGED,
    OBJECT_PHYSICAL_NAME_CHANGED,
    FIELD_PHYSICAL_NAME_CHANGED,
    PHYSICAL_NAME_SPELLED_OUT,
    OBJECT_ID_CHANGED,
    FIELD_ID_CHANGED,
    ID_ADDED,
    POSITIONAL_FIELDS_REORDERED,
    FIELDS_REORDERED,
    MEDIUM_CHANGED,
    RELATION_KIND_CHANGED,
    OBJECT_KIND_DECLARED,
    LOGICAL_NAME_CHANGED,
)
