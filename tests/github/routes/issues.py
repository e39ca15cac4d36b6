"""Issues and labels."""

from __future__ import annotations

from tests.github.answers import Answer, Refusal, invalid, not_found
from tests.github.ask import Ask
from tests.github.deeds import issues as deeds
from tests.github.deeds import pulls
from tests.github.routes.comments import ISSUE
from tests.github.routes.pulls import ORDERS
from tests.github.routing import REPO, route
from tests.github.shapes import pulls as shapes
from tests.github.state import Issue, Label, Pull

LABEL = f"{REPO}/labels/{{name}}"


@route("GET", f"{REPO}/issues", "issues")
def issues(ask: Ask) -> Answer:
    state = ask.call.query.get("state", "open")
    wanted = {name for name in ask.call.query.get("labels", "").lower().split(",") if name}
    creator = ask.call.query.get("creator")
    found = [
        issue
        for issue in ask.repo.issues.values()
        if state in {"all", issue.state}
        and wanted <= {label.name.lower() for label in issue.labels}
        and creator in {None, issue.author.login}
    ]
    newest_first = ask.call.query.get("direction", "desc") == "desc"
    key = ORDERS.get(ask.call.query.get("sort", "created"), ORDERS["created"])
    order = sorted(found, key=key, reverse=newest_first)
    return ask.page(shapes.issue(ask.world, ask.repo, issue) for issue in order)


@route("POST", f"{REPO}/issues", "issues")
def open_issue(ask: Ask) -> Answer:
    issue = deeds.open_issue(
        ask.world, ask.repo, ask.user, str(ask.json.get("title") or ""), ask.text("body")
    )
    deeds.put_labels(ask.world, ask.repo, issue, ask.words("labels"))
    shape = shapes.issue(ask.world, ask.repo, issue)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", ISSUE, "issues", "pull_requests")
def issue(ask: Ask) -> Answer:
    return Answer(200, shapes.issue(ask.world, ask.repo, ask.issue))


@route("PATCH", ISSUE, "issues", "pull_requests")
def change_issue(ask: Ask) -> Answer:
    issue = ask.issue
    pulls.check_text("Issue", ask.text("title"), ask.text("body"))
    issue.title = ask.text("title") or issue.title
    if "body" in ask.json:
        issue.body = ask.text("body")
    if "labels" in ask.json:
        issue.labels = []
        deeds.put_labels(ask.world, ask.repo, issue, ask.words("labels"))
    _set_state(ask, issue)
    issue.updated = ask.world.clock.tick()
    return Answer(200, shapes.issue(ask.world, ask.repo, issue))


def _set_state(ask: Ask, issue: Issue) -> None:
    state = ask.text("state")
    if state == issue.state or state is None:
        return
    match issue, state:
        case Pull(), "closed":
            pulls.close(ask.world, issue)
        case Pull(), "open":
            pulls.reopen(ask.world, ask.repo, issue)
        case _, "closed":
            deeds.close_issue(ask.world, issue, ask.text("state_reason") or "completed")
        case _, "open":
            deeds.reopen_issue(ask.world, issue)
        case _:
            raise invalid("Issue", "state", "invalid")


@route("PUT", f"{ISSUE}/lock", "issues", "pull_requests")
def lock(ask: Ask) -> Answer:
    deeds.lock(ask.world, ask.issue, locked=True)
    return Answer(204)


@route("DELETE", f"{ISSUE}/lock", "issues", "pull_requests")
def unlock(ask: Ask) -> Answer:
    deeds.lock(ask.world, ask.issue, locked=False)
    return Answer(204)


@route("GET", f"{REPO}/labels", "issues", "pull_requests")
def labels(ask: Ask) -> Answer:
    return ask.page(shapes.label(ask.world, ask.repo, label) for label in ask.repo.labels)


@route("POST", f"{REPO}/labels", "issues", "pull_requests")
def make_label(ask: Ask) -> Answer:
    color = ask.text("color") or "ededed"
    label = deeds.make_label(
        ask.world, ask.repo, ask.needed("name"), color, ask.text("description")
    )
    shape = shapes.label(ask.world, ask.repo, label)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", LABEL, "issues", "pull_requests")
def label(ask: Ask) -> Answer:
    return Answer(200, shapes.label(ask.world, ask.repo, _label(ask)))


@route("PATCH", LABEL, "issues", "pull_requests")
def change_label(ask: Ask) -> Answer:
    label = _label(ask)
    name = ask.text("new_name") or label.name
    deeds.check_label(name, ask.text("description"), ask.text("color"))
    label.name, label.color = name, ask.text("color") or label.color
    label.description = ask.text("description") or label.description
    ask.world.clock.tick()
    return Answer(200, shapes.label(ask.world, ask.repo, label))


@route("DELETE", LABEL, "issues", "pull_requests")
def delete_label(ask: Ask) -> Answer:
    label = _label(ask)
    ask.repo.labels.remove(label)
    for issue in ask.repo.issues.values():
        issue.labels = [kept for kept in issue.labels if kept is not label]
    ask.world.clock.tick()
    return Answer(204)


def _label(ask: Ask) -> Label:
    found = deeds.label_named(ask.repo, ask.arguments["name"])
    if found is None:
        raise not_found()
    return found


@route("GET", f"{ISSUE}/labels", "issues", "pull_requests")
def labels_of_issue(ask: Ask) -> Answer:
    return ask.page(shapes.label(ask.world, ask.repo, label) for label in ask.issue.labels)


@route("POST", f"{ISSUE}/labels", "issues", "pull_requests")
def put_labels(ask: Ask) -> Answer:
    deeds.put_labels(ask.world, ask.repo, ask.issue, _names(ask))
    return labels_of_issue(ask)


def _names(ask: Ask) -> list[str]:
    """Return the labels that were sent: a list in `labels`, or the bare list of old clients."""
    sent = ask.call.json
    listed = sent.get("labels") if isinstance(sent, dict) else sent
    if not isinstance(listed, list):
        raise Refusal(422, "Invalid request.\n\nFor 'labels', this is not an array.")
    return [str(each["name"] if isinstance(each, dict) else each) for each in listed]


@route("PUT", f"{ISSUE}/labels", "issues", "pull_requests")
def replace_labels(ask: Ask) -> Answer:
    ask.issue.labels = []
    return put_labels(ask)


@route("DELETE", f"{ISSUE}/labels", "issues", "pull_requests")
def clear_labels(ask: Ask) -> Answer:
    ask.issue.labels, ask.issue.updated = [], ask.world.clock.tick()
    return Answer(204)


@route("DELETE", f"{ISSUE}/labels/{{name}}", "issues", "pull_requests")
def take_label(ask: Ask) -> Answer:
    deeds.take_label(ask.world, ask.issue, ask.arguments["name"])
    return labels_of_issue(ask)
