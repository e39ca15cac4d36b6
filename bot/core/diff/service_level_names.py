"""What a service level is called: the standard's synonyms and spellings as one name."""

from __future__ import annotations

from collections.abc import Mapping

SERVICE_LEVEL_SYNONYMS: Mapping[str, str] = {
    "av": "availability",
    "th": "throughput",
    "er": "errorrate",
    "ga": "generalavailability",
    "es": "endofsupport",
    "el": "endoflife",
    "re": "retention",
    "fy": "frequency",
    "ly": "latency",
    "td": "timetodetect",
    "tn": "timetonotify",
    "tr": "timetorepair",
}
"""Two-letter names of service levels (ODCS, "Service-level agreement", valid values)."""


def service_level_name(property_name: str) -> str:
    """Return the canonical lower-case name of a service level."""
    plain = property_name.strip().lower().replace(" ", "").replace("_", "").replace("-", "")
    return SERVICE_LEVEL_SYNONYMS.get(plain, plain)
