"""Wires `steward action`: the event, GitHub and Git, and what the run hands on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.adapters.clock import now
from bot.adapters.files import write_atomically
from bot.adapters.git.fetching import Fetching
from bot.adapters.github.client import Client
from bot.adapters.github.event import (
    Event,
    Occasion,
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
from bot.adapters.webhook import tell
from bot.cli.releasing_due import Releasing
from bot.cli.sourcing import Fetched
from bot.cli.sweeping_all import Sweeping
from bot.cli.workspace import Workspace
from bot.core.errors import ErrorCode, Fault, StewardError, failure
from bot.core.finding import Finding, Weight
from bot.core.records import dataclass
from bot.core.review import Passed, Pending, Review
from bot.hosted.publishing import concerns, faults_markdown
from bot.hosted.rehearsing import Rehearsal
from bot.hosted.reviewing import Manner, Outcome, Queued, review_pull_request, review_queued
from bot.hosted.sweeping import issues, news
from bot.hosting import Host
from bot.render.escape import code_span, prose
from bot.render.machine.commands import review_commands
from bot.render.machine.sarif import review_sarif
from bot.render.markdown.review import review_markdown
from bot.render.words import headline

_OK, _NO, _NOT_DONE = 0, 1, 2
MOST_OPEN = 50
"""The newest ones; each costs up to fifteen calls, and a workflow has a thousand an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The inputs of the action, as they were given."""

    task: str
    token: str
    app_token: str
    login: str
    number: str
    fail_on: str
    sarif: Path | None
    webhook: str
    comment: bool
    request: bool
    dry_run: bool


def connect(event: Event, token: str) -> Client:
    """Return a connection to GitHub, as patient as a job can be."""
    return Client(url=event.api, repository=event.repository, token=token)


def act(
    inputs: Inputs,
    variables: Mapping[str, str] | None = None,
    connect: Callable[[Event, str], Client] = connect,
) -> int:
    """Do what the event asks for and return the exit code; every failure is told in the log."""
    # PyGithub logs calls that fail; what comes of them is told here, and by nobody else.
    logging.getLogger("github").setLevel(logging.CRITICAL)
    variables = environment() if variables is None else variables
    run = Run(variables)
    try:
        return Acting(inputs, variables, run, connect).act()
    except StewardError as error:
        run.tell(str(error))
        run.summary(faults_markdown(error.faults))
        run.output({"verdict": "undecided"})
        return _NOT_DONE


class Acting:
    """One run of the action."""

    def __init__(
        self,
        inputs: Inputs,
        variables: Mapping[str, str],
        run: Run,
        connect: Callable[[Event, str], Client],
    ) -> None:
        self._inputs = inputs
        self._variables = variables
        self._run = run
        self._event = read_event(variables)
        self._gateway = self._door(connect)
        self._host: Host = Rehearsal(self._gateway, run.tell) if inputs.dry_run else self._gateway

    def act(self) -> int:
        """Do what the event asks for and return the exit code."""
        occasion = self._occasion()
        match occasion:
            case OnNothing():
                return self._nothing(occasion.why)
            case OnPullRequest():
                return self._review(occasion.number)
            case OnRun():
                return self._review_of(occasion)
            case OnQueue():
                return self._queue(occasion)
            case OnPush():
                return self._release(occasion.commit)
            case OnClock():
                return self._sweep()

    def _occasion(self) -> Occasion:
        """Return what to do: the input `task` has the last word."""
        inputs, found = self._inputs, self._event.occasion
        if inputs.number.strip():
            if not inputs.number.strip().isdecimal():
                raise failure(
                    ErrorCode.BAD_USAGE,
                    f"`{inputs.number}` is no number of a pull request",
                    hint="give `pull-request` a number",
                )
            found = OnPullRequest(int(inputs.number))
        match inputs.task, found:
            case "auto", _:
                return found
            case "review", OnPullRequest() | OnQueue() | OnRun() | OnNothing():
                return found
            case "review", _:
                raise failure(
                    ErrorCode.BAD_USAGE,
                    f"the event `{self._event.name}` tells of no pull request to review",
                    hint="give the input `pull-request` its number",
                )
            case "sweep", _:
                return OnClock()
            case _:
                return found if isinstance(found, OnPush) else OnPush("")

    def _review(self, number: int) -> int:
        outcome = review_pull_request(number, self._host, self._source(), self._manner())
        return self._told(outcome)

    def _review_of(self, ended: OnRun) -> int:
        """Review the pull request of a run: found by its head, whatever the run says of it."""
        number = self._host.found_by_head(ended.owner, ended.branch, ended.head)
        if number is None:
            return self._nothing("no open pull request has the head of that run any more")
        return self._review(number)

    def _queue(self, queued: OnQueue) -> int:
        asked = Queued(
            number=queued.number, branch=queued.branch, base=queued.base, head=queued.head
        )
        return self._told(review_queued(asked, self._host, self._source(), self._manner()))

    def _release(self, commit: str) -> int:
        """Release what is due and return the exit code: what may not be released is loud."""
        home = f"{self._event.server}/{self._event.repository}"
        releasing = Releasing(Workspace.find(), self._fetching(), self._host, home)
        done = releasing.release(commit, self._default_branch())
        told = [f"Released {tag}" for tag in done.released] or ["Nothing was due"]
        self._run.tell("\n".join((*told, *map(str, done.faults))))
        self._run.output({"verdict": "none", "released": "\n".join(done.released)})
        lines = [f"* {code_span(tag)}" for tag in done.released] or ["Nothing was due."]
        parts = ["### Releases of data contracts", "\n".join(lines)]
        if done.faults:
            parts.append(faults_markdown(done.faults, title="Not released"))
        self._run.summary("\n\n".join(parts))
        return _NO if done.faults else _OK

    def _sweep(self) -> int:
        """Look after everything, and judge open pull requests again; one never hides another."""
        faults: list[Fault] = []
        found = Sweeping(Workspace.find(), self._fetching()).items(self._default_branch())
        self._try(faults, lambda: self._host.issues(issues(found)))
        told = news(found, now().date())
        if told and self._inputs.webhook and not self._inputs.dry_run:
            self._try(faults, lambda: tell(self._inputs.webhook, told))
        numbers = self._host.open_numbers()
        for number in numbers[:MOST_OPEN]:
            self._try(faults, lambda asked=number: self._again(asked))  # type: ignore[misc]  # bound
        if len(numbers) > MOST_OPEN:
            self._run.tell(f"Of {len(numbers)} open pull requests {MOST_OPEN} were judged again.")
        self._run.tell(
            "\n".join([*(item.words for item in found), *map(str, faults)]) or "Nothing."
        )
        lines = [f"* {item.markdown}" for item in found] or ["Nothing has to be looked after."]
        parts = ["### Data contracts to look after", "\n".join(lines)]
        if faults:
            parts.append(faults_markdown(faults, title="Not done"))
        self._run.summary("\n\n".join(parts))
        self._run.output({"verdict": "none"})
        return _NOT_DONE if faults else _OK

    def _again(self, number: int) -> None:
        """Judge an open pull request again: approvals on a fork's start no run of ours."""
        review_pull_request(number, self._host, self._source(), self._manner())

    @staticmethod
    def _try(faults: list[Fault], deed: Callable[[], None]) -> None:
        try:
            deed()
        except StewardError as error:
            faults += error.faults

    def _told(self, outcome: Outcome) -> int:
        """Hand on a review by every way that a run has, and return the exit code."""
        review = outcome.review
        self._run.tell(headline(review))
        if outcome.stopped:
            self._run.tell(f"Nothing was written: {outcome.stopped}.")
        if outcome.refused:
            self._run.command(review_commands(review))
            for text in outcome.refused:
                self._run.tell(f"Not written: {text}")
        self._run.summary(_summary(outcome))
        if self._inputs.sarif is not None:
            write_atomically(self._inputs.sarif, review_sarif(review).encode())
        self._run.output(_outputs(outcome))
        return self._exit_code(review)

    def _exit_code(self, review: Review) -> int:
        match review.verdict, self._inputs.fail_on:
            case Passed(), _:
                return _OK
            case _, "never":
                return _OK
            case Pending(), "failed":
                return _OK
            case _:
                return _NO

    def _nothing(self, why: str) -> int:
        self._run.tell(f"Nothing to do: {why}.")
        self._run.output({"verdict": "none"})
        return _OK

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

    def _door(self, connect: Callable[[Event, str], Client]) -> Gateway:
        inputs, event = self._inputs, self._event
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


def _outputs(outcome: Outcome) -> dict[str, str]:
    review = outcome.review
    return {
        "verdict": review.verdict.word.lower() if concerns(review) else "none",
        "required-bump": review.required.word,
        "breaking": str(sum(map(_breaks, review.findings()))),
        "findings": str(len(review.findings())),
        "comment-id": "" if outcome.comment is None else str(outcome.comment),
    }


def _breaks(finding: Finding) -> bool:
    return finding.weight is Weight.BREAKING and finding.waiver is None


def _summary(outcome: Outcome) -> str:
    parts = [review_markdown(outcome.review)]
    if outcome.stopped:
        parts.append(f"Nothing was written: {prose(outcome.stopped)}.")
    if outcome.refused:
        lines = "\n".join(f"* {prose(text)}" for text in outcome.refused)
        parts.append(f"This run's token may not write everything:\n\n{lines}")
    return "\n\n".join(parts)
