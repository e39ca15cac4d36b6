"""What holds for every rule. A new rule is tested the moment it stands in CATALOGUE."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import bot.core.rules
from bot.adapters.reading import read
from bot.adapters.settings import read_settings
from bot.adapters.waivers import read_waivers
from bot.core.approvals.codeowners import CODEOWNERS_FILES, read_codeowners
from bot.core.catalogue import Entry, entry_of, load
from bot.core.check import (
    Ruleset,
    compare,
    gate,
    govern,
    lint,
    oversee,
    required_bump,
    survey,
)
from bot.core.contract.model import Contract, DataProduct
from bot.core.deprecation.evidence import Unproven
from bot.core.diff.attributes import ATTRIBUTES
from bot.core.diff.changes import Kind
from bot.core.errors import StewardError
from bot.core.finding import Effect, Finding, Plane
from bot.core.mode import Direction
from bot.core.policy.settings import DEFAULT_SETTINGS, SETTINGS_FILE, Settings
from bot.core.policy.step import PolicyStep
from bot.core.policy.waivers import apply
from bot.core.rule import (
    FAMILIES,
    Example,
    OnChange,
    OnElement,
    OnPolicy,
    OnRegistry,
    OnRelease,
    OnWaiver,
    Registry,
    Release,
    Rule,
    whole,
)
from bot.core.rules import CATALOGUE
from tests.chronicle import release
from tests.reading import contract

every_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: f"{rule.id} {rule.name}")
every_example = pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id} {example.title}")
        for rule in CATALOGUE
        for example in rule.examples
    ],
)


def judged(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Run one rule on its example; version rules see what the whole catalogue demands."""
    alone = Ruleset(rules=(rule,), weights={}, direction=Direction.FULL)
    match rule.judge:
        case OnChange():
            return compare(_one(example.old), _one(example.new), alone)
        case OnElement():
            return lint(_one(example.new), alone)
        case OnRegistry():
            return survey(_registry(example.new), alone)
        case OnRelease():
            old, before = _before(example.old)
            new = _one(example.new) if example.new else None
            everything = Ruleset(rules=CATALOGUE, weights={}, direction=Direction.FULL)
            found = () if old is None or new is None else compare(old, new, everything)
            step = Release(
                old=old,
                new=new,
                required=required_bump(found),
                changed=bool(found),
                before=before,
            )
            return gate(release(example, step), alone)
        case OnPolicy():
            return govern(PolicyStep(old=_policy(example.old), new=_policy(example.new)), alone)
        case OnWaiver():
            return _overseen(example, alone)


def _one(text: str) -> Contract:
    return contract(whole(text), "example.yaml")


def _before(text: str) -> tuple[Contract | None, Unproven | None]:
    """Return the old contract of an example, or why it cannot be read."""
    try:
        return _one(text) if text else None, None
    except StewardError as error:
        return None, Unproven(str(error), "")


def _registry(text: str) -> Registry:
    texts = [part for part in text.split("---\n") if part]
    policies = [part for part in texts if part.startswith(f"# {SETTINGS_FILE}\n")]
    owners = [part for part in texts if part.startswith(f"# {CODEOWNERS_FILES[0]}\n")]
    documents = [
        read(whole(part).encode(), f"{n}.yaml")
        for n, part in enumerate(texts)
        if part not in policies and part not in owners
    ]
    return Registry(
        contracts=tuple(found for found in documents if isinstance(found, Contract)),
        products=tuple(found for found in documents if isinstance(found, DataProduct)),
        settings=_policy(policies[0]) if policies else DEFAULT_SETTINGS,
        unowned=read_codeowners(owners[0].encode(), CODEOWNERS_FILES[0]).faults if owners else (),
    )


def _policy(text: str) -> Settings:
    return read_settings(text.encode(), SETTINGS_FILE, CATALOGUE.names())


