"""Contracts for tests, from text."""

from __future__ import annotations

from bot.adapters.reading import read_contract
from bot.core.contract.model import Contract


def contract(text: str, file: str = "contract.yaml") -> Contract:
    """Return the contract in the text, read as the product reads it."""
    return read_contract(text.encode(), file)
