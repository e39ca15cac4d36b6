"""Makes a record of a class: its slots now, its functions when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any

from bot.core.records.fields import Spec, annotations_of, specs_of
from bot.core.records.late import Init, StandardFields, StandardParams
from bot.core.records.using import field_names

_Key = Callable[[Any], tuple[Any, ...]]


def dataclass(  # noqa: PLR0913  # the names of dataclasses.dataclass
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    eq: bool = True,
    order: bool = False,
) -> Any:  # noqa: ANN401  # the class, or a decorator of classes
    """Return the class as a record, as `dataclasses.dataclass` would; it must have slots."""
    if not slots:
        message = "a record has slots: write slots=True"
        raise TypeError(message)

    def made(cls: type) -> type:
        specs = specs_of(cls, kw_only=kw_only)
        return _with_slots(cls, specs, _functions(specs, frozen=frozen, eq=eq, order=order))

    return made if cls is None else made(cls)


def _with_slots(cls: type, specs: Mapping[str, Spec], functions: Mapping[str, Any]) -> type:
    """Return the class made anew: slots must be known when a class is made."""
    own = annotations_of(cls)
    members = {
        name: value
        for name, value in cls.__dict__.items()
        if name not in specs and name not in ("__dict__", "__weakref__")
    }
    inherited = {slot for base in cls.__mro__[1:] for slot in getattr(base, "__slots__", ())}
    members["__slots__"] = tuple(name for name in specs if name in own and name not in inherited)
    members["__match_args__"] = tuple(name for name, spec in specs.items() if not spec.kw_only)
    members["__record__"] = specs
    members["__qualname__"] = cls.__qualname__
    for name, function in functions.items():
        members.setdefault(name, function)
    made: type = type(cls)(cls.__name__, cls.__bases__, members)
    init = members["__init__"]
    if isinstance(init, Init):
        init.owner = made
    return made


def _functions(specs: Mapping[str, Spec], *, frozen: bool, eq: bool, order: bool) -> dict[str, Any]:
    compared = tuple(name for name, spec in specs.items() if spec.compare)
    key = _key(compared)
    functions: dict[str, Any] = {
        "__init__": Init(specs),
        "__repr__": _repr,
        "__dataclass_fields__": StandardFields(specs),
        "__dataclass_params__": StandardParams(frozen=frozen, eq=eq, order=order),
    }
    if eq:
        functions["__eq__"] = _eq(key)
        functions["__hash__"] = _hash(key) if frozen else None
    if order:
        functions |= _orders(key)
    if frozen:
        functions |= {
            "__setattr__": _refuse_set,
            "__delattr__": _refuse_delete,
            "__getstate__": _getstate,
            "__setstate__": _setstate,
        }
    return functions


def _key(names: tuple[str, ...]) -> _Key:
    """Return what takes a record's values of these names, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return lambda _record: ()
    get = attrgetter(names[0])
    return lambda record: (get(record),)


def _eq(key: _Key) -> Callable[[Any, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807  # the name that is shown
        if other.__class__ is self.__class__:
            return key(self) == key(other)
        return NotImplemented

    return __eq__


def _hash(key: _Key) -> Callable[[Any], int]:
    def __hash__(self: object) -> int:  # noqa: N807  # the name that is shown
        return hash(key(self))

    return __hash__


def _orders(key: _Key) -> dict[str, Any]:
    def ordered(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], Any]:
        def compared(self: object, other: object) -> Any:  # noqa: ANN401  # or NotImplemented
            if other.__class__ is self.__class__:
                return compare(key(self), key(other))
            return NotImplemented

        return compared

    return {
        "__lt__": ordered(lambda first, second: first < second),
        "__le__": ordered(lambda first, second: first <= second),
        "__gt__": ordered(lambda first, second: first > second),
        "__ge__": ordered(lambda first, second: first >= second),
    }


@recursive_repr()
def _repr(self: Any) -> str:  # noqa: ANN401  # any record
    told = (
        f"{name}={getattr(self, name)!r}" for name, spec in self.__record__.items() if spec.repr
    )
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_set(_self: object, name: str, _value: object) -> None:
    raise _frozen(f"cannot assign to field {name!r}")


def _refuse_delete(_self: object, name: str) -> None:
    raise _frozen(f"cannot delete field {name!r}")


def _frozen(message: str) -> Exception:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415  # loading it is what is saved

    return FrozenInstanceError(message)


def _getstate(self: object) -> list[object]:
    return [getattr(self, name) for name in field_names(self)]


def _setstate(self: object, state: list[object]) -> None:
    for name, value in zip(field_names(self), state, strict=True):
        object.__setattr__(self, name, value)
