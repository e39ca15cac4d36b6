from __future__ import annotations

from bot.core.contract.model import CustomProperty, Field, QualityRule
from bot.core.rule import whole
from bot.core.visit import visit
from tests.reading import contract

_TEXT = """\
description: {purpose: Orders.}
schema:
- name: orders
  quality: [{metric: rowCount, mustBe: 1}]
  properties:
  - name: lines
    logicalType: array
    items:
      logicalType: object
      properties:
      - name: sku
        logicalType: string
        enum: [{value: A}]
        customProperties: [{property: p, value: 1}]
  - name: labels
    logicalType: map
    map: {key: {logicalType: string}, value: {logicalType: string}}
servers:
- {server: prod, type: s3, location: "s3://a/b", roles: [{role: reader}]}
slaProperties: [{property: latency, value: 1, unit: h}]
team: {name: sales, members: [{username: ada}]}
support: [{channel: help}]
price: {priceAmount: 1}
roles: [{role: admin}]
"""


def test_every_element_is_visited_with_its_path() -> None:
    found = [site.path for _, site in visit(contract(whole(_TEXT)))]

    assert found == [
        "",
        "description",
        "price",
        "team",
        "team.members.ada",
        "servers.prod",
        "servers.prod.roles[0]",
        "slaProperties.latency",
        "support.help",
        "roles[0]",
        "orders",
        "orders.quality[0]",
        "orders.lines",
        "orders.lines[]",
        "orders.lines[].sku",
        "orders.lines[].sku.customProperties[0]",
        "orders.lines[].sku.enum[0]",
        "orders.labels",
        "orders.labels{key}",
        "orders.labels{value}",
    ]


def test_a_part_knows_what_holds_it() -> None:
    holders = {
        site.path: getattr(site.parent, "name", None)
        for element, site in visit(contract(whole(_TEXT)))
        if isinstance(element, QualityRule | CustomProperty)
    }

    assert holders == {
        "orders.quality[0]": "orders",
        "orders.lines[].sku.customProperties[0]": "sku",
    }


def test_of_given_kinds_alone_the_parts_are_visited() -> None:
    found = {
        type(element)
        for element, _ in visit(contract(whole(_TEXT)), kinds=(Field, QualityRule))
        if not hasattr(element, "properties")
    }

    assert found == {QualityRule}
