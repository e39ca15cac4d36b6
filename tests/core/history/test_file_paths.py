from __future__ import annotations

import pytest

from bot.core.history.file_paths import MAX_PATH, normal, objection, shown, twins


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("contracts/orders.yaml", "contracts/orders.yaml", id="as it is"),
        pytest.param("./contracts//./orders.yaml/", "contracts/orders.yaml", id="untidy"),
        pytest.param(".", "", id="the top"),
        pytest.param("", "", id="nothing"),
        pytest.param("a/../b", "a/../b", id="climbing is kept, and refused elsewhere"),
    ],
)
def test_a_path_is_written_as_git_does(path: str, expected: str) -> None:
    assert normal(path) == expected


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("contracts/orders.yaml", id="plain"),
        pytest.param("contracts/größe 2.yaml", id="accents and spaces"),
        pytest.param("contracts/注文.yaml", id="another script"),
        pytest.param("contracts/..orders.yaml", id="dots inside a name"),
        pytest.param("contracts/.gitignore", id="a name that only begins like Git's own"),
        pytest.param(".github/contract-steward.yml", id="GitHub's folder"),
        pytest.param("%2e%2e/x", id="dots written for a URL"),
        pytest.param("contracts/orders.yaml.", id="a dot at the end"),
        pytest.param("-rf.yaml", id="a dash at the beginning"),
        pytest.param("a/x:y.yaml", id="a colon further on"),
    ],
)
def test_a_path_may_be_used(path: str) -> None:
    assert objection(path) == ""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("../x", "`..`", id="climbing out"),
        pytest.param("a/../../x", "`..`", id="climbing out later"),
        pytest.param("..", "`..`", id="the folder above"),
        pytest.param("/etc/passwd", "absolute", id="absolute"),
        pytest.param("C:/x", "absolute", id="a drive of Windows"),
        pytest.param("C:x", "absolute", id="a drive of Windows, without a slash"),
        pytest.param("a\\b", "backslash", id="a backslash"),
        pytest.param("a\0b", "control", id="a NUL"),
        pytest.param("a\nb", "control", id="a line end"),
        pytest.param("a\x1b[2Jb", "control", id="a terminal's own signs"),
        pytest.param("a\u202eb", "control", id="turned text"),
        pytest.param("a\u200bb", "control", id="a space of no width"),
        pytest.param("a\ufeffb", "control", id="a byte order mark"),
        pytest.param("a\udcffb", "control", id="half a sign"),
        pytest.param("a\u2028b", "control", id="a line separator"),
        pytest.param(".git/config", "`.git`", id="Git's own folder"),
        pytest.param("a/.GIT/config", "`.git`", id="the same on a Mac"),
        pytest.param(".git./config", "`.git`", id="the same on Windows, with a dot"),
        pytest.param(".git /config", "`.git`", id="the same on Windows, with a space"),
        pytest.param("GIT~1/config", "`.git`", id="the short name on Windows"),
        pytest.param(".git::$INDEX_ALLOCATION/x", "`.git`", id="the stream name on Windows"),
        pytest.param("x" * (MAX_PATH + 1), "longer", id="endless"),
    ],
)
def test_a_path_may_not_be_used(path: str, reason: str) -> None:
    assert reason in objection(path)


def test_twins_are_the_paths_that_some_folder_cannot_hold_side_by_side() -> None:
    paths = [
        "a/Orders.yaml",
        "a/orders.yaml",
        "b/\u00e9.yaml",
        "b/e\u0301.yaml",
        "b/e.yaml",
        "B/\u00c9.yaml",
    ]

    assert twins(paths) == (
        ("a/Orders.yaml", "a/orders.yaml"),
        ("B/\u00c9.yaml", "b/e\u0301.yaml", "b/\u00e9.yaml"),
    )


def test_one_path_told_twice_is_no_twin() -> None:
    assert twins(["a.yaml", "a.yaml", "b.yaml"]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain", "plain", id="as it is"),
        pytest.param("größe 注文", "größe 注文", id="any script"),
        pytest.param("a\nb\0\x1b", r"a\nb\x00\x1b", id="controls as escapes"),
        pytest.param("a\u202eb\udcff", r"a\u202eb\udcff", id="turned text and half signs too"),
        pytest.param("x" * 22, "x" * 19 + "…", id="cut at the limit"),
        pytest.param("x" * 20, "x" * 20, id="not cut at the limit itself"),
        pytest.param("\n" * 15, r"\n\n\n\n\n\n\n\n\n\…", id="escapes count as what is shown"),
    ],
)
def test_a_text_is_shown_on_one_line(text: str, expected: str) -> None:
    assert shown(text, limit=20) == expected
