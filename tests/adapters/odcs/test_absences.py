from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import document, faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "apiVersion: v3.1.0\nkind: DataContract\nid: orders\n",
            [
                (
                    "1:1 E204 the contract: `status` is missing"
                    " -> add `status: draft`; since v3.2.0 it may be left out"
                ),
                "1:1 E204 the contract: `version` is missing -> add `version: 1.0.0`",
            ],
            id="no status and no version",
        ),
        pytest.param(
            "id: orders\nversion: 1.0.0\nschema: []\n",
            [
                "1:1 E204 the contract: `apiVersion` is missing -> add `apiVersion: v3.2.0`",
                "1:1 E204 the contract: `kind` is missing -> add `kind: DataContract`",
            ],
            id="neither version of the standard nor kind",
        ),
        pytest.param(
            "apiVersion: v1.0.0\nkind: DataProduct\nid: revenue\n",
            ["1:1 E204 the data product: `status` is missing -> add `status: draft`"],
            id="a data product without status",
        ),
    ],
)
def test_a_missing_fundamental_is_named_with_a_line_to_add(text: str, expected: list[str]) -> None:
    assert faults(document(text)) == expected
