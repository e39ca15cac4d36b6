"""The tags that mark personal or sensitive data, and how they come and go."""

from __future__ import annotations

from bot.core.diff.changes import Change, Changed, Kind

_PRIVACY = frozenset(
    ("pii", "phi", "gdpr", "rgpd", "personal", "personal-data", "sensitive", "spi")
)
_TAGGED = (Kind.CONTRACT, Kind.OBJECT, Kind.FIELD)
"""What holds data; tags of people and checks mark nothing."""


def privacy_tags(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that went and those that came, in the order of the alphabet."""
    match change:
        case Changed(attribute="tags", old=tuple() as old, new=tuple() as new):
            if change.place.kind not in _TAGGED:
                return (), ()
            before, after = (_PRIVACY & {str(tag).lower() for tag in tags} for tags in (old, new))
            return tuple(sorted(before - after)), tuple(sorted(after - before))
        case _:
            return (), ()
