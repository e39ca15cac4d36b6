"""The catalogue as JSON, after `bot/schemas/catalogue.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.rule import (
    Judge,
    OnChange,
    OnElement,
    OnPolicy,
    OnRegistry,
    OnRelease,
    OnWaiver,
    Rule,
)
from bot.render.machine.records import FORMAT, Record, written
from bot.render.rules import weights_by_mode


def catalogue_json(rules: Iterable[Rule]) -> str:
    """Return the rules as JSON text, for machines that list, search or explain them."""
    return written({"schema": FORMAT, "rules": [_rule(rule) for rule in rules]})


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.id,
        "name": rule.name,
        "aliases": list(rule.aliases),
        "family": rule.family,
        "judges": _judges(rule.judge),
        "subjects": list(rule.judge.subjects) if isinstance(rule.judge, OnChange) else [],
        "plane": str(rule.plane),
        "effect": str(rule.effect),
        "weights": {mode: weight.word for mode, weight in weights_by_mode(rule).items()},
        "bump": rule.bump.word if isinstance(rule.judge, OnChange) else "none",
        "protects": str(rule.protects),
        "since": rule.since,
        "summary": rule.summary,
        "why": rule.why,
        "instead": rule.instead,
        "mirror": rule.mirror,
        "no_mirror": rule.no_mirror,
        "examples": [
            {
                "title": example.title,
                "old": example.old or None,
                "new": example.new,
                "strikes": list(example.strikes),
                "history": [
                    {"day": each.day, "text": each.text, "tagged": each.tagged}
                    for each in example.history
                ],
                "today": example.today or None,
                "shallow": example.shallow,
                "readers": list(example.readers),
            }
            for example in rule.examples
        ],
    }


def _judges(judge: Judge) -> str:
    match judge:
        case OnChange():
            return "change"
        case OnElement():
            return "contract"
        case OnRegistry():
            return "registry"
        case OnRelease():
            return "release"
        case OnPolicy():
            return "policy"
        case OnWaiver():
            return "waiver"
