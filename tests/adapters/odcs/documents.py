"""Documents for the tests of this folder, from YAML."""

from __future__ import annotations

from bot.adapters.odcs.validation import judge
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import Document
from bot.core.errors import Fault

OBJECT = "schema:\n  - name: orders\n"
PROPERTY = f"{OBJECT}    properties:\n      - name: order_id\n"
TYPES_3_1 = (
    "`string`, `date`, `timestamp`, `time`, `number`, `integer`, `object`, `array` or `boolean`"
)
HEAD = "kind: DataContract\nid: orders\nversion: 1.0.0\nstatus: active\n"


def document(text: str) -> Document:
    """Return the document in a text."""
    return read_yaml(text.encode(), "c.yaml")


def contract(version: str, body: str) -> Document:
    """Return a contract of a version, with its fundamentals on the first five lines."""
    return document(f"apiVersion: {version}\n{HEAD}{body}")


def told(fault: Fault) -> str:
    """Return a fault in one line: where, what, and what to do."""
    place = f"{fault.where.line}:{fault.where.column}" if fault.where else "?"
    return f"{place} {fault.code} {fault.message} -> {fault.hint}"


def faults(found: Document) -> list[str]:
    """Return each fault of a document in one line."""
    return [told(fault) for fault in judge(found)[1]]
