"""The command line: parse, wire the ports, call one use case, map its answer to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from bot.cli.group import LazyGroup
from bot.core.errors import ErrorCode, Fault, StewardError

OK, NO, UNDECIDED = 0, 1, 2
"""Fine; the policy says no; it could not be judged."""

_COMMANDS = {
    "init": "Write a policy file and a first contract.",
    "lint": "Say what is wrong in contract files.",
    "diff": "Compare two versions of a contract and judge every change.",
    "review": "Judge everything that a branch does to contracts.",
    "explain": "Explain a rule, or list the catalogue.",
    "show": "Print a contract at any revision, in the newest form of the standard.",
    "log": "List the released versions of a contract and what each changed.",
    "impact": "Say whom a change of a field, an object or a contract reaches.",
    "lineage": "Show what data is made of and whom it reaches.",
    "bump": "Write the smallest honest next version into a contract.",
    "changelog": "Print what each version of a contract brought.",
    "release": "Say which merged versions are due to be released.",
    "config": "Print the policy that holds, and where each value comes from.",
    "demo": "Review real breaking changes in a repository made for the purpose.",
    "completion": "Print the script that completes commands in your shell.",
}


@click.group(
    cls=LazyGroup,
    package="bot.cli",
    commands=_COMMANDS,
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but text ever comes out."""
    try:
        result = cli.main(
            args=None if argv is None else list(argv), prog_name="steward", standalone_mode=False
        )
    except StewardError as error:
        click.echo(str(error), err=True)
        return UNDECIDED
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return UNDECIDED
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except Exception as error:  # noqa: BLE001  # the one place where the unforeseen is told
        return _unforeseen(error)
    return result if isinstance(result, int) else OK


def _unforeseen(error: Exception) -> int:
    """Tell a failure of our own; with STEWARD_DEBUG set, with its traceback."""
    from bot.adapters.settings import debugging  # noqa: PLC0415  # only on this path

    if debugging():
        raise error
    fault = Fault(
        ErrorCode.INTERNAL,
        f"this is a fault of Contract Steward itself: {type(error).__name__}: {error}",
        "run again with STEWARD_DEBUG=1 and report what it prints",
    )
    click.echo(str(fault), err=True)
    return UNDECIDED
