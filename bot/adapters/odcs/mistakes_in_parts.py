"""Keys that people write in the parts of a contract: servers, rules, people, links.

For the form of a hint see `bot.adapters.odcs.mistakes`.
"""

from __future__ import annotations

Hints = dict[str, str]

_CUSTOM = "keep it under `customProperties`: `- {{property: {key}, value: …}}`"
_NO_SECRETS = "take it out: credentials do not belong in a contract"

_SERVER: Hints = {
    "topic": "write it in an entry of `schema`: `physicalName: {value}`, `physicalType: topic`",
    "table": "write the table as `physicalName` of an entry of `schema`",
    "tables": "write the tables as entries of `schema`",
    "name": "write `server: {value}`",
    "id": "write `server: {value}`; `id` came with v3.1.0",
    "url": "write `host` and `port`, or `location`, whichever this type of server has",
    "uri": "write `host` and `port`, or `location`, whichever this type of server has",
    "bootstrapservers": "write `host: {value}`",
    "brokers": "write `host`, with the port",
    "bucket": "write `location: s3://bucket/path`",
    "db": "write `database: {value}`",
    "databasename": "write `database: {value}`",
    "projectid": "write `project: {value}`",
    "username": _NO_SECRETS,
    "user": _NO_SECRETS,
    "password": _NO_SECRETS,
    "credentials": _NO_SECRETS,
    "token": _NO_SECRETS,
}
_QUALITY_RULE: Hints = {
    "validvalues": "put it under `arguments` with `metric: invalidValues` and `mustBe: 0`",
    "column": "put the rule under `quality` of the property that it is about",
    "columns": "put the properties under `arguments`: `arguments: {{properties: […]}}`",
    "field": "put the rule under `quality` of the property that it is about",
    "element": "put the rule under `quality` of the property that it is about",
    "threshold": "say what must hold: `mustBe`, `mustBeLessThan`, `mustBeBetween` …",
    "sql": "write `type: sql` and `query: …`",
    "expression": "write `type: sql` and `query: …`",
    "level": "write `severity: {value}`",
    "check": "write `metric`, such as `metric: nullValues`",
    "specification": "each rule is an entry of the list `quality`",
    "code": "write `name: {value}`",
    "templatename": _CUSTOM,
    "toolname": "write `type: custom` and `engine: {value}`",
    "toolrulename": "write `type: custom` and `implementation: {value}`",
    "schedulecronexpression": "write `schedule: {value}` and `scheduler: cron`",
}
_SERVICE_LEVEL: Hints = {
    "column": "v3 calls it `element`",
    "columns": "v3 has `element`: one object or `object.field`",
    "name": "write `property: {value}`",
    "threshold": "write `value: {value}`",
    "target": "write `value: {value}`",
}
_TEAM: Hints = {
    "owner": "name the owner under `members`: `- {{username: {value}, role: Owner}}`",
    "contact": "name a channel under the root's `support`, or keep it under `customProperties`",
    "email": "a member's address is the `username`; a channel stands under the root's `support`",
    "domain": "write `domain` at the root",
    "lead": "name the lead under `members`, with `role: Lead`",
    "dateadded": "write `dateIn: {value}`",
    "since": "write `dateIn: {value}`",
    "dateremoved": "write `dateOut: {value}`",
    "user": "write `username: {value}`",
    "login": "write `username: {value}`",
    "github": "write a custom property: `- {{property: gitHandle, value: {value}}}`",
    "replacedby": "write `replacedByUsername: {value}`",
    "comment": "write `description: {value}`",
}
_ROLE: Hints = {
    "name": "write `role: {value}`",
    "approvers": "write `firstLevelApprovers` and `secondLevelApprovers`",
    "permissions": "write `access: {value}`",
}
_SUPPORT: Hints = {
    "name": "write `channel: {value}`",
    "email": "write `url: mailto:…`, with a `channel`",
    "type": "write `tool: {value}`",
    "contact": "write `channel: {value}`",
}
_PRICE: Hints = {
    "amount": "write `priceAmount: {value}`",
    "currency": "write `priceCurrency: {value}`",
    "unit": "write `priceUnit: {value}`",
}
_DEFINITION: Hints = {
    "href": "write `url: {value}`",
    "link": "write `url: {value}`",
    "name": "write `description: {value}`",
    "title": "write `description: {value}`",
}
_CUSTOM_PROPERTY: Hints = {
    "key": "write `property: {value}`",
    "name": "write `property: {value}`",
    "values": "write `value`: it may be a list",
}
_RELATIONSHIP: Hints = {
    "from": "take it out: the property that holds the relationship is where it comes from",
    "target": "write `to: object.field`",
    "references": "write `to: object.field`",
    "source": "write `from: object.field`",
    "name": "write `id: {value}` (since v3.2.0)",
    "description": _CUSTOM,
    "cardinality": _CUSTOM,
}
_ENUM_VALUE: Hints = {
    "name": "write `value: {value}`, and `label` for people",
    "key": "write `value: {value}`",
    "deprecated": _CUSTOM,
}
_PORT: Hints = {
    "contract": "write `contractId: {value}`",
    "datacontractid": "write `contractId: {value}`",
    "id": "write `name: {value}`",
}
PARTS: dict[str, Hints] = {
    "Server": _SERVER,
    "DataQuality": _QUALITY_RULE,
    "ServiceLevelAgreementProperty": _SERVICE_LEVEL,
    "Team": _TEAM,
    "TeamMember": _TEAM,
    "Role": _ROLE,
    "SupportItem": _SUPPORT,
    "Support": _SUPPORT,
    "Pricing": _PRICE,
    "authoritativeDefinitions": _DEFINITION,
    "AuthoritativeDefinitions": _DEFINITION,
    "AuthoritativeDefinition": _DEFINITION,
    "CustomProperty": _CUSTOM_PROPERTY,
    "RelationshipSchemaLevel": _RELATIONSHIP,
    "RelationshipPropertyLevel": _RELATIONSHIP,
    "EnumValue": _ENUM_VALUE,
    "InputPort": _PORT,
    "OutputPort": _PORT,
}
"""By the name of a definition in the schema."""
