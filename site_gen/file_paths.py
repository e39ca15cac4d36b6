"""Where each file for machines is, below the root of the portal's first language. Stable as well.

A folder and a file never want the same name, whatever a contract is called.
"""

from __future__ import annotations

from site_gen.slugs import slug

BADGES = ("version", "status", "compatibility", "removal")
"""What a badge may tell of a contract."""

CONTRACTS = "api/contracts.json"
LINEAGE = "api/lineage.json"
DEPRECATIONS = "api/deprecations.json"
RULES = "api/rules.json"
FEED = "feeds/all.xml"
CONTRACT_FEEDS = "feeds/contracts/"
CALENDAR = "calendars/all.ics"
LLMS = "llms.txt"

_TAKEN = ("versions", "dependencies")


def schema_file(name: str) -> str:
    """Return the JSON Schema of a kind of file."""
    return f"api/schemas/{name}.schema.json"


def contract_file(contract_id: str) -> str:
    """Return the file of a contract as it is now."""
    return f"{_contract(contract_id)}.json"


def versions_file(contract_id: str) -> str:
    """Return the list of a contract's versions."""
    return f"{_contract(contract_id)}/versions.json"


def version_file(contract_id: str, version: str) -> str:
    """Return the file of a version of a contract."""
    return f"{_contract(contract_id)}/{_name(version)}.json"


def dependencies_file(contract_id: str) -> str:
    """Return whom a contract reads and who reads it."""
    return f"{_contract(contract_id)}/dependencies.json"


def contract_feed(contract_id: str) -> str:
    """Return the Atom feed of a contract."""
    return f"{CONTRACT_FEEDS}{slug(contract_id)}.xml"


def domain_feed(domain: str) -> str:
    """Return the Atom feed of a domain."""
    return f"feeds/domains/{slug(domain)}.xml"


def contract_calendar(contract_id: str) -> str:
    """Return the calendar of what ends in a contract."""
    return f"calendars/contracts/{slug(contract_id)}.ics"


def domain_calendar(domain: str) -> str:
    """Return the calendar of what ends in a domain."""
    return f"calendars/domains/{slug(domain)}.ics"


def badge_file(contract_id: str, kind: str) -> str:
    """Return a badge of a contract; `kind` is one of `BADGES`."""
    return f"badges/{slug(contract_id)}/{kind}.svg"


def _contract(contract_id: str) -> str:
    return f"api/contracts/{_name(contract_id)}"


def _name(text: str) -> str:
    """Return a slug; one that would be in the way of a file of ours gets an end that none has."""
    name = slug(text)
    return f"{name}~" if name in _TAKEN or name.endswith(".json") else name
