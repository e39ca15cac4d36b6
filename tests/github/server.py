"""A GitHub for tests: in this process, on a free port of loopback, over a real Git repository.

    with stand_in(tmp_path) as hub:
        hub.user("alice", Permission.WRITE)
        hub.commit({"contracts/orders.yaml": old})
        hub.commit({"contracts/orders.yaml": new}, branch="feature", author="bob")
        pull = hub.open_pull("feature", author="bob")
        hub.review(pull, "alice")
        hub.faults.plan("POST", r"/comments$", DropsAfter())
        review(url=hub.url, token=hub.token(TokenKind.ACTIONS), repo=hub.repo.full_name)
        assert [str(call) for call in hub.writes] == [...]

What may be staged is in `stage.Stage`, what may go wrong in `faults`, what is kept in `state`.
At the end of `stand_in` every call and answer must agree with GitHub's own description.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.github import faults, wire
from tests.github.answers import Answer, Refusal
from tests.github.call import OLD_VERSION, Call
from tests.github.faults import Fault, Faults
from tests.github.front import VERSIONS, answer, route_of
from tests.github.judge import Finding, judge_of, unexplained
from tests.github.limits import limits
from tests.github.stage import Stage
from tests.github.state import Token

LOST = faults.DropsAfter | faults.DropsBefore | faults.Afterwards


class StandIn(Stage):
    """A GitHub with one repository; `with StandIn(folder) as hub` serves it.

    `url` is the base of its API, `faults` plans what goes wrong. An unjudged one needs no
    description of GitHub's and finds nothing; without it a judged one skips the test.
    """

    def __init__(  # noqa: PLR0913 - each has a default
        self,
        folder: Path,
        *,
        owner: str = "acme",
        name: str = "contracts",
        private: bool = False,
        enterprise: bool = False,
        judged: bool = True,
    ) -> None:
        super().__init__(folder, owner=owner, name=name, private=private)
        self.faults = Faults()
        self._judged = judged
        if judged:
            judge_of(OLD_VERSION)
        self._broken: list[Exception] = []
        self._calls: list[Call] = []
        self._findings: list[Finding] = []
        self._lock = threading.RLock()
        self._server = make_server(
            "127.0.0.1", 0, self._serve, threaded=True, request_handler=_Quiet
        )
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        origin = f"http://127.0.0.1:{self._server.port}"
        self.url = f"{origin}/api/v3" if enterprise else origin
        self.world.api = self.url
        self.world.git_host = origin
        self.world.uploads = f"{origin}/api/uploads"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        if kind is None and self._broken:
            raise self._broken[0]

    @property
    def git_url(self) -> str:
        """Return where Git clones the repository from."""
        return f"{self.world.git_host}/{self.repo.full_name}.git"

    @property
    def calls(self) -> tuple[Call, ...]:
        """Return every call so far, refused ones included."""
        return tuple(self._calls)

    @property
    def writes(self) -> tuple[Call, ...]:
        """Return the calls that changed something, those with a lost answer among them."""
        return tuple(call for call in self._calls if call.wrote)

    def forget_calls(self) -> None:
        """Begin `calls` and `writes` anew."""
        self._calls.clear()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what GitHub's description says against calls and answers, but false alarms."""
        return unexplained(self._findings)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return the findings, known false alarms included."""
        return tuple(self._findings)

    def _serve(self, environ: wire.Environment, start: wire.Start) -> Iterable[bytes]:
        call = wire.read(environ)
        struck = self.faults.next_for(call.method, call.path)
        for fault in struck:
            if isinstance(fault, faults.Meanwhile):
                fault.deed()
        lost = any(isinstance(fault, LOST) for fault in struck)
        with self._lock:
            try:
                made = self._answered(call, struck, lost=lost)
            except Exception as error:  # noqa: BLE001 - a fault of the stand-in; the test is told
                self._broken.append(error)
                made = Refusal(500, "The stand-in is broken").answer
        for fault in struck:
            if isinstance(fault, faults.Afterwards):
                fault.deed()
        if lost:
            wire.hang_up(environ)
        return wire.send(made, struck, call.method, start)

    def _answered(self, call: Call, struck: list[Fault], *, lost: bool) -> Answer:
        token = self.world.tokens.get(call.secret)
        broken = wire.instead(struck, self.url)
        made = broken or answer(self.world, call, token, struck)
        kind = {}
        if made.payload is not None and not isinstance(made.payload, bytes):
            kind = {"Content-Type": "application/json; charset=utf-8"}
        made = replace(made, headers={**self._always(token), **kind, **made.headers})
        found = route_of(call)
        if found and broken is None and self._judged and call.version in VERSIONS:
            judge = judge_of(call.version)
            content = wire.encode(made.payload)
            self._findings += judge.judge(found, call, made, content)
        login = token.user.login if token else None
        template = found.route.template if found else None
        ended = replace(call, login=login, template=template, status=made.status, dropped=lost)
        self._calls.append(ended)
        return made

    def _always(self, token: Token | None) -> dict[str, str]:
        return {
            **limits(self.world, token).headers(),
            "X-GitHub-Media-Type": "github.v3; format=json",
            "X-GitHub-Request-Id": f"{len(self._calls):04X}:{self.clock.now:%H%M%S}",
        }


@contextmanager
def stand_in(folder: Path, *, private: bool = False, enterprise: bool = False) -> Iterator[StandIn]:
    """Serve a stand-in; at the end nothing may stand against a call or an answer.

    Without GitHub's description the test is skipped.
    """
    with StandIn(folder, private=private, enterprise=enterprise) as hub:
        yield hub
    if hub.findings:
        told = "\n".join(str(finding) for finding in hub.findings)
        raise AssertionError(f"GitHub's description says otherwise:\n{told}")


class _Quiet(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        """Say nothing: what was called is in `calls`."""
