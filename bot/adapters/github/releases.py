"""Releases: an annotated tag, its notes and files, each made once and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import quote

from bot.adapters.github.answers import Json, broken, entries, entry, identity, needed, sha, text
from bot.adapters.github.client import Client
from bot.adapters.github.refusals import ForbiddenError, MissingError, RefusedError
from bot.core.errors import ErrorCode, StewardError, failure
from bot.hosting import Asset, Release

MOST_READ = 1_000
"""Releases that are listed to find what was begun; each hundred cost a call."""
MOST_LISTED = 10_000
"""GitHub lists no more (REST API, `repos/list-releases`)."""
NEWEST = 20
"""A run that breaks off leaves one tag without a release, and a few that raced leave a few."""


class Releases:
    """The tags and releases of one repository."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def unpublished(self, tags: Sequence[str]) -> frozenset[str]:
        """Return those of these tags, the newest first, that have no published release yet.

        Where there are more releases than are read, the newest tags that are not among these are
        asked for one by one: what an interrupted run left half done is the newest.
        """
        found, whole = self._client.first(self._client.path("releases"), MOST_READ)
        published = {text(raw.get("tag_name")) for raw in found if not raw.get("draft")}
        missing = [tag for tag in tags if tag not in published]
        if whole:
            return frozenset(missing)
        return frozenset(tag for tag in missing[:NEWEST] if self._published(tag) is None)

    def bring(self, release: Release) -> bool:
        """Make what is missing of a release and return whether anything was.

        First the tag, then a draft with its files, and only then is it published: whoever is
        notified finds everything. An interrupted run is continued by the next one. Raises E501
        where the tag is on another commit: what was released never changes.
        """
        made = self._tag(release)
        draft = self._known(release) or self._draft(release)
        if not draft.get("draft"):
            return made
        there = {
            text(asset.get("name"))
            for asset in entries(draft.get("assets"))
            if asset.get("state", "uploaded") == "uploaded"
        }
        self._forget_broken(draft)
        for asset in release.assets:
            if asset.name not in there:
                self._upload(draft, asset)
        self._publish(release, draft)
        return True

    def _publish(self, release: Release, draft: Json) -> None:
        body = {"draft": False, "make_latest": "true" if release.latest else "false"}
        try:
            self._client.send("PATCH", self._path(draft), body)
        except RefusedError:
            # Another run published its own draft first: GitHub takes one release for a tag.
            if self._published(release.tag) is None:
                raise
            self._forget(draft)

    def _tag(self, release: Release) -> bool:
        held = self._held(release.tag)
        if held is not None:
            if held != release.commit:
                raise _moved(release, held)
            return False
        made = self._client.send(
            "POST",
            self._client.path("git/tags"),
            {
                "tag": release.tag,
                "message": release.message,
                "object": release.commit,
                "type": "commit",
            },
        )
        try:
            self._client.send(
                "POST",
                self._client.path("git/refs"),
                {"ref": f"refs/tags/{release.tag}", "sha": needed(made, "sha")},
            )
        except StewardError:
            held = self._held(release.tag)
            if held is None:
                raise
            if held != release.commit:
                raise _moved(release, held) from None
        return True

    def _held(self, tag: str) -> str | None:
        """Return the commit that a tag is on, through its annotation; None where there is none."""
        try:
            found = self._client.get(self._client.path(f"git/ref/tags/{quote(tag, safe='/')}"))
        except MissingError:
            return None
        target = entry(found.get("object"))
        if target.get("type") == "tag":
            annotated = self._client.get(self._client.path(f"git/tags/{sha(target)}"))
            target = entry(annotated.get("object"))
        return sha(target)

    def _known(self, release: Release) -> Json | None:
        """Return the release of a tag, published or still a draft.

        A draft is found only in the list: its tag is not yet a release's. Of those that runs began
        at once the oldest stays.
        """
        published = self._published(release.tag)
        if published is not None:
            return published
        listed, _ = self._client.first(self._client.path("releases"), MOST_LISTED)
        there = sorted(
            (raw for raw in listed if raw.get("tag_name") == release.tag),
            key=lambda raw: (raw.get("draft") is True, identity(raw, "id")),
        )
        for raw in there[1:]:
            if raw.get("draft") and raw.get("body") == release.notes:
                self._forget(raw)
        return there[0] if there else None

    def _forget(self, draft: Json) -> None:
        with suppress(MissingError):
            self._client.send("DELETE", self._path(draft))

    def _path(self, found: Json) -> str:
        return self._client.path(f"releases/{identity(found, 'id')}")

    def _published(self, tag: str) -> Json | None:
        try:
            return self._client.get(self._client.path(f"releases/tags/{quote(tag, safe='/')}"))
        except MissingError:
            return None

    def _draft(self, release: Release) -> Json:
        body = {
            "tag_name": release.tag,
            "target_commitish": release.commit,
            "name": release.title,
            "body": release.notes,
            "draft": True,
            "prerelease": release.preliminary,
        }
        made: Json | None = None
        lost: StewardError | None = None
        try:
            made = self._client.send("POST", self._client.path("releases"), body)
        except (ForbiddenError, MissingError) as error:
            raise _not_allowed(release, error) from error
        except StewardError as error:
            lost = error
        found = self._known(release) or made
        if found is None:
            raise lost or broken("no release was made")
        return found

    def _upload(self, draft: Json, asset: Asset) -> None:
        try:
            self._client.upload(
                needed(draft, "upload_url"), asset.name, asset.data, asset.media_type
            )
        except RefusedError:
            # It is there: the answer to an upload before was lost.
            return

    def _forget_broken(self, draft: Json) -> None:
        """Take away files whose upload broke off: GitHub keeps their names, not their content."""
        for asset in entries(draft.get("assets")):
            if asset.get("state", "uploaded") != "uploaded":
                path = self._client.path(f"releases/assets/{identity(asset, 'id')}")
                self._client.send("DELETE", path)


def _moved(release: Release, held: str) -> StewardError:
    return failure(
        ErrorCode.CANNOT_RELEASE,
        f"the tag {release.tag} is on {held[:10]}, and {release.commit[:10]} was to be released",
        hint="a released version never changes: release a new one, or ask who moved the tag",
    )


def _not_allowed(release: Release, error: StewardError) -> StewardError:
    return failure(
        ErrorCode.HOST_REFUSED,
        f"GitHub does not let this token release {release.tag}: {error}",
        hint=(
            "the job needs `contents: write`; a commit that changes a workflow can be released only"
            " with the token of an App or a person (docs/en/github.md)"
        ),
    )
