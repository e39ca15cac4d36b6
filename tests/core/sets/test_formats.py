from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.formats import compare_formats, matches

_WORDS = ["byte", "date", "date-time", "email", "hostname", "ipv4", "ipv6", "time", "uri", "uuid"]
_TEXTS = {
    "byte": "ab+/cd==",
    "date": "2024-02-29",
    "date-time": "2024-02-29T10:00:00.5+02:00",
    "email": "jo.doe+x@example.org",
    "hostname": "db-1.example.org",
    "ipv4": "10.0.0.1",
    "ipv6": "2001:db8::1",
    "time": "10:00:00Z",
    "uri": "https://jo@example.org:8080/a%20b?c=d#e",
    "uuid": "123E4567-e89b-12d3-a456-426614174000",
}


@pytest.mark.parametrize(
    ("old", "new", "logical_type", "expected"),
    [
        pytest.param(None, "email", "string", Relation.NARROWER, id="a syntax is asked for"),
        pytest.param("uuid", None, "string", Relation.WIDER, id="a syntax is dropped"),
        pytest.param("uuid", "email", "string", Relation.INCOMPARABLE, id="another syntax"),
        pytest.param("UUID", "guid", "string", Relation.SAME, id="two words for one syntax"),
        pytest.param("ipv4", "hostname", "string", Relation.WIDER, id="addresses are host names"),
        pytest.param("hostname", "uuid", "string", Relation.NARROWER, id="uuids are host names"),
        pytest.param(None, "password", "string", Relation.SAME, id="a hint admits every text"),
        pytest.param("password", "uuid", "string", Relation.NARROWER, id="from a hint"),
        pytest.param("sku", "uuid", "string", Relation.UNKNOWN, id="a word nobody has defined"),
        pytest.param("sku", "sku", "string", Relation.SAME, id="the same unknown word"),
        pytest.param(None, "binary", "string", Relation.UNKNOWN, id="octets are no text"),
        pytest.param("${F}", "uuid", "string", Relation.UNKNOWN, id="a variable"),
        pytest.param("i32", "i64", "integer", Relation.WIDER, id="more bits"),
        pytest.param("i32", "u32", "integer", Relation.INCOMPARABLE, id="the sign is lost"),
        pytest.param("u8", "i16", "integer", Relation.WIDER, id="unsigned fits in more bits"),
        pytest.param(None, "i32", "integer", Relation.SAME, id="32 bits are the default"),
        pytest.param("i33", "i32", "integer", Relation.UNKNOWN, id="no such width"),
        pytest.param("", "i32", "integer", Relation.UNKNOWN, id="an empty width"),
        pytest.param("f32", "f64", "number", Relation.WIDER, id="double precision"),
        pytest.param(None, "f64", "number", Relation.NARROWER, id="numbers become doubles"),
        pytest.param("f16", "f64", "number", Relation.UNKNOWN, id="no such precision"),
        pytest.param(None, "yyyy-MM-dd", "date", Relation.SAME, id="the default is spelled out"),
        pytest.param("uuuu-MM-dd", "yyyy-MM-dd", "date", Relation.SAME, id="the same year"),
        pytest.param("YYYY-MM-dd", "yyyy-MM-dd", "date", Relation.INCOMPARABLE, id="week years"),
        pytest.param(None, "MM/dd/yyyy", "date", Relation.INCOMPARABLE, id="another order"),
        pytest.param("yyyy'-'MM'-'dd", None, "date", Relation.SAME, id="needless quotes"),
        pytest.param("yyyy-MM-ddTHH", None, "date", Relation.UNKNOWN, id="no valid pattern"),
        pytest.param("yyyy[-MM]", "yyyy", "date", Relation.UNKNOWN, id="optional parts"),
        pytest.param("'o''clock'", "'oclock'", "time", Relation.INCOMPARABLE, id="a quoted quote"),
        pytest.param(
            "yyyy-MM-dd'T'HH:mm:ssXXX", None, "timestamp", Relation.WIDER, id="any ISO 8601"
        ),
        pytest.param("date-time", None, "timestamp", Relation.SAME, id="a word for the default"),
        pytest.param(
            "yyyy-MM-dd HH:mm:ss", None, "timestamp", Relation.INCOMPARABLE, id="a space inside"
        ),
        pytest.param(None, "HH:mm:ss", "time", Relation.NARROWER, id="one form of ISO 8601"),
    ],
)
def test_formats_compare_by_what_they_admit(
    old: str | None, new: str | None, logical_type: str, expected: Relation
) -> None:
    assert compare_formats(old, new, logical_type) is expected
    assert compare_formats(new, old, logical_type) is expected.mirrored()


