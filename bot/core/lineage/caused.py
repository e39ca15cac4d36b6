"""What a range newly breaks across documents: findings that the head has and the base has not.

Only documents that differ, those that may mean them, and those that they may mean are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.core.check import Ruleset, survey
from bot.core.contract.model import Contract, DataProduct
from bot.core.contract.node import MapNode
from bot.core.finding import Finding
from bot.core.lineage.essence import essence, rebuilt
from bot.core.lineage.logic import from_text
from bot.core.lineage.names import Names, names_of
from bot.core.lineage.region import Region
from bot.core.lineage.shelf import Shelf, Volume

Found = Contract | DataProduct
_CIRCLE = "DC098"
_SILENT = frozenset(("apiVersion", "name", "version", "team"))
"""Keys of the root that no reference depends on; of the version the major is among the names."""


def entry_of(root: MapNode, file: str, declared: str = "") -> tuple[Names, Volume]:
    """Return a document as a shelf holds it: its names and its essence.

    `root` is in the newest form of its standard.
    """
    left = rebuilt(essence(root), file, declared)
    return names_of(left, from_text), Volume(left, from_text)


def refers_alike(old: Found, new: Found) -> bool:
    """Tell whether two states of a file say the same to and about other documents."""
    (names, before), (now, after) = (entry_of(one.node, one.file) for one in (old, new))
    return names == now and _speech(before) == _speech(after)


def _speech(volume: Volume) -> Mapping[str, object]:
    return {key: value for key, value in volume.document.node.items() if key not in _SILENT}


def caused(base: Shelf, head: Shelf, paths: Iterable[str], ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return the findings on the registry that changes of these files cause, in file order.

    A finding is known where the base has it in the same file, or, of a file that only the head
    has, in another one of these: so what merely moved is not told.
    """
    paths = tuple(paths)
    before, after = _regions((base, head), paths)
    circles = _close_circles(before, after)
    together = {*before.known(), *after.known()}
    told = []
    for region in (before, after):
        region.know(together)
        told.append(survey(region.registry(), ruleset))
    places = {(finding.fingerprint, _file(finding)) for finding in told[0]}
    prints = {name for name, file in places if file in paths}
    return tuple(
        finding
        for finding in told[1]
        if (circles or finding.rule != _CIRCLE)
        and (finding.fingerprint, _file(finding)) not in places
        and (base.names(_file(finding)) is not None or finding.fingerprint not in prints)
    )


def _regions(shelves: Sequence[Shelf], paths: tuple[str, ...]) -> tuple[Region, Region]:
    names = [pair for shelf in shelves for pair in _named(shelf, paths)]
    regions = []
    for shelf in shelves:
        region = Region(shelf, logic=False)
        # Of documents with one id the first is heard alone: another speaks when that one goes.
        region.hear(path for _, path in names if shelf.names(path) is not None)
        for one, path in names:
            region.hear(shelf.meaning(one, path))
        region.know(twin for path in paths for twin in shelf.twins(path))
        regions.append(region)
    return regions[0], regions[1]


def _named(shelf: Shelf, paths: tuple[str, ...]) -> Iterator[tuple[Names, str]]:
    """Yield the names of documents, and of those that share an id with one of them."""
    for path in paths:
        names = shelf.names(path)
        if names is not None:
            for other in dict.fromkeys((path, *shelf.called(names.id))):
                found = shelf.names(other)
                if found is not None:
                    yield found, other


def _close_circles(before: Region, after: Region) -> bool:
    """Look at all that new edges reach: a circle that is new goes through one of them.

    Returns whether there are any; without, a circle is an old one of which less is seen.
    """
    known = {ends for ends, _ in before.joined()}
    fresh = {target for ends, target in after.joined() if ends not in known}
    if fresh:
        order = sorted(fresh, key=lambda node: node.order)
        for region in (before, after):
            region.follow(order)
    return bool(fresh)


def _file(finding: Finding) -> str:
    return finding.head.file if finding.head else ""
