"""February to early May: classifications, names, a second line of silver, key figures."""

from __future__ import annotations

from bot.storyboard.cast import CHLOE, HELENE, KARIM, LOUIS, NADIA, PAUL
from bot.storyboard.edits import Added, Born, Removed, Rewritten, bumped
from bot.storyboard.model import How, Pull, Step
from bot.storyboard.passages import (
    CUSTOMERS,
    DASHBOARD,
    EVENTS,
    INVENTORY,
    KPIS,
    ORDERS,
    POSTAL_ADDRESS,
    PROFILE,
    SILVER_V1,
    SILVER_V2,
)

SPRING = (
    Pull(
        number=9,
        title="Tell when an order was ingested",
        branch="feature/ingested-at",
        how=How.MERGE,
        merged="2026-02-16T11:30:00+01:00",
        by=KARIM,
        steps=(
            Step(
                "2026-02-11T09:00:00+01:00",
                CHLOE,
                "Add ingested_at to orders",
                (Added(ORDERS, "ingested_at"), bumped(ORDERS, "1.0.0", "1.1.0")),
            ),
            Step(
                "2026-02-12T14:25:00+01:00",
                CHLOE,
                "Promise how soon an order is there",
                (Added(ORDERS, "latency"), Added(ORDERS, "frequency")),
            ),
        ),
    ),
    Pull(
        number=11,
        title="Treat e-mail addresses as confidential",
        branch="privacy/customer-email",
        how=How.SQUASH,
        merged="2026-03-09T13:15:00+01:00",
        by=HELENE,
        steps=(
            Step(
                "2026-03-06T10:00:00+01:00",
                KARIM,
                "Raise the classification of e-mail addresses",
                (
                    Rewritten(
                        CUSTOMERS,
                        "gave when ordering.\n        classification: internal\n",
                        "gave when ordering.\n        classification: confidential\n",
                    ),
                    bumped(CUSTOMERS, "1.0.0", "1.1.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=12,
        title="Call the product's name by its column",
        branch="feature/product-name",
        how=How.REBASE,
        merged="2026-03-23T10:45:00+01:00",
        by=KARIM,
        steps=(
            Step(
                "2026-03-20T16:00:00+01:00",
                CHLOE,
                "Rename label to product_name",
                (
                    Rewritten(INVENTORY, "        name: label\n", "        name: product_name\n"),
                    bumped(INVENTORY, "1.0.0", "1.1.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=13,
        title="Tell the channel of normalised events",
        branch="feature/silver-channel",
        how=How.SQUASH,
        merged="2026-03-30T17:20:00+02:00",
        by=NADIA,
        steps=(
            Step(
                "2026-03-27T09:30:00+01:00",
                LOUIS,
                "Add the channel to silver",
                (Added(SILVER_V1, "channel"), bumped(SILVER_V1, "1.0.0", "1.1.0")),
            ),
        ),
    ),
    Pull(
        number=14,
        title="Offer enriched customer events beside the first line",
        branch="feature/silver-v2",
        how=How.MERGE,
        merged="2026-04-07T10:10:00+02:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-04-02T11:15:00+02:00",
                NADIA,
                "Offer customer-silver 2.0.0 with place and segment",
                (Born(SILVER_V2),),
            ),
        ),
    ),
    Pull(
        number=15,
        title="Promise raw order events sooner",
        branch="feature/faster-events",
        how=How.SQUASH,
        merged="2026-04-13T09:50:00+02:00",
        by=KARIM,
        steps=(
            Step(
                "2026-04-10T12:00:00+02:00",
                CHLOE,
                "Tighten the latency of raw order events",
                (
                    Rewritten(
                        EVENTS,
                        "    value: 60\n    unit: seconds\n    element: orders_events.created_at\n"
                        "    driver: operational\n"
                        "    description: The consumer writes once a minute.\n",
                        "    value: 10\n    unit: seconds\n    element: orders_events.created_at\n"
                        "    driver: operational\n"
                        "    description: The consumer writes a batch of ten events,"
                        " or what it has after five seconds.\n",
                    ),
                    bumped(EVENTS, "1.0.0", "1.1.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=16,
        title="Put the dashboard's key figures under contract",
        branch="feature/kpis",
        how=How.MERGE,
        merged="2026-04-20T11:40:00+02:00",
        by=CHLOE,
        steps=(
            Step("2026-04-14T10:00:00+02:00", PAUL, "Describe the key figures", (Born(KPIS),)),
            Step(
                "2026-04-16T15:30:00+02:00",
                PAUL,
                "Register the dashboard as a consumer",
                (Born(DASHBOARD),),
            ),
        ),
    ),
    Pull(
        number=17,
        title="Drop the postal address in one text",
        branch="feature/drop-postal-address",
        how=How.MERGE,
        merged="2026-05-04T10:00:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-04-28T09:20:00+02:00",
                NADIA,
                "Drop postal_address, deprecated in January",
                (
                    Removed(PROFILE, "postal_address", "birth_date", POSTAL_ADDRESS),
                    bumped(PROFILE, "1.2.0", "2.0.0"),
                ),
            ),
        ),
    ),
)
