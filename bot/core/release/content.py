"""Tells whether two states of a contract say the same, whatever their files look like."""

from __future__ import annotations

import json

from bot.core.contract.model import Contract


def content_hash(contract: Contract) -> str:
    """Return a hash that is equal for contracts that say the same.

    Comments, quoting, the order of keys, and `1` for `1.0` do not count; the path of the file does
    not either. The declared version of the standard does.
    """
    from hashlib import sha256  # noqa: PLC0415  # loads OpenSSL, and most steps need no hash

    told = [contract.declared, _canonical(contract.node)]
    text = json.dumps(told, sort_keys=True, ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def _canonical(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _canonical(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_canonical(entry) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
