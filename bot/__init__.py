"""Contract Steward: reviews data contracts that live in Git."""
