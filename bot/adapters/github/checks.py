"""The check on a commit: annotated in batches, made anew only when it says something new."""

from __future__ import annotations

import json
from hashlib import sha256

from bot.adapters.github.answers import Json, count, entry, identity
from bot.adapters.github.client import Client
from bot.core.errors import StewardError
from bot.hosting import Annotation, Check

MOST_ANNOTATIONS = 1_000
"""Beyond it nobody looks, and each fifty cost a call."""
_BATCH = 50
_LONGEST_TEXT = 65_000
_LONGEST_MESSAGE = 16_000
_LONGEST_TITLE = 250


class Checks:
    """The checks of one repository."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def bring(self, check: Check) -> None:
        """Bring the check up to date.

        GitHub appends annotations and never takes one away, so a check that says something else
        is made anew, under the same name. One that a run left half written is continued: it knows
        how many annotations it has.
        """
        annotations = [_annotation(found) for found in check.annotations[:MOST_ANNOTATIONS]]
        digest = _digest(check, annotations)
        run = self._known(check, digest)
        if run is not None and run.get("status") == "completed":
            return
        if run is None:
            run = self._begin(check, annotations, digest)
        self._continue(check, annotations, run)

    def _known(self, check: Check, digest: str) -> Json | None:
        """Return the newest run of our check, where it says the same."""
        path = self._client.path(f"commits/{check.head}/check-runs")
        asked = {"check_name": check.name, "filter": "latest"}
        runs = list(self._client.every(path, asked, key="check_runs"))
        newest = max(runs, key=lambda run: count(run.get("id")), default=None)
        return newest if newest is not None and newest.get("external_id") == digest else None

    def _begin(self, check: Check, annotations: list[Json], digest: str) -> Json:
        body = {
            "name": check.name,
            "head_sha": check.head,
            "external_id": digest,
            "output": _output(check, annotations[:_BATCH]),
            **_state(check, done=len(annotations) <= _BATCH),
        }
        try:
            return self._client.send("POST", self._client.path("check-runs"), body)
        except StewardError:
            known = self._known(check, digest)
            if known is None:
                raise
            return known

    def _continue(self, check: Check, annotations: list[Json], run: Json) -> None:
        told = entry(run.get("output")).get("annotations_count")
        done = told if isinstance(told, int) else _BATCH
        if run.get("status") == "completed":
            return
        while True:
            batch = annotations[done : done + _BATCH]
            done += len(batch)
            body = {"output": _output(check, batch), **_state(check, done=done >= len(annotations))}
            self._client.send("PATCH", self._client.path(f"check-runs/{identity(run, 'id')}"), body)
            if done >= len(annotations):
                return


def _state(check: Check, *, done: bool) -> Json:
    if not done:
        return {"status": "in_progress"}
    return {"status": "completed", "conclusion": str(check.conclusion)}


def _output(check: Check, annotations: list[Json]) -> Json:
    return {
        "title": check.title[:_LONGEST_TITLE],
        "summary": _cut(check.summary, _LONGEST_TEXT),
        "annotations": annotations,
    }


def _cut(text: str, longest: int) -> str:
    """Return the text, or its beginning: GitHub counts bytes here."""
    return text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore")


def _annotation(found: Annotation) -> Json:
    return {
        "path": found.path,
        "start_line": found.line,
        "end_line": found.line,
        "annotation_level": str(found.level),
        "title": found.title[:_LONGEST_TITLE],
        "message": _cut(found.message, _LONGEST_MESSAGE) or found.title[:_LONGEST_TITLE],
    }


def _digest(check: Check, annotations: list[Json]) -> str:
    told = [check.name, check.head, str(check.conclusion), check.title, check.summary, annotations]
    text = json.dumps(told, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
