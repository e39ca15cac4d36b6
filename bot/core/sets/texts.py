"""Tells whether a text follows a public syntax: e-mail, host name, URI, UUID, base64 and so on."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.sets.instants import read_date, read_time, read_timestamp

# Compiled when first used: few contracts name such a format.
_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_LOCAL_PART = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*"
_BASE64 = r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
_URI = (
    r"[A-Za-z][A-Za-z0-9+.\-]*:"
    r"(?://(?:[A-Za-z0-9\-._~!$&'()*+,;=:%]*@)?[A-Za-z0-9\-._~!$&'()*+,;=%]*(?::[0-9]*)?(?=[/?#]|\Z)"
    r"|(?!//))"
    r"[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*"
    r"(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*)?"
    r"(?:#[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*)?"
)
_BAD_ESCAPE = r"%(?![0-9A-Fa-f]{2})"
_LONGEST_HOST = 253
_LONGEST_LOCAL_PART = 64
_NEEDS_SECONDS = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(Z|z|[+\-][0-9]{2}:[0-9]{2})?"
_LEAP_SECOND = ":60"


def is_hostname(text: str) -> bool:
    """Tell whether the text is a host name (RFC 1123, 2.1)."""
    if not 0 < len(text) <= _LONGEST_HOST:
        return False
    return all(re.fullmatch(_LABEL, label) for label in text.split("."))


def is_email(text: str) -> bool | None:
    """Tell whether the text is a mailbox (RFC 5321, 4.1.2).

    None for what is rare and hard to tell: quoted names, address literals, letters outside ASCII.
    """
    local, at, host = text.rpartition("@")
    if not at:
        return False
    if not text.isascii() or '"' in text or host.startswith("["):
        return None
    if len(local) > _LONGEST_LOCAL_PART or not re.fullmatch(_LOCAL_PART, local):
        return False
    return is_hostname(host)


def is_uri(text: str) -> bool | None:
    """Tell whether the text is a URI with a scheme (RFC 3986, 3); None for an IP literal in it."""
    if "[" in text or "]" in text:
        return None
    return re.fullmatch(_URI, text) is not None and re.search(_BAD_ESCAPE, text) is None


def is_uuid(text: str) -> bool:
    """Tell whether the text is a UUID of any version (RFC 4122, 3)."""
    return re.fullmatch(_UUID, text) is not None


def is_base64(text: str) -> bool:
    """Tell whether the text is base64 with its padding (RFC 4648, 4)."""
    return re.fullmatch(_BASE64, text) is not None


def is_ip_address(text: str, version: int) -> bool:
    """Tell whether the text is an IP address of the version, without zone or prefix length."""
    from ipaddress import ip_address  # noqa: PLC0415 - few runs ever see an address

    if len(text) > 45 or "%" in text:  # noqa: PLR2004 - the longest text of an IPv6 address
        return False
    try:
        return ip_address(text).version == version
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Tell whether the text is a full date (RFC 3339, 5.6)."""
    return read_date(text) is not None


def is_time(text: str) -> bool | None:
    """Tell whether the text is a full time (RFC 3339, 5.6).

    None without an offset, which RFC 3339 wants and many files leave out, and for leap seconds.
    """
    found = re.fullmatch(_NEEDS_SECONDS, text)
    if found is None:
        return False
    if found[1] is None or _LEAP_SECOND in text[5:8]:
        return None
    return text[:2] != "24" and read_time(text) is not None


def is_date_time(text: str) -> bool | None:
    """Tell whether the text is a date and a time as RFC 3339, 5.6 has it; None as in is_time."""
    if not is_date(text[:10]) or text[10:11] not in {"T", "t", " "}:
        return False
    clock = is_time(text[11:])
    return clock and read_timestamp(text) is not None


MATCHERS: dict[str, Callable[[str], bool | None]] = {
    "byte": is_base64,
    "date": is_date,
    "date-time": is_date_time,
    "email": is_email,
    "hostname": is_hostname,
    "ipv4": lambda text: is_ip_address(text, 4),
    "ipv6": lambda text: is_ip_address(text, 6),
    "time": is_time,
    "uri": is_uri,
    "uuid": is_uuid,
}