def _overseen(example: Example, alone: Ruleset) -> tuple[Finding, ...]:
    """Run a rule on the waivers of an example; they cover what the whole catalogue finds."""
    text, waivers = example.new.split("---\n")
    everything = Ruleset(rules=CATALOGUE, weights={}, direction=Direction.FULL)
    found = lint(_one(text), everything)
    entries = read_waivers(waivers.encode(), "example.waivers.yaml", CATALOGUE.names())
    today = date.fromisoformat(example.today)
    return oversee(apply(entries, found, today).uses, "example", alone)


@every_example
def test_an_example_in_the_docs_tells_the_truth(rule: Rule, example: Example) -> None:
    struck = tuple(finding.path for finding in judged(rule, example))

    assert struck == example.strikes


@every_rule
def test_a_rule_shows_what_it_strikes_and_what_it_spares(rule: Rule) -> None:
    assert {bool(example.strikes) for example in rule.examples} == {True, False}


@every_rule
def test_ids_and_names_have_their_form(rule: Rule) -> None:
    assert re.fullmatch(r"DC\d{3}", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.name)
    assert rule.id[:3] in FAMILIES


@every_rule
def test_a_rule_is_told_in_whole_sentences(rule: Rule) -> None:
    for text in (rule.summary, rule.why, rule.instead):
        assert text[:1].isupper() or text[:1] in "`0123456789"
        assert text.endswith(".")


@every_rule
def test_wire_and_source_obey_the_mode(rule: Rule) -> None:
    if rule.plane in (Plane.WIRE, Plane.SOURCE):
        assert rule.weight is None


@every_rule
def test_an_effect_of_none_does_not_break(rule: Rule) -> None:
    if rule.effect is Effect.NONE and rule.weight is None:
        assert rule.weighs(Direction.FULL).word == "note"


def test_ids_and_names_are_unique_and_in_order() -> None:
    ids = [rule.id for rule in CATALOGUE]
    names = [name for rule in CATALOGUE for name in (rule.name, *rule.aliases)]

    assert ids == sorted(set(ids))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=lambda entry: f"{entry.id} {entry.name}")
def test_the_line_of_a_family_says_what_its_rule_says(entry: Entry) -> None:
    assert entry == entry_of(load(entry))


def test_every_module_of_rules_is_in_the_catalogue() -> None:
    folder = Path(bot.core.rules.__path__[0])
    modules = {
        (file.parent.name, file.stem)
        for file in folder.glob("*/*.py")
        if not file.stem.startswith("_")
    }

    assert modules == {(rule.family, rule.name.replace("-", "_")) for rule in CATALOGUE}


@every_rule
def test_every_rule_has_its_mirror_or_says_why_not(rule: Rule) -> None:
    names = {other.name: other for other in CATALOGUE}

    assert (rule.mirror is None) is not (rule.no_mirror is None)
    if rule.mirror is not None:
        assert rule.mirror in names


RENAMED = {Kind.OBJECT, Kind.FIELD, Kind.SERVER, Kind.ROLE, Kind.MEMBER, Kind.CHANNEL}
REORDERED = {Kind.OBJECT, Kind.FIELD}


def subjects() -> set[str]:
    """Every subject that a diff can yield."""
    told = {f"{kind}.{key}" for kind, table in ATTRIBUTES.items() for key, _ in table}
    told |= {"field.enum"}
    for kind in Kind:
        if kind is not Kind.CONTRACT:
            told |= {f"{kind} added", f"{kind} removed"}
    told |= {f"{kind} twin removed" for kind in REORDERED}
    told |= {f"{kind} renamed" for kind in RENAMED} | {f"{kind} reordered" for kind in REORDERED}
    return told


def test_every_change_that_the_diff_can_tell_is_judged_by_a_rule() -> None:
    judged_subjects = {
        subject
        for rule in CATALOGUE
        if isinstance(rule.judge, OnChange)
        for subject in rule.judge.subjects
    }

    assert sorted(subjects() - judged_subjects) == []
    assert sorted(judged_subjects - subjects()) == []
