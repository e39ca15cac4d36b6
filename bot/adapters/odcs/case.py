"""One document that is not valid: what it is judged by, and how a fault in it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.adapters.odcs.kinds import Standard
from bot.adapters.odcs.shipped import NEWEST, PRODUCT, VERSIONS, schema_named
from bot.adapters.odcs.structure import Place, structure
from bot.adapters.odcs.wording import dotted, fault_at, shown, spelled
from bot.core.contract.node import Document, Node, Step
from bot.core.errors import ErrorCode, Fault
from bot.core.records import dataclass, field

Path = tuple[Step, ...]
_PLAIN = re.compile(r"[-+.\w]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the standard that it declares; `lines` is its text, split once."""

    document: Document
    standard: Standard
    lines: tuple[str, ...]
    _places: dict[tuple[str, Path], Place | None] = field(default_factory=dict, repr=False)

    def place(self, path: Path) -> Place | None:
        """Return what the declared version says about a path."""
        return self._place(self.standard.schema, path)

    def later(self, path: Path) -> Iterator[tuple[str, Place]]:
        """Yield what each later version says about a path, with its name, oldest first."""
        for name in VERSIONS[self._age + 1 :]:
            place = self._place(name, path)
            if place is not None:
                yield f"v{name.removeprefix('odcs-')}", place

    @property
    def _age(self) -> int:
        schema = self.standard.schema
        return VERSIONS.index(schema) if schema in VERSIONS else len(VERSIONS)

    def _place(self, name: str, path: Path) -> Place | None:
        if (name, path) not in self._places:
            self._places[name, path] = structure(name).place(self.document.root, path)
        return self._places[name, path]

    def kind(self, path: Path) -> str:
        """Return the kind of place that a path leads to; "" for the root or an unknown place."""
        place = self.place(path)
        return place.kind if place else ""

    def node(self, path: Path) -> Node:
        """Return the value at a path that exists."""
        node: Node = self.document.root
        for step in path:
            node = node[step]  # type: ignore[index]  # the path was walked before
        return node

    def written(self, path: Path) -> str:
        """Return a number or a truth value as the file writes it, such as `018`."""
        where = self.document.locate(path)
        line = self.lines[where.line - 1] if 0 < where.line <= len(self.lines) else ""
        found = _PLAIN.match(line, where.column - 1)
        return shown(found.group()) if found else spelled(self.node(path))

    @property
    def whole(self) -> str:
        """What the document is."""
        return "the data product" if self.standard.schema == PRODUCT else "the contract"

    def fault(  # noqa: PLR0913  # a fault has that many parts
        self,
        code: ErrorCode,
        path: Path,
        statement: str,
        hint: str,
        *,
        at: Sequence[Step] | None = None,
        key: bool = False,
    ) -> Fault:
        """Return a fault about a path; it points there, or to the value or key `at`."""
        where = self.document.locate(path if at is None else at, key=key)
        told = f"{dotted(self.document.root, path) or self.whole}: {statement}"
        return fault_at(where, self.lines, code, told, hint)


def owners(key: str) -> tuple[str, ...]:
    """Return the kinds of places where the newest ODCS has a key; "" is the root."""
    schema = schema_named(NEWEST)
    found = [""] if key in schema["properties"] else []
    for name, definition in schema["$defs"].items():
        if name == "ServerSource":
            if any(key in server["properties"] for server in definition.values()):
                found.append("Server")
        elif key in definition.get("properties", ()):
            found.append(name)
    return tuple(dict.fromkeys(found))
