"""The inventory’s rows on words, links, people, prices and servers."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, an_object, field, listed, server

_LINK = "authoritativeDefinitions[].(id,url,type,description)"
_CONTEXT = "context / context.instructions / .verifiedStatements[] / .constraints[]"
_CUSTOM = "customProperties[].(id,property,value,description,vendor)"
_SYNONYM = "schema[].synonyms[].(id,synonym,description,locale,source,status,customProperties)"
_WORDS = (
    f"{FIELD}.businessName / description / synonyms / tags / authoritativeDefinitions"
    " / customProperties"
)
_SERVERS = "servers[] (key: id, else server)"
_ADDRESS = (
    "servers[].location|path|host|port|database|schema|catalog|catalogUrl|namespace|project"
    "|dataset|account|warehouse|serviceName|endpointUrl|region|regionName|stagingDir|workgroup"
    "|stream"
)
_ROLE = "roles[].(id,role,access,description,customProperties)"
_TEAM = "team (object since 3.1; array form deprecated, removed in 4.0)"
_MEMBER = "team.members[].(username,role,name,dateIn,dateOut,replacedByUsername,…)"
_SUPPORT = "support[].(channel,url,tool,scope,invitationUrl,description,…)"
_PRICE = "price.(priceAmount,priceCurrency,priceUnit)"

_OLD_2_2 = """\
apiVersion: v2.2.2
kind: DataContract
uuid: example
version: 1.0.0
status: active
type: tables
datasetName: orders
quantumName: orders
dataset:
- table: orders
  columns:
  - {column: f, logicalType: string, physicalType: text}
"""
_NEW_3_2 = """\
apiVersion: v3.2.0
schema:
- name: orders
  properties:
  - {name: f, logicalType: string, physicalType: text, required: true}
