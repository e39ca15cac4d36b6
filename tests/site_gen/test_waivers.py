"""The page of waivers: what stands beside the contracts, and what of it has expired."""

from __future__ import annotations

from pathlib import Path

from tests.site_gen.conftest import commit, made

_CONTRACT = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: 1.0.0
status: active
"""
_WAIVERS = """\
waivers:
- rule: field-removed
  path: orders.amount
  reason: Nobody reads it, and the source is gone.
  owner: nadia-benali
  expires: 2030-01-31
"""


def test_waivers_beside_a_contract_are_on_the_page(tmp_path: Path) -> None:
    files = {
        "contracts/orders.odcs.yaml": _CONTRACT,
        "contracts/orders.waivers.yaml": _WAIVERS,
        "elsewhere/other.odcs.yaml": _CONTRACT.replace("orders", "other"),
        "elsewhere/other.waivers.yaml": _WAIVERS.replace("source", "spring"),
    }
    commit(tmp_path / "repository", files)

    pages, _ = made(tmp_path / "repository", {"en": ""})

    page = pages["en", "waivers"].body
    assert "the source is gone" in page
    assert "the spring is gone" in page
