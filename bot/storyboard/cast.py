"""The people of the story. Their logins stand in the contracts, as gitHandle of a member."""

from __future__ import annotations

from bot.storyboard.model import Person

CHLOE = Person("Chloé Dubois", "chloe.dubois@example.com")
"""Owner of the orders contracts."""
KARIM = Person("Karim Haddad", "karim.haddad@example.com")
"""Data steward of orders."""
NADIA = Person("Nadia Benali", "nadia.benali@example.com")
"""Owner of the customer contracts."""
LOUIS = Person("Louis Martin", "louis.martin@example.com")
"""Data steward of customers."""
PAUL = Person("Paul Girard", "paul.girard@example.com")
"""Builds the dashboard."""
INES = Person("Inès Moreau", "ines.moreau@example.com")
"""Plans campaigns on the customer view."""
TOM = Person("Tom Lefort", "tom.lefort@example.com")
"""Runs the CRM of the sales people."""
HELENE = Person("Hélène Roux", "helene.roux@example.com")
"""Chairs the governance board."""
