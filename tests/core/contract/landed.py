"""A contract that uses every property of ODCS v2.2.2, and where each lands in v3.2."""

from __future__ import annotations

from bot.core.contract.node import Step
from bot.core.contract.version_2 import WITHHELD
from tests.core.contract.migrated import ours

WHOLE = """\
apiVersion: v2.2.2
kind: DataContract
version: 1.1.0
uuid: u-1
datasetKind: virtual
userConsumptionMode: analytical
type: tables
tenant: acme
tags: [t]
status: current
sourceSystem: bigQuery
sourcePlatform: googleCloudPlatform
server: db.example.com
quantumName: my quantum
productSlackChannel: "#help"
productFeedbackUrl: https://example.com/feedback
productDl: dl@example.com
username: ada
password: s3cret
driverVersion: 1.0.0
driver: jdbc
description: {usage: us, purpose: pu, limitations: li}
project: edw
datasetName: views
datasetDomain: seller
database: db
dataset:
  - table: tbl
    physicalName: tbl_1
    priorTableName: old
    description: de
    authoritativeDefinitions: [{url: u1, type: t1}]
    dataGranularity: one row a day
    columns:
      - column: id
        isPrimaryKey: true
        primaryKeyPosition: 1
        businessName: bn
        logicalType: varchar
        physicalType: varchar(18)
        description: d1
        isNullable: false
        isUnique: true
        partitionStatus: true
        partitionKeyPosition: 2
        clusterStatus: true
        clusterKeyPosition: 3
        classification: public
        authoritativeDefinitions: [{url: u2, type: t2}]
        encryptedColumnName: enc
        transformSourceTables: [a, b]
        transformLogic: tl
        transformDescription: td
        sampleValues: [s1]
        criticalDataElementStatus: true
        tags: [t3]
    quality:
      - code: c1
        templateName: NullCheck
        description: d2
        toolName: Elevate
        toolRuleName: DQ.1
        dimension: completeness
        columns: id
        column: id2
        type: reconciliation
        severity: error
        businessImpact: operational
        scheduleCronExpression: 0 20 * * *
        customProperties: [{property: p, value: {a: 1}}]
price: {priceAmount: 9.95, priceCurrency: USD, priceUnit: megabyte}
stakeholders:
  - {username: ada, role: Owner, dateIn: 2022-10-01, dateOut: 2023-10-01, replacedByUsername: bob}
roles:
  - {role: r, access: read, firstLevelApprovers: f, secondLevelApprovers: s}
slaDefaultColumn: tbl.day
slaProperties:
  - {property: latency, value: 4, valueExt: 5, unit: d, column: tbl.x, driver: regulatory}
  - {property: retention, value: 1}
"""

TABLE = ("schema", 0)
COLUMN = (*TABLE, "properties", 0)
RULE = (*TABLE, "quality", 0)
MEMBER = ("team", "members", 0)
SERVER = ("servers", 0)
LEVEL = ("slaProperties", 0)

