"""Describes how two free-form values differ: those to which the standard gives no meaning."""

from __future__ import annotations

from bot.core.plain import plain

_MOST = 5
_LONGEST = 80


def differences(old: object, new: object) -> tuple[str, ...]:
    """Return a few short sentences on what differs between two plain values.

    Containers are compared by deepdiff, in which the order of a list has no meaning; scalars
    are told as they are.
    """
    if not isinstance(old, dict | list) or not isinstance(new, dict | list):
        return (f"{_short(old)} became {_short(new)}",)
    from deepdiff import DeepDiff  # noqa: PLC0415  # 110 ms, needed for containers only

    found = DeepDiff(plain(old), plain(new), ignore_order=True, max_passes=2, verbose_level=2)
    told = []
    for kind, entries in found.to_dict().items():
        word = kind.replace("dictionary_item", "key").replace("iterable_item", "item")
        for where in entries:
            told.append(f"{word.replace('_', ' ')} at {str(where).removeprefix('root') or 'top'}")
    rest = (f"and {len(told) - _MOST} more",) if len(told) > _MOST else ()
    return (*told[:_MOST], *rest)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
