from __future__ import annotations

import hashlib

import pytest

from bot.storyboard import synthetic_contract
from bot.storyboard.synthetic import synthetic_file
from tests.contracts.references import dangling
from tests.contracts.standard import faults, fields, load


@pytest.mark.parametrize("number", [0, 1, 49, 50, 777, 12_345])
def test_a_synthetic_contract_is_valid(number: int) -> None:
    assert faults(synthetic_contract(number)) == []


def test_a_synthetic_contract_is_the_same_on_every_machine() -> None:
    text = "".join(synthetic_contract(number) for number in range(20))

    assert hashlib.sha256(text.encode()).hexdigest()[:16] == "b786f5bd9919abd9"


@pytest.mark.parametrize("count", [1, 40, 60])
def test_it_has_as_many_fields_as_were_asked_for(count: int) -> None:
    paths = [path for path, _ in fields(load(synthetic_contract(3, fields=count)))]

    assert sum(path.count(".") == 1 for path in paths) == count


def test_a_minor_version_adds_one_optional_field_and_nothing_else() -> None:
    before = synthetic_contract(3).splitlines()
    after = synthetic_contract(3, version="1.2.0").splitlines()

    gone = [line for line in before if line not in after]

    assert gone == ["version: 1.0.0"]
    assert [line.strip() for line in after if "name: added" in line] == [
        "name: added_1",
        "name: added_2",
    ]


def test_its_fields_are_of_many_types() -> None:
    types = {values["logicalType"] for _, values in fields(load(synthetic_contract(1)))}

    assert types == {"object", "string", "integer", "number", "timestamp"}


def test_lineage_between_them_leads_somewhere() -> None:
    assert dangling({synthetic_file(n): synthetic_contract(n) for n in range(120)}) == []


def test_fifty_of_them_make_a_domain() -> None:
    assert synthetic_file(49).startswith("contracts/d01/")
    assert synthetic_file(50).startswith("contracts/d02/")
