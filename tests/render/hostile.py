"""Texts that a contract may hold to break out of wherever it is shown."""

from __future__ import annotations

from dataclasses import fields, replace

from bot.core.contract.model import Contract
from bot.core.deciding import decide
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.finding import Finding, Witness
from bot.core.review import ContractReview, Fact, LintReport, Review, State
from tests.render.samples import FINDING, big

TEXTS = {
    "pipe": "a|b",
    "escaped pipe": r"a\|b\\|c" + "\\",
    "one backtick": "`",
    "two backticks and a tag": "``<b>",
    "seven backticks": "a```````b",
    "a hundred backticks": "`" * 100 + "<img src=x onerror=alert(1)>",
    "fence": "```\n# heading\n```",
    "tildes": "~~~\n# heading\n~~~",
    "end of details": "</details></summary>",
    "own marker": "<!-- contract-steward:v1 -->",
    "end of a comment": "-->",
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "link to script": "[click](javascript:alert(1))",
    "remote image": "![](https://example.com/x.png)",
    "autolink": "https://example.com/x www.example.com <https://example.com>",
    "team": "@org/team",
    "user": "please ask @user",
    "entity": "&#64;user &lt;b&gt;",
    "issue": "fixes #1, org/repo#2 and GH-3",
    "commit": "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "bidi": "abc\u202edef\u2066ghi\u2069",
    "zero width": "a\u200bb\u200dc\ufeff",
    "terminal colours": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "NUL": "a\x00b",
    "lone surrogate": "a\ud800b",
    "not for XML": "\ufffe\x0b]]>",
    "astral": "\U0001f600" * 30,
    "wide": "数据合同" * 20,
    "long line": "x" * 100_000,
    "long words": "word " * 20_000,
    "heading below": "title\n===\n---",
    "heading": "# heading",
    "list": "- item\n1. item\n+ item",
    "task": "[ ] task",
    "footnote": "[^1]: note[^1]",
    "math": "$x$ $$y$$",
    "mermaid": "```mermaid\ngraph LR\n```",
    "suggestion": "```suggestion\nversion: 9.9.9\n```",
    "emphasis": "*a* _b_ ~~c~~ **d**",
    "emoji": ":tada: a:+1:b",
    "table": "| a | b |\n|---|---|\n| c | d |",
    "workflow command": "x\r\n::error file=a,line=1::pwned\n::add-mask::x",
    "encoded command": "%0A::set-output name=a::b",
    "old workflow command": "##[error]pwned",
    "shell": '$(id) `id` ";curl',
    "path": "../../.git/config",
    "rich markup": "[bold red]x[/] [link=https://example.com]y[/link]",
    "format": "{0} {} %s",
    "sarif link": "[text](1) {0}",
    "empty": "",
    "blank": "   ",
}


def finding(text: str) -> Finding:
    """Return a finding that has the text wherever a contract's text may come to stand."""
    return replace(
        FINDING,
        contract=text,
        path=text,
        message=f"`{text}` was {text} and is {text}",
        hint=f"Do not {text}.",
        before=text,
        after={text: [text]},
        base=Location(text, 3, 1),
        head=Location(text, 4, 2),
        witness=Witness({text: text}, "old", f"{text} is `{text}`"),
        release=text,
        impacted=(text,),
    )


def fault(text: str) -> Fault:
    """Return a fault that has the text everywhere."""
    return Fault(ErrorCode.WRONG_VALUE, text, text, Location(text, 2, 3), text.replace("\n", " "))


def _contract(contract: Contract, text: str) -> Contract:
    named = {field.name for field in fields(contract)}
    texts = {name: text for name in ("id", "name", "version", "file") if name in named}
    return replace(contract, **texts)  # type: ignore[arg-type]  # every one of them is a text


def entry(text: str) -> ContractReview:
    """Return the review of a contract that has the text everywhere."""
    real = big().contracts[0]
    if real.old is None or real.new is None:
        raise ValueError("the sample has both sides")
    found = finding(text)
    return replace(
        real,
        old=_contract(real.old, text),
        new=_contract(real.new, text),
        findings=(found, *real.findings),
        gate=(found,),
        lint=(found,),
        facts=(Fact(subject="field removed", path=text, before=text, after=[text]),),
    )


def review(text: str) -> Review:
    """Return a review that has the text wherever a contract's text may come to stand."""
    entries, registry, faults = (entry(text),), (finding(text),), (fault(text),)
    return Review(
        base=text,
        head=text,
        contracts=entries,
        registry=registry,
        faults=faults,
        verdict=decide(entries, registry, faults),
    )


def report(text: str) -> LintReport:
    """Return a lint report that has the text everywhere."""
    return LintReport(files=1, faults=(fault(text),), findings=(finding(text),))


def crowd(text: str, contracts: int, findings: int) -> Review:
    """Return a review of so many contracts, each with so many findings."""
    found = tuple(replace(finding(text), path=f"{text}{number}") for number in range(findings))
    entries = tuple(replace(entry(text), findings=found) for _ in range(contracts))
    assert {one.state for one in entries} <= set(State)
    faults = (fault(text),) * findings
    return Review(
        base="main",
        head="topic",
        contracts=entries,
        registry=found,
        faults=faults,
        verdict=decide(entries, found, faults),
    )
