"""`steward action`: what a workflow of GitHub calls, whatever started it."""

from __future__ import annotations

from pathlib import Path

import click

FAIL_ON = ("failed", "pending", "never")
TASKS = ("auto", "review", "release", "sweep")


@click.command(
    name="action",
    epilog="""\b
Examples:
  steward action                                   (within GitHub Actions)
  steward action --dry-run                         (say what would be written)
  steward action --task review --pull-request 7

\b
Exit codes: 0 fine, 1 the policy says no (see --fail-on), 2 it could not be judged or done.""",
)
@click.option(
    "--task",
    type=click.Choice(TASKS),
    envvar="STEWARD_TASK",
    default="auto",
    show_default=True,
    help="What to do; auto: what the event asks for.",
)
@click.option(
    "--token",
    envvar="STEWARD_TOKEN",
    default="",
    help="The token of the workflow. Better given as STEWARD_TOKEN, which nobody else sees.",
)
@click.option(
    "--app-token",
    envvar="STEWARD_APP_TOKEN",
    default="",
    help="A token that may read the organisation's teams (STEWARD_APP_TOKEN).",
)
@click.option(
    "--login",
    envvar="STEWARD_LOGIN",
    default="",
    help="The login that the token writes under, where it is that of an App: my-app[bot].",
)
@click.option(
    "--pull-request",
    "number",
    envvar="STEWARD_PULL_REQUEST",
    default="",
    metavar="NUMBER",
    help="The pull request to review, where the event does not tell it.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    envvar="STEWARD_FAIL_ON",
    default="pending",
    show_default=True,
    help="Which verdicts fail the job: failed and undecided ones; these and pending ones; none.",
)
@click.option(
    "--sarif",
    envvar="STEWARD_SARIF",
    default="",
    metavar="FILE",
    help="Write the findings to this file too, as SARIF.",
)
@click.option(
    "--webhook",
    envvar="STEWARD_WEBHOOK",
    default="",
    metavar="URL",
    help="What the sweep tells: a webhook of Slack or Teams (STEWARD_WEBHOOK).",
)
@click.option(
    "--comment/--no-comment",
    envvar="STEWARD_COMMENT",
    default=True,
    show_default=True,
    help="Keep one comment on the pull request.",
)
@click.option(
    "--request-reviews/--no-request-reviews",
    "request",
    envvar="STEWARD_REQUEST_REVIEWS",
    default=True,
    show_default=True,
    help="Ask those who can approve.",
)
@click.option(
    "-n",
    "--dry-run",
    is_flag=True,
    envvar="STEWARD_DRY_RUN",
    help="Say what would be written to GitHub, write nothing.",
)
def command(  # noqa: PLR0913, PLR0917  # one argument for each option
    task: str,
    token: str,
    app_token: str,
    login: str,
    number: str,
    fail_on: str,
    sarif: str,
    webhook: str,
    comment: bool,
    request: bool,
    dry_run: bool,
) -> int:
    """Review, release or sweep, as the event of GitHub Actions asks.

    Reads the event from the variables of GitHub Actions and its inputs from STEWARD_* variables.
    A pull request is reviewed from commits that are fetched: nothing of its head is checked out or
    run. On a push to the default branch what is due is released. On a schedule it is told what has
    ended, and open pull requests are judged again. A token that may only read fails nothing: the
    result goes to the summary of the job.
    """
    from bot.cli.acting import act  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.action_inputs import Inputs  # noqa: PLC0415  # as above

    return act(
        Inputs(
            task=task,
            token=token,
            app_token=app_token,
            login=login,
            number=number,
            fail_on=fail_on,
            sarif=Path(sarif) if sarif else None,
            webhook=webhook,
            comment=comment,
            request=request,
            dry_run=dry_run,
        )
    )
