"""Reviews and reports to render. Their rules are the tests' own: no rewording moves them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.adapters.reading import read_contract
from bot.app.comparing import Text, diff_texts
from bot.core.deciding import decide
from bot.core.diff.changes import Change
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.finding import (
    Bump,
    Confidence,
    Effect,
    Finding,
    Hit,
    Plane,
    Weight,
    Witness,
)
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import (
    ContractReview,
    Judging,
    LintReport,
    Review,
    review_new,
    review_removed,
)
from bot.core.rule import Example, OnChange, OnRelease, Pair, Release, Rule
from bot.core.versions import next_version, parse
from tests.reading import contract

BIG_OLD = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
name: Orders
version: 2.3.0
status: active
tags: [silver]
description:
  purpose: Orders of the shop.
schema:
  - name: orders
    physicalType: table
    description: One row per order.
    properties:
      - name: id
        logicalType: string
        required: true
        primaryKey: true
      - name: amount
        logicalType: number
        physicalType: DECIMAL(12,2)
        logicalTypeOptions: {minimum: 0}
      - name: email
        logicalType: string
        classification: confidential
      - name: status
        logicalType: string
        enum: [{value: open}, {value: paid}]
      - name: note
        logicalType: string
      - name: ordered_at
        logicalType: timestamp
slaProperties:
  - property: latency
    value: 4
    unit: h
"""
BIG_NEW = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
name: Orders
version: 2.3.1
status: active
tags: [silver, sales]
description:
  purpose: Orders of the shop, one row each, always in their latest state.
schema:
  - name: orders
    physicalType: table
    description: One row per order, written when the customer has paid.
    properties:
      - name: id
        logicalType: string
        required: true
        primaryKey: true
      - name: amount
        logicalType: number
        physicalType: DECIMAL(14,2)
        logicalTypeOptions: {minimum: 1}
      - name: email
        logicalType: string
        classification: public
      - name: status
        logicalType: string
        enum: [{value: open}, {value: paid}, {value: returned}]
      - name: ordered_at
        logicalType: timestamp
        required: true
      - name: sold_by
        logicalType: string
slaProperties:
  - property: latency
    value: 8
    unit: h
"""
SMALL_OLD = """\
apiVersion: v3.2.0
kind: DataContract
id: payments
version: 1.0.0
status: active
schema:
  - name: payments
    properties:
      - {name: id, logicalType: string}
