"""The server of the review page: its files and its API, on the loopback interface alone."""

import json
import socket
from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from extractor.errors import ExtractorError, ModelError, UsageError
from extractor.review.desk import Desk, UnknownArticleError
from extractor.review.edits import Edits, Look, RefusedError, Versioned, fault_of
from extractor.review.journal import StaleError
from extractor.review.labels import Json
from extractor.review.marking import read_span
from extractor.review.security import HOST, MOST_BYTES, Guard
from extractor.review.shown import (
    article_json,
    entry_json,
    figure_json,
    session_json,
    work_json,
)
from extractor.review.wording import span_of, trimmed
from extractor.review.work import UnsaveableError, Work

PAGE = Path(__file__).parent / "page"
_MOST_LISTED = 500

_Body = TypeVar("_Body", Versioned, Edits, Look)


class _Json(JSONResponse):
    """JSON in which half a surrogate pair, which a file's name can hold, is escaped."""

    def render(self, content: Any) -> bytes:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace")


class _AnswerError(Exception):
    """A request that gets an error for an answer."""

    def __init__(self, status: int, code: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.answer = _Json(
            {"error": {"code": code, "message": message}, **more}, status_code=status
        )


class Api:
    """The routes; what takes time runs in a thread, one request of an article at a time.

    Args:
        desk: the articles.
        names: two labellers who are adjudicated; None where one labels.
    """

    def __init__(self, desk: Desk, names: tuple[str, str] | None = None) -> None:
        self._desk = desk
        self._names = names

    @property
    def routes(self) -> list[Route]:
        """What can be asked."""
        article = "/api/articles/{id}"
        return [
            Route("/api/session", self._answering(self._session)),
            Route("/api/articles", self._answering(self._articles)),
            Route(article, self._answering(self._article)),
            Route(f"{article}/edits", self._answering(self._edits), methods=["POST"]),
            Route(f"{article}/undo", self._answering(self._undo), methods=["POST"]),
            Route(f"{article}/redo", self._answering(self._redo), methods=["POST"]),
            Route(f"{article}/save", self._answering(self._save), methods=["POST"]),
            Route(f"{article}/read", self._answering(self._read), methods=["POST"]),
        ]

    def _answering(
        self, answer: Callable[[Request, bytes], Json]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                body = await _body(request) if request.method == "POST" else b""
                return _Json(await run_in_threadpool(answer, request, body))
            except _AnswerError as error:
                return error.answer
            except ClientDisconnect:
                return Response(status_code=400)

        return endpoint

    def _session(self, _: Request, __: bytes) -> Json:
        return session_json(self._desk, self._names)

    def _articles(self, request: Request, _: bytes) -> Json:
        offset = _number(request, "offset", 0)
        limit = min(_number(request, "limit", 200), _MOST_LISTED)
        words = request.query_params.get("q", "").casefold().split()
        entries = [
            entry
            for entry in self._desk.entries
            if all(word in f"{entry.name} {entry.place}".casefold() for word in words)
        ]
        shown = entries[offset : offset + limit]
        return {
            "total": len(entries),
            "articles": [entry_json(self._desk, entry) for entry in shown],
        }

    def _article(self, request: Request, _: bytes) -> Json:
        work = self._work(request, blank=request.query_params.get("blank") == "1")
        with work.lock:
            work.refresh()
            return self._named(article_json(work))

    def _edits(self, request: Request, body: bytes) -> Json:
        asked = _parsed(Edits, body)
        return self._step(request, lambda work: work.edit(asked.version, asked.edits))

    def _undo(self, request: Request, body: bytes) -> Json:
        version = _parsed(Versioned, body).version
        return self._step(request, lambda work: work.step(version, back=True))

    def _redo(self, request: Request, body: bytes) -> Json:
        version = _parsed(Versioned, body).version
        return self._step(request, lambda work: work.step(version, back=False))

    def _save(self, request: Request, body: bytes) -> Json:
        version = _parsed(Versioned, body).version
        saved: list[str] = []
        state = self._step(
            request, lambda work: saved.append(work.save(version, self._desk.source))
        )
        return {**state, "saved_to": saved[0]}

    def _read(self, request: Request, body: bytes) -> Json:
        asked = _parsed(Look, body)
        work = self._work(request)
        with work.lock:
            labelling = work.labelling
        try:
            span = span_of(labelling, asked.span)
        except RefusedError as error:
            raise _AnswerError(422, "refused", str(error)) from error
        name, reading = trimmed(labelling, span), read_span(labelling, span)
        return {
            "text": labelling.article.text[slice(*span)],
            "span": list(span),
            "name": None if name is None else name.text,
            "figures": [
                each.id
                for each in labelling.figures
                if each.start < span.end and span.start < each.end
            ],
            "reading": None if reading is None else figure_json(reading),
        }

    def _step(self, request: Request, do: Callable[[Work], Any]) -> Json:
        work = self._work(request)
        with work.lock:
            before = work.labelling
            try:
                do(work)
            except StaleError:
                raise _AnswerError(
                    409,
                    "stale",
                    "The labels were edited elsewhere meanwhile (another tab?); open them again.",
                    version=work.journal.version,
                ) from None
            except RefusedError as error:
                raise _AnswerError(422, "refused", str(error)) from error
            except (UnsaveableError, UsageError) as error:
                raise _AnswerError(422, "unsaveable", str(error)) from error
            except ExtractorError as error:
                raise _AnswerError(500, "failed", str(error)) from error
            return self._named(work_json(work, before=before))

    def _work(self, request: Request, *, blank: bool = False) -> Work:
        try:
            return self._desk.work(request.path_params["id"], blank=blank)
        except UnknownArticleError:
            raise _AnswerError(404, "unknown", "There is no such article here.") from None
        except ModelError as error:
            raise _AnswerError(502, "model", str(error)) from error
        except UsageError as error:
            raise _AnswerError(422, "unreadable", str(error)) from error
        except ExtractorError as error:
            raise _AnswerError(500, "failed", str(error)) from error

    def _named(self, state: Json) -> Json:
        """Name the labellers who are adjudicated."""
        if self._names is not None and state["adjudication"] is not None:
            state["adjudication"] |= {"a": self._names[0], "b": self._names[1]}
        return state


def application(
    desk: Desk, *, token: str, port: int, names: tuple[str, str] | None = None, page: Path = PAGE
) -> Guard:
    """Return the application: the page's files and the API, behind the guard.

    Args:
        desk: the articles under review.
        token: the first part of every path.
        port: where it will listen.
        names: two labellers who are adjudicated; None where one labels.
        page: the folder of the page's files; the house's colours are those of the reports.
    """
    colours = files("extractor.report").joinpath("base.css").read_text(encoding="utf-8")
    app = Starlette(
        routes=[
            *Api(desk, names).routes,
            Route("/base.css", lambda _: Response(colours, media_type="text/css")),
            Mount("/", app=StaticFiles(directory=page, html=True)),
        ],
        exception_handlers={HTTPException: _as_error, Exception: _as_fault},
    )
    return Guard(app, token=token, port=port)


def listening(port: int) -> socket.socket:
    """Return a socket of the loopback interface that connections wait at; port 0 is a free one.

    Raises:
        UsageError: the port is taken, or not ours to take.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.bind((HOST, port))
        made.listen()
    except OSError as error:
        made.close()
        raise UsageError(f"--port {port}: cannot listen there ({error.strerror})") from error
    return made


def serve(app: Guard, listener: socket.socket) -> None:
    """Answer requests until interrupted."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[listener])


async def _body(request: Request) -> bytes:
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind.lower() != "application/json":
        raise _AnswerError(415, "not_json", "A request's body is application/json.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise _AnswerError(413, "too_large", f"A request holds {MOST_BYTES} bytes at most.")
    return bytes(body)


def _parsed(model: type[_Body], body: bytes) -> _Body:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise _AnswerError(400, "malformed", fault_of(error)) from error


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise _AnswerError(400, "malformed", f"{name} is a number of articles.")
    return int(text)


_CODES: Mapping[int, str] = {404: "unknown", 405: "method"}


def _as_error(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: "There is nothing under this address.", 405: "This is not done that way."}
    return JSONResponse(
        {"error": {"code": _CODES.get(status, "failed"), "message": words.get(status, "Refused.")}},
        status_code=status,
    )


def _as_fault(_: Request, __: Exception) -> Response:
    """Answer where the code is at fault; uvicorn writes the traceback to standard error."""
    return JSONResponse(
        {"error": {"code": "failed", "message": "This should not happen; see the terminal."}},
        status_code=500,
    )
