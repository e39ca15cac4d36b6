"""May to November: gold, its consumers, two deprecations, templates."""

from __future__ import annotations

from bot.storyboard.cast import CHLOE, HELENE, INES, KARIM, LOUIS, NADIA, TOM
from bot.storyboard.edits import Added, Born, Marked, Rewritten, bumped
from bot.storyboard.model import How, Pull, Step
from bot.storyboard.passages import (
    CRM_EXPORT,
    CUSTOMER_360,
    CUSTOMER_EVENTS,
    CUSTOMER_MONITORING,
    CUSTOMERS,
    ENGAGEMENT,
    FIRST_SILVER,
    GOLD,
    IP_ADDRESS_DATES,
    IP_ADDRESS_DEPRECATION,
    ONE_OF_TWO_SILVERS,
    ORDER_EVENTS,
    ORDERS,
    PROFILE_EVENTS,
    REGISTRY,
    SILVER_V1,
    SILVER_V2,
    TEMPLATES,
)

_SHARED_LINE = "* `contracts/shared/`: types that all domains share\n"
_TEMPLATES_LINE = "* `contracts/templates/`: templates for an event, a table and reference data\n"
_IP_DESCRIPTION = '"Deprecated since 1.3.0: use location, which says no more than is needed. '

AUTUMN = (
    Pull(
        number=18,
        title="Draft the customer view",
        branch="feature/gold-draft",
        how=How.SQUASH,
        merged="2026-05-18T14:00:00+02:00",
        by=NADIA,
        steps=(Step("2026-05-13T16:10:00+02:00", LOUIS, "Draft the customer view", (Born(GOLD),)),),
    ),
    Pull(
        number=19,
        title="Tell which coupon an order used",
        branch="feature/coupons",
        how=How.SQUASH,
        merged="2026-05-25T09:30:00+02:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-05-21T13:45:00+02:00",
                NADIA,
                "Add the coupon to order events",
                (Added(ORDER_EVENTS, "coupon_code"), bumped(ORDER_EVENTS, "1.0.0", "1.1.0")),
            ),
        ),
    ),
    Pull(
        number=20,
        title="Release the customer view",
        branch="feature/gold",
        how=How.MERGE,
        merged="2026-06-29T15:15:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-06-22T10:20:00+02:00",
                LOUIS,
                "Make the customer view active and give its notice",
                (
                    Rewritten(GOLD, "name: score\n", "name: engagement_score\n"),
                    Rewritten(GOLD, "\nstatus: draft\n", "\nstatus: active\n"),
                    Added(GOLD, "general_availability"),
                    bumped(GOLD, "0.1.0", "1.0.0"),
                ),
            ),
            Step(
                "2026-06-25T17:05:00+02:00",
                NADIA,
                "Register the product that fills the view",
                (Born(CUSTOMER_360),),
            ),
            Step(
                "2026-06-26T10:15:00+02:00",
                LOUIS,
                "Describe the monitoring beside the layers",
                (Born(CUSTOMER_MONITORING), Born(REGISTRY)),
            ),
        ),
    ),
    Pull(
        number=21,
        title="Register who reads customer data",
        branch="feature/consumers",
        how=How.REBASE,
        merged="2026-07-20T10:30:00+02:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-07-15T11:10:00+02:00",
                INES,
                "Register the engagement campaigns",
                (Born(ENGAGEMENT),),
            ),
            Step(
                "2026-07-16T09:55:00+02:00",
                TOM,
                "Register the export to the CRM",
                (Born(CRM_EXPORT),),
            ),
        ),
    ),
    Pull(
        number=22,
        title="Deprecate the first line of normalised events",
        branch="feature/deprecate-silver-v1",
        how=How.MERGE,
        merged="2026-08-03T09:20:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-07-28T14:35:00+02:00",
                NADIA,
                "Deprecate customer-silver 1.x in favour of 2.x",
                (
                    Rewritten(SILVER_V1, FIRST_SILVER, ONE_OF_TWO_SILVERS),
                    Rewritten(
                        SILVER_V1,
                        "\nstatus: active\n",
                        "\n# Deprecated as a whole: the status says so, endOfSupport and endOfLife"
                        " say until when, and the\n# definition of type replacedBy says where to"
                        " go.\nstatus: deprecated\n",
                    ),
                    Rewritten(
                        SILVER_V1,
                        "by type and time of event.\n",
                        "by type and time of event. New work starts on 2.x.\n",
                    ),
                    Added(SILVER_V1, "successor"),
                    Added(SILVER_V1, "end_of_support"),
                    Added(SILVER_V1, "end_of_life"),
                    bumped(SILVER_V1, "1.1.0", "1.2.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=23,
        title="Deprecate IP addresses in customer events",
        branch="privacy/ip-address",
        how=How.MERGE,
        merged="2026-09-14T11:00:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-09-08T10:40:00+02:00",
                LOUIS,
                "Deprecate ip_address in favour of location",
                (
                    Rewritten(
                        CUSTOMER_EVENTS,
                        "        description: Address of the client.\n",
                        f'        description: {_IP_DESCRIPTION}Address of the client."\n'
                        f"{IP_ADDRESS_DEPRECATION}",
                    ),
                    Rewritten(
                        CUSTOMER_EVENTS,
                        "          maxLength: 45\n",
                        f"          maxLength: 45\n{IP_ADDRESS_DATES}",
                    ),
                    bumped(CUSTOMER_EVENTS, "1.2.0", "1.3.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=24,
        title="Say how sure a segment is",
        branch="feature/segment-confidence",
        how=How.SQUASH,
        merged="2026-09-28T16:00:00+02:00",
        by=NADIA,
        steps=(
            Step(
                "2026-09-24T12:20:00+02:00",
                LOUIS,
                "Add segment_confidence to silver",
                (
                    Added(SILVER_V2, "segment_confidence"),
                    bumped(SILVER_V2, "2.0.0", "2.1.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=25,
        title="Take customers to ODCS 3.2",
        branch="chore/odcs-3.2",
        how=How.REBASE,
        merged="2026-10-05T09:10:00+02:00",
        by=CHLOE,
        steps=(
            Step(
                "2026-10-02T15:00:00+02:00",
                KARIM,
                "Take customers to ODCS 3.2",
                (
                    Rewritten(CUSTOMERS, "\napiVersion: v3.1.0\n", "\napiVersion: v3.2.0\n"),
                    Marked(CUSTOMERS, "vendor: contract-steward"),
                    bumped(CUSTOMERS, "1.1.0", "1.1.1"),
                ),
            ),
        ),
    ),
    Pull(
        number=26,
        title="Offer templates for new contracts",
        branch="docs/templates",
        how=How.SQUASH,
        merged="2026-10-12T10:00:00+02:00",
        by=NADIA,
        steps=(
            Step(
                "2026-10-08T11:30:00+02:00",
                HELENE,
                "Offer templates for an event, a table and reference data",
                (
                    *(Born(file) for file in TEMPLATES),
                    Rewritten("README.md", _SHARED_LINE, _SHARED_LINE + _TEMPLATES_LINE),
                ),
            ),
        ),
    ),
    Pull(
        number=27,
        title="Carry preferences in profile events",
        branch="feature/preferences",
        how=How.MERGE,
        merged="2026-10-19T14:50:00+02:00",
        by=LOUIS,
        steps=(
            Step(
                "2026-10-15T09:40:00+02:00",
                NADIA,
                "Add preferences to profile events",
                (Added(PROFILE_EVENTS, "preferences"), bumped(PROFILE_EVENTS, "1.0.0", "1.1.0")),
            ),
        ),
    ),
    Pull(
        number=28,
        title="Check that orders come from events",
        branch="feature/orders-check",
        how=How.SQUASH,
        merged="2026-11-02T09:00:00+01:00",
        by=KARIM,
        steps=(
            Step(
                "2026-10-29T10:15:00+01:00",
                CHLOE,
                "Warn of orders without raw events",
                (
                    Added(ORDERS, "no_orders_without_events"),
                    bumped(ORDERS, "1.1.0", "1.1.1"),
                ),
            ),
        ),
    ),
)
