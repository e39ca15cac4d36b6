"""Pages of the documentation whose tables are written by the tests, from what they found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.french import spaced

DOCS = Path(__file__).resolve().parents[2] / "docs"
BEGIN, END = "<!-- tables: written by the tests -->", "<!-- end of tables -->"


def assert_told(page: Path, tables: str, request: pytest.FixtureRequest) -> None:
    """Hold the tables of a page to what was found; with --update-golden write them anew."""
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    made = f"{head}{BEGIN}\n\n{tables}\n\n{END}{rest.partition(END)[2]}"
    if page.parent.name == "fr":
        made = spaced(made)
    if request.config.getoption("--update-golden"):
        page.write_text(made, encoding="utf-8")
    assert made == page.read_text(encoding="utf-8")
