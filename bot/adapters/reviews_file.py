"""Reads a pull request and its reviews from a JSON file, for a review on a laptop."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

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
from bot.core.errors import ErrorCode, Fault, Location, StewardError, failure

LARGEST = 8 * 1024 * 1024
_MOST_FAULTS = 50
_HINTS = {
    "minItems": "list at least one",
    "minLength": "it cannot be empty",
    "maxLength": "shorten it",
    "minimum": "write a number from 1 on",
}


def read_reviews(data: bytes, file: str) -> PullRequest:
    """Return the pull request in the bytes of the file; its base and head are still empty.

    Raises StewardError with every fault: unknown keys and words with did-you-mean.
    """
    found = _parsed(data, file)
    faults = list(_faults(found, file))
    if faults:
        raise StewardError(*faults[:_MOST_FAULTS])
    told: dict[str, Any] = found
    pull_request = told["pull_request"]
    owner = pull_request.get("owner", "")
    return PullRequest(
        number=pull_request["number"],
        author=pull_request["author"],
        base="",
        head="",
        owner=owner,
        head_owner=pull_request.get("head_owner", owner),
        head_branch=pull_request.get("head_branch", ""),
        draft=pull_request.get("draft", False),
        labels=frozenset(pull_request.get("labels", ())),
        statuses=tuple(
            Status(status["name"], status["conclusion"])
            for status in pull_request.get("statuses", ())
        ),
        commits=tuple(map(_commit, told["commits"])),
        reviews=tuple(_review(review, order) for order, review in enumerate(told["reviews"], 1)),
        teams=Teams(
            members={_team(name): frozenset(told) for name, told in _members(told).items()},
            missing=frozenset(map(_team, told.get("missing_teams", ()))),
        ),
    )


def _members(told: Mapping[str, Any]) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = told.get("teams", {})
    return found


def _team(name: str) -> str:
    return name.removeprefix("@").lower()


def _commit(told: Mapping[str, Any]) -> Commit:
    return Commit(
        id=told["id"],
        author=told["author"],
        committer=told["committer"],
        parents=tuple(told.get("parents", ())),
        verified=told.get("verified", False),
    )


def _review(told: Mapping[str, Any], order: int) -> Review:
    seen = told.get("seen")
    return Review(
        id=told["id"],
        login=told["login"],
        state=ReviewState(told["state"]),
        commit=told["commit"],
        order=order,
        kind=Kind(told.get("kind", "user")),
        seen=None
        if seen is None
        else {path: Blobs(blobs["base"], blobs["head"]) for path, blobs in seen.items()},
    )


def _parsed(data: bytes, file: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    if len(data) > LARGEST:
        raise failure(
            ErrorCode.TOO_LARGE,
            f"the file is larger than {LARGEST // 1024 // 1024} MiB",
            hint="leave out what is not needed: texts of reviews, diffs",
            where=Location(file),
        )
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise failure(
            ErrorCode.NOT_UTF8,
            "the file is not UTF-8",
            hint="save it as UTF-8",
            where=Location(file),
        ) from error
    except json.JSONDecodeError as error:
        where = Location(file, error.lineno, error.colno)
        told = f"this is no JSON: {error.msg}"
        raise failure(
            ErrorCode.BAD_REVIEWS, told, hint="mend the text here", where=where
        ) from error
    except RecursionError as error:
        where = Location(file)
        told = "the file is nested too deeply"
        raise failure(ErrorCode.TOO_DEEP, told, hint="see the schema", where=where) from error
    except ValueError as error:
        where = Location(file)
        raise failure(
            ErrorCode.BAD_REVIEWS, str(error), hint="write it once, as it should be", where=where
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        told = f"the key `{twice}` is written twice"
        raise ValueError(told)
    return found


def _faults(found: Any, file: str) -> Iterator[Fault]:  # noqa: ANN401  # whatever JSON holds
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 70 ms, and only for such a file

    for error in Draft202012Validator(published_schema("reviews")).iter_errors(found):
        place = ".".join(map(str, error.absolute_path)) or "the file"
        for message, hint in _explained(error, place):
            yield Fault(ErrorCode.BAD_REVIEWS, message, hint, Location(file))


def _explained(error: Any, place: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # imported late
    match error.validator:
        case "additionalProperties":
            known = list(error.schema.get("properties", ()))
            for key in error.instance:
                if key not in known:
                    yield f"`{key}` in `{place}` is no key", _meant(str(key), known)
        case "enum":
            allowed = [str(value) for value in error.validator_value]
            yield f"`{place}` cannot be `{error.instance}`", _meant(str(error.instance), allowed)
        case "required":
            yield f"`{place}`: {error.message}", "add the key"
        case "pattern":
            yield (
                f"`{place}` is no full id of Git",
                "write all 40 hexadecimal digits, in lower case",
            )
        case "type":
            wanted = error.validator_value
            words = [wanted] if isinstance(wanted, str) else wanted
            yield f"`{place}` has the wrong form", f"give it a value of type {' or '.join(words)}"
        case _:
            yield (
                f"`{place}` has the wrong form",
                _HINTS.get(error.validator, "see `steward config --schema reviews`"),
            )


def _meant(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    near = near or [name for name in known if name.lower() == word.lower()]
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"
