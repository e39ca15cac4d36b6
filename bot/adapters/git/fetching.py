"""Fetches what is to be judged into a repository: objects only. Nothing is checked out or run."""

from __future__ import annotations

import base64
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.history.file_paths import shown

LONGEST = 300
"""Seconds that one fetch may take."""
_FOLDER = "refs/contract-steward"
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_OURS = re.compile(r"refs/(?:heads|tags|pull)/[^\s:^~?*\[\\]+")
# Hooks and helpers of the checkout have no business here, nor has any other way to a repository.
_SETTINGS = {
    "core.hooksPath": "/dev/null",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "credential.helper": "",
    "protocol.allow": "never",
    "protocol.https.allow": "always",
    "protocol.http.allow": "always",
    "http.followRedirects": "initial",
}


class Fetching:
    """Fetches from one address into the repository around a folder.

    The token goes to Git by the environment and for this one address, never as an argument, which
    others on the machine could see. `environment` is what Git is started with besides.
    """

    def __init__(
        self, folder: Path, address: str, token: str, environment: Mapping[str, str]
    ) -> None:
        self._folder = folder
        self._address = address
        self._environment = _with_token(environment, address, token)

    def fetch(self, references: Mapping[str, str]) -> None:
        """Fetch references of the other side: each comes to lie under the name it is given.

        Such as `refs/pull/7/head` under `pull/7`, which then is `refs/contract-steward/pull/7`.
        Raises E302 where one is not there, E601 where the other side cannot be reached.
        """
        wanted = [f"+{_checked(name)}:{place(own)}" for name, own in references.items()]
        done = self._run(wanted)
        if done.returncode != 0:
            raise self._explained(done)

    def fetch_commits(self, commits: Iterable[str]) -> None:
        """Fetch commits by their ids, as far as they are still there; the others stay unknown."""
        wanted = sorted({commit for commit in commits if _COMMIT.fullmatch(commit)})
        if wanted and self._run(wanted).returncode != 0:
            # One that is gone fails the whole call.
            for commit in wanted if len(wanted) > 1 else ():
                self._run([commit])

    def fetch_tags(self) -> None:
        """Bring the tags to what they are on the other side."""
        done = self._run(["+refs/tags/*:refs/tags/*"])
        if done.returncode != 0:
            raise self._explained(done)

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield each annotated tag with its message, the newest tag first."""
        form = "--format=%(objecttype)%00%(refname:strip=2)%00%(contents)%00%01"
        done = self._git(["for-each-ref", "--sort=-taggerdate", form, "refs/tags"])
        for entry in done.stdout.decode("utf-8", "replace").split("\0\1"):
            kind, _, rest = entry.strip("\n").partition("\0")
            name, _, message = rest.partition("\0")
            if kind == "tag":
                yield name, message

    def _run(self, wanted: Iterable[str]) -> subprocess.CompletedProcess[bytes]:
        return self._git(
            [
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-recurse-submodules",
                "--no-write-fetch-head",
                "--no-auto-maintenance",
                "--end-of-options",
                self._address,
                *wanted,
            ]
        )

    def _git(self, words: list[str]) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self._folder), *words]
        try:
            # The words are our own, save names that were checked.
            return subprocess.run(  # noqa: S603  # no shell, fixed words
                command,
                env=dict(self._environment),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise failure(
                ErrorCode.HOST_UNREACHABLE,
                f"Git did not fetch from {self._address} within {LONGEST} seconds",
                hint="run again; a repository this large needs a checkout with `fetch-depth: 0`",
            ) from error
        except OSError as error:
            raise failure(
                ErrorCode.NO_REPOSITORY,
                f"Git cannot be started: {error.strerror}",
                hint="install Git on the machine that runs the job",
            ) from error

    def _explained(self, done: subprocess.CompletedProcess[bytes]) -> StewardError:
        text = shown(done.stderr.decode("utf-8", "replace").strip(), limit=400)
        if "couldn't find remote ref" in text or "not our ref" in text:
            return failure(
                ErrorCode.NO_SUCH_REVISION,
                f"{self._address} has not what was to be fetched: {text}",
                hint="it may have been closed or deleted meanwhile; run again",
            )
        return failure(
            ErrorCode.HOST_UNREACHABLE,
            f"Git could not fetch from {self._address}: {text}",
            hint="run again; the job needs `contents: read`",
        )


def place(own: str) -> str:
    """Return the full name of a reference that was fetched under a name of our own."""
    return f"{_FOLDER}/{own}"


def _checked(name: str) -> str:
    """Return a reference, or raise E302: a name may not become anything else in a refspec."""
    if not _OURS.fullmatch(name) or ".." in name or "@{" in name:
        raise failure(
            ErrorCode.NO_SUCH_REVISION,
            f"`{shown(name)}` is no name that Git takes for a branch",
            hint="see `git check-ref-format --help`",
        )
    return name


def _with_token(environment: Mapping[str, str], address: str, token: str) -> Mapping[str, str]:
    """Return the environment for Git: no questions, no other settings, and the token."""
    kept = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    settings = dict(_SETTINGS)
    if token:
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        settings[f"http.{address}.extraheader"] = f"AUTHORIZATION: basic {secret}"
    for index, (name, value) in enumerate(settings.items()):
        kept[f"GIT_CONFIG_KEY_{index}"] = name
        kept[f"GIT_CONFIG_VALUE_{index}"] = value
    return {
        **kept,
        "GIT_CONFIG_COUNT": str(len(settings)),
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "LC_ALL": "C",
    }
