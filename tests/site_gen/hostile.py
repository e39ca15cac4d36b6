"""A contract that is made to break out of whatever shows it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.site_gen.conftest import commit

EVIL = (
    "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    "{{ 7*7 }}[x](javascript:alert(3))![y](https://evil.example/p.png)<!-- \u202e --> ]]>&lt;"
)


def contract(version: str, field: str, more: str = "") -> str:
    evil = json.dumps(EVIL)
    return f"""\
apiVersion: v3.1.0
kind: DataContract
id: {json.dumps("../../" + EVIL)}
name: {evil}
version: {version}
status: {evil}
domain: {evil}
tenant: {evil}
dataProduct: {evil}
tags: [{evil}]
description: {{purpose: {evil}, usage: {evil}, limitations: {evil}}}
authoritativeDefinitions:
  - {{url: "javascript:alert(1)", type: {evil}}}
support:
  - {{channel: {evil}, url: "javascript:alert(1)", tool: {evil}}}
servers:
  - {{server: {evil}, type: custom, description: {evil}}}
team:
  name: {evil}
  description: {evil}
  members: [{{username: {evil}, name: {evil}, role: {evil}}}]
roles: [{{role: {evil}, description: {evil}, access: {evil}}}]
slaProperties:
  - {{property: {evil}, value: {evil}, unit: {evil}, element: {evil}, description: {evil}}}
customProperties: [{{property: {evil}, value: [{evil}]}}]
schema:
  - name: {evil}
    physicalName: {evil}
    physicalType: {evil}
    businessName: {evil}
    description: {evil}
    dataGranularityDescription: {evil}
    tags: [{evil}]
    quality: [{{type: sql, name: {evil}, query: {evil}, mustBe: 0, unit: {evil}}}]
    properties:
      - name: {json.dumps(field)}
        physicalType: {evil}
        logicalType: string
        logicalTypeOptions: {{pattern: {evil}}}
        description: {evil}
        businessName: {evil}
        classification: {evil}
        encryptedName: {evil}
        transformLogic: {evil}
        transformDescription: {evil}
        transformSourceObjects: [{evil}]
        examples: [{evil}]
        tags: [{evil}]
{more}"""


def hostile_repository(folder: Path) -> None:
    """Write a repository of two versions of the contract and a file that cannot be read."""
    commit(folder, {"contracts/evil.odcs.yaml": contract("1.0.0", EVIL)}, EVIL)
    more = f"      - {{name: added, logicalType: string, description: {json.dumps(EVIL)}}}\n"
    commit(
        folder,
        {
            "contracts/evil.odcs.yaml": contract("2.0.0", EVIL + "2", more),
            "contracts/broken.odcs.yaml": f"kind: [{json.dumps(EVIL)}\n",
        },
        EVIL,
    )
