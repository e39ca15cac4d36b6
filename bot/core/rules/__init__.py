"""The catalogue: every rule, by family, in the order of their numbers."""

from __future__ import annotations

from bot.core.catalogue import Catalogue
from bot.core.rules import (
    constraints,
    governance,
    identity,
    keys,
    lifecycle,
    lint,
    quality,
    structure,
    types,
    values,
)

CATALOGUE = Catalogue(
    (
        *lint.RULES,
        *structure.RULES,
        *identity.RULES,
        *types.RULES,
        *constraints.RULES,
        *values.RULES,
        *keys.RULES,
        *quality.RULES,
        *governance.RULES,
        *lifecycle.RULES,
    )
)
