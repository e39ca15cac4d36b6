"""The portal's style sheet and script, as files."""

from __future__ import annotations

from importlib import resources

from site_gen.page import Asset

_NAMES = ("portal.css", "portal.js")


def asset_files() -> tuple[Asset, ...]:
    """Return the files that every page loads, and nothing else does."""
    folder = resources.files(__name__)
    return tuple(Asset(path=name, data=folder.joinpath(name).read_bytes()) for name in _NAMES)
