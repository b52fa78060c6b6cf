"""Services on this computer's loopback address, which answer as the real ones do. All data is invented."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

__all__ = ["Reply", "Services", "services"]


@dataclass(frozen=True)
class Reply:
    """One answer. ``cut`` bytes of it are announced and not sent."""

    content: str = ""
    kind: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int = 0


class Services:
    """All services at one address. A path answers with its replies in turn, and repeats the last."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    def answer(self, path: str, *replies: Reply | str) -> None:
        self.replies[path] = [Reply(each) if isinstance(each, str) else each for each in replies]

    def options(self) -> list[str]:
        """The options of ``sphinx-vitae import`` that lead to these services."""
        names = ("doi", "dblp", "orcid", "inspire", "openalex", "zotero", "pubmed")
        return [word for name in names for word in ("--base", f"{name}={self.url}")]

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def reply(self, path: str) -> Reply:
        waiting = self.replies.get(path) or self.replies.get(path.partition("?")[0])
        if not waiting:
            return Reply('{"status": 404}', status=404)
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


@contextmanager
def services() -> Iterator[Services]:
    """Services that are up within the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(self.path)
            running.asked.append((path, dict(self.headers)))
            reply = running.reply(path)
            content = reply.content.encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(content) + reply.cut))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = Services(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
