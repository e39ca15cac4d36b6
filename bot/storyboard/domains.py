"""The domains that joined in 2026: reference records, the ERP, the telecom platform.

Their pull requests are merged by rebase, which leaves no number in the history: the numbers here
tell them apart and say nothing of their order.
"""

from __future__ import annotations

from bot.storyboard.cast import (
    AICHA,
    BRUNO,
    CAMILLE,
    CHLOE,
    CLAIRE,
    EMMA,
    HELENE,
    JULIE,
    LINA,
    MARC,
    SOFIA,
    YANN,
)
from bot.storyboard.edits import Added, Born, Edit, Removed, Rewritten, bumped
from bot.storyboard.model import How, Pull, Step
from bot.storyboard.passages import (
    AGE,
    AGE_DEPRECATION,
    REFERENCE_ORDERS,
    USER_SEGMENTS,
    USERS,
)

_OWNERS = ".github/CODEOWNERS"
_CUSTOMER_OWNERS = "/contracts/customer/   @acme/customer-data\n"
_REFERENCE_OWNERS = """\
/contracts/reference/  @acme/governance-board
/contracts/reference/users.odcs.yaml   @acme/user-guild
/contracts/reference/orders.odcs.yaml  @acme/order-guild
"""
_ERP_OWNERS = "/contracts/erp/        @acme/cbm-etl\n"
_TELECOM_OWNERS = """\
/contracts/telecom/    @acme/data-platform
/contracts/telecom/billing.odcs.yaml            @acme/billing-data
/contracts/telecom/erp.odcs.yaml                @acme/billing-data
/contracts/telecom/fact-invoice.odcs.yaml       @acme/billing-data
/contracts/telecom/cdr.odcs.yaml                @acme/network-data
/contracts/telecom/oss.odcs.yaml                @acme/network-data
/contracts/telecom/topics/cdr-events.odcs.yaml  @acme/network-data
/contracts/telecom/topics/rca-events.odcs.yaml  @acme/network-data
"""
_CUSTOMER_LINE = "* `contracts/customer/`: customer events and profiles, from bronze to gold\n"
_REFERENCE_LINE = "* `contracts/reference/`: records of users and orders that all services share\n"
_ERP_LINE = "* `contracts/erp/`: tables of the ERP, from Progress to the operational data store\n"
_TELECOM_LINE = "* `contracts/telecom/`: sources, topics and warehouse of the telecom platform\n"
_INTAKE = "contracts/reference/products/order-intake.odps.yaml"


def _born(folder: str, *names: str) -> tuple[Born, ...]:
    return tuple(Born(f"contracts/{folder}/{name}.yaml") for name in names)


def _joined(owners: tuple[str, str], lines: tuple[str, str]) -> tuple[Edit, ...]:
    """Return the edits that add a domain's owners, and a line on it, behind those before it."""
    return (
        Rewritten(_OWNERS, owners[0], "".join(owners)),
        Rewritten("README.md", lines[0], "".join(lines)),
    )


