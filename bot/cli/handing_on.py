"""What a run of the action hands on: words in the log, a summary, outputs and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.adapters.files import write_atomically
from bot.adapters.github.run import Run
from bot.cli.sweeping_all import Swept
from bot.core.errors import StewardError
from bot.core.finding import Finding, Weight
from bot.core.review import Passed, Pending, Review
from bot.hosted.announcing import Announced
from bot.hosted.publishing import concerns, faults_markdown
from bot.hosted.rejudging import Again
from bot.hosted.reviewing import Outcome
from bot.render.escape import code_span, prose
from bot.render.machine.commands import review_commands
from bot.render.machine.sarif import review_sarif
from bot.render.markdown.review import review_markdown
from bot.render.words import headline

OK, NO, NOT_DONE = 0, 1, 2
_UNASKED = "Not asked for a review, since GitHub does not take them as reviewers here"


class HandingOn:
    """Tells what became of a run by every way that GitHub Actions has.

    `fail_on` says which verdicts fail the job, `sarif` where the findings go besides.
    """

    def __init__(self, run: Run, fail_on: str, sarif: Path | None) -> None:
        self._run = run
        self._fail_on = fail_on
        self._sarif = sarif

    def nothing(self, why: str) -> int:
        """Tell why there was nothing to do."""
        self._run.tell(f"Nothing to do: {why}.")
        self._run.output({"verdict": "none"})
        return OK

    def failed(self, error: StewardError) -> int:
        """Tell what kept the run from its task."""
        self._run.tell(str(error))
        self._run.summary(faults_markdown(error.faults))
        self._run.output({"verdict": "undecided"})
        return NOT_DONE

    def reviewed(self, outcome: Outcome) -> int:
        """Tell a review; what could not be shown on GitHub goes to the log too."""
        review = outcome.review
        self._run.tell(headline(review))
        if outcome.stopped:
            self._run.tell(f"Nothing was written: {outcome.stopped}.")
        if outcome.refused:
            self._run.command(review_commands(review))
            for text in outcome.refused:
                self._run.tell(f"Not written: {text}")
        if outcome.unasked:
            self._run.tell(f"{_UNASKED}: {', '.join(outcome.unasked)}")
        self._run.summary("\n\n".join(_summary(outcome)))
        if self._sarif is not None:
            write_atomically(self._sarif, review_sarif(review).encode())
        self._run.output(_outputs(outcome))
        return self._exit_code(review)

    def released(self, done: Announced) -> int:
        """Tell what was released; what may not be is loud."""
        told = [f"Released {tag}" for tag in done.released] or ["Nothing was due"]
        self._run.tell("\n".join((*told, *map(str, done.faults))))
        self._run.output({"verdict": "none", "released": "\n".join(done.released)})
        lines = [f"* {code_span(tag)}" for tag in done.released] or ["Nothing was due."]
        parts = ["### Releases of data contracts", "\n".join(lines)]
        if done.faults:
            parts.append(faults_markdown(done.faults, title="Not released"))
        self._run.summary("\n\n".join(parts))
        return NO if done.faults else OK

    def swept(self, done: Swept) -> int:
        """Tell what has to be looked after, and how many pull requests were judged again."""
        lines = [item.words for item in done.items] or ["Nothing has to be looked after."]
        again = _again(done.again)
        self._run.tell("\n".join((*lines, again, *map(str, done.faults))))
        listed = [f"* {item.markdown}" for item in done.items] or lines
        parts = ["### Data contracts to look after", "\n".join(listed), again]
        if done.faults:
            parts.append(faults_markdown(done.faults, title="Not done"))
        self._run.summary("\n\n".join(parts))
        self._run.output({"verdict": "none"})
        return NOT_DONE if done.faults else OK

    def _exit_code(self, review: Review) -> int:
        match review.verdict, self._fail_on:
            case Passed(), _:
                return OK
            case _, "never":
                return OK
            case Pending(), "failed":
                return OK
            case _:
                return NO


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


def _summary(outcome: Outcome) -> Iterable[str]:
    yield review_markdown(outcome.review)
    if outcome.stopped:
        yield f"Nothing was written: {prose(outcome.stopped)}."
    if outcome.refused:
        lines = "\n".join(f"* {prose(text)}" for text in outcome.refused)
        yield f"This run's token may not write everything:\n\n{lines}"
    if outcome.unasked:
        yield f"{_UNASKED}: {', '.join(map(code_span, outcome.unasked))}."


def _again(again: Again) -> str:
    told = f"{again.judged} of {again.there} open pull requests were judged again"
    if again.cut:
        return f"{told}: {again.cut}. The next sweeps begin with others, so that all have a turn."
    return f"{told}."
