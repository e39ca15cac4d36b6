"""Releases: complete or not yet there, made once, and never changed."""

from __future__ import annotations

from contextlib import suppress

import pytest

from bot.adapters.github.gateway import Gateway
from bot.core.errors import StewardError
from bot.core.records import replace
from bot.hosting import Asset, Release
from tests.adapters.github.conftest import connection
from tests.github.faults import DropsAfter, DropsBefore, Fails, Meanwhile, Stale
from tests.github.server import StandIn
from tests.github.state import TokenKind


def release(hub: StandIn, tag: str = "orders/v1.0.0") -> Release:
    commit = hub.repo.store.tip("main")
    assert commit is not None
    return Release(
        tag=tag,
        commit=commit,
        message="Release orders 1.0.0\n\nRequired bump: none\n",
        title="orders 1.0.0",
        notes="First release.",
        preliminary=False,
        latest=True,
        assets=(
            Asset(name="orders-1.0.0.odcs.yaml", data=b"version: 1.0.0\n", media_type="text/yaml"),
            Asset(name="orders-1.0.0.json", data=b"{}", media_type="application/json"),
        ),
    )


def told(hub: StandIn) -> list[tuple[str, bool, list[str]]]:
    return [
        (found.tag, found.draft, sorted(asset.name for asset in found.assets))
        for found in hub.repo.releases
    ]


COMPLETE = [("orders/v1.0.0", False, ["orders-1.0.0.json", "orders-1.0.0.odcs.yaml"])]


def test_a_release_is_an_annotated_tag_with_notes_and_files(hub: StandIn, gateway: Gateway) -> None:
    made = gateway.release(release(hub))

    assert made
    assert told(hub) == COMPLETE
    store = hub.repo.store
    assert str(store.commit_of(store.resolve("orders/v1.0.0") or "").id) == store.tip("main")
    assert gateway.unpublished(["orders/v1.0.0", "orders/v2.0.0"]) == {"orders/v2.0.0"}


def test_a_second_run_writes_nothing(hub: StandIn, gateway: Gateway) -> None:
    gateway.release(release(hub))
    hub.forget_calls()

    assert gateway.release(release(hub)) is False
    assert hub.writes == ()


@pytest.mark.parametrize("fault", [DropsAfter(), DropsBefore()], ids=["after", "before"])
@pytest.mark.parametrize("at", range(6))
def test_whatever_write_fails_the_next_run_ends_with_one_complete_release(
    hub: StandIn, gateway: Gateway, at: int, fault: DropsAfter | DropsBefore
) -> None:
    for method in ("POST", "PATCH"):
        hub.faults.plan(method, r"/", fault, skip=at, times=-1)
    with suppress(StewardError):
        gateway.release(release(hub))
    hub.faults.clear()

    Gateway(connection(hub)).release(release(hub))

    assert told(hub) == COMPLETE


def test_of_drafts_that_two_runs_began_at_once_the_older_one_is_published(
    hub: StandIn, gateway: Gateway
) -> None:
    wanted = release(hub)
    body = {"tag_name": wanted.tag, "name": wanted.title, "body": wanted.notes, "draft": True}
    for _ in range(2):
        connection(hub).send("POST", "/repos/acme/contracts/releases", body)
    first = hub.repo.releases[0]
    gateway.release(wanted)

    assert (hub.repo.releases, told(hub)) == ([first], COMPLETE)


def test_a_draft_that_somebody_else_began_for_the_tag_stays(hub: StandIn, gateway: Gateway) -> None:
    theirs = hub.release("orders/v1.0.0", target="main", body="Mine")
    theirs.draft = True
    gateway.release(release(hub))
    drafts = [found for found in hub.repo.releases if found.draft]

    assert drafts in ([], [theirs])


def test_a_release_that_another_run_published_meanwhile_is_the_only_one(
    hub: StandIn, gateway: Gateway
) -> None:
    def publish() -> None:
        hub.faults.clear()
        Gateway(connection(hub)).release(release(hub))

    hub.faults.plan("GET", r"/releases", Stale(missing=9), times=2)
    hub.faults.plan("PATCH", r"/releases/", Meanwhile(publish))
    gateway.release(release(hub))

    assert told(hub) == COMPLETE


def test_a_tag_on_another_commit_is_a_loud_failure(hub: StandIn, gateway: Gateway) -> None:
    gateway.release(release(hub))
    later = hub.commit({"contracts/orders.yaml": "version: 1.0.0\nname: b\n"})

    with pytest.raises(StewardError, match="was to be released") as raised:
        gateway.release(replace(release(hub), commit=later))

    assert raised.value.faults[0].code == "E501"
    assert told(hub) == COMPLETE


def test_a_commit_that_changes_a_workflow_needs_another_token(
    hub: StandIn, gateway: Gateway
) -> None:
    hub.commit({".github/workflows/x.yml": "on: push\n"}, branch="side")
    side = hub.repo.store.tip("side")
    assert side is not None

    with pytest.raises(StewardError, match="does not let this token release") as raised:
        gateway.release(replace(release(hub), commit=side))

    assert raised.value.faults[0].code == "E602"


def test_a_release_that_is_forbidden_says_why_that_may_be(hub: StandIn, gateway: Gateway) -> None:
    forbidden = Fails(403, "Resource not accessible by integration")
    hub.faults.plan("POST", r"/releases$", forbidden)

    with pytest.raises(StewardError) as raised:
        gateway.release(release(hub))

    assert "a commit that changes a workflow" in raised.value.faults[0].hint


def test_a_token_that_may_only_read_releases_nothing(hub: StandIn) -> None:
    with pytest.raises(StewardError) as raised:
        Gateway(connection(hub, TokenKind.FORK)).release(release(hub))

    assert raised.value.faults[0].code == "E602"
    assert hub.writes == ()
