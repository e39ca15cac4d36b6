"""Every behaviour of the collection beside the checkout has a test that is named by its id."""

from __future__ import annotations

import json
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]
NOT_OF_APPROVALS = {
    "G07": "the report is written once: tests of what is posted",
    "I07": "a closed pull request releases nothing: tests of releases",
    "I09": "days are UTC days: tests of windows and clocks",
}
_NAMED = re.compile(r'id="([A-I][0-9]{2}): |def test_([a-i][0-9]{2})_')


def test_every_scenario_has_a_test_named_by_its_id(shared: Path) -> None:
    told = json.loads((shared / "approval-scenarios.json").read_text("utf-8"))
    texts = [
        file.read_text("utf-8")
        for folder in ("core/approvals", "adapters")
        for file in (TESTS / folder).glob("test_*.py")
    ]
    named = {(first or last).upper() for text in texts for first, last in _NAMED.findall(text)}

    assert {entry["id"] for entry in told["scenarios"]} - named == NOT_OF_APPROVALS.keys()
