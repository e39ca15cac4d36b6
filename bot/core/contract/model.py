"""A contract as values: every property of ODCS 3.2.0 that a rule may judge has a typed place here.

Defaults of the standard are applied when the model is built, so that an absent key and its
default compare equal. Each element keeps its YAML node, and through it the place of every key.
Names are those of the standard in snake case. Source: ODCS v3.2.0 JSON Schema, `$defs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.node import MapNode, Node, Scalar
from bot.core.records import dataclass, field


def _source() -> MapNode:
    return field(repr=False, compare=False)  # type: ignore[no-any-return]  # dataclass idiom


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomProperty:
    """An extension: `$defs/CustomProperty`."""

    node: MapNode = _source()
    id: str | None
    property: str
    value: Node
    description: str | None
    vendor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoritativeDefinition:
    """A typed link: `$defs/AuthoritativeDefinitions`."""

    node: MapNode = _source()
    id: str | None
    url: str
    type: str
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Another name of an object or field: `$defs/Synonym`."""

    node: MapNode = _source()
    id: str | None
    synonym: str
    description: str | None
    locale: str | None
    source: str | None
    status: str | None
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """What is said about a deprecation: customProperty `deprecation`, or the bare flag.

    Dates are texts as written; nothing here is trusted as a clock.
    """

    flagged: bool
    since: str | None = None
    since_version: str | None = None
    removal: str | None = None
    removal_version: str | None = None
    replaced_by: str | None = None
    reason: str | None = None


