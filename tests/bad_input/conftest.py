from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygit2
import pytest
from pygit2.enums import ConfigLevel

from tests.adapters.git.checkout import Checkout
from tests.bad_input import commits

_SETTINGS = "[user]\nname = Ada\nemail = ada@example.org\n"
_LEVELS = (ConfigLevel.SYSTEM, ConfigLevel.XDG, ConfigLevel.GLOBAL)


@pytest.fixture(scope="session", autouse=True)
def _alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings of the machine out of every repository."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(_SETTINGS, "utf-8")
    before = {level: pygit2.settings.search_path[level] for level in _LEVELS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for level in _LEVELS:
            pygit2.settings.search_path[level] = str(home)
        yield
        for level in _LEVELS:
            pygit2.settings.search_path[level] = before[level]


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory, _alone: None) -> Path:
    """Return a repository with the branches of `commits`; nobody may write into it."""
    checkout = Checkout(tmp_path_factory.mktemp("bad") / "repository")
    commits.build(checkout)
    return checkout.path
