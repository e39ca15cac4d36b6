"""The parts of a record that are made when they are first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from bot.core.records.fields import MISSING, Spec

_FEW = 8
"""So many records are made by hand before a function is compiled: it costs as much as they do."""


class Init:
    """Stands for `__init__` until many records are made, then puts a function into its place."""

    __slots__ = ("_made", "_specs", "owner")

    def __init__(self, specs: Mapping[str, Spec]) -> None:
        self._specs = specs
        self._made = 0
        self.owner: type = object

    def __get__(self, record: object, _cls: type | None = None) -> Any:  # noqa: ANN401  # a function
        self._made += 1
        if record is None or self._made > _FEW:
            init = self._compiled()
            return init if record is None else init.__get__(record)
        return _ByHand(self, record)

    def fill(self, record: object, args: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Give a record its values, as the function would; it tells of wrong arguments."""
        values = self._values(args, named)
        if values is None:
            self._compiled()(record, *args, **named)
            return
        for name, value in values.items():
            object.__setattr__(record, name, value)

    def _values(self, args: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any] | None:
        """Return the values by field; None where the arguments do not fit."""
        places = [name for name, spec in self._specs.items() if not spec.kw_only]
        given = dict(zip(places, args, strict=False))
        if len(args) > len(places) or not named.keys().isdisjoint(given):
            return None
        given |= named
        if not given.keys() <= self._specs.keys():
            return None
        for name, spec in self._specs.items():
            if name not in given:
                if not spec.optional:
                    return None
                given[name] = spec.default if spec.factory is None else spec.factory()
        return given

    def _compiled(self) -> Callable[..., None]:
        init = _written(self.owner, tuple(self._specs.values()))
        self.owner.__init__ = init  # type: ignore[misc]  # this is what replaces it
        return init


class _ByHand:
    """`__init__` of one record, before it is worth compiling."""

    __slots__ = ("_init", "_record")

    def __init__(self, init: Init, record: object) -> None:
        self._init = init
        self._record = record

    def __call__(self, /, *args: Any, **named: Any) -> None:  # noqa: ANN401  # any fields
        self._init.fill(self._record, args, named)


def _written(owner: type, specs: tuple[Spec, ...]) -> Callable[..., None]:
    """Return the `__init__` of a class: each argument goes straight into its slot."""
    given: dict[str, Any] = {"_missing": MISSING}
    parameters, lines = ["self"], []
    for spec in (*(spec for spec in specs if not spec.kw_only), *(s for s in specs if s.kw_only)):
        if spec.kw_only and "*" not in parameters:
            parameters.append("*")
        name = spec.name
        value = name
        given[f"_set_{name}"] = getattr(owner, name).__set__
        if spec.factory is not None:
            given[f"_make_{name}"] = spec.factory
            value = f"_make_{name}() if {name} is _missing else {name}"
            parameters.append(f"{name}=_missing")
        elif spec.default is not MISSING:
            given[f"_default_{name}"] = spec.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"  _set_{name}(self, {value})")
    source = (
        f"def create({', '.join(given)}):\n"
        f" def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or "  pass") + "\n"
        " return __init__\n"
    )
    made: dict[str, Any] = {}
    exec(source, vars(sys.modules[owner.__module__]), made)  # noqa: S102  # written here, of names alone
    init: Callable[..., None] = made["create"](**given)
    init.__qualname__ = f"{owner.__qualname__}.__init__"
    init.__annotations__ = {spec.name: spec.type for spec in specs} | {"return": None}
    return init


class StandardFields:
    """What `dataclasses.fields` and its like ask for."""

    __slots__ = ("_specs",)

    def __init__(self, specs: Mapping[str, Spec]) -> None:
        self._specs = specs

    def __get__(self, _record: object, cls: type) -> dict[str, Any]:
        import dataclasses  # noqa: PLC0415  # loading it is what is saved

        members: dict[str, Any] = {
            "__module__": cls.__module__,
            "__annotations__": {name: spec.type for name, spec in self._specs.items()},
        }
        for name, spec in self._specs.items():
            said: dict[str, Any] = {"repr": spec.repr, "compare": spec.compare}
            if spec.factory is not None:
                said["default_factory"] = spec.factory
            elif spec.default is not MISSING:
                said["default"] = spec.default
            members[name] = dataclasses.field(kw_only=spec.kw_only, **said)
        twin: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(
            type(cls.__name__, (), members)
        )
        return {entry.name: entry for entry in dataclasses.fields(twin)}


class StandardParams:
    """What `dataclasses` asks a base about how it was made."""

    def __init__(self, *, frozen: bool, eq: bool, order: bool) -> None:
        self.init = self.repr = self.match_args = self.slots = True
        self.unsafe_hash = self.kw_only = self.weakref_slot = False
        self.frozen, self.eq, self.order = frozen, eq, order
