"""The audit trail: who approved a release, as its tag keeps it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.render.machine.audit import TRAILER
from site_gen.audits import Audit, audits
from tests.site_gen.conftest import commit, git, made

_CONTRACT = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: 1.0.0
status: active
"""
_TOLD = {
    "contract": "orders",
    "version": "1.0.0",
    "pull_request": {"number": 17, "author": "karim"},
    "verdict": {"word": "passed"},
    "approvals": {
        "requirements": [
            {"given": [{"login": "nadia"}, {"login": "<b>"}]},
            {"given": [{"login": "nadia"}]},
        ]
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    commit(tmp_path, {"contracts/orders.odcs.yaml": _CONTRACT})
    return tmp_path


def _tag(folder: Path, name: str, told: object) -> None:
    git(folder, "tag", "--annotate", name, "--message", f"orders\n\n{TRAILER}: {json.dumps(told)}")


def test_approvers_are_on_the_page(folder: Path) -> None:
    _tag(folder, "orders/v1.0.0", _TOLD)
    pages, _ = made(folder, {"en": ""})
    page = pages["en", "waivers"].body
    assert 'nadia, &lt;b&gt; <span class="cs-note">#17</span>' in page


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        pytest.param(
            "orders/v1.0.0",
            _TOLD,
            {
                ("orders", "1.0.0"): Audit(
                    verdict="passed", pull_request=17, approvers=("nadia", "<b>")
                )
            },
            id="a release",
        ),
        pytest.param(
            "orders/v1.0.0",
            {"contract": "orders", "version": "1.0.0", "pull_request": None, "approvals": None},
            {("orders", "1.0.0"): Audit(verdict="", pull_request=None, approvers=())},
            id="a commit that no pull request brought",
        ),
        pytest.param(
            "orders/v1.0.0",
            {"contract": "orders", "version": "1.0.0", "approvals": {"requirements": [1, {}]}},
            {("orders", "1.0.0"): Audit(verdict="", pull_request=None, approvers=())},
            id="nonsense inside",
        ),
        pytest.param("other/v1.0.0", _TOLD, {}, id="a tag that speaks of another's release"),
        pytest.param("orders/v1.0.0", [1], {}, id="a tag that tells nothing"),
    ],
)
def test_a_tag_tells_of_its_own_release(
    folder: Path, name: str, told: object, expected: dict[tuple[str, str], Audit]
) -> None:
    _tag(folder, name, told)
    git(folder, "tag", "plain")
    assert audits(Repository.discover(folder)) == expected
