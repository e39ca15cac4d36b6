"""Git as the registry: contracts at any commit, what changed, and how it came to be."""

from bot.adapters.git.repository import Repository

__all__ = ["Repository"]
