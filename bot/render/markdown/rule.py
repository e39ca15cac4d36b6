"""Says the catalogue, or one rule of it in full, as Markdown for docs and code scanning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from bot.core.mode import Direction
from bot.core.rule import Example, Rule
from bot.render.escape import code_span, prose
from bot.render.markdown.parts import row, table
from bot.render.rules import applies_to, counterpart, heading, struck, told_beside, weights_by_mode


def catalogue_markdown(rules: Sequence[Rule]) -> str:
    """Return a table of rules for each family."""
    parts = [f"# Rules\n\n{len(rules)} rules, by family."]
    for family, members in groupby(rules, attrgetter("family")):
        rows = [_row(rule) for rule in members]
        head = ("id", "name", "family", "weight under `full`", "summary")
        parts.append(f"## {family.capitalize()}\n\n{table(head, rows)}")
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    weight = rule.weighs(Direction.FULL).word
    summary = prose(rule.summary, cell=True)
    return row((rule.id, code_span(rule.name, cell=True), rule.family, weight, summary))


def rule_markdown(rule: Rule) -> str:
    """Return the page of one rule, from nothing but the rule."""
    parts = [
        f"# {heading(rule)}",
        prose(rule.summary),
        table(("", ""), _facts(rule)),
        table(tuple(weights_by_mode(rule)), [_weights(rule)]),
        f"## Why\n\n{prose(rule.why)}",
        f"## Instead\n\n{prose(rule.instead)}",
        "## Examples",
        *map(_example, rule.examples),
    ]
    return "\n\n".join(parts) + "\n"


def _weights(rule: Rule) -> str:
    return row(weight.word for weight in weights_by_mode(rule).values())


def _facts(rule: Rule) -> Iterator[str]:
    yield row(("family", rule.family))
    yield row(("judges", applies_to(rule)))
    yield row(("plane", rule.plane))
    yield row(("effect", rule.effect))
    yield row(("protects", rule.protects))
    yield row(("opposite", prose(counterpart(rule), cell=True)))
    yield row(("since", rule.since))
    if rule.aliases:
        yield row(("aliases", ", ".join(code_span(name, cell=True) for name in rule.aliases)))


def _example(example: Example) -> str:
    parts = [f"### {prose(example.title)}"]
    parts += [
        f"On the default branch since {each.day}:\n\n```yaml\n{each.text.rstrip()}\n```"
        for each in example.history
    ]
    if told := told_beside(example):
        parts.append(prose(told))
    if example.old:
        parts.append(f"Before:\n\n```yaml\n{example.old.rstrip()}\n```")
    label = "After" if example.old else "The contract"
    parts.append(f"{label}, {prose(struck(example))}:\n\n```yaml\n{example.new.rstrip()}\n```")
    return "\n\n".join(parts)
