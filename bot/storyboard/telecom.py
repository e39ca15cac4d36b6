"""July 2026: the telecom platform, its sources, topics, warehouse and services."""

from __future__ import annotations

from bot.storyboard.cast import AICHA, BRUNO, CLAIRE, HELENE, LINA, YANN
from bot.storyboard.domains import ERP_LINE, ERP_OWNERS, born, joined
from bot.storyboard.model import How, Pull, Step

_OWNERS = """\
/contracts/telecom/    @acme/data-platform
/contracts/telecom/billing.odcs.yaml            @acme/billing-data
/contracts/telecom/erp.odcs.yaml                @acme/billing-data
/contracts/telecom/fact-invoice.odcs.yaml       @acme/billing-data
/contracts/telecom/cdr.odcs.yaml                @acme/network-data
/contracts/telecom/oss.odcs.yaml                @acme/network-data
/contracts/telecom/topics/cdr-events.odcs.yaml  @acme/network-data
/contracts/telecom/topics/rca-events.odcs.yaml  @acme/network-data
"""
_LINE = "* `contracts/telecom/`: sources, topics and warehouse of the telecom platform\n"

TELECOM = (
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
                    *born("telecom", "crm.odcs", "erp.odcs", "billing.odcs", "files.odcs"),
                    *joined((ERP_OWNERS, _OWNERS), (ERP_LINE, _LINE)),
                ),
            ),
            Step(
                "2026-06-30T15:30:00+02:00",
                BRUNO,
                "Describe the sources of the network",
                born("telecom", "cdr.odcs", "oss.odcs"),
            ),
            Step(
                "2026-06-30T17:50:00+02:00",
                YANN,
                "Describe what is ingested",
                born("telecom", "landing.odcs"),
            ),
            Step(
                "2026-07-01T08:15:00+02:00",
                BRUNO,
                "Describe the events of the network",
                born("telecom", "topics/cdr-events.odcs"),
            ),
            Step(
                "2026-07-01T09:20:00+02:00",
                AICHA,
                "Describe the topics of the platform",
                born(
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
                born(
                    "telecom",
                    "dim-customer.odcs",
                    "fact-cdr.odcs",
                    "fact-invoice.odcs",
                    "kpis.odcs",
                    "operations.odcs",
                ),
            ),
            Step(
                "2026-07-02T11:10:00+02:00",
                LINA,
                "Describe and register the analysis of causes",
                born("telecom", "topics/rca-events.odcs", "products/root-cause.odps"),
            ),
            Step(
                "2026-07-02T14:00:00+02:00",
                YANN,
                "Register the services of the platform",
                born(
                    "telecom/products",
                    "alerting.odps",
                    "api.odps",
                    "dashboard.odps",
                    "ingestion.odps",
                    "monitoring.odps",
                    "quality-control.odps",
                    "reconciliation.odps",
                    "streaming.odps",
                    "transformation.odps",
                    "transformation-runs.odps",
                    "warehouse.odps",
                ),
            ),
        ),
    ),
)
