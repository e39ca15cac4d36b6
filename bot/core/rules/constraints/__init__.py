"""Rules of the family `constraints`."""

from __future__ import annotations

from bot.core.rule import Rule

RULES: tuple[Rule, ...] = ()
