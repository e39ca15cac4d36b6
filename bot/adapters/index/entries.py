"""What is kept of a document: its names and its essence, as one line of JSON."""

from __future__ import annotations

import json

from bot.adapters.index.nodes import packed, unpacked
from bot.adapters.odcs.kinds import Standard, standard_of
from bot.adapters.odcs.shipped import is_valid
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.migration import in_newest_form, migrate
from bot.core.contract.node import Document, MapNode
from bot.core.errors import StewardError
from bot.core.lineage.caused import entry_of
from bot.core.lineage.essence import rebuilt
from bot.core.lineage.logic import from_text
from bot.core.lineage.names import Names
from bot.core.lineage.shelf import Volume

NOTHING = "null\tnull"
"""Kept of a text that is no document: it need not be read again to know so."""


def written(data: bytes) -> str:
    """Return what to keep of a file's text, in one line.

    Whether the document is valid is not asked: who breaks the standard elsewhere reads all the
    same. What has another type than the standard says counts as absent.
    """
    try:
        document = read_yaml(data, "")
        standard, _ = standard_of(document)
        root = document.root if standard is None else _newest(document, standard)
        if standard is None or not root.get("id"):
            return NOTHING
        names, volume = entry_of(root, "")
        head = (
            names.id,
            names.product,
            names.major,
            names.title,
            names.names,
            names.mentions,
            names.ids,
            names.files,
        )
        tail = (standard.declared, packed(volume.document.node))
        return f"{json.dumps(head)}\t{json.dumps(tail)}"
    except StewardError:
        return NOTHING


def _newest(document: Document, standard: Standard) -> MapNode:
    """Return the root in the newest form; as it is where it is no valid one of an older form."""
    root = document.root
    if in_newest_form(root) or not is_valid(standard.schema, root):
        return root
    return migrate(document).root


def names_in(entry: str) -> tuple[Names, ...]:
    """Return the names in an entry; nothing for a text that is no document.

    Raises ValueError or TypeError for what is no entry.
    """
    found = json.loads(entry.partition("\t")[0])
    if found is None:
        return ()
    identity, product, major, title, names, mentions, ids, files = found
    told = Names(
        id=identity,
        product=product,
        major=major,
        title=title,
        names=tuple(names),
        mentions=tuple(mentions),
        ids=tuple(ids),
        files=tuple(files),
    )
    return (told,)


def volume_in(entry: str, file: str) -> Volume:
    """Return the document in an entry, as that of a file. Raises ValueError or TypeError."""
    declared, root = json.loads(entry.partition("\t")[2])
    node = unpacked(root)
    if not isinstance(node, MapNode):
        raise TypeError(file)
    return Volume(rebuilt(node, file, declared), from_text)
