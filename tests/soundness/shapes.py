"""Contracts and rows as JSON has them."""

from __future__ import annotations

from typing import Any

Json = Any
Document = dict[str, Any]
Field = dict[str, Any]
"""A field, or an object of the contract read as the field that holds its rows."""
Row = dict[str, Any]
