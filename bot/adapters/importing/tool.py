"""Runs datacontract-cli, the optional reader of JSON Schema, shut off from everything else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bot.adapters.importing.parts import Parts, not_imported, plain
from bot.adapters.importing.tidying import tidied
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import SeqNode

_INSTALL = 'pip install "contract-steward[import]"'
_SECONDS = 60
_SHOWN = 300
# Nothing of the user's settings; and should the tool want something from the network after all,
# it finds a proxy at which nobody listens.
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "all_proxy": "http://127.0.0.1:9",
}


def is_installed() -> bool:
    """Tell whether datacontract-cli is there."""
    return find_spec("datacontract") is not None


def objects_by_tool(data: bytes, file: str) -> list[Parts]:
    """Return the objects that datacontract-cli finds in the bytes.

    It works in an empty folder on a copy, as another process with an end to its time. What it
    says of servers is left: it makes them up. Raises StewardError where it is not installed,
    fails, or finds nothing.
    """
    if not is_installed():
        raise not_imported("JSON Schema needs an optional part", f"install it: {_INSTALL}")
    with tempfile.TemporaryDirectory() as folder:
        found = _run(Path(folder), data, file)
    objects = read_yaml(found, f"{file}, as datacontract-cli reads it").root.get("schema")
    if not isinstance(objects, SeqNode) or not objects:
        raise not_imported(f"datacontract-cli finds nothing in {file}", "see --format")
    return [tidied(each) for each in map(plain, objects) if isinstance(each, dict)]


def _run(folder: Path, data: bytes, file: str) -> bytes:
    (folder / "source").write_bytes(data)
    words = ["import", "jsonschema", "--source", "source", "--output", "contract.yaml"]
    command = [sys.executable, "-I", "-X", "utf8", "-m", "datacontract.cli", *words]
    try:
        done = subprocess.run(  # noqa: S603  # no shell; the user's file has a fixed name here
            command,
            cwd=folder,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise not_imported(
            f"datacontract-cli needs more than {_SECONDS} seconds for {file}", "take a smaller file"
        ) from error
    written = folder / "contract.yaml"
    if done.returncode or not written.is_file():
        raise not_imported(
            f"datacontract-cli cannot read {file}: {_said(done.stderr + done.stdout)}",
            "correct the JSON Schema, or name another --format",
        )
    return written.read_bytes()


def _said(output: bytes) -> str:
    """Return the reason that the tool gives, without the warnings around it, in one line."""
    text = " ".join(output.decode(errors="replace").split())
    text = text.partition(" Pass --debug")[0]
    start = max(text.rfind("Error: "), 0)
    return text[start : start + _SHOWN] or "it says nothing"
