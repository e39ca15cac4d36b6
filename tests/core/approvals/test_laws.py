"""What holds for approvals whatever the reviews, the files and the people."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.approvals.answer import State
from bot.core.approvals.need import Need, Needs
from bot.core.approvals.policy import ApprovalPolicy, Board, Givers
from bot.core.approvals.pull_request import Blobs, Review, ReviewState
from bot.core.records import replace
from tests.core.approvals.making import every, judged, need, pull, review
from tests.core.approvals.scenes import Texts, asked, contract, product, scene_of, team

PEOPLE = ("ada", "bea", "cyd", "dot")
SIDES = ("owner", "consumer", "board")
PATHS = ("a.yaml", "b.yaml", "c.yaml")
IDS = ("0", "1", None)

people = st.sampled_from(PEOPLE)
blobs = st.builds(Blobs, st.sampled_from(IDS), st.sampled_from(IDS))
sights = st.fixed_dictionaries(dict.fromkeys(PATHS, blobs))


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Review, ...]:
    told = draw(
        st.lists(st.tuples(people, st.sampled_from(ReviewState), st.none() | sights), max_size=6)
    )
    return tuple(
        review(login, state, order=order, commit="c1", seen=seen)
        for order, (login, state, seen) in enumerate(told)
    )


@st.composite
def requirements(draw: st.DrawFn) -> Needs:
    count = draw(st.integers(1, 4))
    parts: list[Need] = [
        need(
            *draw(st.sets(people, max_size=3)),
            count=draw(st.integers(0, 2)),
            key=f"need:{number}",
            side=draw(st.sampled_from(SIDES)),
            content={path: draw(blobs) for path in draw(st.sets(st.sampled_from(PATHS)))},
        )
        for number in range(count)
    ]
    return every(*parts)


@settings(max_examples=150)
@given(requirements(), reviews(), st.randoms(use_true_random=False), st.booleans())
def test_the_order_in_which_reviews_are_handed_in_does_not_matter(
    needed: Needs, given_reviews: tuple[Review, ...], random: object, several: bool
) -> None:
    policy = ApprovalPolicy(several_roles=several)
    shuffled = list(given_reviews)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a Random

    assert judged(needed, pull(*shuffled), policy) == judged(needed, pull(*given_reviews), policy)


@settings(max_examples=150)
@given(st.sets(st.sampled_from(PATHS), min_size=1), sights, sights)
def test_an_approval_holds_exactly_while_what_it_approved_is_unchanged(
    paths: set[str], seen: dict[str, Blobs], now: dict[str, Blobs]
) -> None:
    bound = need("ada", content={path: now[path] for path in paths})
    unchanged = all(seen[path] == now[path] for path in paths)

    tree = judged(bound, pull(review("ada", commit="c1", seen=seen)))

    assert (tree.state is State.APPROVED) is unchanged


@settings(max_examples=100)
@given(requirements(), reviews(), people)
def test_one_more_approval_never_makes_less_approved(
    needed: Needs, given_reviews: tuple[Review, ...], login: str
) -> None:
    before = judged(needed, pull(*given_reviews))
    more = review(login, order=99, commit="c3")

    after = judged(needed, pull(*given_reviews, more))

    assert before.state is not State.APPROVED or after.state is State.APPROVED


@settings(max_examples=100)
@given(requirements(), reviews())
def test_nobody_counts_on_two_sides_nor_twice(
    needed: Needs, given_reviews: tuple[Review, ...]
) -> None:
    sides: dict[str, set[str]] = {}
    for answer in judged(needed, pull(*given_reviews)).leaves():
        logins = [found.login for found in answer.given]
        assert len(logins) == len(set(logins))
        for login in logins:
            sides.setdefault(login, set()).add(answer.need.side)

    assert all(len(found) == 1 for found in sides.values())


@settings(max_examples=100)
@given(requirements(), reviews())
def test_who_made_the_change_never_counts(needed: Needs, given_reviews: tuple[Review, ...]) -> None:
    made = replace(pull(*given_reviews), author="ada")

    logins = {found.login for one in judged(needed, made).leaves() for found in one.given}

    assert "ada" not in logins


_FIELDS = ("amount", "note", "place")
_OLD = contract("orders", *(f"name: {name}" for name in _FIELDS), more=team("ada"))


def _readers(read: dict[str, set[str]]) -> Texts:
    return {
        f"{name}.yaml": product(name, *(f"orders.{field}" for field in sorted(fields)))
        for name, fields in read.items()
    }


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(["one", "two"]), st.sets(st.sampled_from(_FIELDS), min_size=1)),
    st.sets(st.sampled_from(_FIELDS), min_size=1),
    st.sets(st.sampled_from(_FIELDS), max_size=2),
)
def test_one_more_consumer_never_removes_a_requirement(
    read: dict[str, set[str]], more: set[str], kept: set[str]
) -> None:
    fields = [f"name: {name}" for name in sorted({"place", *kept})]
    head = {"orders.yaml": contract("orders", *fields, version="2.0.0", more=team("ada"))}
    policy = ApprovalPolicy(board=Board(givers=Givers(people=("hilda",))))
    few: Texts = {"orders.yaml": _OLD, **_readers(read)}
    many = few | _readers({"three": more})

    before, after = asked(scene_of(few, head, policy)), asked(scene_of(many, head, policy))

    assert before.items() <= after.items()
