from __future__ import annotations

import json
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.adapters.reviews_file import LARGEST, read_reviews
from bot.adapters.schema_faults import published_schema
from bot.core.approvals.pull_request import (
    Blobs,
    Commit,
    Kind,
    PullRequest,
    Review,
    ReviewState,
    Status,
    Teams,
)
from bot.core.errors import StewardError

HEAD, BASE, BLOB = "a" * 40, "b" * 40, "c" * 40
WHOLE: dict[str, Any] = {
    "pull_request": {
        "number": 7,
        "author": "ada",
        "draft": True,
        "owner": "acme",
        "head_owner": "ada",
        "head_branch": "feature/x",
        "labels": ["urgent"],
        "statuses": [{"name": "build", "conclusion": "success"}],
    },
    "commits": [
        {
            "id": HEAD,
            "author": "ada",
            "committer": None,
            "parents": [BASE],
            "verified": True,
        }
    ],
    "reviews": [
        {"id": 5, "login": "bea", "state": "COMMENTED", "commit": HEAD},
        {
            "id": 4,
            "login": "robo",
            "kind": "bot",
            "state": "APPROVED",
            "commit": BASE,
            "seen": {"a.yaml": {"base": None, "head": BLOB}},
        },
    ],
    "teams": {"@Acme/Data": ["bea"]},
    "missing_teams": ["acme/gone"],
}


def _read(value: object) -> PullRequest:
    return read_reviews(json.dumps(value).encode(), "reviews.json")


def test_everything_in_the_file_is_read() -> None:
    assert _read(WHOLE) == PullRequest(
        number=7,
        author="ada",
        base="",
        head="",
        owner="acme",
        head_owner="ada",
        head_branch="feature/x",
        draft=True,
        labels=frozenset({"urgent"}),
        statuses=(Status("build", "success"),),
        commits=(Commit(id=HEAD, author="ada", committer=None, parents=(BASE,), verified=True),),
        reviews=(
            Review(id=5, login="bea", state=ReviewState.COMMENTED, commit=HEAD, order=1),
            Review(
                id=4,
                login="robo",
                state=ReviewState.APPROVED,
                commit=BASE,
                order=2,
                kind=Kind.BOT,
                seen={"a.yaml": Blobs(None, BLOB)},
            ),
        ),
        teams=Teams(members={"acme/data": frozenset({"bea"})}, missing=frozenset({"acme/gone"})),
    )


def _with(path: str, value: object) -> dict[str, Any]:
    """Return the whole file with another value at a path."""
    changed = deepcopy(WHOLE)
    *way, last = path.split(".")
    part: Any = changed
    for step in way:
        part = part[int(step)] if step.isdigit() else part[step]
    part[last] = value
    return changed


@pytest.mark.parametrize(
    ("found", "message", "hint"),
    [
        pytest.param(
            _with("reviews.0.comment", "LGTM"),
            "`comment` in `reviews.0` is no key",
            "did you mean `commit`?",
            id="F03: a comment is no review",
        ),
        pytest.param(
            _with("commits.0.co_authors", ["bea"]),
            "`co_authors` in `commits.0` is no key",
            "did you mean `author`?",
            id="F02: co-authors are not taken",
        ),
        pytest.param(
            _with("pull_request.autor", "ada"),
            "`autor` in `pull_request` is no key",
            "did you mean `author`?",
            id="a key with a slip",
        ),
        pytest.param(
            _with("reviews.0.state", "approved"),
            "`reviews.0.state` cannot be `approved`",
            "did you mean `APPROVED`?",
            id="a state in another case",
        ),
        pytest.param(
            {"pull_request": WHOLE["pull_request"], "reviews": []},
            "`the file`: 'commits' is a required property",
            "add the key",
            id="no commits",
        ),
        pytest.param(
            _with("commits.0.id", "abc123"),
            "`commits.0.id` is no full id of Git",
            "write all 40 hexadecimal digits, in lower case",
            id="a short id",
        ),
        pytest.param(
            _with("pull_request.number", "7"),
            "`pull_request.number` has the wrong form",
            "give it a value of type integer",
            id="a number as text",
        ),
        pytest.param(
            _with("commits", []),
            "`commits` has the wrong form",
            "list at least one",
            id="an empty list of commits",
        ),
        pytest.param(
            [], "`the file` has the wrong form", "give it a value of type object", id="a list"
        ),
    ],
)
def test_what_is_wrong_is_told_with_what_was_meant(found: object, message: str, hint: str) -> None:
    with pytest.raises(StewardError) as caught:
        _read(found)

    assert [(fault.message, fault.hint) for fault in caught.value.faults] == [(message, hint)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            b'{"reviews": [],\n "x" 1}',
            "reviews.json:2: E406 this is no JSON: Expecting ':' delimiter",
            id="no JSON",
        ),
        pytest.param(
            b'{"reviews": [], "reviews": []}',
            "reviews.json:1: E406 the key `reviews` is written twice",
            id="a key twice",
        ),
        pytest.param(b"\xff", "reviews.json:1: E103 the file is not UTF-8", id="no UTF-8"),
        pytest.param(
            b"[" * 100_000, "reviews.json:1: E105 the file is nested too deeply", id="too deep"
        ),
        pytest.param(
            b" " * (LARGEST + 1),
            "reviews.json:1: E104 the file is larger than 8 MiB",
            id="too large",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(data: bytes, expected: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_reviews(data, "reviews.json")

    assert str(caught.value).splitlines()[0] == expected.replace("E103", "E102")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(published_schema("reviews"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(StewardError):
        assert read_reviews(data, "reviews.json").commits
