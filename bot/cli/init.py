"""`steward init`: a policy file, workflows, a first contract, and the portal's settings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import click

from bot.adapters.first_files import CONTRACTS, Beginning
from bot.adapters.first_names import checked_member, checked_place
from bot.adapters.site_settings import IGNORED_FILE
from bot.adapters.surroundings import Surroundings, look_around
from bot.cli.beginning import default_branch, is_there, preview, refuse_bare, write_new
from bot.cli.init_plan import TEMPLATES, Plan, files_of
from bot.cli.init_questions import agreed, asked, may_ask
from bot.cli.init_telling import next_steps, tell_found, tell_ignored, tell_site
from bot.cli.options import ModeType
from bot.cli.workspace import Workspace
from bot.core.errors import StewardError
from bot.core.mode import FULL, Mode
from bot.core.records import replace
from bot.core.text import visible


@click.command(
    name="init",
    epilog="""\b
Examples:
  steward init
  steward init --yes
  steward init --template table --domain sales --name orders
  steward init --action acme/contract-steward@v1 --board @acme/data-board
  steward init --dry-run | git apply""",
)
@click.option(
    "--contracts",
    "places",
    metavar="FOLDER",
    multiple=True,
    help="Where contracts are, or a pattern; give it again for more. Those found without it.",
)
@click.option(
    "--compatibility",
    type=ModeType(),
    default=str(FULL),
    show_default=True,
    help="The compatibility mode of the policy.",
)
@click.option(
    "--board",
    metavar="@MEMBER",
    multiple=True,
    help="A login or a team of the governance board; give it again for more.",
)
@click.option(
    "--template",
    type=click.Choice(TEMPLATES),
    default="table",
    show_default=True,
    help="What the first contract describes.",
)
@click.option("--domain", default="my-domain", show_default=True, help="Its domain.")
@click.option("--name", help="Its name; my-table and so on without it.")
@click.option(
    "--action",
    metavar="OWNER/NAME@REVISION",
    help="Write workflows for GitHub too, which run this action.",
)
@click.option("--branch", help="The default branch; Git is asked without it.")
@click.option(
    "--two-step",
    is_flag=True,
    help="With --action: judge pull requests with a token that may only read.",
)
@click.option(
    "--portal/--no-portal",
    default=True,
    show_default=True,
    help="Write the settings of the portal, or show what to add to those of your site.",
)
@click.option("-y", "--yes", is_flag=True, help="Ask nothing, and take what is found.")
@click.option("-n", "--dry-run", is_flag=True, help="Print a diff, write nothing.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  # one for each option
    context: click.Context,
    places: tuple[str, ...],
    compatibility: Mode,
    board: tuple[str, ...],
    template: str,
    domain: str,
    name: str | None,
    action: str | None,
    branch: str | None,
    *,
    two_step: bool,
    portal: bool,
    yes: bool,
    dry_run: bool,
) -> int:
    """Begin in a repository: policy, workflows, a first contract, the portal's settings.

    On a terminal, and without options, it asks what to write, shows it as a diff, and writes when
    you agree; Enter takes what was found, and Ctrl-C leaves all as it was. Anywhere else, and with
    options, it asks nothing.

    Contracts that are there already are found, and the policy names their places; a contract from
    a template comes only where there is none. Beside the policy lies its JSON Schema, so that
    editors check and complete it. Nothing that exists is overwritten, and a second run writes
    nothing: what your mkdocs.yml needs is shown as a diff, which `git apply` takes from a dry run.
    """
    workspace = Workspace.find()
    refuse_bare(workspace)
    found = look_around(workspace.top)
    beginning = Beginning(
        places=tuple(map(checked_place, places)) or _places(workspace, found),
        action=action,
        branch=branch or default_branch(workspace),
        two_step=two_step,
        compatibility=str(compatibility),
        board=tuple(map(checked_member, board)),
    )
    plan = Plan(
        beginning=beginning,
        template=template,
        domain=domain,
        name=name or f"my-{template}",
        portal=portal,
    )
    _ = yes  # an option, and so nothing is asked
    if not _is_given(context) and may_ask():
        return _ask(workspace, plan, found)
    return _begin(workspace, plan, found, dry_run=dry_run)


def _places(workspace: Workspace, found: Surroundings) -> tuple[str, ...]:
    """Return where the policy says that contracts are; without one, where they were found."""
    try:
        settings = workspace.settings()
    except StewardError:
        return found.places or (CONTRACTS,)
    return (found.places or (CONTRACTS,)) if settings.file is None else settings.contracts


def _is_given(context: click.Context) -> bool:
    """Tell whether any option was given."""
    sources = map(context.get_parameter_source, context.params)
    return any(one is not click.core.ParameterSource.DEFAULT for one in sources)


def _ask(workspace: Workspace, plan: Plan, found: Surroundings) -> int:
    """Ask what to write, show it, and write it when that is agreed to."""
    try:
        if list(_new(workspace, plan, found)):
            click.echo(f"Contract Steward begins in {visible(str(workspace.top))}")
            click.echo("Enter takes what stands in [ ]. Ctrl-C stops, and nothing is written.\n")
            plan = asked(plan, found, partial(is_there, workspace))
        files = list(_new(workspace, plan, found))
        if files:
            preview(files)
            if not agreed("Write this file?" if len(files) == 1 else "Write these files?"):
                click.echo("Nothing was written.")
                return 0
            click.echo()
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nNothing was written.", err=True)
        raise
    return _begin(workspace, plan, found, dry_run=False)


def _files(plan: Plan, found: Surroundings) -> list[tuple[str, str]]:
    """Return the files to begin with, those among them that are there already."""
    first = plan.contract
    wanted = not found.contracts or (first is not None and first[0] in found.contracts)
    return list(files_of(plan if wanted else replace(plan, template=None), found))


def _new(workspace: Workspace, plan: Plan, found: Surroundings) -> Iterator[tuple[str, str]]:
    for path, text in _files(plan, found):
        if not is_there(workspace, path):
            yield path, text


def _begin(workspace: Workspace, plan: Plan, found: Surroundings, *, dry_run: bool) -> int:
    """Write what is not there yet, or print it as a diff, and say what to do next."""
    files = _files(plan, found)
    new = [path for path, _ in _new(workspace, plan, found)]
    write_new(workspace, files, dry_run=dry_run)
    tell_found(found, plan, dry_run=dry_run)
    if plan.portal and found.site is not None:
        tell_site(workspace, found.site, dry_run=dry_run)
    if plan.portal and IGNORED_FILE not in new:
        tell_ignored(workspace, dry_run=dry_run)
    click.echo("\nNext", err=dry_run)
    for number, step in enumerate(next_steps(workspace, new, portal=plan.portal), 1):
        click.echo(f"  {number}. {step}", err=dry_run)
    return 0
