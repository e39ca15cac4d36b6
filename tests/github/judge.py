"""The judge: GitHub's own description says of every call and answer whether they are right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import quote

from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue

from tests.github.answers import Answer
from tests.github.call import Call
from tests.github.description import described
from tests.github.routing import ROUTES, Match

Side = Literal["call", "answer"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the description says against a call, or against the answer to it."""

    side: Side
    method: str
    template: str
    status: int
    text: str

    def __str__(self) -> str:
        return f"{self.side} {self.method} {self.template} {self.status}: {self.text}"


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A finding where the description is wrong and the live service is known to be otherwise."""

    side: Side
    operation: str
    text: str
    reason: str

    def explains(self, finding: Finding) -> bool:
        operation = f"{finding.method} {finding.template}"
        return (
            self.side == finding.side
            and re.fullmatch(self.operation, operation) is not None
            and re.search(self.text, finding.text) is not None
        )


FALSE_ALARMS: tuple[FalseAlarm, ...] = (
    FalseAlarm(
        "call",
        r"(POST|PUT) .*/issues/\{issue_number\}/labels",
        r"is not valid under|is not of type 'object'",
        "PyGithub sends the labels as a bare array: the description's words allow it, its schema"
        " does not",
    ),
    FalseAlarm(
        "call",
        r"POST .*/releases/\{release_id\}/assets",
        r"label query parameter cannot be empty",
        "PyGithub sends `label=` where no label is given; GitHub takes it for none",
    ),
    FalseAlarm(
        "answer",
        r"\w+ .*/(pulls|requested_reviewers)",
        r"labels/\d+/description: None",
        "a label without a description has null there in every answer; the schema of a pull request"
        " in a list forgets it, that of one pull request does not",
    ),
    FalseAlarm(
        "answer",
        r"\w+ .*/pulls(/\{pull_number\}(/requested_reviewers)?)?",
        r"head/(repo|user): None",
        "the fork was deleted, or the account that owned it: the live service sends null, as the"
        " schemas of its webhooks allow",
    ),
    FalseAlarm(
        "answer",
        r"GET .*/(contents/\{path\}|git/blobs/\{file_sha\})",
        r"type not found: application/vnd\.github\.v3\.raw",
        "a file as it is: the description tells of it in words only",
    ),
)
"""Each has a reason; a test holds that each is still needed."""

UNTOLD = {
    400: "a version of the API or a body that cannot be read",
    401: "a token that is missing or wrong, on any path",
    403: "a token without the right, or a limit, on any path",
    404: "what the token may not see, on any path",
    405: "a pull request that cannot be merged",
    409: "a state that has changed meanwhile",
    422: "a rule of the fields, also where only 200 is described",
    301: "a repository that has another name now",
    307: "a repository that has another name now, for a write",
}
"""Answers that the description leaves out of most operations, with when they come."""


class Judge:
    def __init__(self, version: str) -> None:
        self._version = version
        operations = [(r.method, r.template) for r in ROUTES if r.described]
        self._told = described(operations, version)
        self._openapi = OpenAPI.from_dict(self._told)

    def judge(self, match: Match, sent: Call, answer: Answer, content: bytes) -> Iterator[Finding]:
        """Yield what is wrong; a call that the stand-in refuses may be wrong."""
        route, status = match.route, answer.status
        if not route.described:
            return
        call = _request(match, sent)
        if status < 400:
            for text in _texts(self._openapi.iter_apicall_request_errors(call)):
                yield Finding("call", route.method, route.template, status, text)
        if self._is_told(match, status):
            kind = answer.headers.get("Content-Type", "application/json").split(";")[0]
            told = MockResponse(content, status, dict(answer.headers), kind)
            errors = self._openapi.iter_apicall_response_errors(call, told)
            for text in _texts(errors):
                yield Finding("answer", route.method, route.template, status, text)
        elif (fault := _untold(status, content)) is not None:
            yield Finding("answer", route.method, route.template, status, fault)

    def _is_told(self, match: Match, status: int) -> bool:
        paths = self._told["paths"]
        assert isinstance(paths, dict)
        operation = paths[match.route.template][match.route.method.lower()]
        return str(status) in operation["responses"]


@cache
def judge_of(version: str) -> Judge:
    """Return the judge for a version of the API; without the description the test is skipped."""
    return Judge(version)


def unexplained(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that no known false alarm explains."""
    return tuple(f for f in findings if not any(a.explains(f) for a in FALSE_ALARMS))


def _request(match: Match, sent: Call) -> MockRequest:
    # A slash inside a reference or a path stays one segment this way.
    named = {"owner": "o", "repo": "r"} | dict(match.arguments)
    path = match.route.template.format_map({k: quote(v, safe="") for k, v in named.items()})
    uploads = sent.path.startswith("/uploads/")
    kind = "application/octet-stream" if uploads else sent.headers.get("content-type", "")
    return MockRequest(
        "https://uploads.github.com" if uploads else "https://api.github.com",
        match.route.method,
        path,
        args=dict(sent.query),
        headers=dict(sent.headers),
        data=sent.body,
        content_type=kind.split(";")[0] or "application/json",
    )


def _texts(errors: Iterable[Exception]) -> Iterator[str]:
    for error in errors:
        cause = error.__cause__
        if isinstance(cause, InvalidSchemaValue):
            for each in cause.schema_errors:
                place = "/".join(str(step) for step in getattr(each, "absolute_path", ()))
                yield f"{place}: {getattr(each, 'message', each)}"
        else:
            yield f"{type(error).__name__}: {cause or error}"


def _untold(status: int, content: bytes) -> str | None:
    if status not in UNTOLD:
        return f"{status} is not described"
    try:
        shape = json.loads(content)
    except ValueError:
        return "the body is no JSON"
    told = isinstance(shape, dict) and isinstance(shape.get("message"), str)
    return None if told else "the body has no message"
