"""What other systems call the logical types of ODCS."""

from __future__ import annotations

_WORDS = {
    "string": "str text varchar varchar2 nvarchar nvarchar2 char nchar character bpchar clob nclob"
    " ntext mediumtext longtext tinytext uuid guid enum email url uri keyword character_varying"
    " alphanumeric",
    "integer": "int int2 int4 int8 int16 int32 int64 bigint smallint tinyint mediumint long short"
    " byte serial bigserial uint8 uint16 uint32 uint64 whole_number",
    "number": "float float4 float8 float16 float32 float64 double real decimal numeric money"
    " bignumeric dec double_precision percentage currency numerical",
    "boolean": "bool bit flag logical yesno",
    "date": "day calendar_date localdate",
    "timestamp": "datetime datetime2 timestamptz timestamp_tz timestamp_ntz timestamp_ltz"
    " timestampntz timestampltz date_time instant smalldatetime datetimeoffset localdatetime"
    " timestamp_with_time_zone timestamp_without_time_zone",
    "time": "timetz localtime time_of_day",
    "object": "struct record row dict dictionary mapping nested",
    "array": "list set sequence repeated collection tuple",
    "map": "hashmap keyvalue key_value",
    "vector": "embedding",
}
_LOGICAL = {word: name for name, words in _WORDS.items() for word in (name, *words.split())}
_BEFORE_3_1 = {"timestamp": "date", "time": "string", "map": "object", "vector": "array"}


def logical_type(name: str) -> str | None:
    """Return the logical type of ODCS 3.2 that another system's type name stands for.

    Lengths and other parameters do not matter: `VARCHAR(20)` is a string. None where the name
    is not known.
    """
    word = name.strip().lower().split("(")[0].split("<")[0].strip().replace(" ", "_")
    return _LOGICAL.get(word)


def logical_type_among(name: str, allowed: tuple[str, ...]) -> str | None:
    """Return the same among those that an older version of the standard has."""
    found = logical_type(name)
    if found is not None and found not in allowed:
        found = _BEFORE_3_1.get(found)
    return found if found in allowed else None
