"""Guesses from the name of a field whether its values are personal data, in English and French.

Source: the kinds of data that Regulation (EU) 2016/679 (GDPR), articles 4 and 87, names: names,
contact data, identification numbers, dates of birth.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zà-ÿ]+|[0-9]+")
_LONGEST = 100


def _words(text: str, mark: str | None = None) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(mark))


_ALONE = _words(
    """
    email emails mail courriel courriels phone phones telephone téléphone mobile portable msisdn
    iban ssn passport firstname lastname surname fullname forename prenom prénom birthdate
    birthday dob birthplace naissance nationality maidenname adresse
    """
)
"""Words that mean a person's data wherever they stand in a name."""
_PAIRS = _words(
    """first name|last name|full name|family name|given name|middle name|maiden name|birth date|
    date birth|birth day|birth place|birth year|street address|home address|postal address|
    billing address|shipping address|delivery address|mailing address|customer address|
    address line|e mail|cell number|credit card|card number|social security|national id|tax id|
    ip address|customer name|patient name|employee name|user name|nom famille|nom naissance|
    nom usage|nom client|nom patient|numero secu|carte identite|compte bancaire""",
    "|",
)
"""Two words that do so side by side."""
_WHOLE = _words("address nom tel gender sexe username")
"""Words that do so only as the whole name."""
_ABOUT = _words(
    """
    id key hash hashed type kind count flag status verified valid validated domain provider model
    brand os platform country code format consent opt optin optout sent opened clicked bounced at
    ts template campaign subject plan channel category length is has nb nombre statut envoye
    envoyé table version masked anonymized anonymised encrypted product company organization
    organisation store warehouse city state region total sum avg rate ratio score lang language
    click open bounce device app
    """
)
"""Words that make it something about such data, and not the data."""
_PRIVACY_TAGS = _words("pii phi spi gdpr rgpd personal personal-data personal_data sensitive pci")


@lru_cache(maxsize=4096)
def is_personal(name: str) -> bool:
    """Tell whether a field of that name probably holds data about a person."""
    if len(name) > _LONGEST:
        return False
    words = [word.lower() for word in _WORDS.findall(name) if word.lower() != "of"]
    if len(words) == 1:
        return words[0] in _ALONE or words[0] in _WHOLE
    found = _PAIRS.intersection(f"{first} {second}" for first, second in pairwise(words))
    told = {word for pair in found for word in pair.split()}
    if any(word in _ABOUT and word not in told for word in words):
        return False
    return bool(found) or not _ALONE.isdisjoint(words)


def is_privacy_tag(tag: str) -> bool:
    """Tell whether a tag says that data are private."""
    return tag.strip().lower() in _PRIVACY_TAGS
