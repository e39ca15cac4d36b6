from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.reading import read
from bot.core.check import Ruleset, survey
from bot.core.finding import Finding
from bot.core.lineage.caused import caused, refers_alike
from bot.core.rule import whole
from bot.core.rules import CATALOGUE
from tests.core.lineage.registries import (
    Found,
    documents,
    parsed,
    registry_of,
    shelf_of,
    whole_shelf_of,
)
from tests.core.lineage.woven import PRODUCT, registry, table

RULES = Ruleset(rules=CATALOGUE, weights={})
ORDERS = table("orders", "name: amount", "name: note")
KPIS = table("kpis", "name: total, transformSourceObjects: [orders.orders.amount]")
READER = PRODUCT + "id: reader\ninputPorts:\n- {name: in, version: 1.0.0, contractId: orders}\n"
RETIRED = ORDERS.replace("id: orders\n", "id: orders\nstatus: deprecated\n", 1)


def _caused(old: str, new: str) -> list[str]:
    before, after = _documents(old), _documents(new)
    differing = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    base = shelf_of(before)
    added = {path: after[path] for path in differing if path in after}
    head = base.with_changes(whole_shelf_of(added), set(differing))
    return [f"{finding.rule} {finding.head}" for finding in caused(base, head, differing, RULES)]


def _documents(text: str) -> dict[str, Found]:
    """Return numbered documents; an empty text is a file that is not there."""
    return {
        f"{number}.yaml": read(whole(part).encode(), f"{number}.yaml")
        for number, part in enumerate(text.split("---\n"))
        if part.strip()
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            f"{ORDERS}---\n{KPIS}",
            f"{ORDERS.replace('amount', 'sum')}---\n{KPIS}",
            ["DC094 1.yaml:10"],
            id="a reader that did not change, when the field that it reads goes",
        ),
        pytest.param(
            f"{ORDERS}---\n{KPIS}",
            f"{ORDERS.replace('note', 'remark')}---\n{KPIS}",
            [],
            id="nobody, when a field goes that nobody reads",
        ),
        pytest.param(
            f"{ORDERS.replace('amount', 'sum')}---\n{KPIS}",
            f"{ORDERS.replace('amount', 'sum').replace('note', 'remark')}---\n{KPIS}",
            [],
            id="nothing that was there before",
        ),
        pytest.param(
            f"{ORDERS}---\n{READER}",
            f"---\n{READER}",
            ["DC095 1.yaml:7"],
            id="a data product, when its contract goes",
        ),
        pytest.param(
            f"{ORDERS}---\n{KPIS}",
            f"{ORDERS.replace('{name: amount', '{name: amount, deprecated: true')}---\n{KPIS}",
            ["DC099 1.yaml:10"],
            id="a reader of what is now deprecated",
        ),
        pytest.param(
            f"{ORDERS}---\n{KPIS}",
            ORDERS.replace(
                "{name: amount", "{name: amount, transformSourceObjects: [kpis.kpis.total]"
            )
            + f"---\n{KPIS}",
            ["DC098 0.yaml:10"],
            id="a circle that a new reference closes",
        ),
        pytest.param(
            f"{READER}---\n{READER}---\n{RETIRED}",
            f"---\n{READER}---\n{RETIRED}",
            ["DC099 1.yaml:7"],
            id="a twin of what goes, which speaks now for both",
        ),
    ],
)
def test_a_change_causes(old: str, new: str, expected: list[str]) -> None:
    assert _caused(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("note", "remark", False, id="another name of a field"),
        pytest.param("name: note", "name: note, deprecated: true", False, id="a deprecation"),
        pytest.param("name: note", "name: note, description: Text.", True, id="a description"),
        pytest.param("id: orders\n", "id: orders\nversion: 1.1.0\n", True, id="a minor version"),
        pytest.param("id: orders\n", "id: orders\nversion: 2.0.0\n", False, id="a major version"),
    ],
)
def test_documents_refer_alike_with(old: str, new: str, expected: bool) -> None:
    before, after = (registry(text).contracts[0] for text in (ORDERS, ORDERS.replace(old, new, 1)))

    assert refers_alike(before, after) is expected


def _told(findings: tuple[Finding, ...]) -> dict[str, set[tuple[str, str]]]:
    """Return fingerprint and file of findings by what they say, majors of contracts apart."""
    told: dict[str, set[tuple[str, str]]] = {}
    for finding in findings:
        place = finding.head.file if finding.head else ""
        said = re.sub(r"@[0-9]", "", f"{finding.rule} {finding.path} {finding.after} {place}")
        told.setdefault(said, set()).add((finding.fingerprint, place))
    return told


@settings(max_examples=150)
@given(documents(), documents(), st.data())
def test_what_is_caused_is_what_the_whole_head_has_and_the_whole_base_has_not(
    texts: dict[str, str], others: dict[str, str], data: st.DataObject
) -> None:
    changed = data.draw(st.lists(st.sampled_from(sorted({*texts, *others})), min_size=1))
    head_texts = {path: text for path, text in texts.items() if path not in changed}
    head_texts |= {path: text for path, text in others.items() if path in changed}
    found, after = parsed(texts), parsed(head_texts)
    base = shelf_of(found)
    added = {path: after[path] for path in changed if path in after}
    head = base.with_changes(whole_shelf_of(added), changed)

    told = _told(caused(base, head, changed, RULES))

    before = _told(survey(registry_of(found), RULES))
    known = {one for told_before in before.values() for one in told_before}
    moved = {name for name, file in known if file in changed}
    fresh = {
        said: {(name, file) for name, file in places - known if file in texts or name not in moved}
        for said, places in _told(survey(registry_of(after), RULES)).items()
    }
    newly = {said for said, places in fresh.items() if places}
    # What was there before may be told in other words: another part of a circle, a major of an id.
    if any(said.startswith("DC098") for said in before):
        newly = {said for said in newly if not said.startswith("DC098")}
        told = {said: places for said, places in told.items() if not said.startswith("DC098")}
    assert newly - set(before) <= set(told) <= newly
