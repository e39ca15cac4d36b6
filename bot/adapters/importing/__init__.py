"""Makes contracts out of files of other formats."""

from __future__ import annotations

from bot.adapters.importing.drafting import FORMATS, Draft, draft

__all__ = ["FORMATS", "Draft", "draft"]
