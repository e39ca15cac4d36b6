"""The faults that GitHub finds in a CODEOWNERS file: owners it does not know or may not ask."""

from __future__ import annotations

from tests.github.answers import Refusal
from tests.github.shapes.people import Shape
from tests.github.state import Permission, Repository
from tests.github.store import Store
from tests.github.world import World

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


def faults(world: World, repo: Repository, commit: str) -> list[Shape] | None:
    """Return the faults of the file at a commit; None where there is no such file."""
    path, text = _read(repo.store, commit)
    if path is None:
        return None
    found: list[Shape] = []
    for number, line in enumerate(text.split("\n"), 1):
        rule = line.split("#")[0].rstrip()
        for owner in rule.split()[1:]:
            if not _may_own(world, repo, owner):
                column = line.index(owner) + 1
                found.append(_fault(path, number, column, line, owner))
    return found


def _read(store: Store, commit: str) -> tuple[str | None, str]:
    tree = store.commit_of(commit).tree
    for path in PLACES:
        if path in tree:
            return path, store.git[tree[path].id].read_raw().decode()
    return None, ""


def _may_own(world: World, repo: Repository, owner: str) -> bool:
    name = owner.removeprefix("@")
    if "/" in name:
        organisation, slug = name.split("/", 1)
        return (
            organisation == repo.owner.login
            and repo.teams.get(slug, Permission.NONE) >= Permission.WRITE
        )
    if not owner.startswith("@"):
        return any(user.email == owner for user in world.users.values())
    try:
        user = world.user(name)
    except Refusal:
        return False
    return world.permission(repo, user) >= Permission.WRITE


def _fault(path: str, line: int, column: int, source: str, owner: str) -> Shape:
    pointer = " " * (column + 3) + "^"
    return {
        "line": line,
        "column": column,
        "source": source,
        "kind": "Unknown owner",
        "suggestion": f"make sure {owner} exists and has write access to the repository",
        "message": f"Unknown owner on line {line}: make sure {owner} exists and has write access to"
        f" the repository\n\n  {source}\n{pointer}",
        "path": path,
    }
