"""Wires `steward action`: the event, GitHub and Git, and the task that is asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.adapters.git.fetching import Fetching
from bot.adapters.github.client import Client
from bot.adapters.github.event import (
    Event,
    OnClock,
    OnNothing,
    OnPullRequest,
    OnPush,
    OnQueue,
    OnRun,
    read_event,
)
from bot.adapters.github.gateway import Gateway
from bot.adapters.github.run import Run
from bot.adapters.settings import environment
from bot.cli.action_inputs import Inputs, asked_for
from bot.cli.handing_on import HandingOn
from bot.cli.releasing_due import Releasing
from bot.cli.sourcing import Fetched
from bot.cli.sweeping_all import Sweeping
from bot.cli.workspace import Workspace
from bot.core.errors import ErrorCode, StewardError, failure
from bot.hosted.rehearsing import Rehearsal
from bot.hosted.reviewing import Manner, Outcome, Queued, review_pull_request, review_queued
from bot.hosting import Host

Connect = Callable[[Event, str], Client]
"""Returns a connection to GitHub for a token."""


def connect(event: Event, token: str) -> Client:
    """Return a connection to GitHub, as patient as a job can be."""
    return Client(url=event.api, repository=event.repository, token=token)


def act(
    inputs: Inputs, variables: Mapping[str, str] | None = None, connect: Connect = connect
) -> int:
    """Do what the event asks for and return the exit code; every failure is told in the log."""
    # PyGithub logs calls that fail; what comes of them is told here, and by nobody else.
    logging.getLogger("github").setLevel(logging.CRITICAL)
    variables = environment() if variables is None else variables
    run = Run(variables)
    telling = HandingOn(run, inputs.fail_on, inputs.sarif)
    try:
        return Acting(inputs, variables, connect, run.tell).act(telling)
    except StewardError as error:
        return telling.failed(error)


class Acting:
    """One run of the action. `rehearse` takes what a dry run would write, a line each."""

    def __init__(
        self,
        inputs: Inputs,
        variables: Mapping[str, str],
        connect: Connect,
        rehearse: Callable[[str], None],
    ) -> None:
        self._inputs = inputs
        self._variables = variables
        self._event = read_event(variables)
        self._gateway = _door(inputs, self._event, connect)
        self._host: Host = Rehearsal(self._gateway, rehearse) if inputs.dry_run else self._gateway

    def act(self, telling: HandingOn) -> int:
        """Do what the event asks for and return the exit code."""
        asked = asked_for(self._inputs, self._event)
        match asked:
            case OnNothing():
                return telling.nothing(asked.why)
            case OnPullRequest():
                return telling.reviewed(self._review(asked.number))
            case OnRun():
                return self._review_of(asked, telling)
            case OnQueue():
                return telling.reviewed(self._queue(asked))
            case OnPush():
                home = f"{self._event.server}/{self._event.repository}"
                releasing = Releasing(Workspace.find(), self._fetching(), self._host, home)
                return telling.released(releasing.release(asked.commit, self._default_branch()))
            case OnClock():
                webhook = "" if self._inputs.dry_run else self._inputs.webhook
                sweeping = Sweeping(Workspace.find(), self._fetching(), self._host, webhook)
                return telling.swept(sweeping.sweep(self._default_branch(), self._review))

    def _review_of(self, ended: OnRun, telling: HandingOn) -> int:
        """Review the pull request of a run: found by its head, whatever the run says of it."""
        number = self._host.found_by_head(ended.owner, ended.branch, ended.head)
        if number is None:
            return telling.nothing("no open pull request has the head of that run any more")
        return telling.reviewed(self._review(number))

    def _review(self, number: int) -> Outcome:
        return review_pull_request(number, self._host, self._source(), self._manner())

    def _queue(self, asked: OnQueue) -> Outcome:
        queued = Queued(number=asked.number, branch=asked.branch, base=asked.base, head=asked.head)
        return review_queued(queued, self._host, self._source(), self._manner())

    def _manner(self) -> Manner:
        inputs = self._inputs
        return Manner(
            run=self._event.run,
            default_branch=self._default_branch(),
            comment=inputs.comment,
            request=inputs.request,
            advisory=inputs.fail_on == "never",
        )

    def _default_branch(self) -> str:
        return self._event.default_branch or self._gateway.default_branch()

    def _source(self) -> Fetched:
        return Fetched(Workspace.find(), self._fetching())

    def _fetching(self) -> Fetching:
        event = self._event
        address = f"{event.server}/{event.repository}.git"
        return Fetching(Path.cwd(), address, self._inputs.token, self._variables)


def _door(inputs: Inputs, event: Event, connect: Connect) -> Gateway:
    if not inputs.token:
        raise failure(
            ErrorCode.BAD_USAGE,
            "there is no token",
            hint="give the action its input `token`, or set STEWARD_TOKEN",
        )
    return Gateway(
        connect(event, inputs.token),
        connect(event, inputs.app_token) if inputs.app_token else None,
        inputs.login or None,
    )
