"""Keeps the pages of contracts between builds, by everything that they are made from.

A contract's pages depend on its own files, on who reads whom around it, on the policy, and on our
own code. All of it goes into the key, so that nothing ever has to be thrown away by hand.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from bot.core.finding import Bump
from bot.core.history.snapshot import Blob
from bot.core.lineage.graph import Node
from bot.core.plain import plain
from site_gen.catalogue import Catalogue, Entry
from site_gen.code_mark import code_mark
from site_gen.deprecations import Ending
from site_gen.gist import Gist
from site_gen.history import VersionRef
from site_gen.machines.atom import News
from site_gen.neighbours import Neighbours
from site_gen.notes import Notes, write_quietly
from site_gen.page import Asset, Page, SearchEntry
from site_gen.rendering import Site
from site_gen.story import Record

LEDGER = "ledger"
"""The name of the file in the folder of pages that remembers where they stand."""
_GISTS = "gists"
_KEY = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{16}\.tmp", re.ASCII)
"""Pages, and what is left of pages whose writing was cut."""
_FAST = 1


class Keys:
    """The keys of the contracts of one catalogue. `code` stands for our own code, once read."""

    def __init__(
        self,
        site: Site,
        catalogue: Catalogue,
        near: Neighbours,
        endings: Mapping[str, Sequence[Ending]],
        code: str | None = None,
    ) -> None:
        self._catalogue = catalogue
        settings = json.dumps(plain(catalogue.settings), default=_ordered, sort_keys=True)
        self._common = repr(
            (
                code_mark() if code is None else code,
                site.roots,
                site.explicit,
                site.source,
                site.url,
                settings,
            )
        )
        self._around = _around(near)
        self._endings = endings

    def of_rules(self) -> str:
        """Return the key of the pages of the rules."""
        return sha256(f"{self._common} rules".encode("utf-8", "surrogatepass")).hexdigest()

    def of(self, entry: Entry) -> str:
        """Return the key of a contract's pages."""
        told = (
            self._common,
            entry.id,
            entry.gone,
            self._catalogue.moved.get(entry.id),
            entry.refs,
            [(one.head.file, one.content) for one in entry.briefs],
            self._around.get(entry.id, ()),
            [one.notice for one in self._endings.get(entry.id, ())],
        )
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def _ordered(value: object) -> object:
    """Return a set in an order that does not hang on the process."""
    return sorted(map(str, value)) if isinstance(value, frozenset | set) else str(value)


def _around(near: Neighbours) -> Mapping[str, list[str]]:
    """Return what the pages of each contract id tell of its neighbours."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    lineage = near.lineage

    @cache
    def holder(node: Node) -> str:
        document = lineage.documents.get(node)
        told = None if document is None else (document.domain, document.status)
        return repr((lineage.owners(node), near.pages.get(node), told))

    for edge in lineage.edges:
        ends = (edge.source, edge.target)
        told = repr(
            (
                edge.kind,
                edge.confidence,
                *((one.kind, one.major, lineage.address(one), holder(one.owner)) for one in ends),
            )
        )
        for name in {one.holder for one in ends}:
            found[name].append(told)
    return found


class PageCache:
    """A folder of pages by their keys. What it cannot read is made anew; it never fails a build.

    Beside the pages themselves it keeps their gists, all in one file: a build in which nothing
    changed reads nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._gists = Notes(folder / _GISTS, "")

    def gist(self, key: str) -> Gist | None:
        """Return the gist of a key; None where there is none."""
        try:
            return _gist(self._gists.get(key))  # type: ignore[arg-type]  # JSON
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def pages(self, key: str) -> list[Page | Asset] | None:
        """Return the pages and files of a key; None where there are none."""
        try:
            text = zlib.decompress((self._folder / key).read_bytes())
            return [_made(one) for one in json.loads(text)]
        except (OSError, ValueError, KeyError, TypeError, zlib.error):
            return None

    def put(self, key: str, pages: Sequence[Page | Asset], gist: Gist) -> None:
        """Keep the pages, files and gist of a key, as far as the disk lets us."""
        told = json.dumps([_told(one) for one in pages])
        data = zlib.compress(told.encode("utf-8", "surrogatepass"), _FAST)
        if write_quietly(self._folder / key, data):
            self._gists.put(key, asdict(gist) | {"records": [*map(_plain, gist.records)]})

    def close(self) -> None:
        """Keep the gists of this build, and remove what no page of it came from, if we may."""
        with suppress(OSError):
            for file in [*os.scandir(self._folder)]:
                if _KEY.fullmatch(file.name) and file.name not in self._gists:
                    with suppress(OSError):
                        Path(file.path).unlink()
        self._gists.close()


def _gist(told: dict[str, list[object]]) -> Gist:
    return Gist(
        records=tuple(_record(one) for one in told["records"]),  # type: ignore[arg-type]  # JSON
        news=tuple(News(**one) for one in told["news"]),  # type: ignore[arg-type]  # as above
        found=tuple(told["found"]),  # type: ignore[arg-type]  # as above
        addresses=tuple(map(str, told["addresses"])),
    )


def _told(made: Page | Asset) -> dict[str, object]:
    if isinstance(made, Page):
        return asdict(made)
    return {"path": made.path, "text": made.data.decode(), "language": made.language}


def _made(told: dict[str, object]) -> Page | Asset:
    if "text" in told:
        path, text, language = (str(told[name]) for name in ("path", "text", "language"))
        return Asset(path=path, data=text.encode(), language=language)
    search = tuple(SearchEntry(**one) for one in told.pop("search"))  # type: ignore[attr-defined]  # JSON
    return Page(search=search, **told)  # type: ignore[arg-type]  # as above


def _plain(record: Record) -> dict[str, object]:
    ref = record.ref
    times = {"time": ref.time.isoformat(), "first": ref.first.isoformat()}
    blob = {"path": ref.blob.path, "id": ref.blob.id}
    return asdict(replace(record, required=int(record.required))) | {  # type: ignore[arg-type]  # JSON
        "ref": asdict(ref) | times | {"blob": blob}
    }


def _record(told: dict[str, object]) -> Record:
    ref = told["ref"]
    times = {name: datetime.fromisoformat(ref[name]) for name in ("time", "first")}  # type: ignore[index]  # JSON
    found = VersionRef(**ref | times | {"blob": Blob(**ref["blob"])})  # type: ignore[operator,index]  # as above
    rest = {"ref": found, "breaking": tuple(told["breaking"]), "required": Bump(told["required"])}  # type: ignore[arg-type]  # as above
    return Record(**told | rest)  # type: ignore[arg-type]  # as above
