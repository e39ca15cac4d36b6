"""Wires releases: what is on the default branch, what is tagged, and what was begun."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.adapters.git import Repository
from bot.adapters.git.fetching import Fetching, place
from bot.adapters.registry import GitHistory, Places
from bot.app.comparing import Text
from bot.app.releasing import Due, reconcile
from bot.cli.releasing import registered_at
from bot.cli.sourcing import Fetched
from bot.cli.workspace import Workspace
from bot.core.errors import StewardError
from bot.core.records import replace
from bot.core.release.tag_names import contract_of
from bot.hosted.announcing import Announced, Surroundings, announce
from bot.hosted.reviewing import completed
from bot.hosting import Host
from bot.render.escape import json_text
from bot.render.machine.audit import Account, read_audit


class _Unfinished(GitHistory):
    """A history in which some tags are not there: their releases are still to be made."""

    def __init__(self, repository: Repository, places: Places, hidden: frozenset[str]) -> None:
        super().__init__(repository, places)
        self._hidden = hidden

    def released(self) -> Mapping[str, str]:
        """Return the commit of each tag but the hidden ones."""
        found = super().released()
        return {tag: commit for tag, commit in found.items() if tag not in self._hidden}


class Releasing:
    """Releases what is due in a checkout of the default branch."""

    def __init__(self, workspace: Workspace, fetching: Fetching, host: Host, home: str) -> None:
        self._workspace = workspace
        self._fetching = fetching
        self._host = host
        self._home = home

    def release(self, commit: str, branch: str) -> Announced:
        """Release what is due at a commit; without one, at the tip of the branch.

        What a run before left half done is finished: a tag of ours without a published release.
        Raises E303 on a shallow clone.
        """
        self._fetching.fetch_tags()
        if commit:
            self._fetching.fetch_commits((commit,))
        else:
            self._fetching.fetch({f"refs/heads/{branch}": "base"})
            commit = self._workspace.repository.resolve(place("base")).id
        registered = registered_at(self._workspace, commit)
        found = reconcile(registered)
        half = self._half_done()
        due: list[Due] = list(found.due)
        if half:
            places = self._workspace.places(self._workspace.settings(commit))
            history = _Unfinished(self._workspace.repository, places, half)
            again = reconcile(replace(registered, history=history), all_versions=True)
            due = [one for one in again.due if one.planned.tag in half] + due
        tags = frozenset(registered.history.released())
        around = Surroundings(
            home=self._home, tags=tags, account=self._accounts(), as_json=self._as_json
        )
        done = announce(due, self._host, around)
        if done.released:
            self._fetching.fetch_tags()
        return replace(done, faults=(*found.faults, *done.faults))

    def _half_done(self) -> frozenset[str]:
        """Return the tags that were made by a run of ours that did not live to publish them."""
        ours = [
            tag
            for tag, message in self._fetching.messages()
            if contract_of(tag) is not None and read_audit(message) is not None
        ]
        return self._host.unpublished(ours) if ours else frozenset()

    def _accounts(self) -> _Accounts:
        return _Accounts(self._host, Fetched(self._workspace, self._fetching), self._workspace)

    def _as_json(self, data: bytes, file: str) -> bytes:
        document = self._workspace.newest(Text(name=file, data=data))
        text = json.dumps(document.root, indent=2, ensure_ascii=False)
        return f"{json_text(text)}\n".encode()


class _Accounts:
    """How the changes of commits were judged: each commit is asked about once."""

    def __init__(self, host: Host, source: Fetched, workspace: Workspace) -> None:
        self._host = host
        self._source = source
        self._workspace = workspace
        self._known: dict[str, Account | None] = {}

    def __call__(self, commit: str) -> Account | None:
        if commit not in self._known:
            self._known[commit] = self._account(commit)
        return self._known[commit]

    def _account(self, commit: str) -> Account | None:
        number = self._host.merged_by(commit)
        if number is None:
            return None
        pull = self._host.pull_request(number)
        day = self._workspace.repository.resolve(commit).time.date()
        try:
            judged = self._source.judge_merged(
                commit, day, pull, lambda known, wanted: completed(known, wanted, self._host)
            )
        except StewardError:
            # What was merged is released, even where its head can no longer be fetched.
            return None
        return Account(pull_request=judged.pull_request, review=judged.review)
