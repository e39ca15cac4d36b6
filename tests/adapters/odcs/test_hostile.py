from __future__ import annotations

import pytest

from bot.adapters.odcs import symptoms
from bot.adapters.odcs.validation import judge
from tests.adapters.odcs.documents import OBJECT, PROPERTY, contract

BOUND = 1_200
"""No message, with its line and its hint, is longer."""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'price: {{priceAmount: "{"1" * 200_000}"}}\n', id="a long value"),
        pytest.param(f"tags: [{'1, ' * 20_000}1]\n", id="a long list"),
        pytest.param("".join(f"key{n}: 1\n" for n in range(5_000)), id="many unknown keys"),
        pytest.param(
            f"{OBJECT}    properties:\n"
            + "".join(f"      - {{name: f{n}, isNullable: 1, type: x}}\n" for n in range(2_000)),
            id="many faulty properties",
        ),
        pytest.param(
            "servers:\n"
            + "".join(f"  - {{server: s{n}, type: kafka, schema: x}}\n" for n in range(2_000)),
            id="many faulty servers",
        ),
        pytest.param(
            f"{PROPERTY}        enum:\n"
            + "".join(f"          - {{value: {n % 3_000}}}\n" for n in range(6_000)),
            id="many values twice",
        ),
    ],
)
def test_a_large_document_gets_few_and_short_messages(body: str) -> None:
    _, faults = judge(contract("v3.2.0", body))

    assert 0 < len(faults) <= symptoms.MOST
    assert max(len(str(fault)) for fault in faults) < BOUND


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('price: {priceAmount: "a\\nb\\e[31m`c`\\u202e"}\n', id="in a value"),
        pytest.param('"own\\ner\\e[31m`\\u202e": me\n', id="in a key"),
        pytest.param('schema:\n  - {name: "a\\nb\\e[31m`\\u202e", columns: []}\n', id="in a name"),
        pytest.param('tags: "a\\nb\\e[31m`\\u202e"\n', id="in a hint"),
    ],
)
def test_a_message_is_one_visible_line_whatever_stands_in_the_document(body: str) -> None:
    _, faults = judge(contract("v3.1.0", body))

    assert len(faults) == 1
    for text in (faults[0].message, faults[0].hint):
        assert text.isprintable()
        assert text.count("`") % 2 == 0


def _nested(levels: int, leaf: str) -> str:
    lines = [OBJECT, "    properties:\n"]
    for level in range(levels):
        indent = " " * (6 + 2 * level)
        lines.append(f"{indent}- name: f\n{indent}  properties:\n")
    indent = " " * (6 + 2 * levels)
    return "".join((*lines, f"{indent}- name: f\n{indent}  {leaf}\n"))


def test_a_fault_in_the_deepest_property_that_can_be_read_is_explained() -> None:
    _, faults = judge(contract("v3.2.0", _nested(46, "isNullable: true")))

    assert [(fault.code, fault.where and fault.where.line) for fault in faults] == [("E203", 102)]


def test_where_jsonschema_gives_up_the_words_of_the_fast_engine_serve(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def give_up(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(symptoms, "_walker", give_up)
    _, faults = judge(contract("v3.1.0", 'price: {priceAmount: "1000"}\n'))

    assert [(fault.code, fault.message, fault.hint) for fault in faults] == [
        (
            "E206",
            'price.priceAmount: is not valid ODCS v3.1.0: "1000" is not of type "number"',
            "compare it with an example of the standard",
        )
    ]
