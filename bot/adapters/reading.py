"""From the bytes of a file to a contract or a data product: the one way in."""

from __future__ import annotations

from bot.adapters.odcs.validation import judge, validate
from bot.adapters.odcs.wording import by_place
from bot.adapters.yaml_reader import read_leniently, read_yaml
from bot.core.contract.build import build_contract, build_product
from bot.core.contract.migration import migrate
from bot.core.contract.model import Contract, DataProduct
from bot.core.contract.node import Document
from bot.core.errors import ErrorCode, Location, StewardError, failure


def read_document(data: bytes, file: str) -> Document:
    """Return the document in the bytes, valid under the standard that it declares.

    Raises StewardError with every fault of the file. `file` serves for places only.
    """
    document, error = read_leniently(data, file)
    if error is None:
        validate(document)
        return document
    places = {fault.where for fault in error.faults}
    others = (fault for fault in judge(document)[1] if fault.where not in places)
    raise StewardError(*sorted((*error.faults, *others), key=by_place))


def read(data: bytes, file: str) -> Contract | DataProduct:
    """Return the contract or data product in the bytes, in the newest form of its standard.

    Raises StewardError with every fault of the file.
    """
    document = read_document(data, file)
    if document.root.get("kind") == "DataProduct":
        return build_product(document)
    declared = document.root.get("apiVersion")
    return build_contract(migrate(document), declared if isinstance(declared, str) else "")


def read_contract(data: bytes, file: str) -> Contract:
    """Return the contract in the bytes. Raises StewardError, also for a data product."""
    found = read(data, file)
    if isinstance(found, Contract):
        return found
    raise failure(
        ErrorCode.NOT_A_CONTRACT,
        "this is a data product (ODPS), not a contract",
        hint="name a file with `kind: DataContract`",
        where=Location(file),
    )


def identify(data: bytes) -> str | None:
    """Return the id that a text declares, valid or not; None for a text without one."""
    try:
        document = read_yaml(data, "")
    except StewardError:
        return None
    found = document.root.get("id", document.root.get("uuid"))
    return found if isinstance(found, str) else None
