"""Contracts of the tests of the action: small, valid, and different where a test needs it."""

from __future__ import annotations

POLICY = """\
contracts: [contracts]
compatibility: full
deprecation: {window: 0, releases: 0}
approvals:
  owners: 1
  consumers: 1
  board: {for: [policy]}
"""
CODEOWNERS = "* @alice\n"
FIELDS = ("id", "total")


def contract(
    version: str = "1.0.0",
    fields: tuple[str, ...] = FIELDS,
    *,
    name: str = "orders",
    domain: str = "sales",
) -> str:
    """Return a contract with these fields, all of them required texts."""
    head = f"""\
apiVersion: v3.1.0
kind: DataContract
id: {name}
name: {name}
version: {version}
status: active
domain: {domain}
team:
  name: sales
  members:
    - username: "@alice"
      role: owner
schema:
  - name: {name}
    logicalType: object
    properties:
"""
    return head + "".join(
        f"      - name: {field}\n        logicalType: string\n        required: true\n"
        for field in fields
    )
