"""Reads and writes single files on disk, and follows no link that leads elsewhere."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from pathlib import Path
from typing import NoReturn

from bot.core.errors import ErrorCode, Location, StewardError, failure
from bot.core.history.file_paths import shown

MAX_FILE_BYTES = 1_048_576
"""No contract is read beyond this size."""

_CHUNK = 65_536
_HANDED_OVER = re.compile(r"/dev/stdin|/dev/fd/[0-9]+|/proc/self/fd/[0-9]+", re.ASCII)

# Opening a pipe or a device must not wait, and a link put there at the last moment must not be
# followed. Windows has neither flag.
_READ_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def read_file(path: Path, *, limit: int = MAX_FILE_BYTES, inside: Path | None = None) -> bytes:
    """Return the bytes of a regular file.

    A symbolic link is refused, unless `inside` is given and the link ends inside that folder.
    A pipe is read only where the shell hands it over, as `<(git show …)` does.
    Raises E305 where nothing is there, E306 where it is no regular file or a refused link,
    E104 beyond `limit` bytes, and E101 where the system will not let it be read.
    """
    try:
        if _is_handed_over(path):
            # The shell writes into it as it is read, so that reading has to wait.
            with path.open("rb", buffering=0) as pipe:
                return _pieces(pipe.fileno(), path, limit)
        target = _link_target(path, inside) if stat.S_ISLNK(_mode(path)) else path
        number = os.open(target, _READ_FLAGS)
        try:
            return _read(number, path, limit)
        finally:
            os.close(number)
    except (OSError, ValueError) as error:
        _refuse_reading(path, error)


def write_atomically(path: Path, content: bytes) -> None:
    """Put these bytes in the file's place: a reader sees the old file or the new, never a part.

    An existing file keeps its mode. Raises E306 where a link or a folder is in the way, and
    E310 where the system refuses; then the old file is untouched and nothing is left behind.
    """
    import secrets  # noqa: PLC0415  # takes longer to load than a file to read

    try:
        mode = _mode(path)
        if mode and not stat.S_ISREG(mode):
            raise _not_a_file(path, _kind(mode))
        temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            _write(temporary, content, mode)
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise failure(
            ErrorCode.CANNOT_WRITE,
            f"the file cannot be written: {_reason(error)}",
            hint="check that the folder exists, that it may be written to, and that disk is left",
            where=_place(path),
        ) from error


def exists(path: Path) -> bool:
    """Tell whether something is there; no where the system cannot tell, as of an endless name."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether the path leads to a folder; no where the system cannot tell."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _read(number: int, path: Path, limit: int) -> bytes:
    status = os.fstat(number)
    if not stat.S_ISREG(status.st_mode):
        raise _not_a_file(path, _kind(status.st_mode))
    return _pieces(number, path, limit)


def _is_handed_over(path: Path) -> bool:
    """Tell whether a path names a pipe that this process was given open."""
    if _HANDED_OVER.fullmatch(str(path)) is None:
        return False
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _pieces(number: int, path: Path, limit: int) -> bytes:
    pieces: list[bytes] = []
    left = limit + 1
    # One byte beyond the limit tells: a file may grow while it is read.
    while left > 0 and (piece := os.read(number, min(left, _CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    if left <= 0:
        raise failure(
            ErrorCode.TOO_LARGE,
            f"the file has more than {limit:,} bytes",
            hint="split the contract: one file holds one contract",
            where=_place(path),
        )
    return b"".join(pieces)


def _write(temporary: Path, content: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(content)
        stream.flush()
        # Without this, a crash after the renaming may leave an empty file under the name.
        os.fsync(stream.fileno())
    if mode:
        temporary.chmod(stat.S_IMODE(mode))


def _link_target(path: Path, inside: Path | None) -> Path:
    """Return where the link ends, if that lies inside the folder."""
    # Unlike Path.resolve, realpath tells a loop by an OSError in every version of Python.
    target = Path(os.path.realpath(path, strict=True)) if inside else path
    if inside is None or not target.is_relative_to(inside.resolve()):
        raise _not_a_file(path, "a symbolic link")
    return target


def _refuse_reading(path: Path, error: OSError | ValueError) -> NoReturn:
    mode = _mode(path)
    if stat.S_ISLNK(mode):
        raise _not_a_file(path, "a symbolic link that leads nowhere") from error
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        raise failure(
            ErrorCode.NO_SUCH_PATH,
            f"there is no file `{shown(str(path), limit=500)}`",
            hint="check the path; it counts from the folder you are in",
        ) from error
    if stat.S_ISDIR(mode):
        raise _not_a_file(path, "a folder") from error
    raise failure(
        ErrorCode.UNREADABLE_FILE,
        f"the file cannot be read: {_reason(error)}",
        hint="check the path and the permissions of the file",
        where=_place(path),
    ) from error


def _mode(path: Path) -> int:
    """Return the mode of what lies at the path; 0 where nothing can be learned."""
    try:
        return path.lstat().st_mode
    except (OSError, ValueError):
        return 0


def _not_a_file(path: Path, what: str) -> StewardError:
    return failure(
        ErrorCode.NOT_A_FILE,
        f"this is {what}, not a file",
        hint="name a regular file",
        where=_place(path),
    )


def _kind(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "a folder" if stat.S_ISDIR(mode) else "a pipe, socket or device"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return shown(str(error))


def _place(path: Path) -> Location:
    return Location(shown(str(path)))
