"""What people do to a contract between two releases, one small edit at a time."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from hypothesis import strategies as st

from tests.soundness import physical
from tests.soundness.drawing import Drawing
from tests.soundness.generate import (
    CHOICES,
    COLUMNS,
    DEPTH,
    ENUMS,
    IDS,
    INNER_NAMES,
    NAMES,
    OBJECTS,
    document,
    enum,
    field,
    fields_of,
    options,
    postgres,
    schema_object,
    tidied,
    typed,
)
from tests.soundness.oracle import identity
from tests.soundness.shapes import Document, Field

Pair = tuple[Document, Document]
Edit = Callable[[Drawing, Document], None]


@st.composite
def pairs(draw: Callable[..., object]) -> Pair:
    """Draw two contracts that are one to three edits apart, in either order."""
    return pair(Drawing(draw))


def pair(drawing: Drawing) -> Pair:
    """Return two contracts that are one to three edits apart, in either order."""
    old = document(drawing)
    new = deepcopy(old)
    for _ in range(drawing.pick((1, 1, 1, 2, 3))):
        drawing.pick(EDITS)(drawing, new)
        _tidy(new)
    return (new, old) if drawing.chance(5) else (old, new)


def _tidy(contract: Document) -> None:
    tidied(contract["schema"])
    for holder in (*contract["schema"], *(one for _, one in fields_of(contract))):
        if "properties" in holder:
            tidied(holder["properties"])


def _any(drawing: Drawing, contract: Document) -> Field:
    """Return one of the contract's fields, inner types among them."""
    return drawing.pick([one for _, one in fields_of(contract)] or [{}])


def _named(drawing: Drawing, contract: Document) -> tuple[list[Field], Field]:
    return drawing.pick([(into, one) for into, one in fields_of(contract) if into is not None])


def _lists(contract: Document) -> list[tuple[list[Field], int]]:
    """Return every list of fields, with its depth."""
    found = [(obj["properties"], 0) for obj in contract["schema"]]
    return found + [(one["properties"], 1) for _, one in fields_of(contract) if "properties" in one]


def _free(drawing: Drawing, taken: list[Field], depth: int) -> str:
    names = NAMES if depth == 0 else INNER_NAMES
    used = {member.get("name") for member in taken}
    return drawing.pick([name for name in names if name not in used] or ["spare"])


def add_field(drawing: Drawing, contract: Document) -> None:
    fields, depth = drawing.pick(_lists(contract))
    added = field(drawing, _free(drawing, fields, depth), max(depth, DEPTH - 1))
    fields.insert(drawing.pick((len(fields), 0)), added)


def remove_field(drawing: Drawing, contract: Document) -> None:
    fields, depth = drawing.pick(_lists(contract))
    if len(fields) > 1 or depth:
        fields.remove(drawing.pick(fields)) if fields else None


def rename_field(drawing: Drawing, contract: Document) -> None:
    fields, one = _named(drawing, contract)
    fresh = _free(drawing, fields, 0 if one["name"] in NAMES else 1)
    folded = one["name"].swapcase()
    used = {member["name"] for member in fields}
    one["name"] = folded if drawing.chance(4) and folded not in used else fresh
    if drawing.chance(3):
        one.pop("id", None)


def reorder_fields(drawing: Drawing, contract: Document) -> None:
    fields, _ = drawing.pick(_lists(contract))
    fields.reverse()


def replace_field(drawing: Drawing, contract: Document) -> None:
    fields, one = _named(drawing, contract)
    place = fields.index(one)
    fields[place] = field(drawing, _free(drawing, fields, 0 if one["name"] in NAMES else 1), 1)
    if "physicalName" not in fields[place] and drawing.chance(3):
        fields[place]["physicalName"] = one["name"]


def add_object(drawing: Drawing, contract: Document) -> None:
    used = {obj["name"] for obj in contract["schema"]}
    free = [name for name in OBJECTS if name not in used]
    contract["schema"] += [schema_object(drawing, free[0])] if free else []


def remove_object(drawing: Drawing, contract: Document) -> None:
    if len(contract["schema"]) > 1:
        contract["schema"].remove(drawing.pick(contract["schema"]))


def rename_object(drawing: Drawing, contract: Document) -> None:
    used = {obj["name"] for obj in contract["schema"]}
    one = drawing.pick(contract["schema"])
    one["name"] = drawing.pick([name for name in OBJECTS if name not in used] or ["spare"])


def reorder_objects(_drawing: Drawing, contract: Document) -> None:
    contract["schema"].reverse()


def set_id(drawing: Drawing, contract: Document) -> None:
    _named(drawing, contract)[1]["id"] = drawing.pick(IDS)


def swap(drawing: Drawing, contract: Document) -> None:
    """Swap one key between two fields of a list: ids, columns, flags, constraints."""
    fields, _ = drawing.pick(_lists(contract))
    if len(fields) < 2:
        return
    key = drawing.pick(
        (
            "id",
            "physicalName",
            "name",
            "required",
            "unique",
            "primaryKey",
            "enum",
            "logicalTypeOptions",
        )
    )
    one, two = drawing.some(fields, 2, 2)
    if key in ("enum", "logicalTypeOptions") and one.get("logicalType") != two.get("logicalType"):
        return
    mine, theirs = one.pop(key, None), two.pop(key, None)
    one |= {key: theirs} if theirs is not None else {}
    two |= {key: mine} if mine is not None else {}


