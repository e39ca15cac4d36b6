"""Asks on a terminal what `steward init` is to write: few questions, each with a good answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from bot.adapters.first_files import Beginning
from bot.adapters.first_names import (
    checked_action,
    checked_branch,
    checked_member,
    checked_place,
    checked_slug,
    refused,
)
from bot.adapters.settings import environment
from bot.adapters.surroundings import Surroundings
from bot.cli.init_plan import TEMPLATES, WORKFLOW, Plan, There
from bot.core.errors import StewardError
from bot.core.mode import MODES, read_mode
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.records import replace
from bot.core.text import shortened, visible

_T = TypeVar("_T")
_LONGEST = 500
_NONE = "none"
_YES_NO: Mapping[str, bool] = {"y": True, "yes": True, "n": False, "no": False}


def may_ask() -> bool:
    """Tell whether somebody is there who can answer: on a terminal, and not in CI."""
    in_ci = environment().get("CI", "").lower() not in {"", "0", "false", "no"}
    streams = (sys.stdin, sys.stdout)
    return not in_ci and all(one is not None and one.isatty() for one in streams)


def asked(plan: Plan, found: Surroundings, there: There) -> Plan:
    """Return the plan as somebody at the terminal wants it; Enter takes what the plan has.

    Only what makes a difference is asked. Raises click.Abort on Ctrl-C and where the input ends.
    """
    if not there(SETTINGS_FILE):
        plan = _asked_policy(plan, found)
    if not found.contracts:
        plan = _asked_contract(plan)
    if found.site is None:
        portal = _yes("A website of the contracts, in mkdocs.yml?", default=plan.portal)
        plan = replace(plan, portal=portal)
    if not there(WORKFLOW):
        plan = replace(plan, beginning=_asked_workflows(plan.beginning))
    return plan


def agreed(question: str) -> bool:
    """Return whether somebody at the terminal says yes; Enter does."""
    return _yes(question, default=True)


def _asked_policy(plan: Plan, found: Surroundings) -> Plan:
    start = plan.beginning
    known = visible(", ".join(start.places))
    places = _answer("Folders of contracts, with commas between", known, _places(known, start))
    click.echo(
        "  What a new version may do without being a major one:\n"
        "    backward  no data that was valid becomes invalid (for those who write data)\n"
        "    forward   what is read today can be read tomorrow (for those who read data)\n"
        "    full      both; none asks for neither\n"
        "  With -transitive every earlier version counts, not only the last."
    )
    mode = _answer("Compatibility", start.compatibility, _mode)
    told = f"the owners in {found.owners}" if found.owners else "nobody yet"
    board = _answer(f"Governance board, such as @org/team; Enter: {told}", "", _board)
    return replace(
        plan,
        beginning=replace(start, places=places, compatibility=mode, board=board or start.board),
    )


def _asked_contract(plan: Plan) -> Plan:
    template = _answer("First contract: table, event, reference or none", "table", _template)
    if template is None:
        return replace(plan, template=None)
    domain = _answer("  its domain", plan.domain, lambda word: checked_slug("domain", word))
    name = _answer("  its name", f"my-{template}", lambda word: checked_slug("name", word))
    return replace(plan, template=template, domain=domain, name=name)


def _asked_workflows(start: Beginning) -> Beginning:
    question = "Workflows for GitHub: their action, as OWNER/NAME@REVISION, or none"
    action = _answer(question, _NONE, _action)
    if action is None:
        return start
    branch = _answer("  the default branch", start.branch, checked_branch)
    return replace(start, action=action, branch=branch)


def _answer(question: str, default: str, taken: Callable[[str], _T]) -> _T:
    """Return what `taken` makes of an answer; where it refuses one, the question comes again."""
    while True:
        try:
            said = click.prompt(question, default=default, show_default=bool(default), type=str)
            return taken(_plain(said))
        except StewardError as error:
            fault = error.faults[0]
            click.echo(visible(f"  {fault.message}: {fault.hint}"))
        except UnicodeDecodeError:
            click.echo("  that is not UTF-8: type it again")
        except OSError as error:  # the terminal is gone
            raise click.Abort from error


def _plain(said: str) -> str:
    """Return an answer without blanks around it. Raises StewardError where it cannot be one."""
    text = said.strip()
    if not text.isprintable():
        raise refused(
            f"`{shortened(visible(text))}` has signs that cannot be seen", "leave them out"
        )
    if len(text) > _LONGEST:
        raise refused(
            f"`{shortened(text)}` has more than {_LONGEST} letters", "give a shorter answer"
        )
    return text


def _places(known: str, start: Beginning) -> Callable[[str], tuple[str, ...]]:
    """Return what reads an answer; what is known is not taken apart, for names may hold commas."""

    def taken(said: str) -> tuple[str, ...]:
        return start.places if said == known else tuple(map(checked_place, said.split(",")))

    return taken


def _mode(said: str) -> str:
    mode = read_mode(said)
    if mode is None:
        known = ", ".join(str(one) for one in MODES)
        raise refused(f"`{shortened(said)}` is no compatibility mode", f"they are {known}")
    return str(mode)


def _board(said: str) -> tuple[str, ...]:
    return tuple(map(checked_member, said.replace(",", " ").split()))


def _template(said: str) -> str | None:
    if said.lower() in (*TEMPLATES, _NONE):
        return None if said.lower() == _NONE else said.lower()
    raise refused(
        f"there is no template `{shortened(said)}`", "take table, event, reference or none"
    )


def _action(said: str) -> str | None:
    return None if said.lower() in {_NONE, "no", "n"} else checked_action(said)


def _yes(question: str, *, default: bool) -> bool:
    return _answer(f"{question} [{'Y/n' if default else 'y/N'}]", "", _yes_or_no(default=default))


def _yes_or_no(*, default: bool) -> Callable[[str], bool]:
    def taken(said: str) -> bool:
        if not said:
            return default
        if said.lower() not in _YES_NO:
            raise refused(f"`{shortened(said)}` is neither yes nor no", "answer y or n")
        return _YES_NO[said.lower()]

    return taken