@pytest.mark.parametrize("old", _WORDS)
@pytest.mark.parametrize("new", _WORDS)
def test_the_relation_of_two_words_agrees_with_a_text(old: str, new: str) -> None:
    relation = compare_formats(old, new)

    assert matches(old, _TEXTS[old]) is True
    if relation in {Relation.SAME, Relation.WIDER}:
        assert matches(new, _TEXTS[old]) is True
    else:
        assert matches(old, _TEXTS[new]) is not (relation is Relation.INCOMPARABLE)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        pytest.param("email", "nobody", False, id="no at sign"),
        pytest.param("email", "a..b@example.org", False, id="two dots"),
        pytest.param("email", '"a b"@example.org', None, id="a quoted name is undecided"),
        pytest.param("email", "jö@example.org", None, id="letters outside ASCII are undecided"),
        pytest.param("hostname", "-a.example", False, id="a hyphen first"),
        pytest.param("hostname", "a" * 64, False, id="a label too long"),
        pytest.param("hostname", "", False, id="no host"),
        pytest.param("ipv4", "10.0.0.256", False, id="an octet too large"),
        pytest.param("ipv4", "10.0.0.01", False, id="a leading zero"),
        pytest.param("ipv6", "10.0.0.1", False, id="the other version"),
        pytest.param("ipv6", "fe80::1%eth0", False, id="an address with a zone"),
        pytest.param("uri", "orders", False, id="no scheme"),
        pytest.param("uri", "a:b c", False, id="a space"),
        pytest.param("uri", "http://a:b/", False, id="a port that is no number"),
        pytest.param("uri", "a:%zz", False, id="a broken escape"),
        pytest.param("uri", "http://[::1]/", None, id="an IP literal is undecided"),
        pytest.param("uri", "urn:isbn:0451450523", True, id="a name"),
        pytest.param("uuid", "123e4567e89b12d3a456426614174000", False, id="no hyphens"),
        pytest.param("date", "2023-02-29", False, id="a day that never was"),
        pytest.param("date", "\uff12\uff10\uff12\uff13-01-01", False, id="digits outside ASCII"),
        pytest.param("date-time", "2024-01-01", False, id="no time"),
        pytest.param("date-time", "2024-01-01T10:00:00", None, id="no offset is undecided"),
        pytest.param("date-time", "2024-01-01T25:00:00Z", False, id="no such hour"),
        pytest.param("time", "24:00:00Z", False, id="the end of a day"),
        pytest.param("time", "23:59:60Z", None, id="a leap second is undecided"),
        pytest.param("time", "10:00Z", False, id="no seconds"),
        pytest.param("byte", "abc", False, id="base64 without its padding"),
        pytest.param("byte", "", True, id="no octets"),
        pytest.param("password", "hunter2", True, id="a hint"),
        pytest.param("sku", "A-1", None, id="a word nobody has defined"),
        pytest.param("uuid", _TEXTS["uuid"] + "\n", False, id="a line end behind"),
    ],
)
def test_a_text_follows_a_format_or_not(word: str, text: str, expected: bool | None) -> None:
    assert matches(word, text) is expected


@given(
    st.none() | st.text(max_size=20) | st.text(alphabet="yMdHms'[]{}-:TZX", max_size=20),
    st.none() | st.text(max_size=20),
    st.sampled_from(["string", "integer", "number", "date", "timestamp", "time", "?"]),
)
@settings(max_examples=200, deadline=None)
def test_no_format_is_too_strange_to_be_answered(
    old: str | None, new: str | None, logical_type: str
) -> None:
    assert compare_formats(old, old, logical_type) is Relation.SAME
    assert compare_formats(old, new, logical_type) is (
        compare_formats(new, old, logical_type).mirrored()
    )
    assert matches(old or "", new or "") in {True, False, None}


@given(
    st.sampled_from(_WORDS), st.text(max_size=40) | st.text(alphabet="a1:-.@/%+=TZ", max_size=40)
)
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_strange_to_be_matched(word: str, text: str) -> None:
    assert matches(word, text) in {True, False, None}


@given(st.sampled_from(["ipv4", "uuid", "date"]), st.text(alphabet="0123456789abf.-", max_size=40))
@settings(max_examples=200, deadline=None)
def test_what_lies_within_host_names_is_a_host_name(word: str, text: str) -> None:
    assert not matches(word, text) or matches("hostname", text)
