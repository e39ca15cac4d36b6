from __future__ import annotations

import json
import re

import pytest

from bot.core.rule import Rule
from bot.core.rules import CATALOGUE
from bot.core.text import cells
from bot.render.catalogue import render_catalogue, render_rule
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render.github_markdown import rendered, tags
from tests.render.samples import RULES, TOO_SMALL, linted
from tests.render.schemas import complaints
from tests.render.test_text import plain, words

TERMINAL = Terminal()
MINIMUM = next(rule for rule in RULES if rule.name == "sample-minimum")
ALLOWED = {
    *("h1", "h2", "h3", "p", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"),
    *("ul", "ol", "li", "strong", "em"),
}

every_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)


@pytest.mark.parametrize(
    ("form", "ending"),
    [("text", "txt"), ("markdown", "md"), ("json", "json")],
    ids=["text", "markdown", "json"],
)
def test_the_catalogue_reads_well(golden: Golden, form: str, ending: str) -> None:
    golden(f"render/catalogue.{ending}", render_catalogue(RULES, form, TERMINAL))


@pytest.mark.parametrize(
    ("form", "ending"), [("text", "txt"), ("markdown", "md")], ids=["text", "markdown"]
)
def test_a_rule_reads_well(golden: Golden, form: str, ending: str) -> None:
    golden(f"render/rule.{ending}", render_rule(MINIMUM, form, TERMINAL))


def test_a_rule_in_json_is_a_catalogue_of_one() -> None:
    told = json.loads(render_rule(MINIMUM, "json", TERMINAL))

    assert [rule["id"] for rule in told["rules"]] == ["DC498"]


def test_the_catalogue_follows_its_schema() -> None:
    assert complaints("catalogue", render_catalogue(CATALOGUE, "json", TERMINAL)) == []
    assert complaints("catalogue", render_catalogue(RULES, "json", TERMINAL)) == []


@every_rule
def test_every_rule_can_be_shown_whole(rule: Rule) -> None:
    told = render_rule(rule, "text", Terminal(width=70))
    page = rendered(render_rule(rule, "markdown", TERMINAL))

    assert told.startswith(f"{rule.id} {rule.name}\n")
    assert [row for row in told.splitlines() if cells(row) > 70] == []
    assert told.count("\nExample: ") == len(rule.examples)
    assert tags(page) <= ALLOWED
    assert page.count("<h3>") == len(rule.examples)


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("width", [20, 60, 100, 200])
def test_no_line_of_the_catalogue_is_wider(width: int, colour: bool) -> None:
    told = render_catalogue(CATALOGUE, "text", Terminal(colour=colour, width=width))
    told += render_rule(MINIMUM, "text", Terminal(colour=colour, width=width))

    assert [row for row in plain(told).splitlines() if cells(row) > width] == []


def test_colour_changes_no_word() -> None:
    for rule in RULES:
        told = [
            render_rule(rule, "text", Terminal(colour=colour, width=200))
            for colour in (False, True)
        ]
        assert words(told[0]) == words(told[1])


def test_a_weight_that_no_mode_changes_is_told_once() -> None:
    told = render_rule(TOO_SMALL, "text", TERMINAL)

    assert re.findall(r"weight +(.*)", told) == ["error under every mode"]


@pytest.mark.parametrize("form", ["sarif", "yaml"])
def test_an_unknown_format_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="no such format"):
        render_catalogue(RULES, form, TERMINAL)
    with pytest.raises(ValueError, match="no such format"):
        render_rule(TOO_SMALL, form, TERMINAL)


def test_the_samples_are_no_rules_of_the_catalogue() -> None:
    known = {rule.id for rule in CATALOGUE}

    assert (
        known & {*(rule.id for rule in RULES), *(found.rule for found in linted().findings)}
        == set()
    )
