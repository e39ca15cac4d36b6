"""Builds the typed model from a valid document in the 3.2 form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

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

T = TypeVar("T")

OPERATORS = (
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


def _each(node: MapNode, key: str, build: Callable[[MapNode], T]) -> tuple[T, ...]:
    value = node.get(key)
    if not isinstance(value, SeqNode):
        return ()
    return tuple(build(item) for item in value if isinstance(item, MapNode))


def _custom(node: MapNode) -> CustomProperty:
    return CustomProperty(
        node=node,
        id=_text(node, "id"),
        property=_text(node, "property") or "",
        value=node.get("value"),
        description=_text(node, "description"),
        vendor=_text(node, "vendor"),
    )


def _definition(node: MapNode) -> AuthoritativeDefinition:
    return AuthoritativeDefinition(
        node=node,
        id=_text(node, "id"),
        url=_text(node, "url") or "",
        type=_text(node, "type") or "",
        description=_text(node, "description"),
    )


def _synonym(node: MapNode) -> Synonym:
    return Synonym(
        node=node,
        id=_text(node, "id"),
        synonym=_text(node, "synonym") or "",
        description=_text(node, "description"),
        locale=_text(node, "locale"),
        source=_text(node, "source"),
        status=_text(node, "status"),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _deprecation(node: MapNode, tags: tuple[str, ...]) -> Deprecation:
    """Read `deprecated: true` (3.2), customProperty `deprecation`, and the tag `deprecated`."""
    custom = node.get("customProperties")
    told: Node = None
    if custom and isinstance(custom, SeqNode):
        for entry in custom:
            if isinstance(entry, MapNode) and entry.get("property") in _DEPRECATION_NAMES:
                told = entry.get("value")
    if isinstance(told, MapNode):
        return Deprecation(
            flagged=True,
            since=_text(told, "since"),
            since_version=_text(told, "sinceVersion"),
            removal=_text(told, "removal"),
            removal_version=_text(told, "removalVersion"),
            replaced_by=_text(told, "replacedBy"),
            reason=_text(told, "reason"),
        )
    if _flag(node, "deprecated") or told is True or "deprecated" in tags:
        return Deprecation(flagged=True)
    return NOT_DEPRECATED


_DEPRECATION_NAMES = frozenset(("deprecation", "deprecated"))


def _enum_value(node: MapNode) -> EnumValue:
    tags = _texts(node, "tags")
    return EnumValue(
        node=node,
        value=_scalar(node, "value"),
        label=_text(node, "label"),
        id=_text(node, "id"),
        description=_text(node, "description"),
        tags=tags,
        deprecation=_deprecation(node, tags),
        custom_properties=_each(node, "customProperties", _custom),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
    )


def _options(parent: MapNode) -> Options:
    node = parent.get("logicalTypeOptions")
    if not isinstance(node, MapNode) or not node:
        return NO_OPTIONS
    timezone = node.get("timezone")
    return Options(
        node=node,
        min_length=_whole(node, "minLength"),
        max_length=_whole(node, "maxLength"),
        pattern=_text(node, "pattern"),
        format=_text(node, "format"),
        minimum=_scalar(node, "minimum"),
        exclusive_minimum=_scalar(node, "exclusiveMinimum"),
        maximum=_scalar(node, "maximum"),
        exclusive_maximum=_scalar(node, "exclusiveMaximum"),
        multiple_of=_number(node, "multipleOf"),
        timezone=timezone if isinstance(timezone, bool) else None,
        default_timezone=_text(node, "defaultTimezone"),
        min_items=_whole(node, "minItems"),
        max_items=_whole(node, "maxItems"),
        unique_items=_flag(node, "uniqueItems"),
        min_properties=_whole(node, "minProperties"),
        max_properties=_whole(node, "maxProperties"),
        required=_texts(node, "required"),
        dimensions=_whole(node, "dimensions"),
        element_type=_text(node, "elementType"),
        distance_metric=_text(node, "distanceMetric"),
        embedding_model=_text(node, "embeddingModel"),
        embedding_model_version=_text(node, "embeddingModelVersion"),
        normalized=_flag(node, "normalized"),
    )


def _quality(node: MapNode) -> QualityRule:
    arguments = node.get("arguments")
    return QualityRule(
        node=node,
        id=_text(node, "id"),
        name=_text(node, "name"),
        description=_text(node, "description"),
        type=_text(node, "type") or "library",
        dimension=_text(node, "dimension"),
        metric=_text(node, "metric"),
        arguments=arguments if isinstance(arguments, MapNode) else None,
        operators=tuple((name, node[name]) for name in OPERATORS if name in node),
        unit=_text(node, "unit"),
        query=_text(node, "query"),
        engine=_text(node, "engine"),
        implementation=node.get("implementation"),
        severity=_text(node, "severity"),
        business_impact=_text(node, "businessImpact"),
        method=_text(node, "method"),
        schedule=_text(node, "schedule"),
        scheduler=_text(node, "scheduler"),
        tags=_texts(node, "tags"),
        custom_properties=_each(node, "customProperties", _custom),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
    )


def _relationship(node: MapNode) -> Relationship:
    return Relationship(
        node=node,
        id=_text(node, "id"),
        type=_text(node, "type") or "foreignKey",
        source=_texts(node, "from"),
        target=_texts(node, "to"),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _field(node: MapNode) -> Field:
    tags = _texts(node, "tags")
    position = _whole(node, "primaryKeyPosition")
    partition_position = _whole(node, "partitionKeyPosition")
    examples = node.get("examples")
    inner = node.get("map")
    return Field(
        node=node,
        id=_text(node, "id"),
        name=_text(node, "name") or "",
        physical_name=_text(node, "physicalName"),
        logical_type=_text(node, "logicalType"),
        options=_options(node),
        physical_type=_text(node, "physicalType"),
        required=_flag(node, "required"),
        unique=_flag(node, "unique"),
        primary_key=_flag(node, "primaryKey"),
        primary_key_position=-1 if position is None else position,
        partitioned=_flag(node, "partitioned"),
        partition_key_position=-1 if partition_position is None else partition_position,
        semantic_type=_text(node, "semanticType") or "column",
        classification=_text(node, "classification"),
        critical_data_element=_flag(node, "criticalDataElement"),
        encrypted_name=_text(node, "encryptedName"),
        transform_source_objects=_texts(node, "transformSourceObjects"),
        transform_logic=_text(node, "transformLogic"),
        transform_description=_text(node, "transformDescription"),
        business_name=_text(node, "businessName"),
        description=_text(node, "description"),
        examples=tuple(examples) if isinstance(examples, SeqNode) else (),
        tags=tags,
        deprecation=_deprecation(node, tags),
        enum=_each(node, "enum", _enum_value) if "enum" in node else None,
        properties=_each(node, "properties", _field),
        items=_inner(node, "items"),
        map_key=_inner(inner, "key") if isinstance(inner, MapNode) else None,
        map_value=_inner(inner, "value") if isinstance(inner, MapNode) else None,
        quality=_each(node, "quality", _quality),
        relationships=_each(node, "relationships", _relationship),
        synonyms=_each(node, "synonyms", _synonym),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _inner(node: MapNode, key: str) -> Field | None:
    value = node.get(key)
    return _field(value) if isinstance(value, MapNode) else None


def _object(node: MapNode) -> SchemaObject:
    tags = _texts(node, "tags")
    return SchemaObject(
        node=node,
        id=_text(node, "id"),
        name=_text(node, "name") or "",
        physical_name=_text(node, "physicalName"),
        physical_type=_text(node, "physicalType"),
        logical_type=_text(node, "logicalType"),
        business_name=_text(node, "businessName"),
        description=_text(node, "description"),
        data_granularity_description=_text(node, "dataGranularityDescription"),
        tags=tags,
        deprecation=_deprecation(node, tags),
        properties=_each(node, "properties", _field),
        relationships=_each(node, "relationships", _relationship),
        quality=_each(node, "quality", _quality),
        context=_context(node),
        synonyms=_each(node, "synonyms", _synonym),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _statement(node: MapNode) -> Statement:
    return Statement(
        node=node,
        id=_text(node, "id"),
        text=_text(node, "question") or _text(node, "constraint") or "",
        answer=_text(node, "answer"),
        tags=_texts(node, "tags"),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _context(parent: MapNode) -> Context | None:
    node = parent.get("context")
    if isinstance(node, str):
        return Context(node=parent, instructions=node, verified_statements=(), constraints=())
    if not isinstance(node, MapNode):
        return None
    return Context(
        node=node,
        instructions=_text(node, "instructions"),
        verified_statements=_each(node, "verifiedStatements", _statement),
        constraints=_each(node, "constraints", _statement),
    )


def _role(node: MapNode) -> Role:
    return Role(
        node=node,
        id=_text(node, "id"),
        role=_text(node, "role") or "",
        description=_text(node, "description"),
        access=_text(node, "access"),
        first_level_approvers=_text(node, "firstLevelApprovers"),
        second_level_approvers=_text(node, "secondLevelApprovers"),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _server(node: MapNode) -> Server:
    return Server(
        node=node,
        id=_text(node, "id"),
        server=_text(node, "server") or "",
        type=_text(node, "type") or "",
        environment=_text(node, "environment"),
        description=_text(node, "description"),
        connection=tuple((key, node[key]) for key in node if key not in _SERVER_KEYS),
        roles=_each(node, "roles", _role),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _service_level(node: MapNode) -> ServiceLevel:
    return ServiceLevel(
        node=node,
        id=_text(node, "id"),
        property=_text(node, "property") or "",
        value=_scalar(node, "value"),
        value_ext=_scalar(node, "valueExt"),
        unit=_text(node, "unit"),
        element=_text(node, "element"),
        driver=_text(node, "driver"),
        description=_text(node, "description"),
        scheduler=_text(node, "scheduler"),
        schedule=_text(node, "schedule"),
        custom_properties=_each(node, "customProperties", _custom),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
    )


def _member(node: MapNode) -> TeamMember:
    return TeamMember(
        node=node,
        id=_text(node, "id"),
        username=_text(node, "username") or "",
        name=_text(node, "name"),
        description=_text(node, "description"),
        role=_text(node, "role"),
        date_in=_text(node, "dateIn"),
        date_out=_text(node, "dateOut"),
        replaced_by_username=_text(node, "replacedByUsername"),
        tags=_texts(node, "tags"),
        custom_properties=_each(node, "customProperties", _custom),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
    )


def _team(parent: MapNode) -> Team | None:
    node = parent.get("team")
    if not isinstance(node, MapNode):
        return None
    return Team(
        node=node,
        id=_text(node, "id"),
        name=_text(node, "name"),
        description=_text(node, "description"),
        members=_each(node, "members", _member),
        tags=_texts(node, "tags"),
        custom_properties=_each(node, "customProperties", _custom),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
    )


def _channel(node: MapNode) -> SupportChannel:
    return SupportChannel(
        node=node,
        id=_text(node, "id"),
        channel=_text(node, "channel") or "",
        url=_text(node, "url"),
        description=_text(node, "description"),
        tool=_text(node, "tool"),
        scope=_text(node, "scope"),
        invitation_url=_text(node, "invitationUrl"),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _price(parent: MapNode) -> Price | None:
    node = parent.get("price")
    if not isinstance(node, MapNode):
        return None
    return Price(
        node=node,
        id=_text(node, "id"),
        price_amount=_number(node, "priceAmount"),
        price_currency=_text(node, "priceCurrency"),
        price_unit=_text(node, "priceUnit"),
    )


def _description(parent: MapNode) -> Description | None:
    node = parent.get("description")
    if not isinstance(node, MapNode):
        return None
    return Description(
        node=node,
        purpose=_text(node, "purpose"),
        usage=_text(node, "usage"),
        limitations=_text(node, "limitations"),
        authoritative_definitions=_each(node, "authoritativeDefinitions", _definition),
        custom_properties=_each(node, "customProperties", _custom),
    )


def _port(node: MapNode) -> Port:
    uses: tuple[str, ...] = ()
    for custom in _each(node, "customProperties", _custom):
        if custom.property == "uses" and isinstance(custom.value, SeqNode):
            uses = tuple(item for item in custom.value if isinstance(item, str))
    return Port(
        node=node,
        name=_text(node, "name"),
        version=_text(node, "version"),
        contract_id=_text(node, "contractId"),
        uses=uses,
    )
