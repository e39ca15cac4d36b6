"""Judges values by the physical type of their field.

What a type's text means is loaded with the first one: many contracts have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Field
from bot.core.types.servers import dialect_of
from bot.core.witness.fault import Fault, counted, shown


def contract_dialect(contract: Contract) -> str | None:
    """Return the SQL dialect of the contract's servers; None where there is none, or several."""
    dialects = {dialect_of(server.type) for server in contract.servers}
    return dialects.pop() if len(dialects) == 1 else None


def is_readable(field: Field, dialect: str | None) -> bool:
    """Tell whether the field's physical type is none, or one that somebody can read."""
    if not field.physical_type:
        return True
    from bot.core.witness.holding import meanings  # noqa: PLC0415  # see the module

    return bool(meanings(field, dialect))


def is_sized(field: Field, dialect: str | None) -> bool:
    """Tell whether the field's physical type is a number's, so that it sets the range."""
    if not field.physical_type:
        return False
    from bot.core.witness.holding import of_numbers  # noqa: PLC0415  # see the module

    return of_numbers(field, dialect)


def physical_faults(
    value: object, field: Field, path: str, dialect: str | None, *, family: bool
) -> Iterator[Fault]:
    """Yield a fault where every meaning of the physical type refuses the value.

    Where the engine is not known, what most engines admit is admitted; a value that some refuse
    beyond that is in doubt. Limits are judged where the value is of the kind that the type holds.
    With `family`, a value of another kind is a fault too: for fields without a logical type.
    Otherwise the logical type says how a value is written, and the physical type may store it in
    another form.
    """
    if not field.physical_type:
        return
    from bot.core.witness.holding import held  # noqa: PLC0415  # see the module

    found = held(value, field, dialect, None if family else field.logical_type)
    if found.answer:
        return
    told = f"is {shown(value)}"
    if isinstance(value, str) and found.of_texts:
        told = f"has {counted(len(value), 'character')}"
    says = f"`{path}` {told}, which {_quoted(field.physical_type)} does not hold"
    yield Fault(path, "physicalType", says, found.answer is False)


def _quoted(text: str) -> str:
    return "`" + " ".join(text.split())[:60].replace("`", "'") + "`"
