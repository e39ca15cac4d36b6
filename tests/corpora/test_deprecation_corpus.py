"""The verdicts of oasdiff on deprecations and removals in OpenAPI documents, beside ours.

oasdiff judges operations, parameters and properties; here each is a field. A sunset is the day of
removal, a stability level the status of the contract, the policy's days the window. oasdiff knows
no history, so what is deprecated in the old document has been for seven months here. Ours is false
where a rule of the family lifecycle breaks, is an error, or is unsure.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.deprecation.proof import gather
from bot.core.finding import Weight
from bot.core.policy.settings import Settings
from bot.core.policy.window import Window
from bot.core.review import Judging, review_contract
from bot.core.rule import FAMILIES
from bot.core.rules import CATALOGUE
from tests.chronicle import Moment, lived
from tests.corpora.page import DOCS, assert_told
from tests.reading import contract

CORPORA = ("corpora/deprecation_oasdiff_abstract.json", "corpora/deprecation_oasdiff.json")
SINCE, TODAY = "2025-11-01", date(2026, 6, 1)
STATUSES = {None: "active", "alpha": "draft", "beta": "active", "ga": "production"}


@dataclass(frozen=True, slots=True)
class Side:
    """An operation, parameter or property on one side; None in `sunset` is no date."""

    exists: bool = True
    deprecated: bool = False
    sunset: str | None = None
    stability: str | None = None
    name: str = "amount"

    def text(self, version: str, beside: str = "") -> str:
        removal = f"removal: '{self.sunset}'" if self.sunset else "reason: none"
        custom = f", customProperties: [{{property: deprecation, value: {{{removal}}}}}]"
        flag = f", deprecated: true{custom}" if self.deprecated else ""
        field = f"  - {{id: a, name: {self.name}, logicalType: number{flag}}}\n"
        status = STATUSES.get(self.stability, self.stability)
        return (
            f"apiVersion: v3.2.0\nkind: DataContract\nid: orders\nversion: {version}\n"
            f"status: {status}\nschema:\n- name: orders\n  properties:\n"
            "  - {id: n, name: net, logicalType: number}\n"
            f"{beside}{field if self.exists else ''}"
        )


LIVE, FLAGGED, DATED = Side(), Side(deprecated=True), Side(deprecated=True, sunset="9999-08-10")
PAST = Side(deprecated=True, sunset="2022-08-10")
WRONG = Side(deprecated=True, sunset="invalid-date")
ALPHA, BETA, INVALID = Side(stability="alpha"), Side(stability="beta"), Side(stability="invalid")
READ = {
    "TestBreaking_StabilityLevelDecreased": (BETA, ALPHA),
    "TestBreaking_StabilityLevelDecreased_WithSources": (BETA, ALPHA),
    "TestBreaking_StabilityLevelIncreased": (ALPHA, BETA),
    "TestBreaking_InvalidStabilityLevelInRevision": (LIVE, INVALID),
    "TestBreaking_InvalidStabilityLevelInBase": (INVALID, LIVE),
    "TestBreaking_ParameterDeprecationWithoutSunsetWithPolicy": (LIVE, FLAGGED),
    "TestBreaking_ParameterDeprecationForAlpha": (
        ALPHA,
        Side(deprecated=True, stability="alpha"),
    ),
    "TestParameterDeprecated_DetectsDeprecated": (LIVE, DATED),
    "TestParameterDeprecated_DetectsReactivated": (DATED, LIVE),
    "TestParameterDeprecated_MessageIncludesStabilityOnly": (
        BETA,
        Side(deprecated=True, stability="beta"),
    ),
    "TestBreaking_DeletedParameter": (LIVE, Side(exists=False)),
    "TestBreaking_SunsetDeletedForDeprecatedAndRenamedParameter": (
        PAST,
        Side(deprecated=True, name="total"),
    ),
    "TestBreaking_SunsetModifiedForDeprecatedParameter": (DATED, PAST),
    "TestBreaking_SunsetModifiedFromInvalidForDeprecatedParameter": (WRONG, DATED),
    "TestBreaking_NonSunsetDeletedForDeprecatedParameter": (FLAGGED, FLAGGED),
    "TestBreaking_NoChangeToSunsetDeprecatedParameter": (DATED, DATED),
    "TestRequestPropertyDeprecationCheck": (LIVE, DATED),
    "TestRequestPropertyDeprecation_WithInvalidSunset": (LIVE, WRONG),
    "TestRequestPropertyDeprecation_MessageWithoutDetails": (LIVE, FLAGGED),
    "TestResponsePropertyDeprecation_WithoutSunsetWithPolicy": (LIVE, FLAGGED),
    "TestResponsePropertyDeprecation_WithInvalidSunset": (LIVE, WRONG),
}
"""What the OpenAPI documents of these cases say of the one element that they are about."""
BESIDE = "PathMixed"
"""In cases of this name a second operation goes too, whose sunset is still to come."""
SECOND = (
    "  - {id: b, name: tax, logicalType: number, deprecated: true, customProperties:"
    " [{property: deprecation, value: {removal: '9999-08-10'}}]}\n"
)

REASONS = {
    "no date": (
        (
            "oasdiff can only hold a removal to a date that was written. Our clock is what Git"
            " proves: without a date the window holds all the same, and a note asks for one."
        ),
        (
            "oasdiff ne peut tenir une suppression qu’à une date écrite. Notre horloge est ce que"
            " Git prouve : sans date, le délai s’applique tout de même, et une note en demande une."
        ),
    ),
    "no day": (
        (
            "A day that cannot be read is a warning of `steward lint`: nothing rests on it, since"
            " the window does not."
        ),
        (
            "Un jour illisible est un avertissement de `steward lint` : rien ne repose sur lui,"
            " puisque le délai n’en dépend pas."
        ),
    ),
    "status": (
        (
            "The standard lets a status be any text. One that nobody knows is a warning, and is"
            " judged like an active contract."
        ),
        (
            "Le standard admet n’importe quel texte comme statut. Un statut inconnu est un"
            " avertissement, et le contrat est jugé comme s’il était actif."
        ),
    ),
    "draft": (
        "What was never more than a draft was never promised, so it needs no window.",
        "Ce qui n’a jamais été qu’un brouillon n’a jamais été promis : il ne faut pas de délai.",
    ),
}
WHY = {
    "TestBreaking_DeprecationWithInvalidSunset": "no day",
    "TestBreaking_DeprecationWithoutSunsetWithPolicy": "no date",
    "TestBreaking_RemovedPathForAlphaBreaking": "draft",
    "TestBreaking_RemovedPathForDraftBreaking": "draft",
    "TestBreaking_InvalidStabilityLevelInRevision": "status",
    "TestBreaking_InvalidStabilityLevelInBase": "status",
    "TestBreaking_ParameterDeprecationWithoutSunsetWithPolicy": "no date",
    "TestRequestPropertyDeprecation_WithInvalidSunset": "no day",
    "TestResponsePropertyDeprecation_WithoutSunsetWithPolicy": "no date",
    "TestResponsePropertyDeprecation_WithInvalidSunset": "no day",
}
"""Why we differ, by the name of the test; a case that is not listed agrees."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with both verdicts, and the rules that made ours."""

    name: str
    theirs: bool
    ours: bool
    rules: tuple[str, ...]


