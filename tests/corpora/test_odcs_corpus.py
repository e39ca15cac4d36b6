"""The verdicts of datacontract-cli on changed contracts, beside ours.

The corpus is made from its tests of breaking changes: two contracts, the mode in which they are
asked about, and whether the change is compatible. Ours is `ContractReview.compatible`, None where
the reader does not take one of the contracts.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.reading import read_contract
from bot.app.comparing import Text, diff_texts
from bot.core.errors import StewardError
from bot.core.mode import read_mode
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import Judging
from bot.core.rules import CATALOGUE
from tests.corpora.page import DOCS, assert_told

CORPUS = "corpora/odcs_datacontract_cli.json"
JUDGING = Judging(rules=CATALOGUE, settings=DEFAULT_SETTINGS)

REASONS = {
    "untested": (
        (
            "datacontract-cli judges a service level where it can measure it. A latency of 5 s"
            " for one of 1 s is a weaker promise, measured or not."
        ),
        (
            "datacontract-cli juge un niveau de service là où il sait le mesurer. Une latence de"
            " 5 s au lieu de 1 s est une promesse plus faible, mesurée ou non."
        ),
    ),
    "rule": (
        (
            "The old contract is not valid: `rule` alone is the word of v3.0, and the schema of"
            " v3.2.0 wants `metric`. The reader says so and where."
        ),
        (
            "L’ancien contrat n’est pas valide : `rule` seul est le mot de la v3.0, et le schéma"
            " de la v3.2.0 veut `metric`. Le lecteur le dit, et où."
        ),
    ),
}
WHY = {"016-consumer": "untested", "046-consumer": "rule", "046-producer": "rule"}
"""Why we differ, by the number of the case; a case that is not listed agrees."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with both verdicts; ours is None where a contract is refused."""

    number: str
    mode: str
    change: str
    theirs: bool
    ours: bool | None


def judged(case: dict[str, Any]) -> Judged:
    old, new = (Text(name=side, data=json.dumps(case[side]).encode()) for side in ("old", "new"))
    ours: bool | None = None
    try:
        review = diff_texts(old, new, JUDGING, read_contract, read_mode(case["mode"]))
        ours = review.contracts[0].compatible
    except StewardError as error:
        assert error.faults  # noqa: PT017  # what is refused is refused for a reason
    return Judged(
        number=case["id"].partition("/")[2],
        mode=case["mode"],
        change=case["note"].partition("[")[2].rstrip("]") or case["note"],
        theirs=case["expected_compatible"],
        ours=ours,
    )


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language's tables, and which of the two texts of a reason is its own."""

    reason: int
    counts: str
    differences: str
    total: str
    verdicts: dict[bool | None, str]


LANGUAGES = {
    "en": Language(
        reason=0,
        counts="| mode | cases | agreed | differed | refused |",
        differences="| case | mode | what changes | theirs | ours | why |",
        total="all",
        verdicts={True: "compatible", False: "breaks", None: "refused"},
    ),
    "fr": Language(
        reason=1,
        counts="| mode | cas | d’accord | en désaccord | refusé |",
        differences="| cas | mode | ce qui change | leur verdict | le nôtre | pourquoi |",
        total="tous",
        verdicts={True: "compatible", False: "incompatible", None: "refusé"},
    ),
}


def tables(cases: list[Judged], language: Language) -> str:
    """Return both tables of the page."""
    lines = [language.counts, "|---|---:|---:|---:|---:|"]
    for mode in (*sorted({case.mode for case in cases}), None):
        some = [case for case in cases if mode in {None, case.mode}]
        counts = Counter(None if case.ours is None else case.ours == case.theirs for case in some)
        name = f"`{mode}`" if mode else language.total
        lines.append(
            f"| {name} | {len(some)} | {counts[True]} | {counts[False]} | {counts[None]} |"
        )
    lines += ["", language.differences, "|---|---|---|---|---|---|"]
    for case in sorted(cases, key=lambda case: case.number):
        if case.ours != case.theirs:
            theirs, ours = language.verdicts[case.theirs], language.verdicts[case.ours]
            why = REASONS[WHY[case.number]][language.reason]
            lines.append(
                f"| {case.number} | `{case.mode}` | `{case.change}` | {theirs} | {ours} | {why} |"
            )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[Judged]:
    return [judged(case) for case in json.loads((shared / CORPUS).read_text(encoding="utf-8"))]


def test_every_difference_has_a_reason_and_every_reason_a_difference(cases: list[Judged]) -> None:
    differing = {case.number for case in cases if case.ours != case.theirs}

    assert (differing, set(WHY.values())) == (set(WHY), set(REASONS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_where_we_differ(
    cases: list[Judged], language: str, request: pytest.FixtureRequest
) -> None:
    page = DOCS / language / "agreement-datacontract-cli.md"

    assert_told(page, tables(cases, LANGUAGES[language]), request)
