"""Names Git tags after contracts and versions: `<contract-id>/v1.4.0`."""

from __future__ import annotations

import re
from hashlib import sha256

_SAFE = re.compile(r"[A-Za-z0-9._+-]")
_ESCAPE = re.compile(rb"%([0-9A-F]{2})")
_LONGEST = 180
"""A file system takes names of 255 bytes, and Git adds `.lock` while it writes one."""


def tag_name(contract_id: str, version: str) -> str:
    """Return the tag of a released version of a contract.

    Different ids never share a name, and no id is a folder of another's tags: what a ref may not
    hold (git-check-ref-format) is written in percent-encoding (RFC 3986, section 2.1), `/` and
    whatever is not ASCII included. A very long id is cut, and its hash added.
    """
    return f"{_component(contract_id)}/v{_escaped(version)}"


def contract_of(tag: str) -> tuple[str, str] | None:
    """Return the contract id and version that a tag names; None where it is no tag of ours.

    An id that was cut cannot be told from its tag: it comes back as it was cut.
    """
    head, slash, version = tag.rpartition("/v")
    if not slash or not head or not version:
        return None
    return _unescaped(head), _unescaped(version)


def _component(text: str) -> str:
    name = _escaped(text)
    if len(name) <= _LONGEST:
        return name
    whole = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{_uncut(name[: _LONGEST - 17])}-{whole}"


def _escaped(text: str) -> str:
    name = "".join(char if _SAFE.fullmatch(char) else _percent(char) for char in text)
    name = name.replace("..", ".%2E")
    if name.startswith((".", "-")):
        name = _percent(name[0]) + name[1:]
    if name.endswith("."):
        name = f"{name[:-1]}%2E"
    if name.lower().endswith(".lock"):
        name = f"{name[:-5]}%2E{name[-4:]}"
    return name


def _unescaped(name: str) -> str:
    whole = _ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), name.encode())
    return whole.decode("utf-8", "replace")


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _uncut(name: str) -> str:
    """Return the name without the beginning of an escape at its end."""
    head, mark, tail = name.rpartition("%")
    return head if mark and len(tail) < 2 else name  # noqa: PLR2004  # an escape has two digits
