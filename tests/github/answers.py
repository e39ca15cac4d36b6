"""What the stand-in says: an answer, or a refusal in GitHub's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DOCS = "https://docs.github.com/rest"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with what goes with it; `payload` is JSON, or bytes as they are."""

    status: int = 200
    payload: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):  # noqa: N818 - an answer, not an error of ours
    """GitHub says no."""

    def __init__(
        self,
        status: int,
        message: str,
        errors: list[object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {message}")
        body: dict[str, object] = {"message": message}
        if errors is not None:
            body["errors"] = errors
        body |= {"documentation_url": DOCS, "status": str(status)}
        self.answer = Answer(status, body, headers or {})


def not_found() -> Refusal:
    return Refusal(404, "Not Found")


def not_for_integrations() -> Refusal:
    return Refusal(403, "Resource not accessible by integration")


def invalid(resource: str, field_name: str, code: str, message: str = "") -> Refusal:
    """Return the 422 of a field that will not do."""
    error: dict[str, object] = {"resource": resource, "code": code, "field": field_name}
    if message:
        error["message"] = message
    return Refusal(422, "Validation Failed", [error])


def unprocessable(resource: str, message: str) -> Refusal:
    """Return the 422 of a rule that is told in words only."""
    error = {"resource": resource, "code": "custom", "message": message}
    return Refusal(422, "Validation Failed", [error])
