"""Rules of the family `types`."""

from __future__ import annotations

from bot.core.rule import Rule

RULES: tuple[Rule, ...] = ()
