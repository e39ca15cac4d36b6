"""The paths of the contracts, and passages of contracts that stood only for a time."""

from __future__ import annotations

TOPIC = "contracts/orders/topic.odcs.yaml"
OLD_TOPIC = "contracts/orders/orders-topic.odcs.yaml"
EVENTS = "contracts/orders/events.odcs.yaml"
ORDERS = "contracts/orders/orders.odcs.yaml"
CUSTOMERS = "contracts/orders/customers.odcs.yaml"
INVENTORY = "contracts/orders/inventory.odcs.yaml"
KPIS = "contracts/orders/kpis.odcs.yaml"
DASHBOARD = "contracts/orders/products/dashboard.odps.yaml"

CUSTOMER_EVENTS = "contracts/customer/events.odcs.yaml"
PROFILE = "contracts/customer/profile.odcs.yaml"
PROFILE_EVENTS = "contracts/customer/profile-events.odcs.yaml"
ORDER_EVENTS = "contracts/customer/order-events.odcs.yaml"
SILVER_V1 = "contracts/customer/silver-v1.odcs.yaml"
SILVER_V2 = "contracts/customer/silver-v2.odcs.yaml"
GOLD = "contracts/customer/gold.odcs.yaml"
CUSTOMER_360 = "contracts/customer/products/360.odps.yaml"
ENGAGEMENT = "contracts/customer/products/engagement.odps.yaml"
CUSTOMER_MONITORING = "contracts/customer/monitoring.odcs.yaml"
REGISTRY = "contracts/customer/products/registry.odps.yaml"
CRM_EXPORT = "contracts/customer/products/crm-export.odps.yaml"

SHARED_TYPES = "contracts/shared/types.odcs.yaml"

TEMPLATES = (
    "contracts/templates/event.odcs.yaml",
    "contracts/templates/table.odcs.yaml",
    "contracts/templates/reference.odcs.yaml",
)

POSTAL_ADDRESS_DEPRECATION = """\
        description: "Deprecated since 1.2.0: use address. Where the customer lives, as one text."
        deprecated: true
        customProperties:
          - property: deprecation
            vendor: contract-steward
            value:
              since: "2026-01-19"
              sinceVersion: 1.2.0
              removal: "2026-05-04"
              removalVersion: 2.0.0
              replacedBy: schema/customer_profile/properties/address
              reason: Nobody could tell the street from the city.
"""

POSTAL_ADDRESS = f"""\
      - id: postal_address
        name: postal_address
        logicalType: string
        physicalType: text
        businessName: Adresse postale
{POSTAL_ADDRESS_DEPRECATION}\
        classification: confidential
        tags: [personal-data]
        examples: ["12 rue de la Fosse, 44000 Nantes"]
"""

IP_ADDRESS_DEPRECATION = """\
        # The flag is the standard's; the property beside it tells what the flag cannot: since
        # when, until when, and what to read instead.
        deprecated: true
"""

IP_ADDRESS_DATES = """\
        customProperties:
          - property: deprecation
            vendor: contract-steward
            value:
              since: "2026-09-14"
              sinceVersion: 1.3.0
              removal: "2027-01-15"
              removalVersion: 2.0.0
              replacedBy: schema/customer_events/properties/location
              reason: An address is personal data, and nothing needs more than the city.
"""

FIRST_SILVER = "# Silver: bronze cleaned, one row per event however often a client resent it.\n"
ONE_OF_TWO_SILVERS = """\
# The first release line of silver. It lives beside the second (silver-v2.odcs.yaml) under the same
# id: two tables are filled until the end of life, so that consumers move when it suits them.
"""

LOYALTY_TIER = """\
      - id: loyalty_tier
        name: loyalty_tier
        logicalType: string
        physicalType: varchar(16)
        businessName: Niveau de fidélité
        description: Level in the loyalty programme; null for those who have not joined it.
        classification: internal
        enum:
          - id: bronze
            value: bronze
            label: Bronze
          - id: silver
            value: silver
            label: Argent
          - id: gold
            value: gold
            label: Or
        examples: [silver]
"""

USERS = "contracts/reference/users.odcs.yaml"
REFERENCE_ORDERS = "contracts/reference/orders.odcs.yaml"
USER_SEGMENTS = "contracts/reference/products/user-segments.odps.yaml"

AGE_DEPRECATION = """\
        description: "Deprecated since 2.0.0: use birth_date. Age in years, as the user told it."
        deprecated: true
        customProperties:
          - property: deprecation
            vendor: contract-steward
            value:
              since: "2026-04-13"
              sinceVersion: 2.0.0
              removal: "2026-10-12"
              removalVersion: 3.0.0
              replacedBy: schema/users/properties/birth_date
              reason: An age is wrong a year later; a date of birth stays right.
"""

AGE = f"""\
      - id: age
        name: age
        logicalType: integer
        businessName: Âge
{AGE_DEPRECATION}\
        classification: confidential
        tags: [personal-data]
        logicalTypeOptions:
          minimum: 1
        examples: [30]
"""