def judged(case: dict[str, Any]) -> Judged:
    name = case["id"].split("/")[1]
    before, after = READ.get(name) or (Side(**case["old"]), Side(**case["new"]))
    beside = SECOND if BESIDE in name else ""
    old, new = contract(before.text("1.0.0", beside)), contract(after.text("2.0.0"))
    days = case["policy_days_stable"]
    judging = Judging(
        rules=[rule for rule in CATALOGUE if rule.id[:3] == _lifecycle()],
        settings=Settings(window=Window() if days is None else Window(days=days)),
    )
    evidence = gather(old, new, lived([Moment(SINCE, old)]), judging.window(old), TODAY)
    review = review_contract(old, new, judging, evidence=evidence)
    struck = [found for found in review.all_findings() if found.weight >= Weight.UNSURE]
    return Judged(
        name=name,
        theirs=case["expected_compatible"],
        ours=not struck,
        rules=tuple(sorted({found.name for found in struck})),
    )


def _lifecycle() -> str:
    return next(number for number, family in FAMILIES.items() if family == "lifecycle")


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[Judged]:
    """Return each case once: in its abstract form where there is one."""
    found: dict[str, Judged] = {}
    for corpus in CORPORA:
        for case in json.loads((shared / corpus).read_text(encoding="utf-8")):
            name = case["id"].split("/")[1]
            if name not in found:
                found[name] = judged(case)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language's tables, and which of the two texts of a reason is its own."""

    reason: int
    counts: str
    differences: str
    verdicts: dict[bool, str]


LANGUAGES = {
    "en": Language(
        reason=0,
        counts="| cases | agreed | differed |",
        differences="| case | theirs | ours | why |",
        verdicts={True: "may merge", False: "breaks"},
    ),
    "fr": Language(
        reason=1,
        counts="| cas | d’accord | en désaccord |",
        differences="| cas | leur verdict | le nôtre | pourquoi |",
        verdicts={True: "peut être fusionné", False: "incompatible"},
    ),
}


def tables(cases: list[Judged], language: Language) -> str:
    """Return both tables of the page."""
    counts = Counter(case.ours == case.theirs for case in cases)
    lines = [language.counts, "|---:|---:|---:|"]
    lines += [f"| {len(cases)} | {counts[True]} | {counts[False]} |", ""]
    lines += [language.differences, "|---|---|---|---|"]
    for case in cases:
        if case.ours != case.theirs:
            told = (language.verdicts[case.theirs], language.verdicts[case.ours])
            why = REASONS[WHY[case.name]][language.reason]
            lines.append(f"| `{case.name}` | {told[0]} | {told[1]} | {why} |")
    return "\n".join(lines)


def test_every_difference_has_a_reason_and_every_reason_a_difference(cases: list[Judged]) -> None:
    differing = {case.name for case in cases if case.ours != case.theirs}

    assert (differing, set(WHY.values())) == (set(WHY), set(REASONS))


def test_every_case_that_is_read_by_hand_is_in_the_corpus(cases: list[Judged]) -> None:
    assert set(READ) - {case.name for case in cases} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_where_we_differ(
    cases: list[Judged], language: str, request: pytest.FixtureRequest
) -> None:
    page = DOCS / language / "agreement-oasdiff.md"

    assert_told(page, tables(cases, LANGUAGES[language]), request)
