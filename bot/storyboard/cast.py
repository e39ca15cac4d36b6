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
EMMA = Person("Emma Roche", "emma.roche@example.com")
"""Owner of the records of users."""
CAMILLE = Person("Camille Rey", "camille.rey@example.com")
"""Studies how users behave."""
MARC = Person("Marc Lenoir", "marc.lenoir@example.com")
"""Owner of the ERP's tables."""
SOFIA = Person("Sofia Petit", "sofia.petit@example.com")
"""Data steward of the ERP's tables."""
JULIE = Person("Julie Faure", "julie.faure@example.com")
"""Follows the sales in a report."""
YANN = Person("Yann Kerbrat", "yann.kerbrat@example.com")
"""Owner of the telecom platform's contracts."""
AICHA = Person("Aïcha Diallo", "aicha.diallo@example.com")
"""Data steward of the telecom platform."""
BRUNO = Person("Bruno Mercier", "bruno.mercier@example.com")
"""Owner of the network's records."""
LINA = Person("Lina Costa", "lina.costa@example.com")
"""Data steward of the network's records."""
CLAIRE = Person("Claire Fontaine", "claire.fontaine@example.com")
"""Owner of offers and invoices."""
