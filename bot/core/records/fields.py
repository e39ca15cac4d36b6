"""What a record knows of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final


class _Missing:
    """The mark of a field without a default."""

    def __repr__(self) -> str:
        return "<default>"


MISSING: Final = _Missing()


class Spec:
    """One field: its type as written, its default, and where it takes part."""

    __slots__ = ("compare", "default", "factory", "kw_only", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = MISSING,  # noqa: ANN401  # a default may be anything
        factory: Callable[[], Any] | None = None,
        show: bool = True,
        compare: bool = True,
    ) -> None:
        self.name = ""
        self.type = ""
        self.kw_only = False
        self.default = default
        self.factory = factory
        self.repr = show
        self.compare = compare

    @property
    def optional(self) -> bool:
        """Whether a record can be made without it."""
        return self.default is not MISSING or self.factory is not None


def field(
    *,
    default: Any = MISSING,  # noqa: ANN401  # a default may be anything
    default_factory: Callable[[], Any] | None = None,
    repr: bool = True,  # noqa: A002  # the name of dataclasses
    compare: bool = True,
) -> Any:  # noqa: ANN401  # stands for the value of the field, as in dataclasses
    """Return what is said of a field: see `dataclasses.field`."""
    return Spec(default=default, factory=default_factory, show=repr, compare=compare)


def annotations_of(cls: type) -> Mapping[str, str]:
    """Return the annotations that a class has itself, as they are written."""
    # `inspect` takes longer to load than all records to define
    written: Mapping[str, str] = cls.__dict__.get("__annotations__", {})  # noqa: RUF063
    return written


def specs_of(cls: type, *, kw_only: bool) -> Mapping[str, Spec]:
    """Return the fields of a class that is about to become a record, those of its bases first.

    Raises TypeError where a base is a dataclass of the standard library.
    """
    found: dict[str, Spec] = {}
    for base in reversed(cls.__mro__[1:]):
        known = base.__dict__.get("__record__")
        if known is not None:
            found.update(known)
        elif "__dataclass_fields__" in base.__dict__:
            message = f"{cls.__name__} is a record, its base {base.__name__} is not"
            raise TypeError(message)
    for name, written in annotations_of(cls).items():
        if not written.startswith(("ClassVar", "typing.ClassVar")):
            found[name] = _spec(cls, name, written, kw_only=kw_only)
    return found


def _spec(cls: type, name: str, written: str, *, kw_only: bool) -> Spec:
    said = cls.__dict__.get(name, MISSING)
    spec = said if isinstance(said, Spec) else None
    made = (
        Spec(default=said)
        if spec is None
        else Spec(default=spec.default, factory=spec.factory, show=spec.repr, compare=spec.compare)
    )
    made.name, made.type, made.kw_only = name, written, kw_only
    return made
