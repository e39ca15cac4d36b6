from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import OBJECT, PROPERTY, contract, faults


@pytest.mark.parametrize(
    ("version", "body", "expected"),
    [
        pytest.param(
            "v3.1.0",
            'price: {priceAmount: "1000"}\n',
            '6:22 E205 price.priceAmount: "1000" is text; a number is wanted'
            " -> write the number 1000 without quotes",
            id="a number in quotes",
        ),
        pytest.param(
            "v3.1.0",
            "price: {priceAmount: 1_000}\n",
            '6:22 E205 price.priceAmount: "1_000" is text; a number is wanted'
            " -> write the number 1000 without quotes or `_`",
            id="a number with an underscore",
        ),
        pytest.param(
            "v3.1.0",
            "price: {priceAmount: much}\n",
            '6:22 E205 price.priceAmount: "much" is text; a number is wanted'
            " -> write a number, without quotes",
            id="no number at all",
        ),
        pytest.param(
            "v3.1.0",
            "description: {limitations: null}\n",
            "6:28 E205 description.limitations: is empty -> remove the key, or give it text",
            id="an empty text",
        ),
        pytest.param(
            "v3.1.0",
            "tags: [a, null]\n",
            "6:11 E205 tags[1]: is empty -> remove the entry, or give it text",
            id="an empty entry",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    properties:\n      - name: 018\n",
            "9:15 E205 schema.orders.properties[0].name: 018 is a number; text is wanted"
            ' -> put it in quotes: `"018"`',
            id="a number where text is wanted, as it is written",
        ),
        pytest.param(
            "v3.1.0",
            f'{PROPERTY}        required: "yes"\n',
            '10:19 E205 schema.orders.properties.order_id.required: "yes" is text;'
            " `true` or `false` is wanted -> write `true`, without quotes",
            id="yes",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        required: no\n",
            '10:19 E205 schema.orders.properties.order_id.required: "no" is text;'
            " `true` or `false` is wanted -> write `false`, without quotes",
            id="no, which is text in YAML 1.2",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        required: 1\n",
            "10:19 E205 schema.orders.properties.order_id.required: 1 is a number;"
            " `true` or `false` is wanted -> write `true` or `false`",
            id="one for true",
        ),
        pytest.param(
            "v3.1.0",
            "tags: sales\n",
            '6:7 E205 tags: "sales" is text; a list is wanted -> write a list: `[sales]`',
            id="one tag without a list",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        enum: [A]\n",
            '10:16 E205 schema.orders.properties.order_id.enum[0]: "A" is text;'
            " a mapping is wanted -> write `- value: A`",
            id="a text in enum",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        enum:\n          - 1\n",
            "11:13 E205 schema.orders.properties.order_id.enum[0]: 1 is a number;"
            " a mapping is wanted -> write `- value: 1`",
            id="a number in enum",
        ),
        pytest.param(
            "v3.2.0",
            f'{PROPERTY}        enum: ["no"]\n',
            '10:16 E205 schema.orders.properties.order_id.enum[0]: "no" is text;'
            ' a mapping is wanted -> write `- value: "no"`',
            id="a text in enum that needs its quotes",
        ),
        pytest.param(
            "v3.1.0",
            "customProperties: [owner]\n",
            '6:20 E205 customProperties[0]: "owner" is text; a mapping is wanted'
            " -> write `- {property: owner, value: …}`",
            id="a text in a list of mappings",
        ),
        pytest.param(
            "v3.1.0",
            "description: Orders of the shop\n",
            '6:14 E205 description: "Orders of the shop" is text; a mapping is wanted'
            " -> write a mapping: `description: {purpose: …}`",
            id="a description as text",
        ),
        pytest.param(
            "v3.1.0",
            "schema:\n  orders: {properties: []}\n",
            "6:1 E205 schema: a mapping stands here; a list is wanted"
            " -> write a list whose entries begin with their name: `- name: orders`",
            id="schema as a mapping",
        ),
        pytest.param(
            "v3.1.0",
            "customProperties: {project: x}\n",
            "6:1 E205 customProperties: a mapping stands here; a list is wanted"
            " -> write a list: `- {property: project, value: …}`",
            id="custom properties as a mapping",
        ),
        pytest.param(
            "v3.1.0",
            "authoritativeDefinitions:\n  url: https://example.com\n  type: tutorial\n",
            "6:1 E205 authoritativeDefinitions: a mapping stands here; a list is wanted"
            " -> write a list: put `- ` before the first key and indent the others under it",
            id="one link without a list",
        ),
        pytest.param(
            "v3.1.0",
            "price: [{priceAmount: 5}]\n",
            "6:1 E205 price: a list stands here; a mapping is wanted -> write a mapping, not a"
            " list: `price: {priceAmount: 9.95, priceCurrency: EUR}`",
            id="a list where one mapping is wanted",
        ),
        pytest.param(
            "v3.1.0",
            "slaProperties:\n  - {property: latency, value: {hours: 4}}\n",
            "7:25 E205 slaProperties.latency.value: a mapping stands here; a single value is wanted"
            " -> write a single value, not a mapping",
            id="a mapping as the value of a service level",
        ),
        pytest.param(
            "v3.0.2",
            "team: {members: []}\n",
            "6:1 E205 team: a mapping stands here; a list is wanted -> a mapping here came with"
            " v3.1.0; this file declares v3.0.2: raise `apiVersion`, or write a list",
            id="the team of a later version",
        ),
        pytest.param(
            "v3.1.0",
            "team: sales\n",
            '6:7 E205 team: "sales" is text; a mapping or a list is wanted'
            " -> write a list: `- username: ada`",
            id="a team as text",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        logicalType: integer\n"
            "        logicalTypeOptions: {exclusiveMinimum: 0}\n",
            "11:48 E205 schema.orders.properties.order_id.logicalTypeOptions.exclusiveMinimum:"
            " 0 is a number; `true` or `false` is wanted -> a number here came with v3.1.0;"
            " this file declares v3.0.2: raise `apiVersion`, or write `minimum: 0` with"
            " `exclusiveMinimum: true`",
            id="an exclusive bound of 3.1 in a contract of 3.0",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: integer\n"
            "        logicalTypeOptions: {minimum: 5, exclusiveMinimum: true}\n",
            "11:60 E205 schema.orders.properties.order_id.logicalTypeOptions.exclusiveMinimum:"
            " true is a true-or-false value; a number is wanted -> since v3.1.0 the bound itself"
            " stands here: write `exclusiveMinimum: 5` instead of `minimum`",
            id="an exclusive bound of 3.0 in a contract of 3.1",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: integer\n"
            "        logicalTypeOptions: {maximum: 5, exclusiveMaximum: false}\n",
            "11:60 E205 schema.orders.properties.order_id.logicalTypeOptions.exclusiveMaximum:"
            " false is a true-or-false value; a number is wanted -> take it out;"
            " since v3.1.0 the bound itself stands here",
            id="a bound that is not exclusive, said as in 3.0",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: a, type: oracle, host: h, port: __PORT__, serviceName: s}\n",
            '7:46 E205 servers.a.port: "__PORT__" is text; a whole number is wanted'
            " -> text here came with v3.2.0; this file declares v3.1.0: raise `apiVersion`,"
            " or write a whole number",
            id="a placeholder for a port",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_what_to_write(
    version: str, body: str, expected: str
) -> None:
    assert faults(contract(version, body)) == [expected]
