"""November to early February: orders, customer events and profiles, silver."""

from __future__ import annotations

from bot.storyboard.cast import CHLOE, KARIM, LOUIS, NADIA
from bot.storyboard.edits import Added, Born, Moved, Rewritten, bumped
from bot.storyboard.model import How, Pull, Step
from bot.storyboard.passages import (
    CUSTOMER_EVENTS,
    CUSTOMERS,
    EVENTS,
    INVENTORY,
    OLD_TOPIC,
    ORDER_EVENTS,
    ORDERS,
    POSTAL_ADDRESS_DEPRECATION,
    PROFILE,
    PROFILE_EVENTS,
    SHARED_TYPES,
    SILVER_V1,
    TOPIC,
)

WINTER = (
    Pull(
        number=0,
        title="Put the orders pipeline under contract",
        branch="main",
        how=How.REBASE,
        merged="2025-11-03T09:30:00+01:00",
        by=CHLOE,
        steps=(
            Step(
                "2025-11-03T09:30:00+01:00",
                CHLOE,
                "Put the orders pipeline under contract",
                (
                    Born("README.md"),
                    Born(".github/CODEOWNERS"),
                    Born(".github/contract-steward.yml"),
                    Born(SHARED_TYPES),
                    Born(OLD_TOPIC),
                    Born(EVENTS),
                    Born(ORDERS),
                    Born(CUSTOMERS),
                    Born(INVENTORY),
                ),
            ),
        ),
    ),
    Pull(
        number=1,
        title="Describe customer events and profiles",
        branch="feature/customer-domain",
        how=How.MERGE,
        merged="2025-11-17T11:00:00+01:00",
        by=LOUIS,
        steps=(
            Step(
                "2025-11-12T15:20:00+01:00", NADIA, "Describe customer profiles", (Born(PROFILE),)
            ),
            Step(
                "2025-11-14T10:05:00+01:00",
                NADIA,
                "Describe customer events",
                (Born(CUSTOMER_EVENTS),),
            ),
        ),
    ),
    Pull(
        number=2,
        title="Offer normalised customer events",
        branch="feature/silver",
        how=How.SQUASH,
        merged="2025-12-01T10:00:00+01:00",
        by=LOUIS,
        steps=(
            Step(
                "2025-11-27T16:40:00+01:00",
                NADIA,
                "Offer normalised customer events",
                (Born(SILVER_V1),),
            ),
        ),
    ),
    Pull(
        number=3,
        title="Add the address in parts to profiles",
        branch="feature/address-in-parts",
        how=How.SQUASH,
        merged="2025-12-08T14:10:00+01:00",
        by=NADIA,
        steps=(
            Step(
                "2025-12-05T09:15:00+01:00",
                LOUIS,
                "Add the address in parts",
                (Added(PROFILE, "address"), bumped(PROFILE, "1.0.0", "1.1.0")),
            ),
        ),
    ),
    Pull(
        number=4,
        title="Describe the events of profiles and orders",
        branch="feature/customer-streams",
        how=How.REBASE,
        merged="2025-12-15T16:30:00+01:00",
        by=LOUIS,
        steps=(
            Step(
                "2025-12-11T11:00:00+01:00",
                NADIA,
                "Describe profile events",
                (Born(PROFILE_EVENTS),),
            ),
            Step(
                "2025-12-12T17:45:00+01:00", NADIA, "Describe order events", (Born(ORDER_EVENTS),)
            ),
        ),
    ),
    Pull(
        number=5,
        title="Say that stream mode numbers its orders from zero",
        branch="docs/stream-mode",
        how=How.SQUASH,
        merged="2026-01-05T09:05:00+01:00",
        by=CHLOE,
        steps=(
            Step(
                "2026-01-05T08:50:00+01:00",
                KARIM,
                "Say that stream mode numbers its orders from zero",
                (
                    Rewritten(
                        OLD_TOPIC,
                        "seed files, STREAM_ for live\n              ones.\n",
                        "seed files, STREAM_ for live\n"
                        "              ones, which the producer numbers from zero at each start.\n",
                    ),
                    bumped(OLD_TOPIC, "1.0.0", "1.0.1"),
                ),
            ),
        ),
    ),
    Pull(
        number=6,
        title="Deprecate the postal address in one text",
        branch="feature/deprecate-postal-address",
        how=How.MERGE,
        merged="2026-01-19T10:20:00+01:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-01-15T14:00:00+01:00",
                NADIA,
                "Deprecate postal_address",
                (
                    Rewritten(
                        PROFILE,
                        "        description: Where the customer lives, as one text.\n",
                        POSTAL_ADDRESS_DEPRECATION,
                    ),
                    bumped(PROFILE, "1.1.0", "1.2.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=7,
        title="Tell sessions and places of customer events",
        branch="feature/session-and-location",
        how=How.REBASE,
        merged="2026-01-26T15:00:00+01:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-01-21T10:30:00+01:00",
                NADIA,
                "Add the session of a customer event",
                (
                    Added(CUSTOMER_EVENTS, "session_id"),
                    Rewritten(
                        CUSTOMER_EVENTS,
                        "          - customer_events.customer_id\n"
                        "          - customer_events.channel\n",
                        "          - customer_events.customer_id\n"
                        "          - customer_events.session_id\n"
                        "          - customer_events.channel\n",
                    ),
                    bumped(CUSTOMER_EVENTS, "1.0.0", "1.1.0"),
                ),
            ),
            Step(
                "2026-01-23T11:50:00+01:00",
                NADIA,
                "Add the place of a customer event",
                (
                    Added(CUSTOMER_EVENTS, "location"),
                    Rewritten(
                        CUSTOMER_EVENTS,
                        "          - customer_events.ip_address\n"
                        "          - customer_events.attributes\n",
                        "          - customer_events.ip_address\n"
                        "          - customer_events.location\n"
                        "          - customer_events.attributes\n",
                    ),
                    bumped(CUSTOMER_EVENTS, "1.1.0", "1.2.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=8,
        title="Put the topic's file where its canonical URL says",
        branch="chore/rename-topic",
        how=How.SQUASH,
        merged="2026-02-02T09:40:00+01:00",
        by=KARIM,
        steps=(
            Step(
                "2026-02-02T09:10:00+01:00",
                CHLOE,
                "Put the topic's file where its canonical URL says",
                (Moved(OLD_TOPIC, TOPIC),),
            ),
        ),
    ),
)
