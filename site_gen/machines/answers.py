"""What the files of the API have in common: their frame, their links, how they name a node."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from bot.core.lineage.graph import Lineage, Node
from bot.render.machine.records import FORMAT
from site_gen.escaping import json_file
from site_gen.file_paths import schema_file
from site_gen.page import Asset
from site_gen.paths import relative
from site_gen.scene import Scene

Record = dict[str, object]


def answer(scene: Scene, path: str, schema: str, told: Mapping[str, object]) -> Asset:
    """Return a file of the API about one contract: its schema, the format's version, what is told.

    It names no commit of the site, so that a commit changes only what it is about.
    """
    frame = {"$schema": link(path, schema_file(schema)), "format": FORMAT}
    return Asset(path=path, data=json_file(frame | dict(told)) + b"\n", language=scene.language)


def answer_of_all(scene: Scene, path: str, schema: str, told: Mapping[str, object]) -> Asset:
    """Return a file of the API about all contracts at the newest commit."""
    catalogue = scene.catalogue
    when = {"commit": catalogue.commit, "time": catalogue.time.isoformat()}
    return answer(scene, path, schema, when | dict(told))


def link(start: str, end: str) -> str:
    """Return the link from one file to another (RFC 3986, section 4.2)."""
    return relative(posixpath.dirname(start), end)


def page_link(scene: Scene, start: str, page: str, anchor: str = "") -> str:
    """Return the link from a file to a page."""
    folder = posixpath.dirname(start)
    return relative(folder, page, anchor=anchor, explicit=scene.site.explicit)


def node_id(lineage: Lineage, node: Node) -> str:
    """Return what `steward lineage --format json` calls a node."""
    return f"{node.kind}:{lineage.address(node)}"