def _ports(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits with which the readers of users move to another major version."""
    return tuple(
        Rewritten(
            product,
            f"    version: {old}\n    contractId: reference-users\n",
            f"    version: {new}\n    contractId: reference-users\n",
        )
        for product in (_INTAKE, USER_SEGMENTS)
    )


DOMAINS = (
    Pull(
        number=40,
        title="Put reference records under contract",
        branch="feature/reference-records",
        how=How.REBASE,
        merged="2026-01-12T10:00:00+01:00",
        by=HELENE,
        steps=(
            Step(
                "2026-01-08T15:10:00+01:00",
                EMMA,
                "Describe the record of a user",
                (
                    Born(USERS),
                    *_joined(
                        (_CUSTOMER_OWNERS, _REFERENCE_OWNERS), (_CUSTOMER_LINE, _REFERENCE_LINE)
                    ),
                ),
            ),
            Step(
                "2026-01-08T16:40:00+01:00",
                CHLOE,
                "Describe the record of an order",
                (Born(REFERENCE_ORDERS), Born(_INTAKE)),
            ),
            Step(
                "2026-01-09T11:25:00+01:00",
                CAMILLE,
                "Register the segments of users",
                (Born(USER_SEGMENTS),),
            ),
        ),
    ),
    Pull(
        number=41,
        title="Deprecate the age of users",
        branch="feature/birth-date",
        how=How.REBASE,
        merged="2026-04-13T09:30:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-04-09T14:05:00+02:00",
                EMMA,
                "Deprecate age in favour of birth_date, and require email",
                (
                    Added(USERS, "birth_date"),
                    Rewritten(
                        USERS,
                        "        description: Age in years, as the user told it.\n",
                        AGE_DEPRECATION,
                    ),
                    Rewritten(
                        USERS,
                        "        description: Where the user is written to.\n",
                        "        description: Where the user is written to.\n"
                        "        required: true\n",
                    ),
                    bumped(USERS, "1.0.0", "2.0.0"),
                    *_ports("1.0.0", "2.0.0"),
                ),
            ),
        ),
    ),
    Pull(
        number=42,
        title="Put the tables of the ERP under contract",
        branch="feature/erp",
        how=How.REBASE,
        merged="2026-06-01T10:30:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-05-27T09:45:00+02:00",
                MARC,
                "Describe the tables in Progress",
                (
                    *_born("erp", "progress.odcs"),
                    *_joined((_REFERENCE_OWNERS, _ERP_OWNERS), (_REFERENCE_LINE, _ERP_LINE)),
                ),
            ),
            Step(
                "2026-05-27T17:20:00+02:00",
                SOFIA,
                "Describe the staging area",
                _born("erp", "staging.odcs"),
            ),
            Step(
                "2026-05-29T11:00:00+02:00",
                MARC,
                "Describe the operational data store",
                _born("erp", "ods-client.odcs", "ods-produit.odcs", "ods-lignecli.odcs"),
            ),
        ),
    ),
    Pull(
        number=43,
        title="Register the sales report",
        branch="feature/sales-report",
        how=How.REBASE,
        merged="2026-06-08T09:15:00+02:00",
        by=MARC,
        steps=(
            Step(
                "2026-06-04T10:30:00+02:00",
                JULIE,
                "Register the sales report",
                _born("erp", "products/sales-report.odps"),
            ),
        ),
    ),
    Pull(
        number=44,
        title="Put the telecom platform under contract",
        branch="feature/telecom",
        how=How.REBASE,
        merged="2026-07-06T09:30:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-06-30T10:00:00+02:00",
                CLAIRE,
                "Describe the sources of customers, offers and invoices",
                (
                    *_born("telecom", "crm.odcs", "erp.odcs", "billing.odcs"),
                    *_joined((_ERP_OWNERS, _TELECOM_OWNERS), (_ERP_LINE, _TELECOM_LINE)),
                ),
            ),
            Step(
                "2026-06-30T15:30:00+02:00",
                BRUNO,
                "Describe the sources and events of the network",
                _born(
                    "telecom",
                    "cdr.odcs",
                    "oss.odcs",
                    "topics/cdr-events.odcs",
                    "topics/rca-events.odcs",
                ),
            ),
            Step(
                "2026-07-01T09:20:00+02:00",
                AICHA,
                "Describe the topics of the platform",
                _born(
                    "telecom/topics",
                    "alerts.odcs",
                    "audit-logs.odcs",
                    "dbt-events.odcs",
                    "metrics.odcs",
                    "quality-events.odcs",
                    "reconciliation-events.odcs",
                ),
            ),
            Step(
                "2026-07-01T16:45:00+02:00",
                YANN,
                "Describe the warehouse",
                _born("telecom", "dim-customer.odcs", "fact-cdr.odcs", "fact-invoice.odcs"),
            ),
            Step(
                "2026-07-02T11:10:00+02:00",
                LINA,
                "Register the analysis of causes",
                _born("telecom/products", "root-cause.odps"),
            ),
            Step(
                "2026-07-02T14:00:00+02:00",
                YANN,
                "Register the services of the platform",
                _born(
                    "telecom/products",
                    "dashboard.odps",
                    "ingestion.odps",
                    "quality-control.odps",
                    "reconciliation.odps",
                    "transformation.odps",
                ),
            ),
        ),
    ),
    Pull(
        number=45,
        title="Read the birth date instead of the age",
        branch="feature/segments-birth-date",
        how=How.REBASE,
        merged="2026-08-31T10:10:00+02:00",
        by=EMMA,
        steps=(
            Step(
                "2026-08-27T13:40:00+02:00",
                CAMILLE,
                "Read birth_date instead of age",
                (
                    Rewritten(
                        USER_SEGMENTS, "          - users.age\n", "          - users.birth_date\n"
                    ),
                ),
            ),
        ),
    ),
    Pull(
        number=46,
        title="Remove the age of users",
        branch="feature/drop-age",
        how=How.REBASE,
        merged="2026-10-20T09:05:00+02:00",
        by=HELENE,
        steps=(
            Step(
                "2026-10-19T10:00:00+02:00",
                EMMA,
                "Remove age, six months after its deprecation",
                (
                    Removed(USERS, "age", "email", AGE),
                    Rewritten(
                        USERS,
                        "# Users as services exchange them, in the shape that validators of records"
                        " and of frames check.\n",
                        "# Users as services exchange them, in the shape that validators of records"
                        " and of frames check.\n"
                        "# How a field goes: age was deprecated in 2.0.0, with birth_date in its"
                        " place, and removed in 3.0.0, six\n# months later.\n",
                    ),
                    bumped(USERS, "2.0.0", "3.0.0"),
                    *_ports("2.0.0", "3.0.0"),
                ),
            ),
        ),
    ),
)