NOT_DEPRECATED = Deprecation(flagged=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValue:
    """An allowed value: `$defs/EnumValue`."""

    node: MapNode = _source()
    value: Scalar
    label: str | None
    id: str | None
    description: str | None
    tags: tuple[str, ...]
    deprecation: Deprecation
    custom_properties: tuple[CustomProperty, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The `logicalTypeOptions` of a field, of whatever logical type; None where not declared."""

    node: MapNode = _source()
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    format: str | None = None
    minimum: Scalar = None
    exclusive_minimum: Scalar = None
    maximum: Scalar = None
    exclusive_maximum: Scalar = None
    multiple_of: float | None = None
    timezone: bool | None = None
    default_timezone: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    required: tuple[str, ...] = ()
    dimensions: int | None = None
    element_type: str | None = None
    distance_metric: str | None = None
    embedding_model: str | None = None
    embedding_model_version: str | None = None
    normalized: bool = False


NO_OPTIONS = Options(node=MapNode())


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRule:
    """A quality rule: `$defs/DataQuality`. `operators` has the one `mustBe…` key and its value."""

    node: MapNode = _source()
    id: str | None
    name: str | None
    description: str | None
    type: str
    dimension: str | None
    metric: str | None
    arguments: MapNode | None
    operators: tuple[tuple[str, Node], ...]
    unit: str | None
    query: str | None
    engine: str | None
    implementation: Node
    severity: str | None
    business_impact: str | None
    method: str | None
    schedule: str | None
    scheduler: str | None
    tags: tuple[str, ...]
    custom_properties: tuple[CustomProperty, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A reference between fields: `$defs/RelationshipBase`. `source` is the standard's `from`.

    At field level `source` is empty: the field itself is meant.
    """

    node: MapNode = _source()
    id: str | None
    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of an object, or of a field, an array's items, or a map's key or value."""

    node: MapNode = _source()
    id: str | None
    name: str
    physical_name: str | None
    logical_type: str | None
    options: Options
    physical_type: str | None
    required: bool
    unique: bool
    primary_key: bool
    primary_key_position: int
    partitioned: bool
    partition_key_position: int
    semantic_type: str
    classification: str | None
    critical_data_element: bool
    encrypted_name: str | None
    transform_source_objects: tuple[str, ...]
    transform_logic: str | None
    transform_description: str | None
    business_name: str | None
    description: str | None
    examples: tuple[Node, ...]
    tags: tuple[str, ...]
    deprecation: Deprecation
    enum: tuple[EnumValue, ...] | None
    properties: tuple[Field, ...]
    items: Field | None
    map_key: Field | None
    map_value: Field | None
    quality: tuple[QualityRule, ...]
    relationships: tuple[Relationship, ...]
    synonyms: tuple[Synonym, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]
    custom_properties: tuple[CustomProperty, ...]

    @property
    def holds_fields(self) -> bool:
        """Whether there are fields below it."""
        return bool(
            self.properties
            or self.items is not None
            or self.map_key is not None
            or self.map_value is not None
        )

    @property
    def effective_name(self) -> str:
        """The name under which the data carries the field."""
        return self.physical_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One entry of a context: a verified statement (question, answer) or a constraint."""

    node: MapNode = _source()
    id: str | None
    text: str
    answer: str | None
    tags: tuple[str, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Guidance for language models: `$defs/Context`; a bare text is the instructions."""

    node: MapNode = _source()
    instructions: str | None
    verified_statements: tuple[Statement, ...]
    constraints: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaObject:
    """A table, topic, file or other object: `$defs/SchemaObject`."""

    node: MapNode = _source()
    id: str | None
    name: str
    physical_name: str | None
    physical_type: str | None
    logical_type: str | None
    business_name: str | None
    description: str | None
    data_granularity_description: str | None
    tags: tuple[str, ...]
    deprecation: Deprecation
    properties: tuple[Field, ...]
    relationships: tuple[Relationship, ...]
    quality: tuple[QualityRule, ...]
    context: Context | None
    synonyms: tuple[Synonym, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]
    custom_properties: tuple[CustomProperty, ...]

    @property
    def effective_name(self) -> str:
        """The name under which a system carries the object."""
        return self.physical_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that gives access: `$defs/Role`."""

    node: MapNode = _source()
    id: str | None
    role: str
    description: str | None
    access: str | None
    first_level_approvers: str | None
    second_level_approvers: str | None
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """An access point: `$defs/Server`. `connection` has the keys particular to its type."""

    node: MapNode = _source()
    id: str | None
    server: str
    type: str
    environment: str | None
    description: str | None
    connection: tuple[tuple[str, Node], ...]
    roles: tuple[Role, ...]
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLevel:
    """A service level: `$defs/ServiceLevelAgreementProperty`."""

    node: MapNode = _source()
    id: str | None
    property: str
    value: Scalar
    value_ext: Scalar
    unit: str | None
    element: str | None
    driver: str | None
    description: str | None
    scheduler: str | None
    schedule: str | None
    custom_properties: tuple[CustomProperty, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """A person of the team: `$defs/TeamMember`."""

    node: MapNode = _source()
    id: str | None
    username: str
    name: str | None
    description: str | None
    role: str | None
    date_in: str | None
    date_out: str | None
    replaced_by_username: str | None
    tags: tuple[str, ...]
    custom_properties: tuple[CustomProperty, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The owning team: `$defs/Team`."""

    node: MapNode = _source()
    id: str | None
    name: str | None
    description: str | None
    members: tuple[TeamMember, ...]
    tags: tuple[str, ...]
    custom_properties: tuple[CustomProperty, ...]
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportChannel:
    """A help channel: `$defs/SupportItem`."""

    node: MapNode = _source()
    id: str | None
    channel: str
    url: str | None
    description: str | None
    tool: str | None
    scope: str | None
    invitation_url: str | None
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What the data costs: `$defs/Pricing`."""

    node: MapNode = _source()
    id: str | None
    price_amount: float | None
    price_currency: str | None
    price_unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Purpose, usage, limitations: the root's `description`."""

    node: MapNode = _source()
    purpose: str | None
    usage: str | None
    limitations: str | None
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One ODCS document in the 3.2 form. `declared` is the apiVersion that the file declares."""

    node: MapNode = _source()
    file: str = field(compare=False)
    declared: str
    id: str
    kind: str
    version: str
    status: str | None
    name: str | None
    tenant: str | None
    domain: str | None
    data_product: str | None
    created: str | None
    tags: tuple[str, ...]
    description: Description | None
    context: Context | None
    schema: tuple[SchemaObject, ...]
    servers: tuple[Server, ...]
    service_levels: tuple[ServiceLevel, ...]
    team: Team | None
    roles: tuple[Role, ...]
    support: tuple[SupportChannel, ...]
    price: Price | None
    authoritative_definitions: tuple[AuthoritativeDefinition, ...]
    custom_properties: tuple[CustomProperty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """An input or output port of a data product (ODPS v1.0.0)."""

    node: MapNode = _source()
    name: str | None
    version: str | None
    contract_id: str | None
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProduct:
    """One ODPS document: it registers a consumer (input ports) and what it offers (outputs)."""

    node: MapNode = _source()
    file: str = field(compare=False)
    id: str
    name: str | None
    version: str | None
    status: str | None
    domain: str | None
    team: Team | None
    input_ports: tuple[Port, ...]
    output_ports: tuple[Port, ...]


Element = (
    Contract
    | Description
    | Context
    | Statement
    | SchemaObject
    | Field
    | EnumValue
    | QualityRule
    | Relationship
    | Synonym
    | Server
    | Role
    | ServiceLevel
    | Team
    | TeamMember
    | SupportChannel
    | Price
    | AuthoritativeDefinition
    | CustomProperty
)
"""Everything a change can be about."""


def every_field(parent: SchemaObject | Field, path: str) -> Iterator[tuple[str, Field]]:
    """Yield each field below the parent with its path, parents first.

    `path` is the parent's own. Steps: `.name`, `[]` for items, `{key}` and `{value}` for maps.
    """
    for child in parent.properties:
        child_path = f"{path}.{step(child.name)}"
        yield child_path, child
        if child.holds_fields:
            yield from every_field(child, child_path)
    if isinstance(parent, Field):
        for suffix, inner in (
            ("[]", parent.items),
            ("{key}", parent.map_key),
            ("{value}", parent.map_value),
        ):
            if inner is not None:
                yield f"{path}{suffix}", inner
                if inner.holds_fields:
                    yield from every_field(inner, f"{path}{suffix}")


def step(name: str) -> str:
    """Return a name as a step of a path; quoted where it would be read as more than one step."""
    if name.isidentifier():
        return name
    if any(mark in name for mark in '.[]{}"') or not name.strip():
        return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return name
