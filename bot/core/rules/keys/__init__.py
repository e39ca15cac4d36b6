"""Rules of the family `keys`."""

from __future__ import annotations

from bot.core.rule import Rule

RULES: tuple[Rule, ...] = ()
