"""Turns the condition of a CHECK into what a contract says of a field, where it has a word for it.

Import it only where there is such a condition: sqlglot takes a tenth of a second to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from bot.adapters.importing.parts import Parts

_LONGEST = 2_000
_DEEPEST = 30
_SURPRISES = (SqlglotError, RecursionError, ValueError, TypeError, LookupError, AttributeError)
"""What the parser may raise on a text that is no SQL."""
_BOUNDS = {
    exp.GTE: "minimum",
    exp.GT: "exclusiveMinimum",
    exp.LTE: "maximum",
    exp.LT: "exclusiveMaximum",
}
_TURNED = {exp.GTE: exp.LTE, exp.GT: exp.LT, exp.LTE: exp.GTE, exp.LT: exp.GT, exp.EQ: exp.EQ}
_NUMERIC = frozenset({"integer", "number"})


def field_of_check(text: str, dialect: str, name: str, logical: object) -> Parts | None:
    """Return what a condition on one field says: bounds, the length of a text, allowed values.

    None where a contract has no word for all of it. What is returned admits the same values.
    """
    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return None
    try:
        query = parse_one(f"SELECT {text}", dialect=dialect)
        (tree,) = query.args["expressions"]
        if any(value for key, value in query.args.items() if key != "expressions"):
            return None
        found = [_part(one, name.lower(), logical) for one in _joined(tree, exp.And)]
    except _SURPRISES:
        return None
    parts: Parts = {}
    for one in found:
        if one is None or any(key in parts for key in one if key == "enum"):
            return None
        options, more = (part.get("logicalTypeOptions", {}) for part in (parts, one))
        if not isinstance(options, dict) or not isinstance(more, dict) or options.keys() & more:
            return None
        parts |= one
        if options or more:
            parts["logicalTypeOptions"] = {**options, **more}
    return parts


def _part(tree: exp.Expr, name: str, logical: object) -> Parts | None:
    """Return what one of several conditions says."""
    tree = _bare(tree)
    values = _values(tree, name)
    if values is not None:
        return _enum(values, logical)
    match tree:
        case exp.Between(this=this) if _is_field(this, name):
            low, high = (_number(_bare(tree.args[side])) for side in ("low", "high"))
            if low is None or high is None or logical not in _NUMERIC:
                return None
            return {"logicalTypeOptions": {"minimum": low, "maximum": high}}
        case exp.GTE() | exp.GT() | exp.LTE() | exp.LT():
            return _bound(tree, name, logical)
        case _:
            return None


def _bound(tree: exp.Binary, name: str, logical: object) -> Parts | None:
    left, right, kind = _bare(tree.left), _bare(tree.right), type(tree)
    if _number(left) is not None:
        left, right, kind = right, left, _TURNED[kind]
    number = _number(right)
    if number is None:
        return None
    if _is_field(left, name) and logical in _NUMERIC:
        return {"logicalTypeOptions": {_BOUNDS[kind]: number}}
    if isinstance(left, exp.Length) and _is_field(left.this, name) and logical == "string":
        return _length(kind, number)
    return None


def _length(kind: type, number: float) -> Parts | None:
    """Return the bound of a length, which a contract counts inclusive."""
    if not isinstance(number, int):
        return None
    if kind in {exp.GTE, exp.GT}:
        return {"logicalTypeOptions": {"minLength": number + (kind is exp.GT)}}
    longest = number - (kind is exp.LT)
    return {"logicalTypeOptions": {"maxLength": longest}} if longest >= 0 else None


def _values(tree: exp.Expr, name: str) -> list[object] | None:
    """Return the values of `IN (…)`, `= ANY (ARRAY[…])`, or one `=` beside others."""
    match tree:
        case exp.In(this=this, expressions=found) if found and _is_field(this, name):
            return _literals(found)
        case exp.EQ() if _is_field(tree.this, name):
            right = _bare(tree.expression)
            if isinstance(right, exp.Any):
                inner = _bare(right.this)
                return _literals(inner.expressions) if isinstance(inner, exp.Array) else None
            return _literals([right])
        case exp.Or():
            several = [_values(_bare(one), name) for one in _joined(tree, exp.Or)]
            if any(one is None for one in several):
                return None
            return [value for one in several for value in one or ()]
        case _:
            return None


def _enum(values: list[object], logical: object) -> Parts | None:
    texts = all(isinstance(value, str) for value in values)
    fits = texts if logical == "string" else not texts and logical in _NUMERIC
    if not fits or not values:
        return None
    return {"enum": [{"value": value} for value in dict.fromkeys(values)]}


def _literals(found: list[exp.Expr]) -> list[object] | None:
    values: list[object] = []
    for each in map(_bare, found):
        # MySQL names the character set of a text: _utf8mb4'new'.
        one = each.expression if isinstance(each, exp.Introducer) else each
        number = _number(one)
        if number is None and not (isinstance(one, exp.Literal | exp.National) and _is_text(one)):
            return None
        values.append(one.name if number is None else number)
    return values


def _is_text(one: exp.Expr) -> bool:
    return isinstance(one, exp.National) or bool(one.args.get("is_string"))


def _number(tree: exp.Expr) -> int | float | None:
    sign = 1
    if isinstance(tree, exp.Neg):
        sign, tree = -1, _bare(tree.this)
    if not isinstance(tree, exp.Literal) or tree.args.get("is_string"):
        return None
    if re.fullmatch(r"[0-9]{1,18}", tree.name, re.ASCII):
        return sign * int(tree.name)
    return sign * float(tree.name) if re.fullmatch(r"[0-9]{0,9}\.[0-9]{1,9}", tree.name) else None


def _is_field(tree: exp.Expr, name: str) -> bool:
    bare = _bare(tree)
    return isinstance(bare, exp.Column) and bare.name.lower() == name


def _bare(tree: exp.Expr) -> exp.Expr:
    """Return an expression without brackets, and without the casts that change no value.

    PostgreSQL writes both everywhere: `((status)::text = ANY (ARRAY['new'::text]))`.
    """
    while isinstance(tree, exp.Paren | exp.Cast):
        if isinstance(tree, exp.Cast) and not _keeps(tree):
            break
        tree = tree.this
    return tree


def _keeps(cast: exp.Cast) -> bool:
    texts = exp.DataType.TEXT_TYPES
    is_text = cast.to.this in texts and not cast.to.expressions
    return is_text or isinstance(cast.this, exp.Literal | exp.Neg | exp.Array | exp.Paren)


def _joined(tree: exp.Expr, by: type[exp.Connector]) -> Iterator[exp.Expr]:
    pending = [tree]
    while pending:
        one = _bare(pending.pop())
        if isinstance(one, by):
            pending += [one.right, one.left]
        else:
            yield one


def _depth(text: str) -> int:
    deepest = depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    return deepest + len(re.findall(r"(?i)\b(?:case|not)\b|[-+~]", text))
