"""The branches that were never merged: one bad or good example of a pull request each."""

from __future__ import annotations

from bot.storyboard.cast import CHLOE, INES, KARIM, LOUIS, NADIA, PAUL
from bot.storyboard.edits import Added, Removed, Rewritten, bumped
from bot.storyboard.model import Proposal, Step
from bot.storyboard.passages import (
    CUSTOMER_EVENTS,
    CUSTOMERS,
    INVENTORY,
    LOYALTY_TIER,
    ORDERS,
    PROFILE,
)

PROPOSALS = (
    Proposal(
        number=10,
        name="attempt/drop-postal-address",
        title="Drop the postal address",
        shows=(
            "A removal six weeks after the deprecation, where the window asks for ninety days;"
            " it was closed, and merged in May as pull request 17."
        ),
        since=9,
        step=Step(
            "2026-03-02T10:00:00+01:00",
            NADIA,
            "Drop postal_address",
            (Removed(PROFILE, "postal_address"), bumped(PROFILE, "1.2.0", "2.0.0")),
        ),
    ),
    Proposal(
        number=29,
        name="feature/drop-email",
        title="Drop the e-mail address from profiles",
        shows=(
            "A removed field that was never deprecated, with the version left as it was: blocked."
        ),
        step=Step(
            "2026-11-02T10:00:00+01:00",
            LOUIS,
            "Drop email, we write to nobody",
            (Removed(PROFILE, "email"),),
        ),
    ),
    Proposal(
        number=30,
        name="feature/add-loyalty-tier",
        title="Tell the level in the loyalty programme",
        shows=(
            "A new optional field with the right minor version: compatible, and the approval of"
            " an owner is enough."
        ),
        step=Step(
            "2026-11-02T10:20:00+01:00",
            INES,
            "Add loyalty_tier to profiles",
            (
                Added(PROFILE, "loyalty_tier", "status", LOYALTY_TIER),
                bumped(PROFILE, "2.0.0", "2.1.0"),
            ),
        ),
    ),
    Proposal(
        number=31,
        name="feature/retype-quantity",
        title="Take quantities as text",
        shows=(
            "A field that changes its type and becomes required, called a patch: breaks readers"
            " and writers alike, and the version is too small."
        ),
        step=Step(
            "2026-11-02T10:40:00+01:00",
            CHLOE,
            "Take quantities as text, some clients send a unit",
            (
                Rewritten(
                    ORDERS,
                    "        logicalType: integer\n        physicalType: INTEGER\n"
                    "        businessName: Quantité\n"
                    "        # Not required: no check fails on a null, and SUM passes over it.\n",
                    "        logicalType: string\n        physicalType: STRING\n"
                    "        businessName: Quantité\n        required: true\n",
                ),
                Rewritten(ORDERS, "        logicalTypeOptions:\n          minimum: 1\n", ""),
                Rewritten(ORDERS, "examples: [1, 5]\n", 'examples: ["1", "5 kg"]\n'),
                bumped(ORDERS, "1.1.1", "1.1.2"),
            ),
        ),
    ),
    Proposal(
        number=32,
        name="feature/rename-sold-at",
        title="Say ordered instead of sold",
        shows=(
            "A renamed field, known as a rename by its stable id: one change and not two,"
            " but queries that select the old name still break."
        ),
        step=Step(
            "2026-11-02T11:00:00+01:00",
            KARIM,
            "Rename sold_at to ordered_at",
            (
                Rewritten(ORDERS, "        name: sold_at\n", "        name: ordered_at\n"),
                Rewritten(ORDERS, "element: orders.sold_at\n", "element: orders.ordered_at\n"),
                bumped(ORDERS, "1.1.1", "1.2.0"),
            ),
        ),
    ),
    Proposal(
        number=33,
        name="feature/broken-yaml",
        title="Allow nulls in customers and products",
        shows=(
            "Two files that cannot be judged: a bracket that is never closed, and a key that the"
            " standard does not know; both are told with their lines, and nothing merges."
        ),
        step=Step(
            "2026-11-02T11:20:00+01:00",
            PAUL,
            "Allow nulls in customers and products",
            (
                Rewritten(
                    INVENTORY, "examples: [Veste en lin bleu]\n", "examples: [Veste en lin bleu\n"
                ),
                Rewritten(
                    CUSTOMERS,
                    "        description: City of the customer.\n",
                    "        description: City of the customer.\n        isNullable: true\n",
                ),
            ),
        ),
    ),
    Proposal(
        number=34,
        name="feature/lower-classification",
        title="Let everyone see e-mail addresses",
        shows=(
            "A classification lowered from confidential to public: no row changes its form, and"
            " still it is blocked until those who guard personal data agree."
        ),
        step=Step(
            "2026-11-02T11:40:00+01:00",
            INES,
            "Open e-mail addresses for the campaign tool",
            (
                Rewritten(
                    CUSTOMERS,
                    "gave when ordering.\n        classification: confidential\n",
                    "gave when ordering.\n        classification: public\n",
                ),
                bumped(CUSTOMERS, "1.1.1", "1.1.2"),
            ),
        ),
    ),
    Proposal(
        number=35,
        name="feature/drop-ip-address",
        title="Drop IP addresses from customer events",
        shows=(
            "A removal with the right major version, seven weeks into a window of ninety days:"
            " right in all but the date, and the first possible day is told."
        ),
        step=Step(
            "2026-11-02T12:00:00+01:00",
            NADIA,
            "Drop ip_address",
            (
                Removed(CUSTOMER_EVENTS, "ip_address"),
                Rewritten(CUSTOMER_EVENTS, "          - customer_events.ip_address\n", ""),
                bumped(CUSTOMER_EVENTS, "1.3.0", "2.0.0"),
            ),
        ),
    ),
)
