"""The stand-in answers as the live service did when traffic was recorded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import requests

from tests.github.recorded import HOST, Exchange, encoded, exchanges, keys
from tests.github.server import StandIn
from tests.github.state import Permission, TokenKind

ORG = "octokit-fixture-org"
ALWAYS = {
    "content-type",
    "x-github-media-type",
    "x-github-request-id",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-ratelimit-resource",
    "x-ratelimit-used",
}
LEFT_OUT = {
    "allow_update_branch": "a setting that nobody here asks for",
    "temp_clone_token": "a secret for cloning, which nobody here uses",
    "use_squash_pr_title_as_default": "a setting that nobody here asks for",
}
"""Keys that were recorded and that the stand-in leaves out, with the reason."""

Names = Mapping[str, str]
"""What a recorded path or body names, and what stands for it here."""


def _nothing(_: StandIn) -> Names:
    return {}


def _tip(hub: StandIn) -> Names:
    return {"0" * 39 + "1": str(hub.repo.store.tip("main"))}


def _two_commits(hub: StandIn) -> Names:
    first = str(hub.repo.store.tip("main"))
    second = hub.commit({"second.txt": "2"}, branch="second")
    hub.delete_branch("second")
    return {"0" * 39 + "1": second, "0" * 39 + "2": first}


def _issue(hub: StandIn) -> Names:
    hub.open_issue("An issue")
    return {}


def _thirteen_issues(hub: StandIn) -> Names:
    for number in range(1, 14):
        hub.open_issue(f"Test issue {number}")
    return {"/repositories/1000/": f"/repositories/{hub.repo.id}/"}


def _labels(hub: StandIn) -> Names:
    hub.label("bug", "Something is not working")
    return {}


def _release(hub: StandIn) -> Names:
    release = hub.release("v1.0.0")
    return {"releases/1000": f"releases/{release.id}"}


def _release_with_file(hub: StandIn) -> Names:
    names = _release(hub)
    hub.asset(hub.repo.releases[0], "test-upload.txt", b"Hello, world!\n")
    return {**names, "assets/1000": f"assets/{hub.repo.releases[0].assets[0].id}"}


def _numbered(hub: StandIn) -> Names:
    return {"/repositories/1000": f"/repositories/{hub.repo.id}"}


@pytest.mark.parametrize(
    ("scenario", "stage"),
    [
        pytest.param("add-labels-to-issue", _nothing, id="labels are put on an issue"),
        pytest.param("create-file", _nothing, id="a file is made"),
        pytest.param("create-status", _tip, id="statuses of a commit"),
        pytest.param("errors", _nothing, id="a label with a bad colour"),
        pytest.param("get-content", _nothing, id="a folder, and a file as it is"),
        pytest.param("get-repository", _nothing, id="a repository"),
        pytest.param("git-refs", _two_commits, id="references are made, moved and deleted"),
        pytest.param("labels", _labels, id="labels are made, changed and deleted"),
        pytest.param("lock-issue", _issue, id="an issue is locked and unlocked"),
        pytest.param("paginate-issues", _thirteen_issues, id="pages of issues"),
        pytest.param("release-assets", _release, id="the files of a release"),
        pytest.param("release-assets-conflict", _release_with_file, id="a file that is there"),
        pytest.param("rename-repository", _numbered, id="a repository with another name"),
    ],
)
def test_answers_are_like_the_recorded_ones(
    tmp_path: Path, scenario: str, stage: Callable[[StandIn], Names]
) -> None:
    told = [*exchanges(scenario)]
    name = told[0].path.split("?")[0].split("/")[3]
    with StandIn(tmp_path, owner=ORG, name=name) as hub:
        hub.commit({"README.md": "# hello-world"})
        hub.user("octokit-fixture-user-a", Permission.ADMIN)
        token = hub.token(TokenKind.PERSON, login="octokit-fixture-user-a")
        names = dict(stage(hub))

        for exchange in told:
            answer = _sent(hub, exchange, names, token)
            _learn(names, exchange, answer)

            assert _of_interest(answer, names) == _recorded(exchange)
            assert _missing(exchange, answer) == set()
            assert {header.lower() for header in answer.headers} >= _headers(exchange)
        assert hub.findings == ()


def _sent(hub: StandIn, exchange: Exchange, names: Names, token: str) -> requests.Response:
    path, body = exchange.path, encoded(exchange.body).decode()
    for old, new in names.items():
        path, body = path.replace(old, new), body.replace(old, new)
    upload = exchange.method == "POST" and path.partition("?")[0].endswith("/assets")
    base = hub.world.uploads if upload else hub.url
    kind = "text/plain" if upload else "application/json"
    return requests.request(
        exchange.method,
        base + path,
        data=body.encode(),
        headers={
            "Accept": exchange.accept,
            "Authorization": f"token {token}",
            "Content-Type": kind,
        },
        allow_redirects=False,
        timeout=10,
    )


def _learn(names: dict[str, str], exchange: Exchange, answer: requests.Response) -> None:
    """Note the number of a file that was just uploaded: later calls name it."""
    if exchange.status == 201 and "/assets?" in exchange.path:
        names["assets/1000"] = f"assets/{answer.json()['id']}"


def _recorded(exchange: Exchange) -> object:
    kind = exchange.headers.get("content-type", "")
    told = [exchange.headers.get(name) for name in ("link", "location")]
    return exchange.status, kind, told, _fault(exchange.status, exchange.answer)


def _of_interest(answer: requests.Response, names: Names) -> object:
    headers = []
    for name in ("link", "location"):
        text = answer.headers.get(name)
        for old, new in names.items() if text else ():
            text = str(text).replace(new, old)
        headers.append(text and re.sub(r"http://127\.0\.0\.1:\d+", HOST, text))
    kind = answer.headers.get("content-type", "")
    shape = answer.json() if "json" in kind else None
    told = _fault(answer.status_code, shape)
    if isinstance(told, dict) and "url" in told:
        told["url"] = headers[1]
    return answer.status_code, kind, headers, told


def _fault(status: int, shape: object) -> object:
    """Return what an answer says went wrong, word by word; the place in the docs moves often."""
    if status < 300 or not isinstance(shape, dict):
        return None
    kept = {name: shape[name] for name in ("message", "errors", "url") if name in shape}
    return json.loads(json.dumps(kept))


def _missing(exchange: Exchange, answer: requests.Response) -> set[str]:
    if "json" not in answer.headers.get("content-type", ""):
        return set()
    lacking = {*keys(exchange.answer)} - {*keys(answer.json())}
    return lacking - LEFT_OUT.keys() - {"request_id"}


def _headers(exchange: Exchange) -> set[str]:
    return ALWAYS & exchange.headers.keys()
