"""Decides which standard, and which version of it, a document declares."""

from __future__ import annotations

import re

from bot.adapters.odcs.shipped import NEWEST, PRODUCT
from bot.adapters.odcs.wording import fault_at, listed, shown, spelled
from bot.adapters.yaml.troubles import split_lines
from bot.core.contract.node import Document, MapNode, Node
from bot.core.contract.version_2 import KEYS, is_version_2
from bot.core.errors import ErrorCode, Fault
from bot.core.records import dataclass

_SCHEMAS = {
    "v3.2.0": NEWEST,
    "v3.1.0": "odcs-3.1.0",
    "v3.0.2": "odcs-3.0.2",
    "v3.0.1": "odcs-3.0.1",
    "v3.0.0": "odcs-3.0.0",
    # never released, but declared by official examples of 2.2
    "v2.3.0": "odcs-2.2.2",
    "v2.2.2": "odcs-2.2.2",
    "v2.2.1": "odcs-2.2.2",
    "v2.2.0": "odcs-2.2.2",
}
_PRODUCT_SCHEMAS = {"v1.0.0": PRODUCT, "v0.9.0": PRODUCT}
_CONTRACT_KEYS = KEYS | {"schema", "servers", "slaProperties", "dataProduct"}
_NEWEST_DECLARED = {"ODCS": "v3.2.0", "ODPS": "v1.0.0"}
_CLOSE = 0.75
_NOT_A_VERSION = (10_000,)
_VERSION = r"[vV]?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?"


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard that a document declares: `schema` names the file that judges it."""

    name: str
    declared: str
    schema: str

    def __str__(self) -> str:
        return f"{self.name} {self.declared}"


def standard_of(document: Document) -> tuple[Standard | None, tuple[Fault, ...]]:
    """Return the standard by which a document can be judged, and what is wrong with its claim.

    The first is None where nothing more can be said; both may be there, as for `3.1.0` without
    its `v`. A missing key that the schema itself demands is left to the schema.
    """
    root = document.root
    kind = root.get("kind")
    if kind == "DataContract" or (kind is None and "kind" not in root and _looks_like_one(root)):
        return _versioned(document, "ODCS", _SCHEMAS)
    if kind == "DataProduct":
        return _versioned(document, "ODPS", _PRODUCT_SCHEMAS)
    return None, (_unknown_kind(document, kind),)


def _looks_like_one(root: MapNode) -> bool:
    return "dataContractSpecification" not in root and (
        "apiVersion" in root or not _CONTRACT_KEYS.isdisjoint(root)
    )


def _unknown_kind(document: Document, kind: Node) -> Fault:
    if "dataContractSpecification" in document.root:
        return _fault(
            document,
            ErrorCode.NOT_A_CONTRACT,
            "dataContractSpecification",
            "this is a Data Contract Specification document, not an ODCS contract",
            "convert it once, for example with `datacontract export --format odcs`",
        )
    if "kind" not in document.root:
        return _fault(
            document,
            ErrorCode.NOT_A_CONTRACT,
            "",
            "this is not a data contract: it has neither `kind` nor `apiVersion`",
            "begin it with `apiVersion: v3.2.0` and `kind: DataContract`",
        )
    known = ("DataContract", "DataProduct")
    wanted = str(kind).replace("_", "").replace("-", "").replace(" ", "").lower()
    import difflib  # noqa: PLC0415  # only for what cannot be read

    close = difflib.get_close_matches(wanted[:60], [name.lower() for name in known], 1, _CLOSE)
    meant = next((name for name in known if name.lower() in close), None)
    hint = f"did you mean `kind: {meant}`?" if meant else f"write {listed(known)}"
    said = "is empty" if kind is None else f"{spelled(kind)} is unknown"
    message = f"kind: {said}; this is for data contracts (ODCS) and data products (ODPS)"
    return _fault(document, ErrorCode.NOT_A_CONTRACT, "kind", message, hint)


def _versioned(
    document: Document, name: str, schemas: dict[str, str]
) -> tuple[Standard | None, tuple[Fault, ...]]:
    root = document.root
    declared = root.get("apiVersion")
    if isinstance(declared, str) and declared in schemas:
        return Standard(name, declared, schemas[declared]), ()
    if "apiVersion" not in root:
        old = name == "ODCS" and is_version_2(root)
        assumed = "v2.2.2" if old else _NEWEST_DECLARED[name]
        return Standard(name, assumed, schemas[assumed]), ()
    meant = _meant(declared, schemas)
    code = ErrorCode.UNKNOWN_API_VERSION
    said = f"`{shown(declared)}`" if isinstance(declared, str) else spelled(declared)
    message = f"apiVersion: {said} is not a version of {name} that is known here"
    if declared is None:
        message = "apiVersion: is empty"
    if meant:
        fault = _fault(document, code, "apiVersion", message, f"did you mean `{meant}`?")
        return Standard(name, meant, schemas[meant]), (fault,)
    numbers = _parts(str(declared))
    if name == "ODCS" and numbers < (2, 2):
        code = ErrorCode.OLD_STANDARD
        message = f"apiVersion: {name} {shown(str(declared))} is too old to be read"
        hint = "rewrite the contract for `apiVersion: v3.2.0`; v2.2 and later are read"
    elif _NOT_A_VERSION > numbers > _parts(_NEWEST_DECLARED[name]):
        hint = f"{_NEWEST_DECLARED[name]} is the newest known: declare it, or update this program"
    else:
        released = tuple(version for version in schemas if version != "v2.3.0")
        hint = f"write one of {listed(released)}"
    return None, (_fault(document, code, "apiVersion", message, hint),)


def _parts(text: str) -> tuple[int, ...]:
    found = re.fullmatch(_VERSION, text, re.ASCII)
    return tuple(int(part) for part in found.groups() if part) if found else _NOT_A_VERSION


def _meant(declared: Node, schemas: dict[str, str]) -> str | None:
    """Return the version that was most likely meant: same numbers, or the newest of the line."""
    if isinstance(declared, bool) or not isinstance(declared, str | int | float):
        return None
    wanted = _parts(str(declared).strip())
    if wanted[0] > max(_parts(name)[0] for name in schemas):
        return None
    for exact in (wanted, wanted[:2]):
        for name in schemas:
            if _parts(name)[: len(exact)] == exact:
                return name
    return None


def _fault(document: Document, code: ErrorCode, key: str, message: str, hint: str) -> Fault:
    where = document.locate([key] if key else [])
    return fault_at(where, split_lines(document.text), code, message, hint)
