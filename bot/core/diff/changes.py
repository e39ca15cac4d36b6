"""What can differ between two contracts: five shapes of change, over every kind of element."""

from __future__ import annotations

from enum import StrEnum

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.records import dataclass


class Kind(StrEnum):
    """The kinds of element, in the words of the standard."""

    CONTRACT = "contract"
    DESCRIPTION = "description"
    CONTEXT = "context"
    STATEMENT = "verified statement"
    CONSTRAINT = "context constraint"
    OBJECT = "object"
    FIELD = "field"
    INNER = "inner type"
    """What an array's items, or a map's key or value, are: added or removed as a whole."""
    ENUM_VALUE = "enum value"
    QUALITY = "quality rule"
    RELATIONSHIP = "relationship"
    SYNONYM = "synonym"
    SERVER = "server"
    ROLE = "role"
    SERVICE_LEVEL = "service level"
    TEAM = "team"
    MEMBER = "team member"
    CHANNEL = "support channel"
    PRICE = "price"
    DEFINITION = "authoritative definition"
    CUSTOM = "custom property"


class RenamedBy(StrEnum):
    """What shows that two elements of different names are one."""

    ID = "id"
    PHYSICAL_NAME = "physicalName"
    CASE = "name in another case"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a change is: its path for people, and what encloses it on either side.

    `owner_*` is the element that directly holds the changed one (the contract itself for the
    contract); `object_*` is the enclosing schema object, None outside `schema[]`.
    """

    path: str
    kind: Kind
    owner_before: Element
    owner_after: Element
    object_before: SchemaObject | None = None
    object_after: SchemaObject | None = None

    @property
    def is_map_key(self) -> bool:
        """Whether the element stands for the keys of a map: rules of their own judge its type."""
        return self.path.endswith("{key}")


@dataclass(frozen=True, slots=True)
class Added:
    """An element that only the new contract has."""

    place: Place
    element: Element

    @property
    def subject(self) -> str:
        """The key by which rules say that they judge this change."""
        return f"{self.place.kind} added"


@dataclass(frozen=True, slots=True)
class Removed:
    """An element that only the old contract has.

    `twin`: its name stood there twice, and still stands there.
    """

    place: Place
    element: Element
    twin: bool = False

    @property
    def subject(self) -> str:
        """The key by which rules say that they judge this change."""
        return f"{self.place.kind} {'twin ' if self.twin else ''}removed"


@dataclass(frozen=True, slots=True)
class Renamed:
    """One element under another name. Its other differences follow as changes of their own.

    `likeness` is below 1.0 for a guess only.
    """

    place: Place
    before: Element
    after: Element
    old_name: str
    new_name: str
    by: RenamedBy
    likeness: float

    @property
    def subject(self) -> str:
        """The key by which rules say that they judge this change."""
        return f"{self.place.kind} renamed"

    @property
    def keeps_data_name(self) -> bool:
        """Whether the data carry the field or object under the same name as before."""
        if not isinstance(self.before, Field | SchemaObject):
            return False
        return getattr(self.after, "effective_name", None) == self.before.effective_name


@dataclass(frozen=True, slots=True)
class Reordered:
    """The members that both sides have stand in another order."""

    place: Place
    before: Element
    after: Element

    @property
    def subject(self) -> str:
        """The key by which rules say that they judge this change."""
        return f"{self.place.kind} reordered"


@dataclass(frozen=True, slots=True)
class Changed:
    """One property of an element that both sides have.

    `attribute` is the standard's key, `logicalTypeOptions.` before those of the options;
    `old` and `new` are the model's values, with the standard's defaults applied.
    """

    place: Place
    before: Element
    after: Element
    attribute: str
    old: object
    new: object

    @property
    def subject(self) -> str:
        """The key by which rules say that they judge this change."""
        return f"{self.place.kind}.{self.attribute}"


Change = Added | Removed | Renamed | Reordered | Changed
