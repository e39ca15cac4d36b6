from __future__ import annotations

import pytest

from bot.core.personal import is_personal, is_privacy_tag


@pytest.mark.parametrize(
    "name",
    [
        "email",
        "customer_email",
        "customerEmail",
        "PHONE_NUMBER",
        "iban",
        "dateOfBirth",
        "birth_date",
        "first_name",
        "LastName",
        "CUSTOMER_NAME",
        "billing_address",
        "ADDRESS_LINE",
        "address",
        "ip_address",
        "national_id",
        "courriel",
        "numero_telephone",
        "prénom",
        "nom",
        "nom_famille",
        "date_naissance",
    ],
)
def test_a_name_looks_like_personal_data(name: str) -> None:
    assert is_personal(name)


@pytest.mark.parametrize(
    "name",
    [
        "amount",
        "name",
        "product_name",
        "nom_produit",
        "email_count",
        "is_email_verified",
        "email_sent_at",
        "phone_model",
        "address_id",
        "address_type",
        "company_address",
        "hashed_email",
        "mobile_app_version",
        "",
        "ééé",
        "email" * 100,
    ],
)
def test_a_name_does_not(name: str) -> None:
    assert not is_personal(name)


@pytest.mark.parametrize(
    ("tag", "private"),
    [
        pytest.param("pii", True, id="the usual one"),
        pytest.param(" GDPR ", True, id="case and blanks do not matter"),
        pytest.param("crm", False, id="another one"),
    ],
)
def test_a_tag_says_that_data_are_private(tag: str, private: bool) -> None:
    assert is_privacy_tag(tag) is private
