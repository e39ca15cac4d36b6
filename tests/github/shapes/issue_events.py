"""What happened to a pull request, as GitHub lists it: who was asked, and who was no longer."""

from __future__ import annotations

from tests.github.clock import stamp
from tests.github.shapes.people import Shape, node, simple_user, team
from tests.github.shapes.repositories import api
from tests.github.state import Asked, Repository, Team
from tests.github.world import World


def asked(world: World, repo: Repository, found: Asked) -> Shape:
    """Return a request for a review, or one that was taken back."""
    whom = found.whom
    told = (
        {"requested_team": team(world, whom)}
        if isinstance(whom, Team)
        else {"requested_reviewer": simple_user(world, whom)}
    )
    actor = simple_user(world, found.actor)
    return {
        "id": found.id,
        "node_id": node("RRE", found.id),
        "url": f"{api(world, repo)}/issues/events/{found.id}",
        "actor": actor,
        "event": found.event,
        "commit_id": None,
        "commit_url": None,
        "created_at": stamp(found.created),
        "performed_via_github_app": None,
        "review_requester": actor,
        **told,
    }
