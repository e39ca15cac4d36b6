"""All documents of a tree by the names that they have and use; read only where they matter."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.index import MOST_STEPS
from bot.core.lineage.names import Names
from bot.core.lineage.reads import ColumnsRead
from bot.core.lookup import beside
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Volume:
    """A document taken from the shelf, and what reads its `transformLogic`."""

    document: Contract | DataProduct
    logic: ColumnsRead


Paths = defaultdict[str, list[str]]
_AFTER_DOT = "/"
"""The character after the dot: between the two lies all that begins with a name and a dot."""


class Shelf:
    """The documents of one tree, by the paths of their files."""

    def __init__(
        self,
        names: Mapping[str, Names],
        take: Callable[[str], Volume],
        below: tuple[Layer, ...] = (),
        hides: frozenset[str] = frozenset(),
    ) -> None:
        self._layers: tuple[Layer, ...] = (Layer(names, take, hides), *below)

    def with_changes(self, added: Mapping[str, tuple[Names, Volume]], gone: Iterable[str]) -> Shelf:
        """Return a shelf with some documents instead of others; what it shares is not read anew."""
        names = {path: entry[0] for path, entry in added.items()}
        hides = frozenset((*added, *gone))
        return Shelf(names, lambda path: added[path][1], self._layers, hides)

    def names(self, path: str) -> Names | None:
        """Return the names of a document; None where there is none at the path."""
        layer = self._holding(path)
        return None if layer is None else layer.names[path]

    def take(self, path: str) -> Volume:
        """Return a document. Raises KeyError where there is none at the path."""
        layer = self._holding(path)
        if layer is None:
            raise KeyError(path)
        return layer.volume(path)

    def called(self, identity: str) -> Iterator[str]:
        """Yield the documents that have an id."""
        return self._ask(lambda layer: layer.by_id.get(identity, ()))

    def majors(self, identity: str) -> int:
        """Return how many contracts of different majors have an id."""
        found = [self.names(path) for path in self.called(identity)]
        return len({names.major for names in found if names is not None and not names.product})

    def twins(self, path: str) -> Iterator[str]:
        """Yield the contracts whose id or title differs from one's in case only, or not at all."""
        names = self.names(path)
        if names is not None and not names.product:
            keys = likenesses(names)
            yield from self._ask(lambda layer: _of_any(layer.by_likeness, keys))

    def meant_by(self, path: str) -> Iterator[str]:
        """Yield every document that a reference in one may mean."""
        names = self.names(path)
        if names is None:
            return
        by_name = [start for text in names.mentions for start in _starts(text)]
        by_id = [*by_name, *(start for text in names.ids for start in _starts(text))]
        yield from self._ask(lambda layer: _of_any(layer.by_id, by_id))
        yield from self._ask(lambda layer: _of_any(layer.by_name, by_name))
        for document in names.files:
            file = beside(path, document)
            if file is not None and self._holding(file) is not None:
                yield file

    def meaning(self, names: Names, path: str) -> Iterator[str]:
        """Yield every document with a reference that may mean a document of these names there."""
        return self._ask(lambda layer: layer.saying(names, path))

    def _holding(self, path: str) -> Layer | None:
        for layer in self._layers:
            if path in layer.names:
                return layer
            if path in layer.hides:
                return None
        return None

    def _ask(self, question: Callable[[Layer], Iterable[str]]) -> Iterator[str]:
        hidden: frozenset[str] = frozenset()
        for layer in self._layers:
            yield from (path for path in question(layer) if path not in hidden)
            hidden |= layer.hides


class Layer:
    """Some documents of a shelf, and those of the layers below that they hide."""

    def __init__(
        self,
        names: Mapping[str, Names],
        take: Callable[[str], Volume],
        hides: frozenset[str],
    ) -> None:
        self.names = names
        self.hides = hides
        self._take = take
        self._taken: dict[str, Volume] = {}

    def volume(self, path: str) -> Volume:
        """Return a document of this layer."""
        found = self._taken.get(path)
        if found is None:
            found = self._taken[path] = self._take(path)
        return found

    def saying(self, names: Names, path: str) -> Iterator[str]:
        """Yield every document of this layer that may mean one of these names."""
        yield from self._by_file.get(path, ())
        ids, mentions = self._said
        yield from ids.beginning_with(names.id)
        for name in dict.fromkeys((names.id, *names.names)):
            yield from mentions.beginning_with(name)

    @cached_property
    def by_id(self) -> Paths:
        """The documents by their ids."""
        return _turned((path, (names.id,)) for path, names in self.names.items())

    @cached_property
    def by_name(self) -> Paths:
        """The contracts by the names of their objects."""
        return _turned((path, names.names) for path, names in self.names.items())

    @cached_property
    def by_likeness(self) -> Paths:
        """The contracts by their ids and titles, whatever the case."""
        contracts = ((path, one) for path, one in self.names.items() if not one.product)
        return _turned((path, likenesses(one)) for path, one in contracts)

    @cached_property
    def _by_file(self) -> Paths:
        return _turned(
            (path, [file for text in names.files if (file := beside(path, text)) is not None])
            for path, names in self.names.items()
            if names.files
        )

    @cached_property
    def _said(self) -> tuple[_Texts, _Texts]:
        ids = _turned((path, names.ids) for path, names in self.names.items())
        mentions = _turned((path, names.mentions) for path, names in self.names.items())
        return _Texts(ids), _Texts(mentions)


class _Texts:
    """Texts, and who says them, by how they begin."""

    __slots__ = ("_sayers", "_sorted")

    def __init__(self, sayers: Paths) -> None:
        self._sayers = sayers
        self._sorted = sorted(sayers)

    def beginning_with(self, name: str) -> Iterator[str]:
        """Yield who says a name, or a dotted text that begins with it."""
        yield from self._sayers.get(name, ())
        first = bisect_left(self._sorted, f"{name}.")
        last = bisect_left(self._sorted, f"{name}{_AFTER_DOT}")
        for text in self._sorted[first:last]:
            yield from self._sayers[text]


def likenesses(names: Names) -> tuple[str, ...]:
    """Return what documents are told apart by, without regard to case."""
    title = (f"\n{names.title}",) if names.title else ()
    return (names.id.casefold(), *title)


def _of_any(known: Paths, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from known.get(key, ())


def _turned(pairs: Iterable[tuple[str, Iterable[str]]]) -> Paths:
    found: Paths = defaultdict(list)
    for path, keys in pairs:
        for key in keys:
            found[key].append(path)
    return found


def _starts(text: str) -> Iterator[str]:
    """Yield every dotted beginning of a text, as far as references are tried, and all of it."""
    end = text.find(".")
    for _ in range(MOST_STEPS):
        if end < 0:
            break
        yield text[:end]
        end = text.find(".", end + 1)
    yield text
