"""No line of a French page begins with a mark: the space before it does not break.

Write a page with ordinary spaces; `--update-golden` sets those that French wants.
"""

from __future__ import annotations

import pytest

from tests.docs.french import spaced
from tests.docs.pages import DOCS, pages


@pytest.mark.parametrize("name", pages("fr"))
def test_a_french_page_has_the_spaces_of_its_marks(
    name: str, request: pytest.FixtureRequest
) -> None:
    file = DOCS / "fr" / name
    text = file.read_text("utf-8")
    if request.config.getoption("--update-golden"):
        file.write_text(spaced(text), "utf-8")

    assert file.read_text("utf-8") == spaced(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Qui : lui ; où ?", "Qui\xa0: lui\u202f; où\u202f?", id="marks of two parts"),
        pytest.param("« oui »", "«\xa0oui\xa0»", id="inside of guillemets"),
        pytest.param("`x` ?", "`x`\u202f?", id="a mark behind code"),
        pytest.param("80 % de 1 000", "80\u202f% de 1\u202f000", id="a share, and thousands"),
        pytest.param("en 5 s", "en 5\xa0s", id="a number and its unit"),
        pytest.param("`a : b`\n```sh\na ; b\n```\n", None, id="code stays"),
        pytest.param("<!-- run : one -->", None, id="an order to the tests stays"),
        pytest.param("[la page](a ! b.md)", None, id="the target of a link stays"),
        pytest.param("Voir ![image](x.png)", None, id="a picture is no exclamation"),
        pytest.param("| a |\n| :-- |\n", None, id="the lines of a table stay"),
        pytest.param("Qui\xa0?", "Qui\u202f?", id="the wrong space is set right"),
        pytest.param("Oui\u202f!", None, id="what is right stays"),
    ],
)
def test_the_spaces_of_a_text(text: str, wanted: str | None) -> None:
    assert spaced(text) == (text if wanted is None else wanted)
