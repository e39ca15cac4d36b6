"""A real repository in a test's own folder, driven by the git command."""

from __future__ import annotations

import subprocess
from pathlib import Path

FIRST = 1_700_000_000
"""When the first commit is made; each further one is an hour younger."""


class Checkout:
    def __init__(self, path: Path, *init: str) -> None:
        self.path = path
        self.made = 0
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *init)

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        when = f"@{FIRST + 3600 * self.made} +0000"
        command = ["env", f"GIT_AUTHOR_DATE={when}", f"GIT_COMMITTER_DATE={when}", "git"]
        done = subprocess.run(
            [*command, *arguments], cwd=self.path, input=stdin, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def commit(self, message: str = "change", **files: str) -> str:
        """Commit all there is on disk; the files are first written, as `name="text"`."""
        for name, content in files.items():
            self.write(f"{name}.yaml", content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.made += 1
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, *options: str) -> str:
        self.git("merge", "--quiet", "--no-edit", *options, *branch.split())
        self.made += 1
        return self.git("rev-parse", "HEAD")

    def tree(self, *lines: str) -> str:
        """Store a tree made of lines such as `100644 blob <id>\\t<name>`, and return its id."""
        return self.git(
            "mktree", "--missing", "-z", stdin="".join(f"{x}\0" for x in lines).encode()
        )

    def commit_tree(self, tree: str, *parents: str) -> str:
        options = [option for parent in parents for option in ("-p", parent)]
        self.made += 1
        return self.git("commit-tree", tree, "-m", "made by hand", *options)


def clone(origin: Checkout, path: Path, *options: str) -> Checkout:
    """Clone as from elsewhere: over a file URL, so that depth and filters are obeyed."""
    copy = Checkout.__new__(Checkout)
    copy.path, copy.made = origin.path, origin.made
    copy.git("clone", "--quiet", *options, origin.path.as_uri(), str(path))
    copy.path = path
    return copy
