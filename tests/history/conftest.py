from __future__ import annotations

from tests.cli.conftest import steward

__all__ = ["steward"]
