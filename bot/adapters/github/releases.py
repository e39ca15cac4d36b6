"""Releases: an annotated tag, its notes and files, each made once and never changed."""

from __future__ import annotations

from urllib.parse import quote

from bot.adapters.github.client import Client, Json, MissingError, RefusedError
from bot.core.errors import ErrorCode, StewardError, failure
from bot.hosting import Asset, Release


class Releases:
    """The tags and releases of one repository."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def published(self) -> frozenset[str]:
        """Return the tags that have a published release with all that belongs to it."""
        found = self._client.every(self._client.path("releases"))
        return frozenset(str(raw.get("tag_name")) for raw in found if not raw.get("draft"))

    def bring(self, release: Release) -> bool:
        """Make what is missing of a release and return whether anything was.

        First the tag, then a draft with its files, and only then is it published: whoever is
        notified finds everything. An interrupted run is continued by the next one. Raises E501
        where the tag is on another commit: what was released never changes.
        """
        made = self._tag(release)
        known = self._known(release.tag)
        if known is not None and not known.get("draft"):
            return made
        draft = known or self._draft(release)
        there = {
            str(asset.get("name"))
            for asset in draft.get("assets") or []
            if asset.get("state", "uploaded") == "uploaded"
        }
        self._forget_broken(draft)
        for asset in release.assets:
            if asset.name not in there:
                self._upload(draft, asset)
        self._client.send(
            "PATCH",
            self._client.path(f"releases/{draft['id']}"),
            {"draft": False, "make_latest": "true" if release.latest else "false"},
        )
        return True

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
                {"ref": f"refs/tags/{release.tag}", "sha": made["sha"]},
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
        target: Json = found.get("object") or {}
        if target.get("type") == "tag":
            annotated = self._client.get(self._client.path(f"git/tags/{target.get('sha')}"))
            target = annotated.get("object") or {}
        return str(target.get("sha", ""))

    def _known(self, tag: str) -> Json | None:
        """Return the release of a tag, published or still a draft.

        A draft is found only in the list: its tag is not yet a release's.
        """
        try:
            found: Json = self._client.get(
                self._client.path(f"releases/tags/{quote(tag, safe='/')}")
            )
        except MissingError:
            for raw in self._client.every(self._client.path("releases")):
                if raw.get("tag_name") == tag:
                    return raw
            return None
        return found

    def _draft(self, release: Release) -> Json:
        body = {
            "tag_name": release.tag,
            "target_commitish": release.commit,
            "name": release.title,
            "body": release.notes,
            "draft": True,
            "prerelease": release.preliminary,
        }
        try:
            made: Json = self._client.send("POST", self._client.path("releases"), body)
        except MissingError as error:
            raise _not_allowed(release, error) from error
        except StewardError:
            known = self._known(release.tag)
            if known is None:
                raise
            return known
        return made

    def _upload(self, draft: Json, asset: Asset) -> None:
        try:
            self._client.upload(
                str(draft.get("upload_url", "")), asset.name, asset.data, asset.media_type
            )
        except RefusedError:
            # It is there: the answer to an upload before was lost.
            return

    def _forget_broken(self, draft: Json) -> None:
        """Take away files whose upload broke off: GitHub keeps their names, not their content."""
        for asset in draft.get("assets") or []:
            if asset.get("state", "uploaded") != "uploaded":
                self._client.send("DELETE", self._client.path(f"releases/assets/{asset['id']}"))


def _moved(release: Release, held: str) -> StewardError:
    return failure(
        ErrorCode.CANNOT_RELEASE,
        f"the tag {release.tag} is on {held[:10]}, and {release.commit[:10]} was to be released",
        hint="a released version never changes: release a new one, or ask who moved the tag",
    )


def _not_allowed(release: Release, error: MissingError) -> StewardError:
    return failure(
        ErrorCode.HOST_REFUSED,
        f"GitHub does not let this token release {release.tag}: {error}",
        hint=(
            "the job needs `contents: write`; a commit that changes a workflow can be released only"
            " with the token of an App or a person (docs/en/github.md)"
        ),
    )
