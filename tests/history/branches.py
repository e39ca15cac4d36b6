"""A repository whose commits have their own dates, for tests of clocks."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.adapters.registry import GitHistory, GitTree, Places
from bot.app.endings import Past
from bot.app.ranges import Range, review_range
from bot.core.policy.settings import DEFAULT_SETTINGS, Settings
from bot.core.review import Judging, Review
from bot.core.rules import CATALOGUE

PLACES = Places((".",))


def orders(*fields: str, version: str = "1.0.0", status: str = "active", more: str = "") -> str:
    """Return a contract with these fields: `amount` is a live one, `amount!` a deprecated one."""
    lines = [
        f"  - {{name: {field.rstrip('!')}, logicalType: number"
        f"{', deprecated: true' if field.endswith('!') else ''}}}\n"
        for field in fields
    ]
    return (
        f"apiVersion: v3.2.0\nkind: DataContract\nid: orders\nversion: {version}\n"
        f"status: {status}\n{more}schema:\n- name: orders\n  properties:\n{''.join(lines)}"
    )


class Branches:
    """A repository in a test's own folder. Each deed has a day, at noon in UTC."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, day: str = "2026-01-01", author: str | None = None) -> str:
        dates = {
            "GIT_COMMITTER_DATE": _moment(day),
            "GIT_AUTHOR_DATE": _moment(author or day),
            "GIT_CONFIG_GLOBAL": "/dev/null",
            **{f"GIT_{who}_NAME": "Ada" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "ada@example.com" for who in ("AUTHOR", "COMMITTER")},
        }
        command = ["env", *(f"{key}={value}" for key, value in dates.items()), "git", *words]
        done = subprocess.run(command, cwd=self.path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, name: str, text: str | None) -> None:
        file = self.path / name
        if text is None:
            file.unlink()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(
        self, day: str, text: str | None, name: str = "orders.yaml", author: str | None = None
    ) -> str:
        """Write a file, or delete it, and commit all there is."""
        self.write(name, text)
        self.git("add", "--all")
        self.git(
            "commit", "--quiet", "--allow-empty", "--message", f"on {day}", day=day, author=author
        )
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str, start: str = "HEAD") -> None:
        self.git("switch", "--quiet", "--create", name, start)

    def to(self, name: str) -> None:
        self.git("switch", "--quiet", name)

    def review(
        self,
        head: str,
        today: str,
        *,
        base: str | None = None,
        settings: Settings = DEFAULT_SETTINGS,
    ) -> Review:
        """Return the review of a branch, as `steward review --base main` would judge it."""
        repository = Repository.discover(self.path)
        fork = repository.merge_base("main", head)
        start = base or (fork.id if fork else "main")
        span = Range(
            history=GitHistory(repository, PLACES),
            base=GitTree(repository, start, PLACES, "main"),
            head=GitTree(repository, head, PLACES, head),
            read=read,
            past=Past(
                line=GitTree(repository, "main", PLACES, "main"), today=date.fromisoformat(today)
            ),
        )
        return review_range(span, Judging(rules=CATALOGUE, settings=settings))

    def endings(self, head: str, today: str, **options: object) -> list[tuple[str, str]]:
        """Return the rules on ends that strike in the review of a branch, and where."""
        review = self.review(head, today, **options)  # type: ignore[arg-type]  # handed on
        return [
            (found.rule, found.path)
            for entry in review.contracts
            for found in entry.gate
            if "DC940" <= found.rule <= "DC947"
        ]


def _moment(day: str) -> str:
    return day if day.startswith("@") else f"{day}T12:00:00+00:00"
