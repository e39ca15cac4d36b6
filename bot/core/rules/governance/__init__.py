"""Rules on protection, ownership, access and terms."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.governance.access_approvers_changed import ACCESS_APPROVERS_CHANGED
from bot.core.rules.governance.announcements_channel_removed import ANNOUNCEMENTS_CHANNEL_REMOVED
from bot.core.rules.governance.canonical_link_changed import CANONICAL_LINK_CHANGED
from bot.core.rules.governance.classification_declared import CLASSIFICATION_DECLARED
from bot.core.rules.governance.classification_incomparable import CLASSIFICATION_INCOMPARABLE
from bot.core.rules.governance.classification_lowered import CLASSIFICATION_LOWERED
from bot.core.rules.governance.classification_raised import CLASSIFICATION_RAISED
from bot.core.rules.governance.creation_date_changed import CREATION_DATE_CHANGED
from bot.core.rules.governance.critical_data_element_set import CRITICAL_DATA_ELEMENT_SET
from bot.core.rules.governance.critical_data_element_unset import CRITICAL_DATA_ELEMENT_UNSET
from bot.core.rules.governance.custom_property_changed import CUSTOM_PROPERTY_CHANGED
from bot.core.rules.governance.definition_link_changed import DEFINITION_LINK_CHANGED
from bot.core.rules.governance.documentation_changed import DOCUMENTATION_CHANGED
from bot.core.rules.governance.domain_changed import DOMAIN_CHANGED
from bot.core.rules.governance.guidance_changed import GUIDANCE_CHANGED
from bot.core.rules.governance.guidance_constraint_added import GUIDANCE_CONSTRAINT_ADDED
from bot.core.rules.governance.guidance_constraint_removed import GUIDANCE_CONSTRAINT_REMOVED
from bot.core.rules.governance.last_owner_removed import LAST_OWNER_REMOVED
from bot.core.rules.governance.limitation_added import LIMITATION_ADDED
from bot.core.rules.governance.limitation_lifted import LIMITATION_LIFTED
from bot.core.rules.governance.link_changed import LINK_CHANGED
from bot.core.rules.governance.notice_period_lengthened import NOTICE_PERIOD_LENGTHENED
from bot.core.rules.governance.notice_period_shortened import NOTICE_PERIOD_SHORTENED
from bot.core.rules.governance.price_lowered import PRICE_LOWERED
from bot.core.rules.governance.price_raised import PRICE_RAISED
from bot.core.rules.governance.privacy_tag_added import PRIVACY_TAG_ADDED
from bot.core.rules.governance.privacy_tag_removed import PRIVACY_TAG_REMOVED
from bot.core.rules.governance.role_access_narrowed import ROLE_ACCESS_NARROWED
from bot.core.rules.governance.role_access_widened import ROLE_ACCESS_WIDENED
from bot.core.rules.governance.role_added import ROLE_ADDED
from bot.core.rules.governance.role_removed import ROLE_REMOVED
from bot.core.rules.governance.server_added import SERVER_ADDED
from bot.core.rules.governance.server_address_changed import SERVER_ADDRESS_CHANGED
from bot.core.rules.governance.server_compute_changed import SERVER_COMPUTE_CHANGED
from bot.core.rules.governance.server_connection_changed import SERVER_CONNECTION_CHANGED
from bot.core.rules.governance.server_environment_changed import SERVER_ENVIRONMENT_CHANGED
from bot.core.rules.governance.server_format_changed import SERVER_FORMAT_CHANGED
from bot.core.rules.governance.server_removed import SERVER_REMOVED
from bot.core.rules.governance.server_renamed import SERVER_RENAMED
from bot.core.rules.governance.server_topic_changed import SERVER_TOPIC_CHANGED
from bot.core.rules.governance.server_type_changed import SERVER_TYPE_CHANGED
from bot.core.rules.governance.server_type_respelled import SERVER_TYPE_RESPELLED
from bot.core.rules.governance.server_variable_changed import SERVER_VARIABLE_CHANGED
from bot.core.rules.governance.standard_downgraded import STANDARD_DOWNGRADED
from bot.core.rules.governance.standard_upgraded import STANDARD_UPGRADED
from bot.core.rules.governance.support_changed import SUPPORT_CHANGED
from bot.core.rules.governance.synonym_removed import SYNONYM_REMOVED
from bot.core.rules.governance.tags_changed import TAGS_CHANGED
from bot.core.rules.governance.team_changed import TEAM_CHANGED
from bot.core.rules.governance.team_member_changed import TEAM_MEMBER_CHANGED
from bot.core.rules.governance.tenant_changed import TENANT_CHANGED
from bot.core.rules.governance.terms_link_changed import TERMS_LINK_CHANGED
from bot.core.rules.governance.test_server_removed import TEST_SERVER_REMOVED
from bot.core.rules.governance.usage_changed import USAGE_CHANGED

RULES: tuple[Rule, ...] = (
    CLASSIFICATION_LOWERED,
    CLASSIFICATION_RAISED,
    CLASSIFICATION_INCOMPARABLE,
    CLASSIFICATION_DECLARED,
    CRITICAL_DATA_ELEMENT_UNSET,
    CRITICAL_DATA_ELEMENT_SET,
    PRIVACY_TAG_REMOVED,
    PRIVACY_TAG_ADDED,
    TAGS_CHANGED,
    LAST_OWNER_REMOVED,
    TEAM_CHANGED,
    TEAM_MEMBER_CHANGED,
    ROLE_REMOVED,
    ROLE_ADDED,
    ROLE_ACCESS_NARROWED,
    ROLE_ACCESS_WIDENED,
    ACCESS_APPROVERS_CHANGED,
    TENANT_CHANGED,
    DOMAIN_CHANGED,
    USAGE_CHANGED,
    LIMITATION_ADDED,
    LIMITATION_LIFTED,
    GUIDANCE_CHANGED,
    GUIDANCE_CONSTRAINT_ADDED,
    GUIDANCE_CONSTRAINT_REMOVED,
    CANONICAL_LINK_CHANGED,
    DEFINITION_LINK_CHANGED,
    TERMS_LINK_CHANGED,
    LINK_CHANGED,
    NOTICE_PERIOD_SHORTENED,
    NOTICE_PERIOD_LENGTHENED,
    CUSTOM_PROPERTY_CHANGED,
    ANNOUNCEMENTS_CHANNEL_REMOVED,
    SUPPORT_CHANGED,
    PRICE_RAISED,
    PRICE_LOWERED,
    DOCUMENTATION_CHANGED,
    SYNONYM_REMOVED,
    CREATION_DATE_CHANGED,
    STANDARD_UPGRADED,
    STANDARD_DOWNGRADED,
    SERVER_ADDED,
    SERVER_REMOVED,
    TEST_SERVER_REMOVED,
    SERVER_RENAMED,
    SERVER_ENVIRONMENT_CHANGED,
    SERVER_TYPE_CHANGED,
    SERVER_TYPE_RESPELLED,
    SERVER_ADDRESS_CHANGED,
    SERVER_CONNECTION_CHANGED,
    SERVER_COMPUTE_CHANGED,
    SERVER_FORMAT_CHANGED,
    SERVER_VARIABLE_CHANGED,
    SERVER_TOPIC_CHANGED,
)
