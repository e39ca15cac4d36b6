"""The plugin in settings of MkDocs: added behind the others, with nothing else touched."""

from __future__ import annotations

import pytest
import yaml

from bot.adapters.site_settings import (
    SITE_FILES,
    portal_files,
    shows_contracts,
    with_ignored,
    with_plugin,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "site_name: a\n",
            "site_name: a\n\nplugins:\n  - search\n  - contracts\n",
            id="without plugins, the search that MkDocs takes by itself is kept",
        ),
        pytest.param(
            "site_name: a",
            "site_name: a\n\nplugins:\n  - search\n  - contracts\n",
            id="without an end of the last line",
        ),
        pytest.param(
            "plugins:\n  - search # mine\n\n# the theme\ntheme: x\n",
            "plugins:\n  - search # mine\n  - contracts\n\n# the theme\ntheme: x\n",
            id="a list, comments around it",
        ),
        pytest.param(
            "plugins:\n- search\nnav: []\n",
            "plugins:\n- search\n- contracts\nnav: []\n",
            id="a list that is not indented",
        ),
        pytest.param(
            "plugins:\n  - x:\n      a: !ENV [A]\n      b:\n        - c\nnav: []\n",
            "plugins:\n  - x:\n      a: !ENV [A]\n      b:\n        - c\n  - contracts\nnav: []\n",
            id="settings of the last plugin, with a tag of MkDocs",
        ),
        pytest.param(
            "plugins:\n  - x:\n      a: |\n        t\n        u\nnav: []\n",
            "plugins:\n  - x:\n      a: |\n        t\n        u\n  - contracts\nnav: []\n",
            id="a text of several lines comes last",
        ),
        pytest.param(
            "plugins:\n  - search:\n",
            "plugins:\n  - search:\n  - contracts\n",
            id="a plugin with a colon and no settings",
        ),
        pytest.param(
            "plugins: [search]\n", "plugins: [search, contracts]\n", id="a list in one line"
        ),
        pytest.param(
            "plugins: [search,\n  x: {a: 1},\n]\n",
            "plugins: [search,\n  x: {a: 1}, contracts,\n]\n",
            id="a list in brackets over several lines",
        ),
        pytest.param("plugins: []\n", "plugins: [contracts]\n", id="an empty list"),
        pytest.param(
            "plugins:\n  search: {}\n  x:\n    a: 1\n",
            "plugins:\n  search: {}\n  x:\n    a: 1\n  contracts: {}\n",
            id="a mapping",
        ),
        pytest.param(
            "plugins:\r\n  - search\r\nnav: []\r\n",
            "plugins:\r\n  - search\r\n  - contracts\r\nnav: []\r\n",
            id="line ends of Windows",
        ),
        pytest.param(
            "plugins:\n  - contracts:\n      languages: {fr: ''}\n",
            "plugins:\n  - contracts:\n      languages: {fr: ''}\n",
            id="the plugin is there already",
        ),
    ],
)
def test_the_plugin_comes_last_and_all_else_stays(before: str, after: str) -> None:
    assert with_plugin(before) == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("plugins: [", id="no YAML"),
        pytest.param("- plugins\n", id="no mapping"),
        pytest.param("{site_name: a}\n", id="settings in one line"),
        pytest.param("plugins: search\n", id="a word instead of a list"),
        pytest.param("plugins:\n", id="nothing under plugins"),
        pytest.param("plugins:\n  - [a, b]\n", id="a plugin without a name"),
        pytest.param("site_name: a\n...\n", id="an end of the document"),
        pytest.param("INHERIT: base.yml\n", id="plugins that may stand in another file"),
        pytest.param("a: " + "[" * 5_000, id="deep brackets"),
    ],
)
def test_what_is_not_clear_is_left_to_the_user(text: str) -> None:
    assert with_plugin(text) is None


def test_the_settings_to_begin_with_have_the_plugin_and_a_folder_with_a_page() -> None:
    files = dict(portal_files())

    settings = yaml.safe_load(files[SITE_FILES[0]])

    assert with_plugin(files[SITE_FILES[0]]) == files[SITE_FILES[0]]
    assert f"{settings['docs_dir']}/about.md" in files


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plugins: [search, contracts]\n", True, id="a list"),
        pytest.param("plugins: {contracts: {}}\n", True, id="a mapping"),
        pytest.param("docs_dir: contracts\nplugins: [search]\n", False, id="the word elsewhere"),
        pytest.param("site_name: a\n", False, id="no plugins"),
        pytest.param("INHERIT: base.yml\n# contracts\n", True, id="settings that inherit others"),
        pytest.param("plugins: [contracts", True, id="no YAML: MkDocs says what is wrong"),
    ],
)
def test_settings_that_name_the_plugin_show_the_contracts(text: str, shown: bool) -> None:
    assert shows_contracts(text) is shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("*.pyc\n", "*.pyc\n/.cache/\n/site/\n", id="neither"),
        pytest.param("*.pyc", "*.pyc\n/.cache/\n/site/\n", id="without an end of the last line"),
        pytest.param("a\r\nsite\r\n", "a\r\nsite\r\n/.cache/\r\n", id="one, with Windows' ends"),
        pytest.param("/site/\n.cache/\n", "/site/\n.cache/\n", id="both"),
    ],
)
def test_what_builds_leave_is_added_once(before: str, after: str) -> None:
    assert with_ignored(before) == after
    assert with_ignored(after) == after
