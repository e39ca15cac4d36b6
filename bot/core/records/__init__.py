"""Dataclasses that cost little to define. `__init__.pyi` says the same to the type checker.

Use them in place of `dataclasses`: they behave alike, and start a command twice as fast.
"""

from __future__ import annotations

from bot.core.records.fields import field
from bot.core.records.making import dataclass
from bot.core.records.using import field_names, is_record, replace

__all__ = ["dataclass", "field", "field_names", "is_record", "replace"]
