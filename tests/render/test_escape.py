from __future__ import annotations

import json
import re
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.text import visible
from bot.render.escape import (
    code_span,
    command_property,
    command_text,
    html,
    json_text,
    line,
    prose,
    sarif_text,
    xml,
)
from tests.render.github_markdown import cells, outside_of_code, rendered, tags, text
from tests.render.hostile import TEXTS

every_text = pytest.mark.parametrize("hostile", TEXTS.values(), ids=TEXTS.keys())
sharp = st.text(alphabet='`\\|a <>*_~[]()!#@&;:/-.1\n\t"$^{}=+w\u202e\x1b\x00é', max_size=40)
LIVE = re.compile(r"@\w|#\d|https?:|www\.|gh-\d|[0-9a-f]{40}|:\w+:", re.IGNORECASE)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        pytest.param("amount", "`amount`", id="a name"),
        pytest.param("a`b", "``a`b``", id="a backtick asks for a longer fence"),
        pytest.param("`", "`` ` ``", id="a backtick at the edge is kept off the fence"),
        pytest.param(" a ", "`  a  `", id="outer spaces survive"),
        pytest.param("a\nb\t\x1b\u202e", r"`a\nb\t\x1b\u202e`", id="what hides is shown"),
        pytest.param("a|b", "`a|b`", id="a pipe is nothing outside of tables"),
        pytest.param("", "`   `", id="nothing is still a span"),
        pytest.param("`" * 20, f"`{'`' * 16} {'`' * 16}… {'`' * 16}`", id="a long run is cut"),
    ],
)
def test_a_text_becomes_one_code_span(value: str, span: str) -> None:
    assert code_span(value) == span


def test_a_pipe_is_escaped_in_a_cell() -> None:
    assert code_span("a|b", cell=True) == r"`a\|b`"


@pytest.mark.parametrize(
    ("message", "markdown"),
    [
        pytest.param(
            "`orders.id` was text, now 3 (of 4).",
            "`orders.id` was text, now 3 (of 4).",
            id="plain words and names stay",
        ),
        pytest.param("was a_b and c*d.", "was `a_b` and `c*d`.", id="words that act become code"),
        pytest.param("ask @user, see #12", "ask `@user`, see `#12`", id="nobody is mentioned"),
        pytest.param("a#1`b`", "`a#1` `b`", id="two spans do not touch"),
        pytest.param("- item", "`-` item", id="no list begins"),
        pytest.param("1. item", "`1.` item", id="no numbered list begins"),
        pytest.param("say :tada: now", "say `:tada`: now", id="no emoji"),
        pytest.param("in commit deadbeef", "in commit `deadbeef`", id="no commit is linked"),
        pytest.param("≥ 0, before “1”", "≥ 0, before `“1”`", id="signs of arithmetic are harmless"),
        pytest.param("`` - a", "`-` a", id="nor where empty code stands before it"),
    ],
)
def test_a_message_becomes_markdown_that_does_nothing(message: str, markdown: str) -> None:
    assert prose(message) == markdown


@every_text
def test_a_hostile_text_stays_in_its_cell(hostile: str) -> None:
    row = f"| {code_span(hostile, cell=True)} | {prose(hostile, cell=True)} |"

    page = rendered(f"| a | b |\n|---|---|\n{row}\n")

    head, body = cells(page)
    assert len(head) == len(body) == 2
    assert all(tags(cell) <= {"code"} for cell in body)
    assert LIVE.findall(outside_of_code(page)) == []


@every_text
def test_a_hostile_text_stays_in_its_paragraph(hostile: str) -> None:
    page = rendered(f"1. {prose(hostile)}\n\n{prose(hostile)}\n\n* {code_span(hostile)}\n")

    assert tags(page) <= {"ol", "ul", "li", "p", "code"}
    assert page.count("<li>") == 2
    assert LIVE.findall(outside_of_code(page)) == []


@example("a", "` `")
@given(sharp, sharp)
@settings(max_examples=400)
def test_no_text_breaks_out_of_a_cell(first: str, second: str) -> None:
    row = f"| {code_span(first, cell=True)} | {prose(second, cell=True)} |"

    _, (code, words) = cells(rendered(f"| a | b |\n|---|---|\n{row}\n"))

    assert tags(code) == {"code"}
    assert tags(words) <= {"code"}
    assert text(code).strip() == visible(first).strip()
    assert _letters(text(words)) == (_letters(visible(second.strip())) or "—")


@given(sharp)
@settings(max_examples=400)
def test_no_text_breaks_out_of_a_paragraph(told: str) -> None:
    page = rendered(f"{prose(told)}\n\n* {prose(told)}\n")

    assert tags(page) <= {"p", "ul", "li", "code"}
    assert page.count("<li>") == 1


def _letters(told: str) -> str:
    return re.sub("[` ]", "", told)


@every_text
def test_html_holds_a_text_as_text(hostile: str) -> None:
    assert re.findall("[<>\"']", html(hostile)) == []


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        pytest.param("50 % off", "50 %25 off", id="a percent sign"),
        pytest.param("a\r\n::error::b", r"a\r\n::error::b", id="a line break is shown"),
        pytest.param("%0A::error::b", "%250A::error::b", id="an encoded line break stays encoded"),
    ],
)
def test_a_message_of_a_workflow_command_is_one_line(value: str, escaped: str) -> None:
    assert command_text(value) == escaped


def test_a_property_of_a_workflow_command_ends_where_it_should() -> None:
    assert command_property("a,line=1::b%") == "a%2Cline=1%3A%3Ab%25"


@every_text
def test_a_text_is_fit_for_a_terminal(hostile: str) -> None:
    assert line(hostile).isprintable()
    assert line(hostile, 20).isprintable()
    assert len(line(hostile, 20)) <= 20


@every_text
def test_a_text_is_fit_for_xml(hostile: str) -> None:
    element = Element("a", name=xml(hostile))
    element.text = xml(hostile)

    read = fromstring(tostring(element, encoding="unicode"))  # noqa: S314  # our own text

    assert (read.get("name"), read.text or "") == (visible(hostile), visible(hostile))


@every_text
def test_json_keeps_its_meaning_and_shows_what_hides(hostile: str) -> None:
    written = json_text(json.dumps({"a": hostile}, ensure_ascii=False, indent=2))

    assert json.loads(written) == {"a": hostile}
    assert all(row.isprintable() for row in written.split("\n"))
    written.encode()


def test_a_sarif_message_links_nothing() -> None:
    assert sarif_text("[a](1) {0} {key}") == r"\[a\](1) {{0}} {key}"
