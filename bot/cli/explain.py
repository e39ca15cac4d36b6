"""`steward explain`: a rule, told in full."""

from __future__ import annotations

import click

from bot.cli.options import LIST_FORMATS, answer, format_option, terminal
from bot.core.errors import ErrorCode, failure


@click.command(
    name="explain",
    epilog="""\b
Examples:
  steward explain DC104
  steward explain field-removed
  steward explain                  (lists the whole catalogue)
  steward explain --format json    (the catalogue for machines)""",
)
@click.argument("rule", required=False)
@format_option((*LIST_FORMATS, "markdown"))
def command(rule: str | None, form: str) -> int:
    """Explain a rule: what it strikes, why, what to do instead, with examples.

    RULE is an id such as DC104 or a name such as field-removed; without it the catalogue is
    listed.
    """
    from bot.core.rules import CATALOGUE  # noqa: PLC0415  # `--help` needs none of it
    from bot.render.catalogue import render_catalogue, render_rule  # noqa: PLC0415

    if rule is None:
        answer(render_catalogue(CATALOGUE, form, terminal(None)), None)
        return 0
    wanted = rule.strip().lower()
    for known in CATALOGUE:
        if wanted in (known.id.lower(), known.name, *known.aliases):
            answer(render_rule(known, form, terminal(None)), None)
            return 0
    raise failure(ErrorCode.UNKNOWN_RULE, f"there is no rule `{rule}`", hint=_meant(wanted))


def _meant(word: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415

    from bot.core.rules import CATALOGUE  # noqa: PLC0415

    names = {
        name.lower(): name for rule in CATALOGUE for name in (rule.name, rule.id, *rule.aliases)
    }
    near = [names[found] for found in get_close_matches(word, names, n=3)]
    if near:
        return "did you mean " + " or ".join(f"`{name}`" for name in near) + "?"
    return "run `steward explain` to list the catalogue"
