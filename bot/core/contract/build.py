"""Builds the typed model from a valid document in the 3.2 form."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.contract.model import (
    NO_OPTIONS,
    NOT_DEPRECATED,
    AuthoritativeDefinition,
    Context,
    Contract,
    CustomProperty,
    DataProduct,
    Deprecation,
    Description,
    EnumValue,
    Field,
    Options,
    Port,
    Price,
    QualityRule,
    Relationship,
    Role,
    SchemaObject,
    Server,
    ServiceLevel,
    Statement,
    SupportChannel,
    Synonym,
    Team,
    TeamMember,
)
from bot.core.contract.node import Document, MapNode, Node, Scalar, SeqNode

_OPERATORS = (
    "mustBe",
    "mustNotBe",
    "mustBeGreaterThan",
    "mustBeGreaterOrEqualTo",
    "mustBeLessThan",
    "mustBeLessOrEqualTo",
    "mustBeBetween",
    "mustNotBeBetween",
)
_SERVER_KEYS = frozenset(
    ("id", "server", "type", "environment", "description", "roles", "customProperties")
)


def build_contract(document: Document, declared: str) -> Contract:
    """Return the contract in a document that is valid ODCS 3.2.0.

    `declared` is the apiVersion written in the file, before migration. What the schema leaves
    open (a value of another type than documented) is read as absent, never an exception.
    """
    root = document.root
    return Contract(
        node=root,
        file=document.file,
        declared=declared,
        id=_text(root, "id") or "",
        kind=_text(root, "kind") or "DataContract",
        version=_text(root, "version") or "",
        status=_text(root, "status"),
        name=_text(root, "name"),
        tenant=_text(root, "tenant"),
        domain=_text(root, "domain"),
        data_product=_text(root, "dataProduct"),
        created=_text(root, "contractCreatedTs"),
        tags=_texts(root, "tags"),
        description=_description(root),
        context=_context(root),
        schema=_each(root, "schema", _object),
        servers=_each(root, "servers", _server),
        service_levels=_each(root, "slaProperties", _service_level),
        team=_team(root),
        roles=_each(root, "roles", _role),
        support=_each(root, "support", _channel),
        price=_price(root),
        authoritative_definitions=_each(root, "authoritativeDefinitions", _definition),
        custom_properties=_each(root, "customProperties", _custom),
    )


def build_product(document: Document) -> DataProduct:
    """Return the data product in a document that is valid ODPS 1.0.0."""
    root = document.root
    return DataProduct(
        node=root,
        file=document.file,
        id=_text(root, "id") or "",
        name=_text(root, "name"),
        version=_text(root, "version"),
        status=_text(root, "status"),
        domain=_text(root, "domain"),
        team=_team(root),
        input_ports=_each(root, "inputPorts", _port),
        output_ports=_each(root, "outputPorts", _port),
    )


def _text(node: MapNode, key: str) -> str | None:
    value = node.get(key)
    return value if isinstance(value, str) else None


def _flag(node: MapNode, key: str) -> bool:
    return node.get(key) is True


def _whole(node: MapNode, key: str) -> int | None:
    value = node.get(key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(node: MapNode, key: str) -> float | None:
    value = node.get(key)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _scalar(node: MapNode, key: str) -> Scalar:
    value = node.get(key)
    return None if isinstance(value, MapNode | SeqNode) else value


def _texts(node: MapNode, key: str) -> tuple[str, ...]:
    value = node.get(key)
    if isinstance(value, SeqNode):
        return tuple(item for item in value if isinstance(item, str))
    return (value,) if isinstance(value, str) else ()


def _each[T](node: MapNode, key: str, build: Callable[[MapNode], T]) -> tuple[T, ...]:
    value = node.get(key)
    if not isinstance(value, SeqNode):
        return ()
    return tuple(build(item) for item in value if isinstance(item, MapNode))
