"""The portal's style sheet and script, as files."""

from __future__ import annotations

from importlib import resources

from site_gen.page import Asset

_FILES = {"portal.css": ("portal.css",), "portal.js": ("portal.js", "drawing.js")}
"""What each file is joined from: every page loads one of each kind."""


def asset_files() -> tuple[Asset, ...]:
    """Return the files that every page loads, and nothing else does."""
    folder = resources.files(__name__)
    return tuple(
        Asset(path=name, data=b"".join(folder.joinpath(part).read_bytes() for part in parts))
        for name, parts in _FILES.items()
    )