LANDED: dict[str, tuple[tuple[Step, ...], object]] = {
    "apiVersion": (("apiVersion",), "v3.2.0"),
    "kind": (("kind",), "DataContract"),
    "version": (("version",), "1.1.0"),
    "uuid": (("id",), "u-1"),
    "datasetKind": (("customProperties", 0), ours("datasetKind", "virtual")),
    "userConsumptionMode": (("customProperties", 1), ours("userConsumptionMode", "analytical")),
    "type": (("customProperties", 2), ours("type", "tables")),
    "sourceSystem": (("customProperties", 3), ours("sourceSystem", "bigQuery")),
    "sourcePlatform": (("customProperties", 4), ours("sourcePlatform", "googleCloudPlatform")),
    "username": (("customProperties", 5), ours("username", "ada")),
    "password": (("customProperties", 6), ours("password", WITHHELD)),
    "tenant": (("tenant",), "acme"),
    "tags": (("tags",), ["t"]),
    "status": (("status",), "current"),
    "quantumName": (("dataProduct",), "my quantum"),
    "productSlackChannel": (("support", 0), {"channel": "#help", "tool": "slack"}),
    "productFeedbackUrl": (
        ("support", 1),
        {"url": "https://example.com/feedback", "channel": "feedback"},
    ),
    "productDl": (("support", 2), {"channel": "dl@example.com", "tool": "email"}),
    "description": (("description",), {"usage": "us", "purpose": "pu", "limitations": "li"}),
    "description.usage": (("description", "usage"), "us"),
    "description.purpose": (("description", "purpose"), "pu"),
    "description.limitations": (("description", "limitations"), "li"),
    "datasetDomain": (("domain",), "seller"),
    "server": ((*SERVER, "server"), "db.example.com"),
    "project": ((*SERVER, "project"), "edw"),
    "datasetName": ((*SERVER, "dataset"), "views"),
    "database": ((*SERVER, "customProperties", 2), ours("database", "db")),
    "driver": ((*SERVER, "customProperties", 1), ours("driver", "jdbc")),
    "driverVersion": ((*SERVER, "customProperties", 0), ours("driverVersion", "1.0.0")),
    "dataset": ((*TABLE, "name"), "tbl"),
    "dataset.table": ((*TABLE, "name"), "tbl"),
    "dataset.physicalName": ((*TABLE, "physicalName"), "tbl_1"),
    "dataset.priorTableName": ((*TABLE, "customProperties", 0), ours("priorTableName", "old")),
    "dataset.description": ((*TABLE, "description"), "de"),
    "dataset.authoritativeDefinitions": (
        (*TABLE, "authoritativeDefinitions"),
        [{"url": "u1", "type": "t1"}],
    ),
    "dataset.authoritativeDefinitions.url": ((*TABLE, "authoritativeDefinitions", 0, "url"), "u1"),
    "dataset.authoritativeDefinitions.type": (
        (*TABLE, "authoritativeDefinitions", 0, "type"),
        "t1",
    ),
    "dataset.dataGranularity": ((*TABLE, "dataGranularityDescription"), "one row a day"),
    "dataset.columns": ((*COLUMN, "name"), "id"),
    "dataset.columns.column": ((*COLUMN, "name"), "id"),
    "dataset.columns.isPrimaryKey": ((*COLUMN, "primaryKey"), True),
    "dataset.columns.primaryKeyPosition": ((*COLUMN, "primaryKeyPosition"), 1),
    "dataset.columns.businessName": ((*COLUMN, "businessName"), "bn"),
    "dataset.columns.logicalType": ((*COLUMN, "logicalType"), "string"),
    "dataset.columns.physicalType": ((*COLUMN, "physicalType"), "varchar(18)"),
    "dataset.columns.description": ((*COLUMN, "description"), "d1"),
    "dataset.columns.isNullable": ((*COLUMN, "required"), True),
    "dataset.columns.isUnique": ((*COLUMN, "unique"), True),
    "dataset.columns.partitionStatus": ((*COLUMN, "partitioned"), True),
    "dataset.columns.partitionKeyPosition": ((*COLUMN, "partitionKeyPosition"), 2),
    "dataset.columns.clusterStatus": (
        (*COLUMN, "customProperties", 0),
        ours("clusterStatus", value=True),
    ),
    "dataset.columns.clusterKeyPosition": (
        (*COLUMN, "customProperties", 1),
        ours("clusterKeyPosition", 3),
    ),
    "dataset.columns.classification": ((*COLUMN, "classification"), "public"),
    "dataset.columns.authoritativeDefinitions": (
        (*COLUMN, "authoritativeDefinitions"),
        [{"url": "u2", "type": "t2"}],
    ),
    "dataset.columns.authoritativeDefinitions.url": (
        (*COLUMN, "authoritativeDefinitions", 0, "url"),
        "u2",
    ),
    "dataset.columns.authoritativeDefinitions.type": (
        (*COLUMN, "authoritativeDefinitions", 0, "type"),
        "t2",
    ),
    "dataset.columns.encryptedColumnName": ((*COLUMN, "encryptedName"), "enc"),
    "dataset.columns.transformSourceTables": ((*COLUMN, "transformSourceObjects"), ["a", "b"]),
    "dataset.columns.transformLogic": ((*COLUMN, "transformLogic"), "tl"),
    "dataset.columns.transformDescription": ((*COLUMN, "transformDescription"), "td"),
    "dataset.columns.sampleValues": ((*COLUMN, "examples"), ["s1"]),
    "dataset.columns.criticalDataElementStatus": ((*COLUMN, "criticalDataElement"), True),
    "dataset.columns.tags": ((*COLUMN, "tags"), ["t3"]),
    "dataset.quality": ((*RULE, "type"), "custom"),
    "dataset.quality.code": ((*RULE, "customProperties", 1), ours("code", "c1")),
    "dataset.quality.templateName": (
        (*RULE, "customProperties", 2),
        ours("templateName", "NullCheck"),
    ),
    "dataset.quality.description": ((*RULE, "description"), "d2"),
    "dataset.quality.toolName": ((*RULE, "engine"), "Elevate"),
    "dataset.quality.toolRuleName": ((*RULE, "implementation"), "DQ.1"),
    "dataset.quality.dimension": ((*RULE, "dimension"), "completeness"),
    "dataset.quality.columns": ((*RULE, "customProperties", 3), ours("columns", "id")),
    "dataset.quality.column": ((*RULE, "customProperties", 4), ours("column", "id2")),
    "dataset.quality.type": ((*RULE, "method"), "reconciliation"),
    "dataset.quality.severity": ((*RULE, "severity"), "error"),
    "dataset.quality.businessImpact": ((*RULE, "businessImpact"), "operational"),
    "dataset.quality.scheduleCronExpression": ((*RULE, "schedule"), "0 20 * * *"),
    "dataset.quality.customProperties": (
        (*RULE, "customProperties", 0),
        {"property": "p", "value": {"a": 1}},
    ),
    "dataset.quality.customProperties.property": ((*RULE, "customProperties", 0, "property"), "p"),
    "dataset.quality.customProperties.value": ((*RULE, "customProperties", 0, "value"), {"a": 1}),
    "price": (
        ("price",),
        {"priceAmount": 9.95, "priceCurrency": "USD", "priceUnit": "megabyte"},
    ),
    "price.priceAmount": (("price", "priceAmount"), 9.95),
    "price.priceCurrency": (("price", "priceCurrency"), "USD"),
    "price.priceUnit": (("price", "priceUnit"), "megabyte"),
    "stakeholders": ((*MEMBER, "username"), "ada"),
    "stakeholders.username": ((*MEMBER, "username"), "ada"),
    "stakeholders.role": ((*MEMBER, "role"), "Owner"),
    "stakeholders.dateIn": ((*MEMBER, "dateIn"), "2022-10-01"),
    "stakeholders.dateOut": ((*MEMBER, "dateOut"), "2023-10-01"),
    "stakeholders.replacedByUsername": ((*MEMBER, "replacedByUsername"), "bob"),
    "roles": (("roles", 0, "role"), "r"),
    "roles.role": (("roles", 0, "role"), "r"),
    "roles.access": (("roles", 0, "access"), "read"),
    "roles.firstLevelApprovers": (("roles", 0, "firstLevelApprovers"), "f"),
    "roles.secondLevelApprovers": (("roles", 0, "secondLevelApprovers"), "s"),
    "slaDefaultColumn": (("slaProperties", 1, "element"), "tbl.day"),
    "slaProperties": ((*LEVEL, "property"), "latency"),
    "slaProperties.property": ((*LEVEL, "property"), "latency"),
    "slaProperties.value": ((*LEVEL, "value"), 4),
    "slaProperties.valueExt": ((*LEVEL, "valueExt"), 5),
    "slaProperties.unit": ((*LEVEL, "unit"), "d"),
    "slaProperties.column": ((*LEVEL, "element"), "tbl.x"),
    "slaProperties.driver": ((*LEVEL, "driver"), "regulatory"),
}
