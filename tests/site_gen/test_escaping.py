from __future__ import annotations

import pytest

from site_gen.escaping import html, inline, json_file, lines, outer_url, prose, steps
from site_gen.slugs import anchor, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain words", "<p>plain words</p>", id="a sentence is a paragraph"),
        pytest.param(
            "<script>alert(1)</script>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
            id="raw HTML stays text",
        ),
        pytest.param(
            "[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n", id="no script link"
        ),
        pytest.param(
            "[a](https://example.com/)",
            '<p><a href="https://example.com/" rel="nofollow noopener noreferrer">a</a></p>\n',
            id="a link hands nothing on",
        ),
        pytest.param(
            "![a <b>](https://example.com/x.png)", "<p>[a &lt;b&gt;]</p>\n", id="no image"
        ),
        pytest.param("# Big", "<p><strong>Big</strong></p>\n", id="a heading is no heading"),
        pytest.param("a `b<c` d", "<p>a <code>b&lt;c</code> d</p>\n", id="code"),
        pytest.param(
            "//example.com/x [y](//example.com)",
            "<p>//example.com/x [y](//example.com)</p>\n",
            id="no link without a scheme",
        ),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_a_description_becomes_harmless_html(text: str | None, expected: str) -> None:
    assert str(prose(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\n\n# two", "one # two", id="blocks are flattened"),
        pytest.param("a **b**", "a <strong>b</strong>", id="emphasis"),
        pytest.param("x & y < z", "x &amp; y &lt; z", id="signs"),
        pytest.param("Délai\u00a0: 1\u202f000", "Délai : 1 000", id="spaces as French sets them"),
    ],
)
def test_a_description_in_a_cell_is_one_line(text: str, expected: str) -> None:
    assert str(inline(text)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://example.com/a?b=c", "https://example.com/a?b=c", id="the web"),
        pytest.param("mailto:a@example.com", "mailto:a@example.com", id="a letter"),
        pytest.param("JavaScript:alert(1)", None, id="a script in capitals"),
        pytest.param("java\nscript:alert(1)", None, id="a broken word"),
        pytest.param("data:text/html,x", None, id="a document in a link"),
        pytest.param("https:foo", None, id="no host"),
        pytest.param("//example.com", None, id="no scheme"),
        pytest.param("https://[", None, id="a broken host"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_only_links_that_a_browser_follows_are_links(url: str, expected: str | None) -> None:
    assert outer_url(url) == expected


def test_characters_that_reorder_a_text_are_shown() -> None:
    assert lines("a\u202eb\nc\x00") == "a\\u202eb\nc\\x00"


def test_json_cannot_end_a_script() -> None:
    assert json_file({"a": "</script>\u2028"}) == b'{"a":"\\u003c/script>\\u2028"}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("orders-orders", "orders-orders", id="a plain id is its folder"),
        pytest.param("../../etc", "etc~74ccf3c5", id="a way up is none"),
        pytest.param("Orders", "orders~b7e8acdd", id="capitals get a mark"),
        pytest.param("", "x~e3b0c442", id="an empty text has a folder"),
        pytest.param("con", "con~1143da2b", id="a device of Windows is none"),
    ],
)
def test_a_folder_is_safe_and_told_apart(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_an_anchor_keeps_a_path_that_has_nothing_strange() -> None:
    assert anchor("orders.lines.sku") == "orders.lines.sku"
    assert anchor("orders.lines[].sku") != anchor("orders.lines{}.sku")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Domaine\u00a0: ventes", "Domaine\u00a0: ventes", id="a space of French"),
        pytest.param("a\nb\u202ec", "a\\nb\\u202ec", id="what orders others is shown"),
        pytest.param('<b title="x">', "&lt;b title=&quot;x&quot;&gt;", id="mark-up"),
    ],
)
def test_a_text_outside_of_templates_is_one_harmless_line(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_path_breaks_after_its_dots_and_stays_text() -> None:
    assert steps("a.b<i>\u202e") == "a.<wbr>b&lt;i&gt;\\u202e"
