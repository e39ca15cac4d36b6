from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.keeping import kept_in
from tests.site_gen.conftest import commit

_BROUGHT = {".cache/kept/gists": "", ".cached": "", "kept/it": ""}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("", None, id="no name"),
        pytest.param(".cache/kept", None, id="a folder that Git brings"),
        pytest.param(".cache", None, id="one around it"),
        pytest.param("link", None, id="a link to one that Git brings"),
        pytest.param(".cach", ".cach", id="one with a part of the name"),
        pytest.param("../kept", "../kept", id="one beside the repository"),
    ],
)
def test_nothing_is_kept_where_git_brings_it(
    name: str, expected: str | None, tmp_path: Path
) -> None:
    top = tmp_path / "small"
    commit(top, _BROUGHT)
    (top / "link").symlink_to(".cache/kept")
    assert kept_in(top, name) == (None if expected is None else top / expected)


def test_without_a_repository_anything_may_be_kept(tmp_path: Path) -> None:
    assert kept_in(tmp_path, "kept") == tmp_path / "kept"
