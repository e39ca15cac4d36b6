"""Reads CODEOWNERS as GitHub does: the last line whose pattern fits a file decides alone.

Source: GitHub Docs, "About code owners": CODEOWNERS syntax, syntax exceptions, file size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.approvals.policy import Givers
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.records import dataclass, field

CODEOWNERS_FILES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub looks, in this order; it takes the first file that it finds and no other."""
LARGEST = 3 * 1024 * 1024
"""GitHub does not load a larger file."""
_USER = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:_[A-Za-z0-9]+)?")
_TEAM = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9_.-]+")
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")
_TOKEN = re.compile(r"(?:\\.|[^\s\\]|\\)+")


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """A line: its number, its pattern, and who owns what fits it; nobody where none is named."""

    number: int
    pattern: str
    givers: Givers

    def fits(self, path: str) -> bool:
        """Tell whether the pattern fits a file, named from the top of the repository."""
        if _begins_elsewhere(self.pattern, path):
            return False
        return _fits(_steps(self.pattern), path.split("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOwners:
    """A CODEOWNERS file: its lines, and the faults of those that GitHub skips.

    `found` keeps which line decides on a path that was asked for: there may be 100,000 lines.
    """

    file: str
    lines: tuple[OwnerLine, ...] = ()
    faults: tuple[Fault, ...] = ()
    found: dict[str, OwnerLine | None] = field(default_factory=dict, repr=False, compare=False)

    def line(self, path: str) -> OwnerLine | None:
        """Return the line that decides who owns a file; None where no line fits."""
        if path not in self.found:
            fitting = (line for line in reversed(self.lines) if line.fits(path))
            self.found[path] = next(fitting, None)
        return self.found[path]

    def owners(self, path: str) -> Givers:
        """Return who owns a file: nobody where no line fits, or the last that fits names none."""
        found = self.line(path)
        return Givers() if found is None else found.givers


def read_codeowners(data: bytes, file: str) -> CodeOwners:
    """Return what a CODEOWNERS file says. Never fails: what GitHub skips is told as a fault."""
    if len(data) > LARGEST:
        told = f"the file is larger than {LARGEST // 1024 // 1024} MB, so GitHub does not load it"
        return CodeOwners(
            file=file, faults=(_fault(file, 1, told, "shorten it with patterns", ""),)
        )
    lines: list[OwnerLine] = []
    faults: list[Fault] = []
    for number, text in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        match _line(number, text.rstrip("\r"), file):
            case OwnerLine() as line:
                lines.append(line)
            case Fault() as fault:
                faults.append(fault)
            case None:
                pass
    return CodeOwners(file=file, lines=tuple(lines), faults=tuple(faults))


def unknown_teams(owners: CodeOwners, missing: frozenset[str]) -> tuple[Fault, ...]:
    """Return a fault for each team that GitHub ignores: it is not there, secret, or may not write.

    `missing` has the names of such teams in lower case, without `@`.
    """
    return tuple(
        _fault(
            owners.file,
            line.number,
            f"GitHub ignores `@{team}` here: there is no such team, it is secret, or it has no"
            " write access to the repository",
            "give the team write access, or name another owner",
            line.pattern,
        )
        for line in owners.lines
        for team in line.givers.teams
        if team.lower() in missing
    )


def _line(number: int, text: str, file: str) -> OwnerLine | Fault | None:
    tokens = list(_tokens(text))
    if not tokens:
        return None
    pattern, *owners = tokens
    trouble = _pattern_trouble(pattern)
    if trouble is None:
        bad = next((owner for owner in owners if not _is_owner(owner)), None)
        if bad is None:
            return OwnerLine(number, pattern, _givers(owners))
        trouble = (
            f"`{bad}` is no owner",
            "write `@login`, `@organisation/team`, or an e-mail address",
        )
    return _fault(file, number, f"GitHub skips this line: {trouble[0]}", trouble[1], text)


def _tokens(text: str) -> Iterator[str]:
    r"""Yield the words of a line up to a comment; a blank after a backslash belongs to its word."""
    for found in _TOKEN.finditer(text):
        if found[0].startswith("#"):
            return
        yield found[0]


def _pattern_trouble(pattern: str) -> tuple[str, str] | None:
    """Return what of gitignore's patterns is used that GitHub does not know, and what to do."""
    if pattern.startswith("!"):
        return "`!` does not negate here", "name the owners of the rest on a later line"
    if re.search(r"(?<!\\)[\[\]]", pattern):
        return "`[ ]` is neither a range nor a section here", "write out each name, or use `*`"
    if pattern.startswith(r"\#"):
        return r"a pattern cannot begin with `\#`", "write `?` for the `#`"
    if "***" in pattern:
        return "`***` is no pattern", "write `**`"
    if pattern.endswith("\\") and not pattern.endswith("\\\\"):
        return "a backslash at the end escapes nothing", "remove it"
    return None


def _is_owner(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_USER, _TEAM, _EMAIL))


def _givers(owners: list[str]) -> Givers:
    names = [owner.removeprefix("@") for owner in owners]
    return Givers(
        people=tuple(name for name in names if "/" not in name),
        teams=tuple(name for name in names if "/" in name),
    )


def _begins_elsewhere(pattern: str, path: str) -> bool:
    """Tell at once that a pattern from the top names another first folder; most lines do."""
    first, slash, _ = pattern[1:].partition("/")
    plain = pattern.startswith("/") and slash and not any(mark in first for mark in "*?\\")
    return bool(plain and first) and not path.startswith(f"{first}/")


def _steps(pattern: str) -> tuple[str, ...]:
    """Return the pattern as steps from the top; `**` stands for any number of folders.

    A slash at the beginning or in the middle ties it to the top; one at the end means all that is
    in a folder. What fits a folder fits all in it, save for a last step `*`: `docs/*` has the
    files of `docs` and not of the folders in it.
    """
    names = [step for step in pattern.split("/") if step]
    if not names:
        return ()
    tied = "/" in pattern.rstrip("/")
    steps = names if tied else ["**", *names]
    if pattern.endswith("/"):
        return (*steps, "**", "*")
    return tuple(steps) if steps[-1] in {"*", "**"} else (*steps, "")


def _fits(steps: tuple[str, ...], path: list[str]) -> bool:
    """Tell whether steps fit a path. An empty last step: the path itself, or all below it."""
    reached = {0}
    for name in path:
        reached = {
            after
            for at in _skipping(steps, reached)
            if at < len(steps)
            for after in _after(steps, at, name)
        }
    return any(at == len(steps) or steps[at:] == ("",) for at in reached)


def _after(steps: tuple[str, ...], at: int, name: str) -> tuple[int, ...]:
    """Return the steps that may be next once a name of the path is used up by this one."""
    match steps[at]:
        case "**":
            return (at, at + 1) if at == len(steps) - 1 else (at,)
        case "":
            return (at,)
        case step:
            return (at + 1,) if _fits_name(step, name) else ()


def _skipping(steps: tuple[str, ...], reached: set[int]) -> set[int]:
    """Return the steps that may be next, where `**` may stand for no folder at all."""
    found = set(reached)
    for at in sorted(reached):
        while at < len(steps) - 1 and steps[at] == "**":
            at += 1  # noqa: PLW2901  # walks over one `**` after the other
            found.add(at)
    return found


def _fits_name(pattern: str, name: str) -> bool:
    """Tell whether a step fits a name: `*` any characters, `?` one, a backslash the next itself.

    Goes back to the last `*` alone, so the time is at most the product of the lengths.
    """
    wanted = _characters(pattern)
    at = mark = 0
    star = -1
    place = 0
    while place < len(name):
        kind, char = wanted[at] if at < len(wanted) else ("end", "")
        if kind == "star":
            star, mark = at, place
            at += 1
        elif kind == "any" or (kind == "one" and char == name[place]):
            at += 1
            place += 1
        elif star >= 0:
            mark += 1
            at, place = star + 1, mark
        else:
            return False
    return all(kind == "star" for kind, _ in wanted[at:])


def _characters(pattern: str) -> list[tuple[str, str]]:
    found = []
    for part in re.findall(r"\\.|.", pattern, re.DOTALL):
        if part == "*":
            found.append(("star", ""))
        elif part == "?":
            found.append(("any", ""))
        else:
            found.append(("one", part[-1]))
    return found


def _fault(file: str, number: int, message: str, hint: str, excerpt: str) -> Fault:
    return Fault(ErrorCode.BAD_SETTINGS, message, hint, Location(file, number), excerpt)
