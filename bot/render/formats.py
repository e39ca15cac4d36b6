"""Which module writes which format. Only the one that is asked for is imported."""

# ruff: noqa: PLC0415  # each format costs time only where it is asked for

from __future__ import annotations

from bot.core.review import LintReport, Review
from bot.render.terminal import Terminal
from bot.render.text.printing import printed

MACHINE_FORMATS = ("json", "sarif", "junit", "github")
"""What programs read: they are told of what could not be judged in the format they asked for."""
REVIEW_FORMATS = ("text", "markdown", *MACHINE_FORMATS)


def render_review(review: Review, form: str, terminal: Terminal) -> str:
    """Return a review in one of the formats: text, markdown, json, sarif, junit, github.

    Raises ValueError for any other. `terminal` concerns text only.
    """
    match form:
        case "text":
            from bot.render.text.review import review_page

            return printed(review_page(review), terminal)
        case "markdown":
            from bot.render.markdown.review import review_markdown

            return review_markdown(review)
        case "json":
            from bot.render.machine.review import review_json

            return review_json(review)
        case "sarif":
            from bot.render.machine.sarif import review_sarif

            return review_sarif(review)
        case "junit":
            from bot.render.machine.junit import review_junit

            return review_junit(review)
        case "github":
            from bot.render.machine.commands import review_commands

            return review_commands(review)
        case _:
            raise ValueError(f"no such format: {form}")


def render_lint(report: LintReport, form: str, terminal: Terminal) -> str:
    """Return a lint report in one of the formats of `render_review`."""
    match form:
        case "text":
            from bot.render.text.lint import lint_page

            return printed(lint_page(report), terminal)
        case "markdown":
            from bot.render.markdown.lint import lint_markdown

            return lint_markdown(report)
        case "json":
            from bot.render.machine.lint import lint_json

            return lint_json(report)
        case "sarif":
            from bot.render.machine.sarif import lint_sarif

            return lint_sarif(report)
        case "junit":
            from bot.render.machine.junit import lint_junit

            return lint_junit(report)
        case "github":
            from bot.render.machine.commands import lint_commands

            return lint_commands(report)
        case _:
            raise ValueError(f"no such format: {form}")
