from __future__ import annotations

import pytest

from bot.adapters.odcs.kinds import standard_of
from tests.adapters.odcs.documents import document, told


@pytest.mark.parametrize(
    ("text", "standard", "schema"),
    [
        pytest.param(
            "kind: DataContract\napiVersion: v3.2.0\n", "ODCS v3.2.0", "odcs-3.2.0", id="newest"
        ),
        pytest.param(
            "kind: DataContract\napiVersion: v3.0.1\n", "ODCS v3.0.1", "odcs-3.0.1", id="older"
        ),
        pytest.param(
            "kind: DataContract\napiVersion: v2.2.0\n",
            "ODCS v2.2.0",
            "odcs-2.2.2",
            id="every 2.2 is judged by the last of them",
        ),
        pytest.param(
            "kind: DataContract\napiVersion: v2.3.0\n",
            "ODCS v2.3.0",
            "odcs-2.2.2",
            id="2.3.0 was never released, and official examples declare it",
        ),
        pytest.param(
            "kind: DataProduct\napiVersion: v0.9.0\n", "ODPS v0.9.0", "odps-1.0.0", id="a product"
        ),
        pytest.param(
            "apiVersion: v3.1.0\nid: a\n",
            "ODCS v3.1.0",
            "odcs-3.1.0",
            id="without a kind the schema tells that it is missing",
        ),
        pytest.param(
            "kind: DataContract\nschema: []\n",
            "ODCS v3.2.0",
            "odcs-3.2.0",
            id="without a version the schema tells that it is missing",
        ),
        pytest.param(
            "kind: DataContract\ndataset: []\nquantumName: a\n",
            "ODCS v2.2.2",
            "odcs-2.2.2",
            id="without a version the keys of 2.2 say which one it is",
        ),
    ],
)
def test_a_document_is_judged_by_what_it_declares(text: str, standard: str, schema: str) -> None:
    found, faults = standard_of(document(text))

    assert found is not None
    assert (str(found), found.schema, faults) == (standard, schema, ())


_UNKNOWN_KIND = "is unknown; this is for data contracts (ODCS) and data products (ODPS)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "kind: data_contract\napiVersion: v3.1.0\n",
            f'1:7 E201 kind: "data_contract" {_UNKNOWN_KIND} -> did you mean `kind: DataContract`?',
            id="a kind that is nearly right",
        ),
        pytest.param(
            "kind: Deployment\napiVersion: apps/v1\n",
            f'1:7 E201 kind: "Deployment" {_UNKNOWN_KIND} -> write `DataContract` or `DataProduct`',
            id="a kind of something else",
        ),
        pytest.param(
            "kind:\napiVersion: v3.1.0\n",
            "1:6 E201 kind: is empty; this is for data contracts (ODCS) and data products (ODPS)"
            " -> write `DataContract` or `DataProduct`",
            id="an empty kind",
        ),
        pytest.param(
            "name: orders\n",
            "1:1 E201 this is not a data contract: it has neither `kind` nor `apiVersion`"
            " -> begin it with `apiVersion: v3.2.0` and `kind: DataContract`",
            id="a mapping of something else",
        ),
        pytest.param(
            "dataContractSpecification: 1.1.0\nid: orders\n",
            "1:28 E201 this is a Data Contract Specification document, not an ODCS contract"
            " -> convert it once, for example with `datacontract export --format odcs`",
            id="the other standard",
        ),
        pytest.param(
            "kind: DataContract\napiVersion: v4.0.0\n",
            "2:13 E202 apiVersion: `v4.0.0` is not a version of ODCS that is known here"
            " -> v3.2.0 is the newest known: declare it, or update this program",
            id="a version from the future",
        ),
        pytest.param(
            "kind: DataContract\napiVersion: latest\n",
            "2:13 E202 apiVersion: `latest` is not a version of ODCS that is known here"
            " -> write one of `v3.2.0`, `v3.1.0`, `v3.0.2`, `v3.0.1`, `v3.0.0`, `v2.2.2`, `v2.2.1`"
            " or `v2.2.0`",
            id="no version at all",
        ),
        pytest.param(
            "kind: DataContract\napiVersion:\n",
            "2:12 E202 apiVersion: is empty"
            " -> write one of `v3.2.0`, `v3.1.0`, `v3.0.2`, `v3.0.1`, `v3.0.0`, `v2.2.2`, `v2.2.1`"
            " or `v2.2.0`",
            id="an empty version",
        ),
        pytest.param(
            "kind: DataContract\napiVersion: v2.1.1\n",
            "2:13 E208 apiVersion: ODCS v2.1.1 is too old to be read"
            " -> rewrite the contract for `apiVersion: v3.2.0`; v2.2 and later are read",
            id="a version too old",
        ),
        pytest.param(
            "kind: DataProduct\napiVersion: v3.1.0\n",
            "2:13 E202 apiVersion: `v3.1.0` is not a version of ODPS that is known here"
            " -> v1.0.0 is the newest known: declare it, or update this program",
            id="a product with the version of a contract",
        ),
    ],
)
def test_what_cannot_be_judged_is_told(text: str, expected: str) -> None:
    found, faults = standard_of(document(text))

    assert (found, [told(fault) for fault in faults]) == (None, [expected])


@pytest.mark.parametrize(
    ("declared", "meant"),
    [
        pytest.param("3.1.0", "v3.1.0", id="without its v"),
        pytest.param("V3.0.2", "v3.0.2", id="with a capital"),
        pytest.param('"3.0"', "v3.0.2", id="a line is its newest version"),
        pytest.param("v3", "v3.2.0", id="a major is its newest version"),
        pytest.param("v3.1.4", "v3.1.0", id="a patch that does not exist"),
    ],
)
def test_a_version_that_is_nearly_right_is_named_and_used(declared: str, meant: str) -> None:
    found, faults = standard_of(document(f"kind: DataContract\napiVersion: {declared}\n"))

    assert found is not None
    assert found.declared == meant
    assert [(fault.code, fault.hint) for fault in faults] == [("E202", f"did you mean `{meant}`?")]
