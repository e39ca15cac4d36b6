from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.snapshot import Version
from tests.adapters.git.all_told import all_told
from tests.adapters.git.checkout import Checkout, clone
from tests.adapters.git.identify import identify

Files = dict[str, str]
"""All files of one commit, by name without the suffix."""

A1, A2, A3 = ("id: a\n", "id: a\nversion: 2\n", "id: a\nversion: 3\n")
B1, B2 = ("id: b\n", "id: b\nversion: 2\n")
BROKEN = "id a\n"


def build(checkout: Checkout, states: list[Files]) -> None:
    for number, files in enumerate(states):
        for file in checkout.path.glob("*.yaml"):
            file.unlink()
        checkout.commit(f"{number}", **files)


def told(versions: tuple[Version, ...]) -> list[str]:
    """Return each version as commit:path, newest first; a dash where the contract is away."""
    return [
        ":".join(
            (
                version.commit.summary,
                version.blob.path.removesuffix(".yaml") if version.blob else "-",
            )
        )
        for version in versions
    ]


HISTORIES = pytest.mark.parametrize(
    ("states", "path", "expected"),
    [
        pytest.param([{"x": A1}], "x", ["0:x"], id="made and left alone"),
        pytest.param([{"x": A1}, {"x": A2}, {"x": A3}], "x", ["2:x", "1:x", "0:x"], id="edited"),
        pytest.param(
            [{"x": A1}, {"x": A1, "y": B1}, {"x": A1, "y": B2}], "x", ["0:x"], id="others edited"
        ),
        pytest.param([{"x": A1}, {"y": A1}], "y", ["1:y", "0:x"], id="moved"),
        pytest.param([{"x": A1}, {"y": A2}], "y", ["1:y", "0:x"], id="moved and edited at once"),
        pytest.param(
            [{"x": A1}, {"y": A2}, {"z": A3}, {"x": A1}],
            "x",
            ["3:x", "2:z", "1:y", "0:x"],
            id="moved round and back again",
        ),
        pytest.param(
            [{"x": A1, "y": B1}, {"x": B1, "y": A1}], "y", ["1:y", "0:x"], id="swapped with another"
        ),
        pytest.param(
            [{"x": A1, "y": B1}, {"x": B2, "y": A2}],
            "y",
            ["1:y", "0:x"],
            id="swapped with another, both edited",
        ),
        pytest.param(
            [{"x": A1, "y": B1}, {"x": B2}], "x", ["1:-", "0:x"], id="its file taken by another"
        ),
        pytest.param([{"x": A1}, {"y": B1}], "x", ["1:-", "0:x"], id="deleted"),
        pytest.param(
            [{"x": A1}, {}, {"x": A2}], "x", ["2:x", "1:-", "0:x"], id="deleted and made again"
        ),
        pytest.param(
            [{"x": A1}, {}, {"y": A1}],
            "y",
            ["2:y", "1:-", "0:x"],
            id="deleted and made again elsewhere",
        ),
        pytest.param(
            [{"x": A1}, {"x": BROKEN}, {"x": "id b\n"}, {"x": A2}],
            "x",
            ["3:x", "1:-", "0:x"],
            id="broken for a while",
        ),
        pytest.param([{"x": B1}, {"x": A1}], "x", ["1:x"], id="made in the place of another"),
        pytest.param([{"x": BROKEN}, {"x": A1}], "x", ["1:x"], id="made of something else"),
        pytest.param(
            [{"x": A1}, {"x": A2}, {"x": A1}],
            "x",
            ["2:x", "1:x", "0:x"],
            id="edited and taken back",
        ),
        pytest.param([{}, {"x": A1}], "x", ["1:x"], id="made late"),
        pytest.param(
            [{"x": A1}, {"x": A2, "y": B1}, {"y": A3}],
            "y",
            ["2:y", "1:x", "0:x"],
            id="moved over another contract",
        ),
    ],
)


@HISTORIES
def test_one_contract_was(
    states: list[Files], path: str, expected: list[str], checkout: Checkout
) -> None:
    build(checkout, states)

    repository = Repository.discover(checkout.path)

    assert told(tuple(repository.file_history("HEAD", "a", f"{path}.yaml", identify))) == expected


@HISTORIES
def test_told_with_all_others_it_was(
    states: list[Files], path: str, expected: list[str], checkout: Checkout
) -> None:
    del path  # not needed to find the contract
    build(checkout, states)

    found = all_told(Repository.discover(checkout.path))

    assert told(found["a"]) == expected


