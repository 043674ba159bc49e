"""Who may ask: only the page that this server gave out, in a browser on this computer.

The threat is a page of somebody else's in the same browser. It can send requests to any port of the
computer, and by DNS rebinding under a name of its own that suddenly means 127.0.0.1. So a request
must name this server as its host (rebinding cannot), must not come from another origin, and must have
the token, a random word in the first part of the path that only the address opened at the start has.
"""

import secrets
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_TOKEN_BYTES = 24
MOST_BYTES = 2**20
"""The most that a request may hold."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def new_token() -> str:
    """Return a token that nobody guesses."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class Guard:
    """Lets through what the page itself asks, with the token taken off the path.

    Args:
        app: what is asked.
        token: the first part of every path.
        port: where the server listens.
    """

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(f"{name}:{port}" for name in _NAMES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, with headers that keep browsers to what the page needs."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no websockets here
            await send({"type": "websocket.close", "code": 1008})
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        objection = self._objection(scope)
        if objection is not None:
            answer = JSONResponse(
                {"error": {"code": "forbidden", "message": objection}}, status_code=403
            )
            await answer(scope, receive, send_guarded)
            return
        path = scope["path"].removeprefix(f"/{self._token}")
        inner = {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}
        await self._app(inner, receive, send_guarded)

    def _objection(self, scope: Scope) -> str | None:
        """Return why a request is refused; None where it is not."""
        headers = Headers(scope=scope)
        if _only(headers.getlist("host")) not in self._hosts:
            return "this server answers under its own address only"
        origins = headers.getlist("origin")
        if origins and not self._is_own(_only(origins)):
            return "this server answers its own page only"
        is_own = headers.get("sec-fetch-site", "none") in {"none", "same-origin"}
        if not (is_own or _opens_page(scope, headers)):
            return "this server answers its own page only"
        _, token, *rest = f"{scope['path']}".split("/", 2)
        if not rest or not secrets.compare_digest(token.encode(), self._token.encode()):
            return "open the address that `extractor review` printed; it holds a token"
        return None

    def _is_own(self, origin: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc in self._hosts


def _opens_page(scope: Scope, headers: Headers) -> bool:
    """Return whether a link was followed to here: that shows the page to the user, to no other page."""
    how = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return scope["method"] == "GET" and how == ("navigate", "document")


def _only(values: Iterable[str]) -> str:
    """Return the one value of a header; nothing where it stands there twice or not at all."""
    first, *others = [*values] or [""]
    return "" if others else first
