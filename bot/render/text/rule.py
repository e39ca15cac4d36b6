"""Says the catalogue, or one rule of it in full, to people on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.mode import Direction
from bot.core.rule import Example, Rule
from bot.render.rules import applies_to, counterpart, heading, struck, told_beside, weight_words
from bot.render.text.page import GAP, Block, Code, Line, Pairs, Row, Table, Tone, tone_of

_HEAD = ("id", "name", "family", "under full", "summary")


def catalogue_page(rules: Sequence[Rule]) -> Iterator[Block]:
    """Yield the page with a row for each rule."""
    yield Table(_HEAD, tuple(map(_row, rules)), toned=_HEAD.index("under full"))
    yield GAP
    yield Line(f"{len(rules)} rules; `steward explain DC104` tells one in full", Tone.QUIET)


def _row(rule: Rule) -> Row:
    weight = rule.weighs(Direction.FULL)
    return Row((rule.id, rule.name, rule.family, weight.word, rule.summary), tone_of(weight))


def rule_page(rule: Rule) -> Iterator[Block]:
    """Yield the page of one rule."""
    yield Line(heading(rule), Tone.TITLE)
    yield Line(rule.summary)
    yield GAP
    yield Pairs(tuple(_facts(rule)))
    for title, text in (("Why", rule.why), ("Instead", rule.instead)):
        yield GAP
        yield Line(title, Tone.TITLE)
        yield Line(text, indent=2)
    for example in rule.examples:
        yield GAP
        yield from _example(example)


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "family", rule.family
    yield "judges", applies_to(rule)
    yield "plane", rule.plane
    yield "effect", rule.effect
    yield "weight", weight_words(rule)
    yield "protects", rule.protects
    yield "opposite", counterpart(rule)
    yield "since", rule.since
    if rule.aliases:
        yield "aliases", ", ".join(rule.aliases)


def _example(example: Example) -> Iterator[Block]:
    yield Line(f"Example: {example.title}", Tone.TITLE)
    yield Line(struck(example), _tone(example), indent=2)
    for each in example.history:
        yield Line(f"on the default branch since {each.day}", Tone.QUIET, indent=2)
        yield Code(each.text)
    if told := told_beside(example):
        yield Line(told, Tone.QUIET, indent=2)
    if example.old:
        yield Line("before", Tone.QUIET, indent=2)
        yield Code(example.old)
        yield Line("after", Tone.QUIET, indent=2)
    yield Code(example.new)


def _tone(example: Example) -> Tone:
    return Tone.BAD if example.strikes else Tone.GOOD
