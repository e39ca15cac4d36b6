"""The calls that the stand-in answers, by area; importing one registers it."""

from tests.github.routes import (
    checks,
    comments,
    contents,
    git_data,
    issues,
    people,
    pulls,
    releases,
    repositories,
    reviews,
)
