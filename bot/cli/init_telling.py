"""What `steward init` says beside what it writes: what it found, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from bot.adapters.files import read_file
from bot.adapters.site_settings import IGNORED_FILE, with_ignored, with_plugin
from bot.adapters.surroundings import Surroundings
from bot.cli.beginning import change_diff, is_there
from bot.cli.init_plan import WORKFLOW, Plan
from bot.cli.workspace import Workspace
from bot.core.errors import StewardError
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.text import visible

_BY_HAND = "add `contracts` to its `plugins`; keep `search` there if it was in use"
_APPLY = "`steward init --dry-run | git apply` adds it"


def tell_found(found: Surroundings, plan: Plan, *, dry_run: bool) -> None:
    """Say what was there before."""
    first = plan.contract
    if found.contracts and (first is None or first[0] not in found.contracts):
        count = len(found.contracts)
        files = f"{count} file{'' if count == 1 else 's'} with contracts or data products"
        click.echo(f"found    {files} in {visible(', '.join(found.places))}", err=dry_run)
    if found.owners:
        click.echo(f"found    {found.owners}, whose owners may approve", err=dry_run)


def tell_site(workspace: Workspace, site: str, *, dry_run: bool) -> None:
    """Say what the settings of a site need: they are the user's own, and are never written."""
    text = _text(workspace, site)
    changed = with_plugin(text)
    if changed == text:
        click.echo(f"kept     {site}, which shows the contracts", err=dry_run)
    elif changed is None:
        click.echo(f"kept     {site}; for the portal {_BY_HAND}", err=dry_run)
    else:
        click.echo(f"kept     {site}; for the portal it needs a plugin:\n", err=dry_run)
        click.echo(change_diff(site, text, changed), nl=False)
        click.echo(f"\n{_APPLY}. `--no-portal` leaves the site alone.", err=dry_run)


def tell_ignored(workspace: Workspace, *, dry_run: bool) -> None:
    """Say what a `.gitignore` lacks, so that nobody commits what builds of the portal leave."""
    text = _text(workspace, IGNORED_FILE)
    changed = with_ignored(text)
    if text and changed != text:
        click.echo(
            f"kept     {IGNORED_FILE}; builds of the portal leave two folders:\n", err=dry_run
        )
        click.echo(change_diff(IGNORED_FILE, text, changed), nl=False)
        click.echo(f"\n{_APPLY}.", err=dry_run)


def _text(workspace: Workspace, path: str) -> str:
    """Return the text of a file of the user's; none where it cannot be read."""
    try:
        return read_file(workspace.top / path).decode()
    except (StewardError, UnicodeDecodeError):
        return ""


def next_steps(workspace: Workspace, new: Sequence[str], *, portal: bool) -> Iterator[str]:
    """Yield what to do now; `new` is what was not there before."""
    first = next((path for path in new if path.endswith(".odcs.yaml")), None)
    if first is not None:
        yield f"Edit {first}: replace each name that begins with `my`."
    yield f"Run `steward lint`. What it demands is in {SETTINGS_FILE}."
    if workspace.checkout is None:
        yield "Run `git init`: a review compares what Git keeps."
    yield "Commit. From then on `steward review` judges what a branch does to contracts."
    if WORKFLOW not in new and not is_there(workspace, WORKFLOW):
        yield "`steward init --action OWNER/contract-steward@COMMIT` writes workflows for GitHub."
    if portal:
        yield "`steward portal serve` shows the website of the contracts."
