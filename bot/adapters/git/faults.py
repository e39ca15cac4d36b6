"""What is said when Git does not have what was asked for."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from bot.core.errors import ErrorCode, Fault, Location, StewardError, failure
from bot.core.history.file_paths import objection, shown
from bot.core.history.snapshot import Blob, FileMode

_LFS_MARK = b"version https://git-lfs.github.com/spec/"
_LFS_LONGEST = 1024
_MOST_COMPARED = 5_000


def shallow() -> StewardError:
    """Return the error for a history that ends because the clone was cut short."""
    return failure(
        ErrorCode.SHALLOW_CLONE,
        "the history ends here: this clone is shallow",
        hint="git fetch --unshallow (in GitHub Actions: `fetch-depth: 0` for actions/checkout)",
    )


def unborn() -> StewardError:
    """Return the error for a branch without any commit."""
    return failure(
        ErrorCode.UNBORN_BRANCH,
        "the branch has no commit yet",
        hint="make a first commit: git add . && git commit",
    )


def missing_object(object_id: str, *, partial: bool) -> StewardError:
    """Return the error for an object that should be there, and is not."""
    if partial:
        return failure(
            ErrorCode.BROKEN_REPOSITORY,
            f"object {object_id} was left out of this partial clone",
            hint="git fetch --refetch --no-filter (in GitHub Actions: no `filter` for "
            "actions/checkout)",
        )
    return failure(
        ErrorCode.BROKEN_REPOSITORY,
        f"object {object_id} is missing from the repository",
        hint="git fsck --full, then clone again or fetch what it names",
    )


def broken_object(object_id: str, reason: str) -> StewardError:
    """Return the error for an object that cannot be read."""
    return failure(
        ErrorCode.BROKEN_REPOSITORY,
        f"object {object_id} cannot be read: {shown(reason)}",
        hint="git fsck --full, then clone again or fetch what it names",
    )


def too_large(path: str, size: int, limit: int) -> StewardError:
    """Return the error for a file beyond the limit."""
    return failure(
        ErrorCode.TOO_LARGE,
        f"the file has {size:,} bytes, more than {limit:,}",
        hint="split the contract: one file holds one contract",
        where=place(path),
    )


def too_many(limit: int) -> StewardError:
    """Return the error for trees that unfold into more paths than anyone could review."""
    return failure(
        ErrorCode.TOO_LARGE,
        f"there are more than {limit:,} paths to look at",
        hint="name the folders that hold contracts, so that nothing else is looked at",
    )


def too_deep(limit: int) -> StewardError:
    """Return the error for folders in folders without end."""
    return failure(
        ErrorCode.TOO_DEEP,
        f"folders lie more than {limit:,} deep in one another",
        hint="name the folders that hold contracts, so that nothing else is looked at",
    )


def no_such_path(path: str, revision: str, near: Iterable[str]) -> StewardError:
    """Return the error for a path that a revision does not have, with paths much like it."""
    return failure(
        ErrorCode.NO_SUCH_PATH,
        f"{shown(revision)} has no file `{shown(path, limit=500)}`",
        hint=did_you_mean(path, near, before=f"{revision}:")
        or "paths count from the top of the repository",
    )


def nothing_on_disk(path: str) -> StewardError:
    """Return the error for a path of the checkout at which nothing lies."""
    return failure(
        ErrorCode.NO_SUCH_PATH,
        f"there is no file `{shown(path, limit=500)}`",
        hint="paths count from the top of the repository",
    )


def checked_path(path: str) -> str:
    """Return the path, or raise E309 where it may not be used."""
    reason = objection(path)
    if reason:
        raise StewardError(unsafe_path(path, reason))
    return path


def unsafe_path(path: str, reason: str) -> Fault:
    """Return the fault of a path that may not be used."""
    return Fault(
        ErrorCode.UNSAFE_PATH,
        f"the path {reason}",
        "use a plain path from the top of the repository, such as contracts/orders.yaml",
        place(path),
    )


def not_a_file(path: str, what: str) -> Fault:
    """Return the fault of a path at which no regular file lies."""
    return Fault(
        ErrorCode.NOT_A_FILE,
        f"this is {what}, not a file",
        "put the contract itself there, as a regular file",
        place(path),
    )


def refusal(blob: Blob) -> Fault | None:
    """Return why this path of a tree is not read, or None where it may be."""
    reason = objection(blob.path)
    if reason:
        return unsafe_path(blob.path, reason)
    if blob.mode is FileMode.SYMLINK:
        return not_a_file(blob.path, "a symbolic link")
    if blob.mode is FileMode.SUBMODULE:
        folder = shlex.quote(shown(blob.path, limit=500))
        return Fault(
            ErrorCode.NOT_A_FILE,
            "this is a submodule, a repository of its own, not a file",
            f"git submodule update --init {folder} && cd {folder} && steward lint",
            place(blob.path),
        )
    return None


def refuse_lfs_pointer(path: str, content: bytes) -> None:
    """Raise E117 where the bytes are Git LFS's stand-in for a file kept elsewhere."""
    if len(content) <= _LFS_LONGEST and content.startswith(_LFS_MARK):
        name = shlex.quote(shown(path))
        raise failure(
            ErrorCode.LFS_POINTER,
            "the file lies in Git LFS: the repository holds only a pointer to it",
            hint=f"git lfs untrack {name} && git add --renormalize .gitattributes {name}, "
            "then commit",
            where=place(path),
        )


def did_you_mean(word: str, known: Iterable[str], *, before: str = "") -> str:
    """Return a question that names up to three known words much like this one, else "".

    `before` is put before each of them.
    """
    near = get_close_matches(word, list(islice(known, _MOST_COMPARED)), n=3, cutoff=0.6)
    named = ", ".join(f"`{shown(f'{before}{one}')}`" for one in near)
    return f"did you mean {named}?" if near else ""


def place(path: str) -> Location:
    """Return the location of a whole file, fit to be printed."""
    return Location(shown(path, limit=500))
