"""One page of each kind that the portal has."""

from __future__ import annotations

PAGES = {
    "home": "index.html",
    "contract": "contracts/customer-profile/index.html",
    "version": "contracts/customer-profile/versions/1.2.0/index.html",
    "changelog": "contracts/customer-profile/changelog/index.html",
    "comparison": "contracts/customer-profile/diff/1.2.0..2.0.0/index.html",
    "domain": "domains/customer/index.html",
    "owner": "owners/analytics/index.html",
    "product": "products/orders-dashboard/index.html",
    "lineage": "lineage/index.html",
    "impact": "impact/index.html",
    "releases": "releases/index.html",
    "calendar": "calendar/index.html",
    "scorecard": "scorecard/index.html",
    "waivers": "waivers/index.html",
    "rules": "rules/index.html",
    "rule": "rules/dc001/index.html",
    "policy": "policy/index.html",
    "French contract": "fr/contracts/customer-profile/index.html",
    "nowhere": "404.html",
}
