"""What happens to a release: made, published, its files uploaded; its tag comes with it."""

from __future__ import annotations

from fnmatch import fnmatchcase

from tests.github.answers import Refusal, invalid, not_found
from tests.github.state import Asset, Release, Repository, User
from tests.github.store import patches
from tests.github.world import World, check_reference

LONGEST_BODY = 125_000
MOST_ASSETS = 1000
WORKFLOWS = ".github/workflows/"


def check_tag_rules(repo: Repository, reference: str) -> None:
    """Refuse to touch what a ruleset protects or an immutable release holds fast."""
    tag = reference.removeprefix("refs/tags/")
    if tag == reference:
        return
    held = any(r.immutable and not r.draft and r.tag == tag for r in repo.releases)
    if held or any(fnmatchcase(tag, pattern) for pattern in repo.protected_tags):
        raise Refusal(422, "Repository rule violations found\n\nCannot update this protected ref.")


def make(  # noqa: PLR0913 - what a release consists of
    world: World,
    repo: Repository,
    author: User,
    *,
    tag: str,
    target: str | None = None,
    name: str | None = None,
    body: str | None = None,
    draft: bool = False,
    prerelease: bool = False,
    workflows: bool = True,
) -> Release:
    """Make a release. Raises what GitHub says to a bad or taken tag, or to long notes.

    `workflows` tells whether the caller may touch workflow files; a workflow's own token may not.
    """
    check_body(body)
    check_reference(f"refs/tags/{tag}")
    if any(release.tag == tag and not release.draft for release in repo.releases):
        raise invalid("Release", "tag_name", "already_exists")
    target = target or repo.default_branch
    commit = repo.store.resolve(f"refs/tags/{tag}") or repo.store.resolve(target)
    if commit is None:
        raise invalid("Release", "target_commitish", "invalid")
    if not workflows and _changes_workflows(repo, commit):
        raise not_found()
    now = world.clock.tick()
    release = Release(
        id=world.next_id(), tag=tag, target=target, name=name, body=body, draft=draft,
        prerelease=prerelease, author=author, created=now, published=None,
    )  # fmt: skip
    if not draft:
        publish(world, repo, release)
    repo.releases.append(release)
    return release


def check_body(body: str | None) -> None:
    if body is not None and len(body) > LONGEST_BODY:
        text = "body is too long (maximum is 125000 characters)"
        raise invalid("Release", "body", "custom", text)


def publish(world: World, repo: Repository, release: Release) -> None:
    """Show a release to all; a tag that is not there yet is made, a light one."""
    reference = f"refs/tags/{release.tag}"
    if repo.store.target(reference) is None:
        check_tag_rules(repo, reference)
        commit = repo.store.resolve(release.target)
        if commit is None:
            raise invalid("Release", "target_commitish", "invalid")
        repo.store.point(reference, commit)
    release.draft, release.published = False, world.clock.now
    release.immutable = repo.immutable_releases


def _changes_workflows(repo: Repository, commit: str) -> bool:
    tip = repo.store.tip(repo.default_branch)
    if tip is None or tip == commit:
        return False
    sides = (
        side.path
        for patch in patches(repo.store.diff(tip, commit))
        for side in (patch.delta.old_file, patch.delta.new_file)
    )
    return any(path.startswith(WORKFLOWS) for path in sides)


def upload(  # noqa: PLR0913 - what an asset consists of
    world: World,
    release: Release,
    uploader: User,
    *,
    name: str,
    content: bytes,
    content_type: str,
    label: str | None = None,
) -> Asset:
    """Put a file to a release. Raises the 422 of a taken name or of an immutable release."""
    if release.immutable and not release.draft:
        raise Refusal(422, "Cannot upload assets to an immutable release.")
    if not content:
        raise Refusal(400, "Bad Content-Length: 0")
    if any(asset.name == name for asset in release.assets) or len(release.assets) >= MOST_ASSETS:
        raise invalid("ReleaseAsset", "name", "already_exists")
    now = world.clock.tick()
    asset = Asset(
        id=world.next_id(), name=name, content_type=content_type, content=content, label=label,
        uploader=uploader, created=now, updated=now,
    )  # fmt: skip
    release.assets.append(asset)
    return asset
