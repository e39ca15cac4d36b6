"""Texts, dates and times that witnesses are made of."""

from __future__ import annotations

from collections.abc import Mapping

FORMATS: Mapping[str, tuple[str, ...]] = {
    "uuid": ("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"),
    "email": ("a@example.com", "b@example.com"),
    "uri": ("https://example.com/a", "https://example.com/b"),
    "hostname": ("example.com", "example.org"),
    "ipv4": ("192.0.2.1", "192.0.2.2"),
    "ipv6": ("2001:db8::1", "2001:db8::2"),
    "date": ("2024-01-15", "2024-01-16"),
    "date-time": ("2024-01-15T09:30:00Z", "2024-01-16T09:30:00Z"),
    "time": ("09:30:00Z", "09:31:00Z"),
    "byte": ("YQ==", "Yg=="),
}
"""Two texts of each format; names and addresses are those kept for examples (RFC 2606, 5737)."""
STORED: Mapping[str, tuple[str, ...]] = {
    **{name: FORMATS[name] for name in ("uuid", "ipv4", "ipv6")},
    **dict.fromkeys(("inet", "ipaddress"), FORMATS["ipv4"]),
    **dict.fromkeys(("cidr", "ipprefix"), ("192.0.2.0/24", "198.51.100.0/24")),
    **dict.fromkeys(("macaddr", "macaddr8"), ("00:00:5e:00:53:01", "00:00:5e:00:53:02")),
    **dict.fromkeys(("xml", "xmltype"), ("<a/>", "<b/>")),
    **dict.fromkeys(("json", "jsonb", "variant", "super"), ("{}", "[]")),
}
"""Texts that a physical type without algebra stores for sure; the last addresses of RFC 7042."""
MOMENTS: Mapping[str, tuple[str, ...]] = {
    "date": ("2024-01-15", "2024-01-16", "2024-01-17"),
    "timestamp": (
        "2024-01-15T09:30:00",
        "2024-01-15T09:30:00Z",
        "2024-01-16T09:30:00",
        "2024-01-16T09:30:00Z",
        "2024-01-15T09:30",
        "2024-01-15T09:30:00.123",
    ),
    "time": ("09:30:00", "09:30:00Z", "09:31:00", "09:31:00Z", "09:30", "09:30:00.123"),
}
