"""Writes the catalogue of rules, or one rule in full, for people and machines."""

# ruff: noqa: PLC0415  # each format costs time only where it is asked for

from __future__ import annotations

from collections.abc import Sequence

from bot.core.rule import Rule
from bot.render.terminal import Terminal
from bot.render.text.printing import printed


def render_catalogue(rules: Sequence[Rule], form: str, terminal: Terminal) -> str:
    """Return a list of the rules as text, markdown or json. Raises ValueError for other formats."""
    match form:
        case "text":
            from bot.render.text.rule import catalogue_page

            return printed(catalogue_page(rules), terminal)
        case "markdown":
            from bot.render.markdown.rule import catalogue_markdown

            return catalogue_markdown(rules)
        case "json":
            from bot.render.machine.rules import catalogue_json

            return catalogue_json(rules)
        case _:
            raise ValueError(f"no such format: {form}")


def render_rule(rule: Rule, form: str, terminal: Terminal) -> str:
    """Return the full page of one rule; in JSON a catalogue that holds it alone."""
    match form:
        case "text":
            from bot.render.text.rule import rule_page

            return printed(rule_page(rule), terminal)
        case "markdown":
            from bot.render.markdown.rule import rule_markdown

            return rule_markdown(rule)
        case _:
            return render_catalogue((rule,), form, terminal)