@settings(max_examples=40, deadline=None)
@given(
    orders=st.lists(st.permutations([A1, A2, B1, B2, BROKEN, ""]), min_size=1, max_size=6),
)
def test_following_one_and_telling_all_agree(
    orders: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    checkout = Checkout(tmp_path_factory.mktemp("random"))
    build(checkout, [_without_twins(dict(zip("xyz", order, strict=False))) for order in orders])
    repository = Repository.discover(checkout.path)

    for contract_id, versions in all_told(repository).items():
        path = next((version.blob.path for version in versions if version.blob), "x.yaml")
        followed = tuple(repository.file_history("HEAD", contract_id, path, identify))
        assert followed == versions


def _without_twins(files: Files) -> Files:
    """Leave out the second file of one id, and empty ones: which is meant is judged elsewhere."""
    seen: set[str | None] = set()
    kept = {}
    for name, text in files.items():
        contract_id = identify(text.encode())
        if text and (contract_id is None or contract_id not in seen):
            kept[name] = text
        seen.add(contract_id)
    return kept


def test_a_copy_that_outlives_the_original_keeps_its_history(checkout: Checkout) -> None:
    build(checkout, [{"x": A1}, {"x": A2}, {"x": A2, "y": A2}, {"y": A2}])

    versions = Repository.discover(checkout.path).file_history("HEAD", "a", "y.yaml", identify)

    assert told(tuple(versions)) == ["2:y", "1:x", "0:x"]


def test_a_path_that_is_wrong_at_the_tip_does_not_lose_the_contract(checkout: Checkout) -> None:
    build(checkout, [{"x": A1}, {"x": A2}])

    versions = Repository.discover(checkout.path).file_history("HEAD", "a", "z.yaml", identify)

    assert told(tuple(versions)) == ["1:x", "0:x"]


def test_a_mode_alone_begins_no_version_but_a_link_ends_one(checkout: Checkout) -> None:
    checkout.commit("made", x=A1)
    (checkout.path / "x.yaml").chmod(0o755)
    checkout.commit("mode")
    blob = checkout.git("rev-parse", "HEAD:x.yaml")
    checkout.git("update-index", "--cacheinfo", f"120000,{blob},x.yaml")
    checkout.git("commit", "--quiet", "--message", "link")
    repository = Repository.discover(checkout.path)

    expected = ["link:-", "made:x"]
    assert told(tuple(repository.file_history("HEAD", "a", "x.yaml", identify))) == expected
    assert told(all_told(repository)["a"]) == expected


def test_a_file_too_large_to_read_is_no_contract(checkout: Checkout) -> None:
    checkout.commit("made", x=A1)
    checkout.commit("swollen", x=A1 + "#" * 2_000_000)
    checkout.commit("again", x=A2)

    versions = Repository.discover(checkout.path).file_history("HEAD", "a", "x.yaml", identify)

    assert told(tuple(versions)) == ["again:x", "swollen:-", "made:x"]


def test_an_id_hidden_behind_an_escape_is_found(checkout: Checkout) -> None:
    def escaped(content: bytes) -> str | None:
        return identify(content.replace(rb"\x61", b"a"))

    checkout.commit("hidden", x="id: \\x61\n")
    checkout.commit("plain", y=A1)
    (checkout.path / "x.yaml").unlink()
    checkout.commit("gone")

    versions = Repository.discover(checkout.path).file_history("HEAD", "a", "y.yaml", escaped)

    assert told(tuple(versions)) == ["plain:y", "hidden:x"]


def test_only_what_may_be_the_contract_is_parsed(checkout: Checkout) -> None:
    parsed: list[bytes] = []

    def counted(content: bytes) -> str | None:
        parsed.append(content)
        return identify(content)

    for number in range(5):
        checkout.commit(f"noise {number}", noise=f"id: other\nversion: {number}\n")
    checkout.commit("made", x="id: some-contract\n")
    checkout.commit("edited", x="id: some-contract\nversion: 2\n")

    versions = Repository.discover(checkout.path).file_history(
        "HEAD", "some-contract", "x.yaml", counted
    )

    assert told(tuple(versions)) == ["edited:x", "made:x"]
    assert sorted(parsed) == [b"id: some-contract\n", b"id: some-contract\nversion: 2\n"]


def test_a_contract_is_followed_inside_the_folders_alone(checkout: Checkout) -> None:
    checkout.write("drafts/x.yaml", A1)
    checkout.commit("draft")
    (checkout.path / "contracts").mkdir()
    checkout.git("mv", "drafts/x.yaml", "contracts/x.yaml")
    checkout.commit("moved")
    repository = Repository.discover(checkout.path)

    inside = repository.file_history("HEAD", "a", "contracts/x.yaml", identify, under=["contracts"])
    anywhere = repository.file_history("HEAD", "a", "contracts/x.yaml", identify)

    assert told(tuple(inside)) == ["moved:contracts/x"]
    assert told(tuple(anywhere)) == ["moved:contracts/x", "draft:drafts/x"]


@pytest.mark.parametrize("kind", ["merge", "squash"])
def test_a_version_begins_when_it_reaches_the_branch(kind: str, checkout: Checkout) -> None:
    checkout.commit("base", x=A1)
    checkout.git("switch", "--quiet", "--create", "side")
    checkout.commit("on the side", x=A2)
    checkout.commit("on the side again", x=A3)
    checkout.git("switch", "--quiet", "main")
    if kind == "merge":
        reached = checkout.merge("side", "--no-ff", "-m", "joined")
    else:
        checkout.git("merge", "--quiet", "--squash", "side")
        reached = checkout.commit("joined")

    versions = tuple(
        Repository.discover(checkout.path).file_history("main", "a", "x.yaml", identify)
    )

    assert told(versions) == ["joined:x", "base:x"]
    assert versions[0].commit.id == reached


def test_the_edge_of_a_shallow_clone_is_met_only_when_the_walk_gets_there(
    checkout: Checkout, tmp_path: Path
) -> None:
    for number, text in enumerate((A1, A2, A3)):
        checkout.commit(f"{number}", x=text)
    copy = clone(checkout, tmp_path / "copy", "--depth=2")
    repository = Repository.discover(copy.path)

    versions = repository.file_history("HEAD", "a", "x.yaml", identify)

    assert told((next(versions),)) == ["2:x"]
    with pytest.raises(StewardError) as caught:
        next(versions)
    assert caught.value.faults[0].code is ErrorCode.SHALLOW_CLONE


def test_an_unsafe_path_is_refused(checkout: Checkout) -> None:
    checkout.commit("made", x=A1)

    with pytest.raises(StewardError) as caught:
        Repository.discover(checkout.path).file_history("HEAD", "a", "../x.yaml", identify)

    assert caught.value.faults[0].code is ErrorCode.UNSAFE_PATH
