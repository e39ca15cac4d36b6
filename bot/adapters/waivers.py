"""From the bytes of a file of waivers to its waivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.adapters.schema_faults import by_line, fault_at, meant, published_schema, schema_faults
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import Document, MapNode, SeqNode
from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.waiver import Waiver


def read_waivers(data: bytes, file: str, rule_names: Mapping[str, str]) -> tuple[Waiver, ...]:
    """Return the waivers in the bytes of the file, in its order.

    `rule_names` has every rule's id, name and alias, each with the rule's name. Raises
    StewardError with every fault: what the schema forbids, unknown rules, days that are none, and
    entries that are there twice.
    """
    document = read_yaml(data, file)
    faults = schema_faults(document, published_schema("waivers"), ErrorCode.BAD_WAIVER)
    faults += _entry_faults(document, rule_names)
    if faults:
        raise StewardError(*sorted(set(faults), key=by_line))
    found = tuple(_waiver(document, index, node, rule_names) for index, node in _entries(document))
    twice = tuple(_repeated(document, found))
    if twice:
        raise StewardError(*twice)
    return found


def _entries(document: Document) -> Iterator[tuple[int, MapNode]]:
    listed = document.root.get("waivers")
    for index, node in enumerate(listed if isinstance(listed, SeqNode) else ()):
        if isinstance(node, MapNode):
            yield index, node


def _entry_faults(document: Document, rule_names: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what no schema can tell: rules that are none, and days that are none."""
    for index, node in _entries(document):
        rule, expires = node.get("rule"), node.get("expires")
        if isinstance(rule, str) and rule not in rule_names:
            yield fault_at(
                document,
                ["waivers", index, "rule"],
                f"`{rule}` is no rule",
                meant(rule, rule_names),
                code=ErrorCode.UNKNOWN_RULE,
            )
        if isinstance(expires, str) and _day(expires) is None:
            yield fault_at(
                document,
                ["waivers", index, "expires"],
                f"`{expires}` is no day",
                "write the last day on which it holds, such as `2026-12-31`",
                code=ErrorCode.BAD_WAIVER,
            )


def _repeated(document: Document, found: tuple[Waiver, ...]) -> Iterator[Fault]:
    first: dict[object, Waiver] = {}
    for index, waiver in enumerate(found):
        known = first.setdefault(waiver.subject, waiver)
        if known is not waiver:
            yield fault_at(
                document,
                ["waivers", index],
                f"line {known.where.line} has a waiver of {waiver} already",
                "keep one of the two",
                code=ErrorCode.BAD_WAIVER,
            )


def _waiver(document: Document, index: int, node: MapNode, rule_names: Mapping[str, str]) -> Waiver:
    where = document.locate(["waivers", index])
    return Waiver(
        rule=rule_names[str(node["rule"])] if "rule" in node else None,
        fingerprint=str(node["fingerprint"]) if "fingerprint" in node else None,
        path=str(node["path"]) if "path" in node else None,
        reason=" ".join(str(node["reason"]).split()),
        owner=" ".join(str(node["owner"]).split()),
        expires=_day(str(node["expires"])) or date.min,
        where=Location(document.file, where.line, where.column),
    )


def _day(text: str) -> date | None:
    """Return the day of a text `2026-12-31`, None where there is none.

    Of the forms of ISO 8601 that Python reads only this one: it has no second meaning.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