"""
SMALL_NEW = SMALL_OLD.replace("1.0.0", "1.1.0") + "      - {name: method, logicalType: string}\n"


def _rule(  # noqa: PLR0913  # one row of a table
    number: str,
    name: str,
    subject: str,
    effect: Effect,
    says: str,
    *,
    plane: Plane = Plane.WIRE,
    weight: Weight | None = None,
    bump: Bump = Bump.MINOR,
) -> Rule:
    def judge(change: Change, _pair: Pair) -> Iterator[Hit]:
        yield Hit(message=says.format(f"`{change.place.path}`"))

    return Rule(
        id=f"DC{number}",
        name=name,
        plane=plane,
        effect=effect,
        weight=weight,
        bump=bump,
        summary=f"A sample: {name.replace('-', ' ')}.",
        why="Somebody who kept the old contract fails.",
        instead="Announce it, and wait until nobody relies on what was.",
        examples=(
            Example(
                title="`minimum` is raised",
                old="schema:\n- name: orders\n",
                new="schema: []\n",
                strikes=("orders", "orders.amount"),
            ),
            Example(title="nothing changes", old="schema: []\n", new="schema: []\n"),
        ),
        judge=OnChange((subject,), judge),
        no_mirror="It is a sample.",
        aliases=("an-older-name",) if name == "sample-minimum" else (),
    )


def _version(release: Release) -> Iterator[Hit]:
    if release.old is None or release.new is None:
        return
    wanted = next_version(release.old.version, release.required)
    new = parse(release.new.version)
    least = parse(wanted) if wanted else None
    if new is not None and least is not None and new < least:
        yield Hit(
            message=f"the version `{release.new.version}` is too small",
            key="version",
            hint=f"Set `version: {wanted}`.",
        )


TOO_SMALL = Rule(
    id="DC999",
    name="sample-version",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="A sample: the version grew too little.",
    why="Consumers see from the version whether they may upgrade.",
    instead="Set the version that the changes ask for.",
    examples=(Example(title="no step", new="schema: []\n"),),
    judge=OnRelease(_version),
    no_mirror="It is a sample.",
)
RULES = (
    _rule("199", "sample-removed", "field removed", Effect.LOOSENS, "field {} was removed"),
    _rule("198", "sample-added", "field added", Effect.NONE, "field {} was added"),
    _rule(
        "399",
        "sample-widened",
        "field.physicalType",
        Effect.LOOSENS,
        "{} holds decimals of 14 digits, before of 12",
    ),
    _rule("499", "sample-required", "field.required", Effect.TIGHTENS, "{} may not be null"),
    _rule(
        "498",
        "sample-minimum",
        "field.logicalTypeOptions.minimum",
        Effect.TIGHTENS,
        "{} is at least 1 now, before 0",
    ),
    _rule("599", "sample-value", "enum value added", Effect.UNDETERMINED, "the value {} was added"),
    _rule(
        "799",
        "sample-level",
        "service level.value",
        Effect.NONE,
        "the promise {} changed",
        plane=Plane.SEMANTIC,
        weight=Weight.WARNING,
    ),
    _rule(
        "899",
        "sample-classification",
        "field.classification",
        Effect.NONE,
        "{} was confidential and is only public",
        plane=Plane.GOVERNANCE,
        weight=Weight.BREAKING,
    ),
    _rule(
        "898",
        "sample-description",
        "object.description",
        Effect.NONE,
        "the description of {} changed",
        plane=Plane.SEMANTIC,
        weight=Weight.NOTE,
        bump=Bump.PATCH,
    ),
    _rule(
        "897",
        "sample-tags",
        "contract.tags",
        Effect.NONE,
        "the tags changed",
        plane=Plane.GOVERNANCE,
        weight=Weight.NOTE,
        bump=Bump.PATCH,
    ),
    TOO_SMALL,
)


def _witness(change: Change, _pair: Pair, _effect: Effect) -> Witness | None:
    """Show what the samples break, as the search for witnesses would."""
    match change.subject:
        case "field.required":
            row = {"id": "a", "ordered_at": None}
            return Witness(row, "old", "`ordered_at` is null but required")
        case "field removed":
            return Witness({"id": "a"}, "new", "the field `note` that readers select is gone")
        case "field.logicalTypeOptions.minimum":
            long = {"id": "a" * 80, "amount": 0}
            return Witness(long, "old", "`amount` is 0, at least 1 demanded")
        case _:
            return None


JUDGING = Judging(rules=RULES, settings=DEFAULT_SETTINGS, witnesses=_witness)


def compared(old: str, new: str, file: str = "contracts/orders.odcs.yaml") -> Review:
    """Return the review of two texts of one file."""
    return diff_texts(
        Text(name=file, data=old.encode()),
        Text(name=file, data=new.encode()),
        JUDGING,
        read_contract,
    )


def big() -> Review:
    """Return a review of one contract with everything that can be said of one."""
    found = compared(BIG_OLD, BIG_NEW)
    entry = found.contracts[0]
    findings = tuple(
        replace(finding, release="1.9.0", impacted=("finance-mart", "churn-model"))
        if finding.name == "sample-removed"
        else finding
        for finding in entry.findings
    )
    return rejudged(found, replace(entry, findings=findings))


def small() -> Review:
    """Return a review that passes: a field was added, and the version says so."""
    return compared(SMALL_OLD, SMALL_NEW, "contracts/payments.odcs.yaml")


def announced() -> Review:
    """Return a review that passes although it breaks: the version says so."""
    return compared(BIG_OLD, BIG_NEW.replace("2.3.1", "3.0.0"))


def nothing() -> Review:
    """Return a review of a range that touches no contract."""
    return Review(
        base="main", head="topic", contracts=(), registry=(), faults=(), verdict=decide((), (), ())
    )


def several() -> Review:
    """Return a review of a range: one of each state, a finding that spans contracts, faults."""
    added = contract(SMALL_OLD.replace("payments", "refunds"), "contracts/refunds.odcs.yaml")
    removed = contract(SMALL_OLD.replace("payments", "baskets"), "contracts/baskets.odcs.yaml")
    entries = (
        review_removed(removed, JUDGING),
        big().contracts[0],
        moved(),
        small().contracts[0],
        review_new(added, JUDGING),
    )
    registry = (replace(FINDING, contract="", before=None, after=None, base=None),)
    return Review(
        base="main",
        head="topic",
        contracts=entries,
        registry=registry,
        faults=FAULTS,
        verdict=decide(entries, registry, FAULTS[:2]),
    )


def moved() -> ContractReview:
    """Return the review of a contract of which only the file has another name."""
    entry = compared(SMALL_OLD, SMALL_OLD, "contracts/new.odcs.yaml").contracts[0]
    return replace(entry, old=contract(SMALL_OLD, "contracts/old.odcs.yaml"))


def rejudged(review: Review, *entries: ContractReview) -> Review:
    """Return the review with other contracts, decided anew."""
    verdict = decide(entries, review.registry, review.faults)
    return replace(review, contracts=entries, verdict=verdict)


FINDING = Finding(
    rule="DC996",
    name="sample-lint",
    weight=Weight.ERROR,
    effect=Effect.NONE,
    plane=Plane.SOURCE,
    confidence=Confidence.RULE,
    bump=Bump.NONE,
    contract="orders",
    path="orders.amount",
    message="`orders.amount` has two names",
    hint="Keep one of them.",
    before="one",
    after="two",
    base=Location("contracts/orders.odcs.yaml", 7, 3),
    head=Location("contracts/orders.odcs.yaml", 9, 5),
)
FAULTS = (
    Fault(
        ErrorCode.DUPLICATE_KEY,
        "the key `version` is there twice",
        "remove one of the two",
        Location("contracts/broken.odcs.yaml", 4, 1),
        "version: 1.0.0",
    ),
    Fault(
        ErrorCode.WRONG_TYPE,
        "schema: a list is wanted",
        "write `schema: […]`",
        Location("contracts/broken.odcs.yaml", 9, 9),
        "schema: " + "x" * 150,
    ),
    Fault(ErrorCode.NO_SUCH_PATH, "there is no file `gone.yaml`", "name one that exists"),
)


def linted() -> LintReport:
    """Return a lint report with findings of every weight in two files, and faults."""
    other = Location("contracts/payments.odcs.yaml", 3, 1)
    return LintReport(
        files=12,
        faults=FAULTS,
        findings=(
            FINDING,
            replace(FINDING, path="orders.id", message="`orders.id` has two names"),
            replace(
                FINDING,
                rule="DC995",
                name="sample-style",
                weight=Weight.WARNING,
                message="the name `Id` mixes styles",
                hint="Use one style of names.",
                head=other,
            ),
            replace(
                FINDING,
                rule="DC994",
                name="sample-hint",
                weight=Weight.NOTE,
                message="the contract has no description",
                hint="Describe it.",
                head=other,
                path="",
            ),
        ),
    )


def with_notes(number: int) -> Review:
    """Return the big review with so many notes more than its three."""
    found = big()
    entry = found.contracts[0]
    notes = _notes(entry, number - 2)
    return rejudged(found, replace(entry, findings=(*entry.findings, *notes)))


def only_notes(number: int) -> Review:
    """Return a review of one contract with so many notes, and nothing else."""
    found = small()
    entry = found.contracts[0]
    return rejudged(found, replace(entry, findings=tuple(_notes(entry, number))))


def _notes(entry: ContractReview, number: int) -> list[Finding]:
    note = next(finding for finding in entry.findings if finding.weight is Weight.NOTE)
    return [replace(note, path=f"{note.path}_{index}") for index in range(number)]


def with_breaks(number: int) -> Review:
    """Return the big review with so many breaking changes more than its five."""
    found = big()
    entry = found.contracts[0]
    broken = next(finding for finding in entry.findings if finding.weight is Weight.BREAKING)
    more = [replace(broken, path=f"{broken.path}_{index}") for index in range(number)]
    return rejudged(found, replace(entry, findings=(*entry.findings, *more)))
