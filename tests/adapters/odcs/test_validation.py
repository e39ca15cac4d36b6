from __future__ import annotations

import subprocess
import sys

import pytest

from bot.adapters.odcs.validation import judge, validate
from bot.core.errors import StewardError
from tests.adapters.odcs.documents import contract, document


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        pytest.param(
            "apiVersion: v3.2.0\nkind: DataContract\nid: a\nversion: 1.0.0\n",
            "ODCS v3.2.0",
            id="a contract",
        ),
        pytest.param(
            "apiVersion: v1.0.0\nkind: DataProduct\nid: a\nstatus: active\n",
            "ODPS v1.0.0",
            id="a data product",
        ),
    ],
)
def test_a_valid_document_is_returned_its_standard(text: str, standard: str) -> None:
    found = document(text)

    assert str(validate(found)) == standard
    assert judge(found) == (validate(found), ())


def test_an_invalid_document_raises_every_fault_in_the_order_of_the_file() -> None:
    found = contract("v3.1.0", "owner: me\ntags: x\nnmae: Orders\n")

    with pytest.raises(StewardError) as caught:
        validate(found)

    assert [fault.where.line for fault in caught.value.faults if fault.where] == [6, 7, 8]


def test_a_fault_shows_its_line_with_a_caret_under_the_key() -> None:
    (fault,) = judge(contract("v3.1.0", "tags: [a]\nowner: me # for now\n"))[1]

    assert str(fault) == (
        "c.yaml:7: E203 owner: ODCS v3.1.0 has no key `owner` in the contract\n"
        "  | owner: me # for now\n"
        "  | ^\n"
        "  hint: name the owner in the team: an entry of `team.members` with `role: Owner`"
    )


def test_a_version_that_is_nearly_right_is_the_only_fault_of_an_otherwise_valid_contract() -> None:
    standard, faults = judge(contract("3.1.0", ""))

    assert standard is not None
    assert [(fault.code, fault.hint) for fault in faults] == [("E202", "did you mean `v3.1.0`?")]


def _loaded_after(script: str) -> set[str]:
    watched = "{'jsonschema', 'jsonschema_rs', 'bot.adapters.odcs.explanation'}"
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; {script}; print(*({watched} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


_READ = (
    "from bot.adapters.odcs.validation import judge;"
    "from bot.adapters.yaml_reader import read_yaml;"
    "head = b'apiVersion: v3.2.0\\nkind: DataContract\\nid: a\\n'"
)


@pytest.mark.parametrize(
    ("script", "loaded"),
    [
        pytest.param(_READ, set(), id="importing the package loads neither engine"),
        pytest.param(
            f"{_READ}; judge(read_yaml(head + b'version: 1.0.0\\n', 'a'))",
            {"jsonschema_rs"},
            id="a valid document needs the fast engine only",
        ),
        pytest.param(
            f"{_READ}; judge(read_yaml(head, 'a'))",
            {"jsonschema", "jsonschema_rs", "bot.adapters.odcs.explanation"},
            id="a fault needs both",
        ),
    ],
)
def test_an_engine_is_loaded_when_it_is_needed(script: str, loaded: set[str]) -> None:
    assert _loaded_after(script) == loaded