"""


def described(keys: str) -> str:
    return f"description: {{purpose: Orders., {keys}}}\n"


def notice(period: str) -> str:
    return described(f"customProperties: [{{property: noticePeriod, value: {period}}}]")


def guided(keys: str) -> str:
    return f"context: {{instructions: Sum by day., {keys}}}\n"


def linked(kind: str, page: str) -> str:
    return f"authoritativeDefinitions: [{{type: {kind}, url: https://example.com/{page}}}]"


def owned(*members: str) -> str:
    people = "".join(f"  - {{{member}}}\n" for member in members)
    return f"team:\n  name: sales\n  members:\n{people}"


def priced(amount: int) -> str:
    return f"price: {{priceAmount: {amount}, priceCurrency: EUR, priceUnit: megabyte}}\n"


_DOCUMENTS: tuple[Row, ...] = (
    Row(
        path="apiVersion",
        change="upgrade 3.x→3.y, same content after normalisation",
        old="apiVersion: v3.0.2\n" + an_object(),
        new="apiVersion: v3.2.0\n" + an_object(),
        rule="DC848",
        backward="note",
        forward="note",
    ),
    Row(
        path="apiVersion",
        change="downgrade",
        old="apiVersion: v3.2.0\n" + an_object(),
        new="apiVersion: v3.1.0\n" + an_object(),
        rule="DC849",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="apiVersion",
        change="2.x→3.x",
        old=_OLD_2_2,
        new=_NEW_3_2,
        rule="DC848",
        backward="note",
        forward="note",
        correction=(
            "a contract of version 2 is brought into the form of version 3 first, and then"
            " compared like any other: what is the same there is no question"
        ),
    ),
    Row(
        path="name",
        change="changed",
        old="name: Orders\n",
        new="name: All orders\n",
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path="tenant",
        change="changed (beyond case)",
        old="tenant: Acme\n",
        new="tenant: Umbrella\n",
        rule="DC821",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="domain",
        change="changed",
        old="domain: sales\n",
        new="domain: finance\n",
        rule="DC822",
        backward="note",
        forward="note",
    ),
    Row(
        path="dataProduct",
        change="any",
        old="dataProduct: orders\n",
        new="dataProduct: sales\n",
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path="tags[]",
        change="added/removed",
        old="tags: [sales]\n",
        new="tags: [sales, gold]\n",
        rule="DC809",
        backward="note",
        forward="note",
    ),
    Row(
        path="description.purpose",
        change="changed",
        old="description: {purpose: Orders.}\n",
        new="description: {purpose: All orders.}\n",
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path="description.usage",
        change="changed",
        old=described("usage: Reports."),
        new=described("usage: Reports and models."),
        rule="DC823",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="description.limitations",
        change="added/changed",
        old=described("usage: Reports."),
        new=described("usage: Reports., limitations: Not for billing."),
        rule="DC824",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="description.limitations",
        change="removed",
        old=described("limitations: Not for billing."),
        new="description: {purpose: Orders.}\n",
        rule="DC825",
        backward="note",
        forward="note",
    ),
    Row(
        path="description.authoritativeDefinitions[]",
        change="changed",
        old=described(linked("privacy-statement", "a")),
        new=described(linked("privacy-statement", "b")),
        rule="DC832",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="description.customProperties[]",
        change="noticePeriod shortened",
        old=notice("P90D"),
        new=notice("P30D"),
        rule="DC834",
        backward="note",
        forward="breaking",
    ),
    Row(
        path="description.customProperties[]",
        change="noticePeriod lengthened",
        old=notice("P30D"),
        new=notice("P3M"),
        rule="DC835",
        backward="note",
        forward="note",
    ),
    Row(
        path="description.customProperties[]",
        change="other",
        old=described("customProperties: [{property: billing, value: monthly}]"),
        new=described("customProperties: [{property: billing, value: yearly}]"),
        rule="DC836",
        backward="note",
        forward="note",
    ),
    Row(
        path="contractCreatedTs",
        change="changed",
        old='contractCreatedTs: "2026-01-01T00:00:00Z"\n',
        new='contractCreatedTs: "2026-01-02T00:00:00Z"\n',
        rule="DC847",
        backward="note",
        forward="note",
    ),
    Row(
        path=_CONTEXT,
        change="instructions/statements changed",
        old="context: Sum by day.\n",
        new="context: Sum by week.\n",
        rule="DC826",
        backward="note",
        forward="note",
    ),
    Row(
        path=_CONTEXT,
        change="constraint added",
        old=guided("constraints: []"),
        new=guided("constraints: [{constraint: Never by name.}]"),
        rule="DC827",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_CONTEXT,
        change="constraint removed",
        old=guided("constraints: [{constraint: Never by name.}]"),
        new=guided("constraints: []"),
        rule="DC828",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_LINK,
        change="canonicalUrl changed",
        old=linked("canonicalUrl", "a") + "\n",
        new=linked("canonicalUrl", "b") + "\n",
        rule="DC830",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_LINK,
        change="businessDefinition/glossary/ontology url changed on a property",
        old=field(linked("businessDefinition", "a")),
        new=field(linked("businessDefinition", "b")),
        rule="DC831",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path=_LINK,
        change="other",
        old=linked("tutorial", "a") + "\n",
        new=linked("tutorial", "b") + "\n",
        rule="DC833",
        backward="note",
        forward="note",
    ),
    Row(
        path=_CUSTOM,
        change="unknown vendor / no vendor",
        old=field("customProperties: [{property: colour, value: red, vendor: acme}]"),
        new=field("customProperties: [{property: colour, value: blue, vendor: acme}]"),
        rule="DC836",
        backward="note",
        forward="note",
    ),
    Row(
        path=_CUSTOM,
        change="our own vendor namespace",
        old=listed(
            "customProperties", "property: noticePeriod, value: P30D, vendor: contract-steward"
        ),
        new=listed(
            "customProperties", "property: noticePeriod, value: P60D, vendor: contract-steward"
        ),
        rule="DC835",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].businessName / description",
        change="changed",
        old=an_object("description: Orders."),
        new=an_object("description: All orders., businessName: Orders"),
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path=_SYNONYM,
        change="added",
        old=an_object(),
        new=an_object("synonyms: [{synonym: purchases}]"),
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path=_SYNONYM,
        change="removed",
        old=an_object("synonyms: [{synonym: purchases}]"),
        new=an_object(),
        rule="DC846",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_WORDS,
        change="changed",
        old=field("businessName: Amount"),
        new=field("businessName: Total amount"),
        rule="DC845",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.transformDescription",
        change="changed",
        old=field("transformDescription: As it comes."),
        new=field("transformDescription: Trimmed."),
        rule="DC845",
        backward="note",
        forward="note",
    ),
)

_PROTECTION: tuple[Row, ...] = (
    Row(
        path=f"{FIELD}.classification",
        change="raised (per configured order)",
        old=field("classification: internal"),
        new=field("classification: confidential"),
        rule="DC802",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.classification",
        change="lowered",
        old=field("classification: confidential"),
        new=field("classification: internal"),
        rule="DC801",
        backward="breaking",
        forward="breaking",
        correction="data that were protected no longer are: breaking under every mode (DESIGN, 5)",
    ),
    Row(
        path=f"{FIELD}.classification",
        change="unknown labels",
        old=field("classification: blue"),
        new=field("classification: green"),
        rule="DC803",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=f"{FIELD}.criticalDataElement",
        change="false→true",
        old=field("criticalDataElement: false"),
        new=field("criticalDataElement: true"),
        rule="DC806",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.criticalDataElement",
        change="true→false",
        old=field("criticalDataElement: true"),
        new=field("criticalDataElement: false"),
        rule="DC805",
        backward="warning",
        forward="warning",
    ),
)

_PEOPLE: tuple[Row, ...] = (
    Row(
        path=_ROLE,
        change="role removed",
        old=listed("roles", "role: reader, access: read", "role: writer, access: write"),
        new=listed("roles", "role: reader, access: read"),
        rule="DC815",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_ROLE,
        change="role added",
        old=listed("roles", "role: reader, access: read"),
        new=listed("roles", "role: reader, access: read", "role: writer, access: write"),
        rule="DC816",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_ROLE,
        change="access write→read / read→none",
        old=listed("roles", "role: staff, access: write"),
        new=listed("roles", "role: staff, access: read"),
        rule="DC817",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_ROLE,
        change="access widened",
        old=listed("roles", "role: staff, access: read"),
        new=listed("roles", "role: staff, access: write"),
        rule="DC818",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="roles[].firstLevelApprovers / .secondLevelApprovers",
        change="changed/removed",
        old=listed("roles", "role: staff, firstLevelApprovers: Ada"),
        new=listed("roles", "role: staff, firstLevelApprovers: Bob"),
        rule="DC819",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_TEAM,
        change="array→object, same members",
        old="team:\n- {username: ada, role: owner}\n",
        new="team:\n  members:\n  - {username: ada, role: owner}\n",
        rule=None,
        backward="none",
        forward="none",
    ),
    Row(
        path=_TEAM,
        change="team.name/id changed",
        old="team: {name: sales}\n",
        new="team: {name: finance}\n",
        rule="DC811",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=_MEMBER,
        change="last owner removed / dateOut set without replacement",
        old=owned("username: ada, role: owner", "username: bob, role: engineer"),
        new=owned("username: bob, role: engineer"),
        rule="DC810",
        backward="breaking",
        forward="breaking",
        correction="a contract that nobody answers for breaks under every mode (DESIGN, 5)",
    ),
    Row(
        path=_MEMBER,
        change="other",
        old=owned("username: ada, role: owner"),
        new=owned("username: ada, role: owner", "username: bob, role: engineer"),
        rule="DC812",
        backward="note",
        forward="note",
    ),
    Row(
        path=_SUPPORT,
        change="last channel / announcements channel removed",
        old=listed("support", "channel: news, scope: announcements", "channel: chat"),
        new=listed("support", "channel: chat"),
        rule="DC838",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=_SUPPORT,
        change="other",
        old=listed("support", "channel: chat"),
        new=listed("support", "channel: chat, tool: slack"),
        rule="DC839",
        backward="note",
        forward="note",
    ),
    Row(
        path=_PRICE,
        change="amount up / currency or unit changed / price added",
        old=priced(1),
        new=priced(2),
        rule="DC841",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_PRICE,
        change="amount down / removed",
        old=priced(2),
        new=priced(1),
        rule="DC842",
        backward="note",
        forward="note",
    ),
)

_ACCESS: tuple[Row, ...] = (
    Row(
        path=_SERVERS,
        change="server added",
        old=server("type: postgres, host: h, port: 5432, database: d, schema: s"),
        new=server("type: postgres, host: h, port: 5432, database: d, schema: s")
        + "- {server: lake, type: s3, location: s3://lake/orders}\n",
        rule="DC850",
        backward="note",
        forward="note",
    ),
    Row(
        path=_SERVERS,
        change="prod server removed",
        old=server("type: s3, location: s3://lake/orders, environment: prod"),
        new="",
        rule="DC851",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_SERVERS,
        change="non-prod (environment≠prod) removed",
        old=server("type: s3, location: s3://lake/orders, environment: test"),
        new="",
        rule="DC852",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="servers[].server / .environment / .description / .id",
        change="server renamed",
        old=listed("servers", "server: lake, type: s3, location: s3://lake/orders"),
        new=listed("servers", "server: store, type: s3, location: s3://lake/orders"),
        rule="DC853",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="servers[].server / .environment / .description / .id",
        change="environment changed",
        old=server("type: s3, location: s3://lake/orders, environment: prod"),
        new=server("type: s3, location: s3://lake/orders, environment: test"),
        rule="DC854",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="servers[].type",
        change="changed (not alias postgres=postgresql, zen=btrieve, poet=fastobjects)",
        old=server("type: postgres, host: h, port: 5432, database: d, schema: s"),
        new=server("type: redshift, host: h, database: d, schema: s"),
        rule="DC855",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_ADDRESS,
        change=(
            "data address changed (location,path,database,schema,catalog,project,dataset,"
            "serviceName,namespace)"
        ),
        old=server("type: s3, location: s3://lake/orders"),
        new=server("type: s3, location: s3://lake/sales/orders"),
        rule="DC857",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_ADDRESS,
        change="connection detail (host,port,account,region,endpointUrl)",
        old=server("type: postgres, host: a, port: 5432, database: d, schema: s"),
        new=server("type: postgres, host: b, port: 5432, database: d, schema: s"),
        rule="DC858",
        backward="note",
        forward="breaking",
        correction="the rows of before are the same rows behind another host; readers must move",
    ),
    Row(
        path=_ADDRESS,
        change="compute/side (warehouse,workgroup,stagingDir)",
        old=server("type: snowflake, account: a, database: d, schema: s, warehouse: w"),
        new=server("type: snowflake, account: a, database: d, schema: s, warehouse: x"),
        rule="DC859",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=_ADDRESS,
        change="literal ↔ ${VAR}/${VAR:-x}",
        old=server("type: s3, location: s3://lake/orders"),
        new=server('type: s3, location: "${ORDERS}"'),
        rule="DC861",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="servers[].format / .delimiter / .encoding",
        change="effective value changed",
        old=server("type: local, path: ./data, format: csv"),
        new=server("type: local, path: ./data, format: parquet"),
        rule="DC860",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path="servers[].roles[] / .customProperties[]",
        change="customProperties topic changed",
        old=server("type: kafka, host: h, customProperties: [{property: topic, value: orders}]"),
        new=server("type: kafka, host: h, customProperties: [{property: topic, value: sales}]"),
        rule="DC862",
        backward="breaking",
        forward="breaking",
    ),
)

ROWS: tuple[Row, ...] = (*_DOCUMENTS, *_PROTECTION, *_PEOPLE, *_ACCESS)