def set_column(drawing: Drawing, contract: Document) -> None:
    one = drawing.pick([_named(drawing, contract)[1], drawing.pick(contract["schema"])])
    one["physicalName"] = drawing.pick((one["name"], *COLUMNS))
    if drawing.chance(3):
        del one["physicalName"]


def retype(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    for key in ("logicalType", "logicalTypeOptions", "items", "map", "properties"):
        one.pop(key, None)
    if drawing.chance(8):
        one.pop("enum", None)
    kept = {key: one[key] for key in ("physicalType",) if key in one and drawing.chance(5)}
    one |= typed(drawing, DEPTH - 1) | kept


def toggle_type(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    kind = one.pop("logicalType", None)
    one.pop("logicalTypeOptions", None)
    one.pop("map", None)
    if kind is None:
        fitting = [
            kind for kind, told in physical.FOR_TYPE.items() if one.get("physicalType") in told
        ]
        inner = [kind for kind, key in (("object", "properties"), ("array", "items")) if key in one]
        one["logicalType"] = drawing.pick([*inner, *fitting, "string", "integer"])
        if one["logicalType"] not in inner:
            one.pop("properties", None)
            one.pop("items", None)


def set_physical_type(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    told = physical.FOR_TYPE.get(one.get("logicalType", "string"))
    if told and drawing.chance(7):
        one["physicalType"] = drawing.pick(told)
    else:
        one.pop("physicalType", None)


def set_server(_drawing: Drawing, contract: Document) -> None:
    if "servers" in contract:
        del contract["servers"]
    else:
        contract["servers"] = [postgres()]


def set_option(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    choices = CHOICES.get(one.get("logicalType", ""), {})
    if choices:
        key = drawing.pick(list(choices))
        one.setdefault("logicalTypeOptions", {})[key] = drawing.pick(choices[key])


def drop_option(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    given = {
        key: told for key, told in one.get("logicalTypeOptions", {}).items() if key != "dimensions"
    }
    if given:
        del one["logicalTypeOptions"][drawing.pick(list(given))]


def redraw_options(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    if "logicalType" in one:
        one["logicalTypeOptions"] = options(drawing, one["logicalType"])


def respell_bound(drawing: Drawing, contract: Document) -> None:
    """Write an inclusive bound as the exclusive one beside it, or the other way round."""
    one = _any(drawing, contract)
    given = one.get("logicalTypeOptions", {})
    for plain, open_, step in (
        ("minimum", "exclusiveMinimum", -1),
        ("maximum", "exclusiveMaximum", 1),
    ):
        if isinstance(given.get(plain), int) and open_ not in given:
            given[open_] = given.pop(plain) + step
        elif isinstance(given.get(open_), int) and plain not in given:
            given[plain] = given.pop(open_) - step


def toggle_flag(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    keys = ("required", "unique", "primaryKey") if "name" in one else ("required",)
    key = drawing.pick(keys)
    one[key] = not one.get(key, False)


def set_enum(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    if one.get("logicalType") in ENUMS:
        one["enum"] = enum(drawing, one.get("logicalType"))


def edit_enum(drawing: Drawing, contract: Document) -> None:
    """Recode a value, swap ids, take a value out, put one in, turn the list around."""
    one = _any(drawing, contract)
    entries = one.get("enum", [])
    if not entries:
        return
    entry = drawing.pick(entries)
    match drawing.pick(("recode", "swap", "out", "in", "turn", "drop")):
        case "recode":
            entry["value"] = drawing.pick(ENUMS.get(one.get("logicalType")) or ENUMS[None])
        case "swap":
            other = drawing.pick(entries)
            entry["value"], other["value"] = other["value"], entry["value"]
        case "out":
            entries[:] = [one for one in entries if one is not entry] or entries
        case "in":
            entries.insert(
                0, {"value": drawing.pick(ENUMS.get(one.get("logicalType")) or ENUMS[None])}
            )
        case "turn":
            entries.reverse()
        case _:
            del one["enum"]
    _without_twins(entries)


def _without_twins(entries: list[Field]) -> None:
    told = {identity(entry["value"]): entry for entry in entries}
    entries[:] = told.values()


def edit_items(drawing: Drawing, contract: Document) -> None:
    one = _any(drawing, contract)
    if one.get("logicalType") == "array":
        if one.pop("items", None) is None:
            one["items"] = field(drawing, None, DEPTH)
    elif one.get("logicalType") == "object" and drawing.chance(5):
        one.pop("properties", None)


EDITS: tuple[Edit, ...] = (
    set_option,
    add_field,
    remove_field,
    toggle_flag,
    drop_option,
    rename_field,
    reorder_fields,
    replace_field,
    redraw_options,
    respell_bound,
    set_enum,
    edit_enum,
    retype,
    toggle_type,
    set_physical_type,
    set_server,
    set_id,
    swap,
    set_column,
    edit_items,
    add_object,
    remove_object,
    rename_object,
    reorder_objects,
)
