"""Contract Steward: reviews data contracts that live in Git."""

__version__ = "0.1.0"
