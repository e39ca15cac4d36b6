"""Check runs with annotations, and commit statuses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tests.github.answers import Answer, Refusal, invalid
from tests.github.ask import Ask
from tests.github.routing import REPO, route
from tests.github.shapes import checks as shapes
from tests.github.state import Annotation, App, CheckRun, Status

CHECK = f"{REPO}/check-runs/{{check_run_id}}"
MOST_ANNOTATIONS = 50
LONGEST_SUMMARY = 65_535
LONGEST_MESSAGE = 64 * 1024
LONGEST_ANNOTATION_TITLE = 255
LONGEST_STATUS = 140
MOST_STATUSES = 1000
CONCLUSIONS = frozenset(
    {"action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"}
)
LEVELS = frozenset({"notice", "warning", "failure"})


@route("POST", f"{REPO}/check-runs", "checks")
def make(ask: Ask) -> Answer:
    app = _app(ask)
    sha = ask.needed("head_sha")
    if ask.repo.store.find(sha) is None:
        raise Refusal(422, f"No commit found for SHA: {sha}")
    run = CheckRun(id=ask.world.next_id(), name=ask.needed("name"), sha=sha, app=app)
    run.started = ask.world.clock.tick()
    _fill(ask, run)
    ask.repo.checks.append(run)
    return Answer(201, shapes.check_run(ask.world, ask.repo, run))


@route("PATCH", CHECK, "checks")
def change(ask: Ask) -> Answer:
    run = _run(ask)
    if _app(ask) is not run.app:
        raise Refusal(403, f"Invalid app_id `{_app(ask).id}` - check run can only be modified by"
                           " the GitHub App that created it.")  # fmt: skip
    _fill(ask, run)
    ask.world.clock.tick()
    return Answer(200, shapes.check_run(ask.world, ask.repo, run))


def _app(ask: Ask) -> App:
    if ask.app is None:
        raise Refusal(403, "You must authenticate via a GitHub App.")
    return ask.app


def _run(ask: Ask) -> CheckRun:
    return ask.among(ask.repo.checks, "check_run_id")


def _fill(ask: Ask, run: CheckRun) -> None:
    """Take over what was sent; nothing of it where a part will not do."""
    output = ask.mapping("output")
    annotations = _annotations(output)
    conclusion = ask.text("conclusion")
    if conclusion is not None and conclusion not in CONCLUSIONS:
        raise Refusal(422, f"Invalid request.\n\n{conclusion} is not a conclusion.")
    run.name = ask.text("name") or run.name
    run.details_url = ask.text("details_url") or run.details_url
    run.external_id = ask.text("external_id") or run.external_id
    run.status = ask.text("status") or run.status
    run.started = _moment(ask.text("started_at")) or run.started
    if conclusion is not None:
        run.status, run.conclusion = "completed", conclusion
        run.completed = _moment(ask.text("completed_at")) or ask.world.clock.now
    if output:
        run.title = _word(output, "title") or run.title
        run.summary = _word(output, "summary")
        run.text = _word(output, "text") or run.text
        run.annotations += annotations


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _word(sent: Mapping[str, object], name: str) -> str | None:
    found = sent.get(name)
    if found is not None and not isinstance(found, str):
        raise Refusal(422, f"Invalid request.\n\nFor 'properties/{name}', this is not a string.")
    return found


def _annotations(output: Mapping[str, object]) -> list[Annotation]:
    if not output:
        return []
    if _word(output, "summary") is None:
        raise Refusal(422, 'Invalid request.\n\n"summary" wasn\'t supplied.')
    for name in ("summary", "text"):
        if len((_word(output, name) or "").encode()) > LONGEST_SUMMARY:
            raise Refusal(422, "Invalid request.\n\nOnly 65535 characters are allowed; more were"
                               " supplied.")  # fmt: skip
    sent = output.get("annotations") or []
    if not isinstance(sent, list) or len(sent) > MOST_ANNOTATIONS:
        raise Refusal(
            422, "Invalid request.\n\nNo more than 50 items are allowed; more were supplied."
        )
    return [_annotation(each) for each in sent]


def _annotation(sent: Mapping[str, object]) -> Annotation:
    path, message, level = (_word(sent, x) for x in ("path", "message", "annotation_level"))
    first, last = sent.get("start_line"), sent.get("end_line")
    if path is None or message is None or not isinstance(first, int) or not isinstance(last, int):
        raise Refusal(422, "Invalid request.\n\nAn annotation lacks what it needs.")
    title, details = _word(sent, "title"), _word(sent, "raw_details")
    too_long = (
        len(message.encode()) > LONGEST_MESSAGE or len((details or "").encode()) > LONGEST_MESSAGE
    )
    if level not in LEVELS or too_long or len(title or "") > LONGEST_ANNOTATION_TITLE:
        raise invalid("CheckRun", "annotations", "invalid")
    if first < 1 or last < first:
        raise invalid("CheckRun", "annotations", "invalid")
    columns = (sent.get("start_column"), sent.get("end_column"))
    if any(column is not None for column in columns) and first != last:
        raise invalid("CheckRun", "annotations", "invalid")
    start, end = (column if isinstance(column, int) else None for column in columns)
    return Annotation(
        path=path, start_line=first, end_line=last, level=str(level), message=message,
        title=title, raw_details=details, start_column=start, end_column=end,
    )  # fmt: skip


@route("GET", CHECK, "checks")
def check_run(ask: Ask) -> Answer:
    return Answer(200, shapes.check_run(ask.world, ask.repo, _run(ask)))


@route("GET", f"{CHECK}/annotations", "checks")
def annotations_of_run(ask: Ask) -> Answer:
    run = _run(ask)
    return ask.page(
        shapes.annotation(ask.world, ask.repo, run.sha, found) for found in run.annotations
    )


@route("GET", f"{REPO}/commits/{{ref}}/check-runs", "checks")
def check_runs(ask: Ask) -> Answer:
    sha = ask.commit(ask.arguments["ref"])
    name, app = ask.call.query.get("check_name"), ask.call.query.get("app_id")
    found = [
        run
        for run in reversed(ask.repo.checks)
        if run.sha == sha and name in {None, run.name} and app in {None, str(run.app.id)}
    ]
    if ask.call.query.get("filter", "latest") == "latest":
        found = list({(run.name, run.app.id): run for run in reversed(found)}.values())
    listed, headers = ask.cut([shapes.check_run(ask.world, ask.repo, run) for run in found])
    return Answer(200, {"total_count": len(found), "check_runs": listed}, headers)


@route("POST", f"{REPO}/statuses/{{sha}}", "statuses")
def set_status(ask: Ask) -> Answer:
    sha = ask.commit(ask.arguments["sha"])
    state, context = ask.needed("state"), ask.text("context") or "default"
    if state not in {"error", "failure", "pending", "success"}:
        raise invalid("Status", "state", "custom", "state is not included in the list")
    description = ask.text("description")
    if len(description or "") > LONGEST_STATUS:
        text = "description is too long (maximum is 140 characters)"
        raise invalid("Status", "description", "custom", text)
    if sum(s.sha == sha and s.context == context for s in ask.repo.statuses) >= MOST_STATUSES:
        text = "This SHA and context has reached the maximum number of statuses."
        raise invalid("Status", "context", "custom", text)
    made = Status(
        id=ask.world.next_id(), sha=sha, context=context, state=state, description=description,
        target_url=ask.text("target_url"), creator=ask.user, created=ask.world.clock.tick(),
    )  # fmt: skip
    ask.repo.statuses.append(made)
    shape = shapes.status(ask.world, ask.repo, made)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", f"{REPO}/commits/{{ref}}/status", "statuses")
def combined_status(ask: Ask) -> Answer:
    sha = ask.commit(ask.arguments["ref"])
    found = [status for status in ask.repo.statuses if status.sha == sha]
    return Answer(200, shapes.combined(ask.world, ask.repo, sha, found))


@route("GET", f"{REPO}/commits/{{ref}}/statuses", "statuses")
def statuses(ask: Ask) -> Answer:
    sha = ask.commit(ask.arguments["ref"])
    found = [status for status in reversed(ask.repo.statuses) if status.sha == sha]
    return ask.page(shapes.status(ask.world, ask.repo, status) for status in found)
