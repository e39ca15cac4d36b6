"""`steward lineage` and `steward impact` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Steward

BROKEN = "apiVersion: v3.2.0\nkind: DataContract\nid: [\n"


def test_lineage_names_who_reads_whom(steward: Steward, story: Path) -> None:
    said = steward(story, "lineage", "--format", "json")

    told = json.loads(said.out)
    assert said.code == 0
    assert ("contract:orders-orders", "contract:orders-kpis", "transform") in {
        (edge["source"], edge["target"], edge["kind"]) for edge in told["edges"]
    }


@pytest.mark.parametrize(
    ("flags", "directions"),
    [((), ["up", "down"]), (("--up",), ["up"]), (("--down",), ["down"])],
)
def test_lineage_goes_both_ways_or_one(
    steward: Steward, story: Path, flags: tuple[str, ...], directions: list[str]
) -> None:
    said = steward(story, "lineage", "orders-orders", *flags, "--format", "json")

    assert json.loads(said.out)["directions"] == directions


@pytest.mark.parametrize("form", ["text", "mermaid", "dot", "json", "openlineage"])
def test_every_format_names_the_field(steward: Steward, story: Path, form: str) -> None:
    said = steward(story, "lineage", "orders-orders.orders.quantity", "--format", form)

    assert (said.code, said.err) == (0, "")
    assert "quantity" in said.out


def test_a_direction_needs_a_start(steward: Steward, story: Path) -> None:
    said = steward(story, "lineage", "--up")

    assert (said.code, said.out) == (2, "")
    assert "--up and --down need a contract or a path to start from." in said.err


@pytest.mark.parametrize("path", ["orders-orders.orders.quantity", "orders.orders.quantity"])
def test_impact_names_who_is_reached_with_owners(steward: Steward, story: Path, path: str) -> None:
    said = steward(story, "impact", path, "--format", "json")

    told = json.loads(said.out)
    assert said.code == 0
    assert told["element"]["name"] == "orders-orders.orders.quantity"
    first = told["impacted"][0]
    assert (first["name"], first["distance"], first["confidence"]) == (
        "orders-dashboard",
        1,
        "declared",
    )
    assert first["owners"]["team"] == "analytics"


def test_impact_in_words(steward: Steward, story: Path) -> None:
    said = steward(story, "impact", "customer_view.email")

    assert said.code == 0
    assert said.out.startswith("customer-gold.customer_view.email reaches 1 element\n")
    assert "customer-engagement" in said.out


def test_impact_of_what_nobody_reads(steward: Steward, story: Path) -> None:
    said = steward(story, "impact", "customer-engagement")

    assert (said.code, said.out.splitlines()[0]) == (
        0,
        "customer-engagement reaches nobody that is known",
    )


def test_impact_at_a_revision(steward: Steward, story: Path) -> None:
    said = steward(story, "impact", "customer_profile.email", "--rev", "feature/drop-email")

    assert (said.code, said.out) == (2, "")
    assert "nothing in the lineage is called `customer_profile.email`" in said.err


def test_a_name_misspelled_is_told_with_what_is_near(steward: Steward, story: Path) -> None:
    said = steward(story, "impact", "orders-orders.orders.unit_prise")

    assert (said.code, said.out) == (2, "")
    assert "did you mean `orders-orders.orders.unit_price`" in said.err


def test_a_broken_file_is_told_and_hides_no_other(steward: Steward, own_story: Path) -> None:
    (own_story / "contracts/orders/broken.odcs.yaml").write_text(BROKEN, "utf-8")

    said = steward(own_story, "impact", "orders-orders.orders.quantity")

    assert said.code == 2
    assert "orders-dashboard" in said.out
    assert "contracts/orders/broken.odcs.yaml" in said.err
