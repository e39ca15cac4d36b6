"""Rules of the family `lifecycle`: status, deprecation, version, and the end of a contract."""

from __future__ import annotations

from bot.core.rule import Rule
from bot.core.rules.lifecycle.contract_activated import CONTRACT_ACTIVATED
from bot.core.rules.lifecycle.contract_deleted import CONTRACT_DELETED
from bot.core.rules.lifecycle.contract_deleted_while_active import CONTRACT_DELETED_WHILE_ACTIVE
from bot.core.rules.lifecycle.contract_deprecated import CONTRACT_DEPRECATED
from bot.core.rules.lifecycle.contract_retired import CONTRACT_RETIRED
from bot.core.rules.lifecycle.contract_retired_early import CONTRACT_RETIRED_EARLY
from bot.core.rules.lifecycle.contract_revived import CONTRACT_REVIVED
from bot.core.rules.lifecycle.contract_undeprecated import CONTRACT_UNDEPRECATED
from bot.core.rules.lifecycle.contract_withdrawn import CONTRACT_WITHDRAWN
from bot.core.rules.lifecycle.deprecation_reworded import DEPRECATION_REWORDED
from bot.core.rules.lifecycle.element_deprecated import ELEMENT_DEPRECATED
from bot.core.rules.lifecycle.element_undeprecated import ELEMENT_UNDEPRECATED
from bot.core.rules.lifecycle.first_version_unusual import FIRST_VERSION_UNUSUAL
from bot.core.rules.lifecycle.removal_announced import REMOVAL_ANNOUNCED
from bot.core.rules.lifecycle.removal_brought_forward import REMOVAL_BROUGHT_FORWARD
from bot.core.rules.lifecycle.removal_put_off import REMOVAL_PUT_OFF
from bot.core.rules.lifecycle.removal_unclear import REMOVAL_UNCLEAR
from bot.core.rules.lifecycle.status_left_open import STATUS_LEFT_OPEN
from bot.core.rules.lifecycle.status_restated import STATUS_RESTATED
from bot.core.rules.lifecycle.version_bumped_too_little import VERSION_BUMPED_TOO_LITTLE
from bot.core.rules.lifecycle.version_bumped_too_much import VERSION_BUMPED_TOO_MUCH
from bot.core.rules.lifecycle.version_changed import VERSION_CHANGED
from bot.core.rules.lifecycle.version_decreased import VERSION_DECREASED
from bot.core.rules.lifecycle.version_not_bumped import VERSION_NOT_BUMPED

RULES: tuple[Rule, ...] = (
    CONTRACT_ACTIVATED,
    CONTRACT_DEPRECATED,
    CONTRACT_UNDEPRECATED,
    CONTRACT_WITHDRAWN,
    CONTRACT_RETIRED_EARLY,
    CONTRACT_RETIRED,
    CONTRACT_REVIVED,
    STATUS_LEFT_OPEN,
    STATUS_RESTATED,
    ELEMENT_DEPRECATED,
    ELEMENT_UNDEPRECATED,
    REMOVAL_BROUGHT_FORWARD,
    REMOVAL_PUT_OFF,
    REMOVAL_ANNOUNCED,
    REMOVAL_UNCLEAR,
    DEPRECATION_REWORDED,
    VERSION_CHANGED,
    VERSION_NOT_BUMPED,
    VERSION_BUMPED_TOO_LITTLE,
    VERSION_BUMPED_TOO_MUCH,
    VERSION_DECREASED,
    FIRST_VERSION_UNUSUAL,
    CONTRACT_DELETED_WHILE_ACTIVE,
    CONTRACT_DELETED,
)
