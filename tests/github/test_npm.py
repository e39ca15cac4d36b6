"""Without the packages from npm a test is skipped, and says what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.github import npm


def test_a_package_that_is_missing_skips_the_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(npm, "MODULES", tmp_path)

    with pytest.raises(pytest.skip.Exception, match=r"needs @octokit/openapi .* `make test`"):
        npm.package("@octokit/openapi")


def test_the_lock_names_no_registry_and_has_a_hash_for_each() -> None:
    text = (npm.ROOT / "tests/npm/package-lock.json").read_text("utf-8")

    assert "resolved" not in text
    assert text.count('"node_modules/') == text.count('"integrity": "sha512-')
