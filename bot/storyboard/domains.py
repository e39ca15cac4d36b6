"""The domains that joined in 2026: reference records and the ERP; telecom.py has the platform.

Their pull requests are merged by rebase, which leaves no number in the history: the numbers here
tell them apart and say nothing of their order.
"""

from __future__ import annotations

from bot.storyboard.cast import (
    CAMILLE,
    CHLOE,
    EMMA,
    HELENE,
    JULIE,
    MARC,
    SOFIA,
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
/contracts/reference/user-events.odcs.yaml         @acme/user-guild
/contracts/reference/dead-letter-events.odcs.yaml  @acme/user-guild
"""
ERP_OWNERS = "/contracts/erp/        @acme/cbm-etl\n"
_CUSTOMER_LINE = "* `contracts/customer/`: customer events and profiles, from bronze to gold\n"
_REFERENCE_LINE = "* `contracts/reference/`: records of users and orders that all services share\n"
ERP_LINE = "* `contracts/erp/`: tables of the ERP, from Progress to the operational data store\n"
_INTAKE = "contracts/reference/products/order-intake.odps.yaml"


def born(folder: str, *names: str) -> tuple[Born, ...]:
    """Return the edits that bring files of a folder, named without `.yaml`."""
    return tuple(Born(f"contracts/{folder}/{name}.yaml") for name in names)


def joined(owners: tuple[str, str], lines: tuple[str, str]) -> tuple[Edit, ...]:
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
                    *joined(
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
            Step(
                "2026-01-09T14:50:00+01:00",
                EMMA,
                "Describe the events of users and their dead letters",
                born(
                    "reference",
                    "user-events.odcs",
                    "dead-letter-events.odcs",
                    "products/validation.odps",
                ),
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
                    *born("erp", "progress.odcs"),
                    *joined((_REFERENCE_OWNERS, ERP_OWNERS), (_REFERENCE_LINE, ERP_LINE)),
                ),
            ),
            Step(
                "2026-05-27T17:20:00+02:00",
                SOFIA,
                "Describe the staging area",
                born("erp", "staging.odcs"),
            ),
            Step(
                "2026-05-29T11:00:00+02:00",
                MARC,
                "Describe the operational data store",
                born("erp", "ods-client.odcs", "ods-produit.odcs", "ods-lignecli.odcs"),
            ),
            Step(
                "2026-05-29T15:35:00+02:00",
                SOFIA,
                "Describe what the extraction keeps of its runs",
                born("erp", "etl.odcs"),
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
                born("erp", "products/sales-report.odps"),
            ),
            Step(
                "2026-06-05T09:10:00+02:00",
                SOFIA,
                "Register the dashboards of the extraction",
                born("erp", "products/etl-dashboard.odps"),
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
