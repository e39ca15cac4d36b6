"""Texts that are no contract, and some that are one in spite of their looks."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = """\
apiVersion: v3.2.0
kind: DataContract
id: bad
version: 1.0.0
status: active
"""
GOOD = """\
apiVersion: v3.2.0
kind: DataContract
id: good
name: Good
version: 1.0.0
status: active
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number}
"""
FLAWED = GOOD.replace("id: good", "id: flawed").replace("name: id", "name: amount")
"""Can be read, and has a field name twice: a finding that no broken file may hide."""
POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes, and the place and code of each fault that they have; none: they can be read."""

    data: bytes
    faults: tuple[str, ...] = ()
    heavy: bool = False


def _after_head(text: str) -> bytes:
    return f"{HEAD}{text}".encode()


def _levels(line: str, levels: int, times: int, last: str) -> bytes:
    inner = [last, *(",".join([f"*a{level}"] * times) for level in range(levels - 1))]
    return _after_head("".join(line.format(level, text) for level, text in enumerate(inner)))


TEXTS: dict[str, Text] = {
    "alias-bomb": Text(_levels("b{0}: &a{0} [{1}]\n", 9, 9, "x"), ("11: E109",), heavy=True),
    "merge-bomb": Text(
        _levels("b{0}: &a{0} {{<<: [{1}]}}\n", 7, 8, "{x: 1}"),
        ("6: E118", "7: E118", "8: E118", "9: E118", "10: E118", "11: E118", "11: E109"),
        heavy=True,
    ),
    "2000-brackets": Text(b"[" * 2_000, ("1: E112",)),
    "2000-brackets-below-a-key": Text(_after_head("tags: " + "[" * 2_000), ("6: E105",)),
    "100000-brackets": Text(b"[" * 100_000, ("1: E112",), heavy=True),
    "100000-brackets-below-a-key": Text(
        _after_head("tags: " + "[" * 100_000), ("6: E105",), heavy=True
    ),
    "circular-alias": Text(_after_head("tags: &a [*a]\n"), ("6: E108",)),
    "duplicate-key": Text(_after_head("version: 2.0.0\n"), ("6: E107",)),
    "version-of-two-numbers": Text(HEAD.replace("1.0.0", "1.10").encode(), ("4: E116",)),
    "day-that-is-none": Text(_after_head("contractCreatedTs: 2024-13-45\n")),
    "number-of-5000-digits": Text(
        _after_head(f"price: {{priceAmount: {'9' * 5_000}}}\n"), ("6: E114",)
    ),
    "endless-number": Text(_after_head("price: {priceAmount: .inf}\n"), ("6: E114",)),
    "words-of-yaml-1.1": Text(_after_head("domain: no\ntenant: 12:30:45\nname: 2024-01-01\n")),
    "400000-keys": Text(
        b"".join(b"k%d: 1\n" % number for number in range(400_000)), ("1: E104",), heavy=True
    ),
    "90000-keys": Text(
        b"".join(b"k%d: 1\n" % number for number in range(90_000)), ("50001: E106",), heavy=True
    ),
    "two-documents": Text(_after_head("---\nid: other\n"), ("6: E110",)),
    "nul": Text(_after_head("name: a\0b\n"), ("6: E103",)),
    "bad-utf-8": Text(_after_head("name: ") + b"\xe9t\xe9\n", ("6: E102",)),
    "utf-16": Text(HEAD.encode("utf-16"), ("1: E102",)),
    "utf-16-without-a-mark": Text(HEAD.encode("utf-16-le"), ("1: E102",)),
    "byte-order-mark": Text(b"\xef\xbb\xbf" + HEAD.encode()),
    "windows-line-ends": Text(HEAD.replace("\n", "\r\n").encode()),
    "no-last-line-end": Text(HEAD.rstrip().encode()),
    "python-tag": Text(
        _after_head("name: !!python/object/apply:os.system ['touch pwned']\n"), ("6: E115",)
    ),
    "list-as-key": Text(_after_head("? [a, b]\n: c\n"), ("6: E113",)),
    "empty": Text(b"", ("1: E111",)),
    "over-a-megabyte": Text(_after_head("#" * 1_048_576), ("1: E104",)),
    "line-of-a-megabyte": Text(_after_head(f"name: {'x' * 1_000_000}\n"), heavy=True),
    "lfs-pointer": Text(POINTER.encode(), ("1: E117",)),
    "text-alone": Text(b"hello\n", ("1: E112",)),
    "comment-alone": Text(b"# nothing\n", ("1: E111",)),
    "tab": Text(_after_head("schema:\n\t- name: a\n"), ("7: E103",)),
    "unknown-key": Text(_after_head("verison: 1\n"), ("6: E203",)),
    "unknown-standard": Text(b"apiVersion: v9.0.0\nkind: DataContract\nid: a\n", ("1: E202",)),
    "another-kind": Text(b"apiVersion: v1\nkind: Deployment\nmetadata: {name: x}\n", ("2: E201",)),
    "control-signs": Text(_after_head('name: "\\e[31m\\u202e\\u2066 \\0 \\x85 \\u2028"\n')),
    "surrogate": Text(_after_head('name: "\\ud800"\n'), ("6: E103",)),
    "variables": Text(
        _after_head('servers:\n- {server: "${ENV}", type: custom, description: "$(id) `id` %0A"}\n')
    ),
    "reference-to-the-cloud": Text(
        _after_head(
            "authoritativeDefinitions:\n"
            "- {type: x, url: http://169.254.169.254/latest/meta-data/}\n"
            "customProperties:\n"
            "- {property: a, value: {$ref: 'http://169.254.169.254/'}}\n"
            "- {property: b, value: 'file:///etc/passwd'}\n"
            "- {property: c, value: '\\\\host\\share'}\n"
            "schema:\n"
            "- name: a\n"
            "  properties:\n"
            "  - name: b\n"
            "    relationships:\n"
            "    - {to: 'https://169.254.169.254/x.yaml#schema/a/properties/b'}\n"
        )
    ),
    "root-reference": Text(
        _after_head("$ref: http://169.254.169.254/latest/meta-data/\n"), ("6: E203",)
    ),
}


def named(name: str) -> str:
    """Return the name of the file with this text."""
    return f"contracts/{name}.yaml"
