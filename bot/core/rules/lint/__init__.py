"""Rules of the family `lint`: what is wrong in one contract, or between several of a registry."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.lint.array_without_items import ARRAY_WITHOUT_ITEMS
from bot.core.rules.lint.bound_unreadable import BOUND_UNREADABLE
from bot.core.rules.lint.bounds_crossed import BOUNDS_CROSSED
from bot.core.rules.lint.column_named_twice import COLUMN_NAMED_TWICE
from bot.core.rules.lint.consumer_path_unknown import CONSUMER_PATH_UNKNOWN
from bot.core.rules.lint.contract_end_missing import CONTRACT_END_MISSING
from bot.core.rules.lint.contract_id_repeated import CONTRACT_ID_REPEATED
from bot.core.rules.lint.contract_ids_differ_in_case import CONTRACT_IDS_DIFFER_IN_CASE
from bot.core.rules.lint.contract_name_missing import CONTRACT_NAME_MISSING
from bot.core.rules.lint.contract_name_repeated import CONTRACT_NAME_REPEATED
from bot.core.rules.lint.convention_unreadable import CONVENTION_UNREADABLE
from bot.core.rules.lint.deprecation_date_broken import DEPRECATION_DATE_BROKEN
from bot.core.rules.lint.deprecation_unexplained import DEPRECATION_UNEXPLAINED
from bot.core.rules.lint.entry_repeated import ENTRY_REPEATED
from bot.core.rules.lint.enum_value_inadmissible import ENUM_VALUE_INADMISSIBLE
from bot.core.rules.lint.enum_value_of_another_type import ENUM_VALUE_OF_ANOTHER_TYPE
from bot.core.rules.lint.enum_value_repeated import ENUM_VALUE_REPEATED
from bot.core.rules.lint.example_inadmissible import EXAMPLE_INADMISSIBLE
from bot.core.rules.lint.field_descriptions_missing import FIELD_DESCRIPTIONS_MISSING
from bot.core.rules.lint.field_name_repeated import FIELD_NAME_REPEATED
from bot.core.rules.lint.foreign_reference_unresolved import FOREIGN_REFERENCE_UNRESOLVED
from bot.core.rules.lint.id_repeated import ID_REPEATED
from bot.core.rules.lint.key_declared_nullable import KEY_DECLARED_NULLABLE
from bot.core.rules.lint.key_position_repeated import KEY_POSITION_REPEATED
from bot.core.rules.lint.key_position_skipped import KEY_POSITION_SKIPPED
from bot.core.rules.lint.lineage_cycle import LINEAGE_CYCLE
from bot.core.rules.lint.name_unfit import NAME_UNFIT
from bot.core.rules.lint.name_with_blanks import NAME_WITH_BLANKS
from bot.core.rules.lint.names_differ_in_case import NAMES_DIFFER_IN_CASE
from bot.core.rules.lint.naming_style_mixed import NAMING_STYLE_MIXED
from bot.core.rules.lint.object_description_missing import OBJECT_DESCRIPTION_MISSING
from bot.core.rules.lint.object_name_repeated import OBJECT_NAME_REPEATED
from bot.core.rules.lint.object_without_fields import OBJECT_WITHOUT_FIELDS
from bot.core.rules.lint.option_without_meaning import OPTION_WITHOUT_MEANING
from bot.core.rules.lint.owner_missing import OWNER_MISSING
from bot.core.rules.lint.pattern_broken import PATTERN_BROKEN
from bot.core.rules.lint.pattern_not_portable import PATTERN_NOT_PORTABLE
from bot.core.rules.lint.personal_data_unclassified import PERSONAL_DATA_UNCLASSIFIED
from bot.core.rules.lint.physical_type_contradicting import PHYSICAL_TYPE_CONTRADICTING
from bot.core.rules.lint.port_contract_unknown import PORT_CONTRACT_UNKNOWN
from bot.core.rules.lint.port_path_unknown import PORT_PATH_UNKNOWN
from bot.core.rules.lint.port_version_unknown import PORT_VERSION_UNKNOWN
from bot.core.rules.lint.position_without_key import POSITION_WITHOUT_KEY
from bot.core.rules.lint.privacy_tag_unclassified import PRIVACY_TAG_UNCLASSIFIED
from bot.core.rules.lint.purpose_missing import PURPOSE_MISSING
from bot.core.rules.lint.quality_argument_missing import QUALITY_ARGUMENT_MISSING
from bot.core.rules.lint.quality_column_unknown import QUALITY_COLUMN_UNKNOWN
from bot.core.rules.lint.quality_rule_empty import QUALITY_RULE_EMPTY
from bot.core.rules.lint.quality_rules_missing import QUALITY_RULES_MISSING
from bot.core.rules.lint.quality_text_missing import QUALITY_TEXT_MISSING
from bot.core.rules.lint.reference_lengths_differ import REFERENCE_LENGTHS_DIFFER
from bot.core.rules.lint.reference_to_deprecated import REFERENCE_TO_DEPRECATED
from bot.core.rules.lint.reference_to_unknown_field import REFERENCE_TO_UNKNOWN_FIELD
from bot.core.rules.lint.reference_to_unknown_object import REFERENCE_TO_UNKNOWN_OBJECT
from bot.core.rules.lint.reference_types_differ import REFERENCE_TYPES_DIFFER
from bot.core.rules.lint.removal_date_missing import REMOVAL_DATE_MISSING
from bot.core.rules.lint.replacement_unfit import REPLACEMENT_UNFIT
from bot.core.rules.lint.required_member_unknown import REQUIRED_MEMBER_UNKNOWN
from bot.core.rules.lint.server_name_repeated import SERVER_NAME_REPEATED
from bot.core.rules.lint.server_without_address import SERVER_WITHOUT_ADDRESS
from bot.core.rules.lint.service_level_dates_reversed import SERVICE_LEVEL_DATES_REVERSED
from bot.core.rules.lint.service_level_element_unknown import SERVICE_LEVEL_ELEMENT_UNKNOWN
from bot.core.rules.lint.service_level_unreadable import SERVICE_LEVEL_UNREADABLE
from bot.core.rules.lint.service_levels_missing import SERVICE_LEVELS_MISSING
from bot.core.rules.lint.source_unknown import SOURCE_UNKNOWN
from bot.core.rules.lint.standard_key_deprecated import STANDARD_KEY_DEPRECATED
from bot.core.rules.lint.status_missing import STATUS_MISSING
from bot.core.rules.lint.status_unknown import STATUS_UNKNOWN
from bot.core.rules.lint.text_unfinished import TEXT_UNFINISHED
from bot.core.rules.lint.threshold_always_met import THRESHOLD_ALWAYS_MET
from bot.core.rules.lint.threshold_impossible import THRESHOLD_IMPOSSIBLE
from bot.core.rules.lint.type_missing import TYPE_MISSING
from bot.core.rules.lint.vector_without_dimensions import VECTOR_WITHOUT_DIMENSIONS
from bot.core.rules.lint.version_not_semver import VERSION_NOT_SEMVER

RULES: tuple[Rule, ...] = (
    OBJECT_NAME_REPEATED,
    FIELD_NAME_REPEATED,
    NAMES_DIFFER_IN_CASE,
    COLUMN_NAMED_TWICE,
    ID_REPEATED,
    SERVER_NAME_REPEATED,
    ENTRY_REPEATED,
    NAME_UNFIT,
    NAME_WITH_BLANKS,
    NAMING_STYLE_MIXED,
    TYPE_MISSING,
    ARRAY_WITHOUT_ITEMS,
    OBJECT_WITHOUT_FIELDS,
    VECTOR_WITHOUT_DIMENSIONS,
    OPTION_WITHOUT_MEANING,
    PHYSICAL_TYPE_CONTRADICTING,
    REQUIRED_MEMBER_UNKNOWN,
    BOUNDS_CROSSED,
    BOUND_UNREADABLE,
    PATTERN_BROKEN,
    PATTERN_NOT_PORTABLE,
    ENUM_VALUE_OF_ANOTHER_TYPE,
    ENUM_VALUE_REPEATED,
    ENUM_VALUE_INADMISSIBLE,
    EXAMPLE_INADMISSIBLE,
    KEY_DECLARED_NULLABLE,
    KEY_POSITION_REPEATED,
    KEY_POSITION_SKIPPED,
    POSITION_WITHOUT_KEY,
    REFERENCE_TO_UNKNOWN_OBJECT,
    REFERENCE_TO_UNKNOWN_FIELD,
    REFERENCE_LENGTHS_DIFFER,
    REFERENCE_TYPES_DIFFER,
    CONSUMER_PATH_UNKNOWN,
    QUALITY_RULE_EMPTY,
    QUALITY_TEXT_MISSING,
    THRESHOLD_IMPOSSIBLE,
    THRESHOLD_ALWAYS_MET,
    QUALITY_ARGUMENT_MISSING,
    QUALITY_COLUMN_UNKNOWN,
    SERVICE_LEVEL_ELEMENT_UNKNOWN,
    SERVICE_LEVEL_UNREADABLE,
    SERVICE_LEVEL_DATES_REVERSED,
    VERSION_NOT_SEMVER,
    STATUS_UNKNOWN,
    STATUS_MISSING,
    STANDARD_KEY_DEPRECATED,
    CONVENTION_UNREADABLE,
    SERVER_WITHOUT_ADDRESS,
    DEPRECATION_UNEXPLAINED,
    REMOVAL_DATE_MISSING,
    DEPRECATION_DATE_BROKEN,
    REPLACEMENT_UNFIT,
    CONTRACT_END_MISSING,
    CONTRACT_NAME_MISSING,
    PURPOSE_MISSING,
    OWNER_MISSING,
    OBJECT_DESCRIPTION_MISSING,
    FIELD_DESCRIPTIONS_MISSING,
    PERSONAL_DATA_UNCLASSIFIED,
    PRIVACY_TAG_UNCLASSIFIED,
    SERVICE_LEVELS_MISSING,
    QUALITY_RULES_MISSING,
    TEXT_UNFINISHED,
    CONTRACT_ID_REPEATED,
    CONTRACT_IDS_DIFFER_IN_CASE,
    CONTRACT_NAME_REPEATED,
    FOREIGN_REFERENCE_UNRESOLVED,
    SOURCE_UNKNOWN,
    PORT_CONTRACT_UNKNOWN,
    PORT_VERSION_UNKNOWN,
    PORT_PATH_UNKNOWN,
    LINEAGE_CYCLE,
    REFERENCE_TO_DEPRECATED,
)
