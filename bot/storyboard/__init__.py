"""A year in the life of a contract repository, told as a real Git history.

For `steward demo`, tests and measurements. It ends with the bundled contracts.
"""

from __future__ import annotations

from bot.storyboard.model import Branch, Storyboard
from bot.storyboard.synthetic import synthetic_contract
from bot.storyboard.telling import tell

__all__ = ["Branch", "Storyboard", "synthetic_contract", "tell"]
