"""Rules of the family `governance`."""

from __future__ import annotations

from bot.core.rule import Rule

RULES: tuple[Rule, ...] = ()
