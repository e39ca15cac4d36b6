"""Which properties of which element are compared one by one: the table the diff walks.

Keys are the standard's; getters read the model. What a table leaves out is either a list of
elements, matched and walked by `bot.core.diff.walk`, or listed in `CARRIED` with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from bot.core.contract.build import OPERATORS
from bot.core.contract.model import Options
from bot.core.contract.servers import CONNECTIONS
from bot.core.diff.changes import Kind

Getter = Callable[[object], object]
Table = tuple[tuple[str, Getter], ...]


def _table(**names: str) -> Table:
    return tuple((key, attrgetter(name)) for key, name in names.items())


_OPTIONS: Table = tuple(
    (f"logicalTypeOptions.{key}", attrgetter(*(f"options.{name}" for name in names)))
    for key, names in (
        ("minLength", ("min_length",)),
        ("maxLength", ("max_length",)),
        ("pattern", ("pattern",)),
        ("format", ("format",)),
        ("minimum", ("minimum", "exclusive_minimum")),
        ("maximum", ("maximum", "exclusive_maximum")),
        ("multipleOf", ("multiple_of",)),
        ("timezone", ("timezone",)),
        ("defaultTimezone", ("default_timezone",)),
        ("minItems", ("min_items",)),
        ("maxItems", ("max_items",)),
        ("uniqueItems", ("unique_items",)),
        ("minProperties", ("min_properties",)),
        ("maxProperties", ("max_properties",)),
        ("required", ("required",)),
        ("dimensions", ("dimensions",)),
        ("elementType", ("element_type",)),
        ("distanceMetric", ("distance_metric",)),
        ("embeddingModel", ("embedding_model",)),
        ("embeddingModelVersion", ("embedding_model_version",)),
        ("normalized", ("normalized",)),
    )
)
"""A bound and its exclusive twin are one interval, hence one entry with both values."""

OPTION_NAMES = frozenset(Options.__slots__) - {"node"}

ATTRIBUTES: Mapping[Kind, Table] = {
    Kind.CONTRACT: _table(
        apiVersion="declared",
        id="id",
        version="version",
        status="status",
        name="name",
        tenant="tenant",
        domain="domain",
        dataProduct="data_product",
        contractCreatedTs="created",
        tags="tags",
    ),
    Kind.DESCRIPTION: _table(purpose="purpose", usage="usage", limitations="limitations"),
    Kind.CONTEXT: _table(instructions="instructions"),
    Kind.STATEMENT: _table(id="id", answer="answer", tags="tags"),
    Kind.CONSTRAINT: _table(id="id", constraint="text", tags="tags"),
    Kind.OBJECT: _table(
        id="id",
        physicalName="physical_name",
        physicalType="physical_type",
        logicalType="logical_type",
        businessName="business_name",
        description="description",
        dataGranularityDescription="data_granularity_description",
        deprecated="deprecation",
        tags="tags",
    ),
    Kind.FIELD: (
        *_table(
            id="id",
            physicalName="physical_name",
            logicalType="logical_type",
            physicalType="physical_type",
            required="required",
            unique="unique",
            primaryKey="primary_key",
            primaryKeyPosition="primary_key_position",
            partitioned="partitioned",
            partitionKeyPosition="partition_key_position",
            semanticType="semantic_type",
            classification="classification",
            criticalDataElement="critical_data_element",
            encryptedName="encrypted_name",
            transformSourceObjects="transform_source_objects",
            transformLogic="transform_logic",
            transformDescription="transform_description",
            businessName="business_name",
            description="description",
            examples="examples",
            deprecated="deprecation",
            tags="tags",
        ),
        *_OPTIONS,
    ),
    Kind.ENUM_VALUE: _table(
        value="value",
        label="label",
        description="description",
        deprecated="deprecation",
        tags="tags",
    ),
    Kind.QUALITY: _table(
        id="id",
        name="name",
        description="description",
        type="type",
        dimension="dimension",
        metric="metric",
        arguments="arguments",
        operator="operators",
        unit="unit",
        query="query",
        engine="engine",
        implementation="implementation",
        severity="severity",
        businessImpact="business_impact",
        method="method",
        schedule="schedule",
        scheduler="scheduler",
        tags="tags",
    ),
    Kind.RELATIONSHIP: (
        *_table(id="id", type="type", to="target"),
        ("from", attrgetter("source")),
    ),
    Kind.SYNONYM: _table(
        id="id", description="description", locale="locale", source="source", status="status"
    ),
    Kind.SERVER: _table(
        id="id",
        type="type",
        environment="environment",
        description="description",
        connection="connection",
    ),
    Kind.ROLE: _table(
        id="id",
        description="description",
        access="access",
        firstLevelApprovers="first_level_approvers",
        secondLevelApprovers="second_level_approvers",
    ),
    Kind.SERVICE_LEVEL: (
        ("value", attrgetter("value", "value_ext", "unit")),
        *_table(
            id="id",
            element="element",
            driver="driver",
            description="description",
            scheduler="scheduler",
            schedule="schedule",
        ),
    ),
    Kind.TEAM: _table(id="id", name="name", description="description", tags="tags"),
    Kind.MEMBER: _table(
        id="id",
        name="name",
        description="description",
        role="role",
        dateIn="date_in",
        dateOut="date_out",
        replacedByUsername="replaced_by_username",
        tags="tags",
    ),
    Kind.CHANNEL: _table(
        id="id",
        url="url",
        description="description",
        tool="tool",
        scope="scope",
        invitationUrl="invitation_url",
    ),
    Kind.PRICE: (
        *_table(id="id"),
        ("price", attrgetter("price_amount", "price_currency", "price_unit")),
    ),
    Kind.DEFINITION: _table(id="id", url="url", type="type", description="description"),
    Kind.CUSTOM: _table(id="id", value="value", description="description", vendor="vendor"),
}
"""For each kind, the compared keys in the order in which changes are told."""

SETS = frozenset(("tags",))
"""Compared keys whose list is a set: its order and what is twice in it mean nothing."""

COMPARED_WITHIN: Mapping[Kind, Mapping[str, str]] = {
    Kind.FIELD: {
        "logicalTypeOptions.exclusiveMinimum": "logicalTypeOptions.minimum",
        "logicalTypeOptions.exclusiveMaximum": "logicalTypeOptions.maximum",
    },
    Kind.QUALITY: dict.fromkeys(OPERATORS, "operator"),
    Kind.SERVICE_LEVEL: {"valueExt": "value", "unit": "value"},
    Kind.PRICE: dict.fromkeys(("priceAmount", "priceCurrency", "priceUnit"), "price"),
    Kind.SERVER: dict.fromkeys(
        sorted({key for keys in CONNECTIONS.values() for key in keys.split()}), "connection"
    ),
}
"""Keys of the standard that have no entry of their own, because they mean something together."""

NAMES: Mapping[Kind, str] = {
    Kind.OBJECT: "name",
    Kind.FIELD: "name",
    Kind.ENUM_VALUE: "value",
    Kind.STATEMENT: "question",
    Kind.SYNONYM: "synonym",
    Kind.SERVER: "server",
    Kind.ROLE: "role",
    Kind.SERVICE_LEVEL: "property",
    Kind.MEMBER: "username",
    Kind.CHANNEL: "channel",
    Kind.CUSTOM: "property",
}
"""The key that says which element it is: another value is another element, or a rename."""

CARRIED: Mapping[Kind, Mapping[str, str]] = {
    Kind.CONTRACT: {
        "kind": "only DataContract is read: a document of another kind is no contract",
        "slaDefaultElement": "migrated into the element of each service level without one",
    },
    Kind.ENUM_VALUE: {
        "id": "shows that a value was recoded; no reference leads to it",
    },
    Kind.QUALITY: {
        "rule": "the deprecated twin of metric, which every rule of the library has",
    },
}
"""Keys of the standard that are read and kept, and whose change is no change; with the reason."""
