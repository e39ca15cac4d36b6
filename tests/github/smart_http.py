"""Git over HTTP: `git http-backend` serves the bare repository itself."""

from __future__ import annotations

import re
import subprocess

from tests.github.answers import Answer
from tests.github.call import Call
from tests.github.state import Permission, Repository, Token, TokenKind
from tests.github.world import World

PATH = re.compile(
    r"/(?P<owner>[^/]+)/(?P<name>[^/]+?)(?:\.git)?/(?P<rest>info/refs|git-(?:upload|receive)-pack)"
)
ASK_FOR_NAME = Answer(401, b"", {"WWW-Authenticate": 'Basic realm="GitHub"'})


def is_git(path: str) -> bool:
    return PATH.fullmatch(path) is not None


def named(path: str) -> tuple[str, str, str]:
    """Return owner, name and the rest of a path that is Git's."""
    found = PATH.fullmatch(path)
    assert found is not None
    return found["owner"], found["name"], found["rest"]


def pushes(rest: str, query: str) -> bool:
    return rest == "git-receive-pack" or "service=git-receive-pack" in query


def may(world: World, repo: Repository, token: Token | None, *, push: bool) -> bool:
    """Tell whether a token may read the repository, or push to it."""
    if token is None:
        return not push and not repo.private
    if token.kind is TokenKind.PERSON:
        needed = Permission.WRITE if push else Permission.READ
        return world.permission(repo, token.user) >= needed
    granted = token.scopes.get("contents")
    return granted == "write" or (not push and (granted == "read" or not repo.private))


def serve(repo: Repository, rest: str, call: Call) -> Answer:
    """Let Git answer."""
    environment = {
        "GIT_PROJECT_ROOT": str(repo.store.path),
        "GIT_HTTP_EXPORT_ALL": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_PROTOCOL": call.headers.get("git-protocol", ""),
        "PATH_INFO": f"/{rest}",
        "REQUEST_METHOD": call.method,
        "QUERY_STRING": call.search,
        "CONTENT_TYPE": call.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(call.body)),
        "HTTP_CONTENT_ENCODING": call.headers.get("content-encoding", ""),
        "REMOTE_USER": "stand-in",
        "REMOTE_ADDR": "127.0.0.1",
    }
    # The folder belongs to whoever runs the test; Git need not ask whose it is.
    config = ["-c", "safe.directory=*"]
    settings = [f"{name}={value}" for name, value in environment.items()]
    done = subprocess.run(
        # What is asked for and is not there is in its answer, and in its exit code, too.
        ["env", *settings, "git", *config, "http-backend"],
        input=call.body,
        capture_output=True,
        check=False,
    )
    head, _, content = done.stdout.partition(b"\r\n\r\n")
    lines = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
    status = int(lines.pop("Status", "200").split()[0])
    return Answer(status, content, lines)
