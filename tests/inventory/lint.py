"""The inventory’s rows that one contract alone answers."""

from __future__ import annotations

from tests.inventory.row import Row

ROWS: tuple[Row, ...] = (
    Row(
        path="version",
        change="not semver",
        old="version: 1.0.0\n",
        new="version: v1\n",
        rule="DC050",
        backward="error",
        forward="error",
        correction="a version that says nothing about breaks stops the process, not the data",
    ),
    Row(
        path="status",
        change="value outside the 5 documented values",
        old="status: active\n",
        new="status: production\n",
        rule="DC051",
        backward="warning",
        forward="warning",
    ),
)
