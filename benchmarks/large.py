"""A large repository for measuring: 10,000 contracts, 50,000 edges of lineage, 20,000 commits."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bot.storyboard import synthetic
from bot.storyboard.synthetic import synthetic_contract, synthetic_file

CONTRACTS = 10_000
COMMITS = 20_000
TOUCHED = 10
BRANCH = "feature/ten"
PLACE = Path(".cache/bench-repo")

_FIELDS = 16
_SOURCES = 3
_IMPORTED = 100
"""So many contracts come with each of the first commits; each later one changes one contract."""
_START = 1_500_000_000
_STEP = 4 * 3600
_DEPRECATING = 10
_MADE = ".git/contract-steward-bench"


def large_repository() -> Path:
    """Return the repository, made anew where it is not there or was made by another generator."""
    sources = (Path(__file__), Path(synthetic.__file__))
    stamp = sha256(b"".join(file.read_bytes() for file in sources)).hexdigest()
    mark = PLACE / _MADE
    if mark.exists() and mark.read_text("utf-8") == stamp:
        return PLACE
    _git("init", "--quiet", "--initial-branch", "main", str(PLACE))
    with subprocess.Popen(
        ("git", "-C", str(PLACE), "fast-import", "--quiet", "--force"), stdin=subprocess.PIPE
    ) as writer:
        if writer.stdin is None:
            raise RuntimeError("git takes no input")
        for piece in _stream():
            writer.stdin.write(piece)
        writer.stdin.close()
    if writer.returncode:
        raise RuntimeError("git fast-import failed")
    _git("-C", str(PLACE), "reset", "--quiet", "--hard", "main")
    _git("-C", str(PLACE), "gc", "--quiet")
    mark.write_text(stamp, "utf-8")
    return PLACE


def text_of(number: int, minor: int) -> str:
    """Return a contract after so many changes; each tenth change deprecates a field."""
    text = synthetic_contract(number, fields=_FIELDS, sources=_SOURCES, version=f"1.{minor}.0")
    if minor and number % _DEPRECATING == 0:
        text = text.replace(
            "        name: f001\n", "        name: f001\n        deprecated: true\n"
        )
    return text


def _stream() -> Iterator[bytes]:
    minors = [0] * CONTRACTS
    imports = CONTRACTS // _IMPORTED
    for number in range(COMMITS):
        if number < imports:
            files = [(one, 0) for one in range(number * _IMPORTED, (number + 1) * _IMPORTED)]
        else:
            one = (number * 7919) % CONTRACTS
            minors[one] += 1
            files = [(one, minors[one])]
        yield from _commit("main", number, [(one, text_of(one, minor)) for one, minor in files])
    touched = range(CONTRACTS // 2, CONTRACTS // 2 + TOUCHED)
    yield from (b"reset refs/heads/", BRANCH.encode(), b"\nfrom refs/heads/main\n\n")
    texts = [(one, _without_a_field(text_of(one, minors[one]))) for one in touched]
    yield from _commit(BRANCH, COMMITS, texts)


def _commit(branch: str, number: int, files: list[tuple[int, str]]) -> Iterator[bytes]:
    when = f"{_START + number * _STEP} +0000"
    subject = f"Change {number}".encode()
    yield f"commit refs/heads/{branch}\ncommitter Bench <bench@example.com> {when}\n".encode()
    yield b"data %d\n%s\n" % (len(subject), subject)
    for one, text in files:
        data = text.encode()
        yield f"M 100644 inline {synthetic_file(one)}\n".encode()
        yield b"data %d\n%s\n" % (len(data), data)


def _without_a_field(text: str) -> str:
    """Return the contract without its third field, which others read, in the next major."""
    start = text.index("      - id: f003\n")
    end = text.index("      - id: f004\n")
    kept = text[:start] + text[end:]
    head, _, rest = kept.partition("version: 1.")
    return f"{head}version: 2.0.0\n{rest.partition(chr(10))[2]}"


def _git(*words: str) -> None:
    subprocess.run(("git", *words), check=True)
