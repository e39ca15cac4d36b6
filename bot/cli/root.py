"""The commands, their one line each, and what the parser of arguments makes of words."""

from __future__ import annotations

from collections.abc import Sequence

import click

from bot.cli.group import LazyGroup

_STOPPED, _NOT_UNDERSTOOD = 130, 2

_SECTIONS = {
    "Begin": {
        "init": "Begin in a repository: policy, workflows, a first contract, the portal.",
        "new": "Write a contract from a template.",
        "import": "Write a contract from a file of another format.",
        "demo": "Review real breaking changes in a repository made for the purpose.",
    },
    "Judge": {
        "lint": "Say what is wrong in contract files.",
        "diff": "Compare two versions of a contract and judge every change.",
        "review": "Judge everything that a branch does to contracts.",
        "bump": "Write the smallest honest next version into a contract.",
        "explain": "Explain a rule, or list the catalogue.",
        "config": "Print the policy that holds, and where each value comes from.",
    },
    "Look": {
        "show": "Print a contract at any revision, in the newest form of the standard.",
        "log": "List the released versions of a contract and what each changed.",
        "changelog": "Print what each version of a contract brought.",
        "deprecations": "List what is deprecated, since when, and when it may go.",
        "impact": "Say whom a change of a field, an object or a contract reaches.",
        "lineage": "Show what data is made of and whom it reaches.",
    },
    "Release and automate": {
        "release": "Say which merged versions are due to be released.",
        "action": "Review, release or sweep, as an event of GitHub asks.",
        "completion": "Print the script that completes commands in your shell.",
    },
}


@click.group(
    cls=LazyGroup,
    package="bot.cli",
    sections=_SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  steward lint
  steward diff main:contracts/orders/orders.odcs.yaml contracts/orders/orders.odcs.yaml
  steward review --base origin/main
  steward explain DC104

\b
Exit codes: 0 fine, 1 the policy says no, 2 could not judge.""",
)
@click.version_option(package_name="contract-steward", prog_name="steward", message="%(version)s")
def cli() -> None:
    """Contract Steward reviews data contracts (ODCS) that live in Git."""


def run(words: Sequence[str]) -> int:
    """Run the command that the words name and return its exit code."""
    try:
        result = cli.main(args=list(words), prog_name="steward", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        return _STOPPED
    except click.ClickException as error:
        error.show()
        return _NOT_UNDERSTOOD
    return result if isinstance(result, int) else 0
