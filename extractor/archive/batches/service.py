"""The service: what the provider's files and batches are asked, through the `openai` client alone."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Generic, TypeVar

import httpx2
import openai
from openai.pagination import AsyncCursorPage
from openai.types import Batch, FileObject

from extractor.errors import ModelError, RefusedError
from extractor.models.endpoint import URL_VARIABLE, service_name
from extractor.models.retry import Retries, TransientError
from extractor.models.sdk_transport import NOT_SENT
from extractor.models.status import StatusFault

RUN = "figurebook_run"
"""The name under which a batch's metadata bears its run."""

_CALL_S = 180.0
_TRANSFER_S = 3_600.0
_TRY_S = 60.0
_TRANSFER_TRY = openai.Timeout(None, connect=30.0, read=300.0)
_PAGE = 100
"""How many batches a page of the list has; no more are given."""

_MAY_BE_DONE = frozenset({408, 409, 499})
"""Statuses below 500 behind which something may have been done all the same."""

_Answer = TypeVar("_Answer")
_Known = TypeVar("_Known", Batch, FileObject)


class UnknownThereError(RefusedError):
    """The service does not know the address, or what was asked for."""


class NotMadeError(ModelError):
    """What was to be made at the service has not been made, for certain."""


class BatchService:
    """A provider's files and batches.

    Every call is tried again after a fault of the transport. What makes something there is looked
    for first where it may have been made: nothing is made twice.

    Args:
        client: the client, whose own retries are off.
        retries: how often and when to try again.
    """

    def __init__(self, client: openai.AsyncOpenAI, *, retries: Retries | None = None) -> None:
        self.name = service_name(str(client.base_url))
        self._client = client
        self._retries = retries or Retries()

    async def upload(self, path: Path, *, may_be_there: bool = False) -> str:
        """Upload a file of requests under its name, and return what the service calls it.

        Args:
            path: the file.
            may_be_there: whether it may have been uploaded before; it is looked for, and used or,
                where it is there in part only, deleted.

        Raises:
            NotMadeError: nothing of it has come to the service.
        """
        n_bytes = path.stat().st_size  # noqa: ASYNC240  it lies beside the ledger

        async def make() -> str:
            with path.open("rb") as file:
                uploaded = await self._client.files.create(
                    file=(path.name, file, "application/jsonl"),
                    purpose="batch",
                    timeout=_TRANSFER_TRY,
                )
            return _whole(uploaded).id

        once = _Once(lambda: self._file_named(path.name, n_bytes=n_bytes), make, may_be_there)
        return await self._call(once, "upload a file", timeout_s=_TRANSFER_S)

    async def find_file(self, name: str) -> str | None:
        """Return what the service calls an uploaded file; None where it has none of the name."""
        return await self._call(lambda: self._file_named(name), "list the files")

    async def create(self, file: str, *, run: str, endpoint: str) -> Batch:
        """Make a batch of an uploaded file.

        Args:
            file: what the service calls the file.
            run: what we call the batch.
            endpoint: where its requests go.
        """

        async def make() -> Batch:
            return _whole(
                await self._client.batches.create(
                    completion_window="24h",
                    endpoint=endpoint,  # type: ignore[arg-type]
                    input_file_id=file,
                    metadata={RUN: run},
                    timeout=_TRY_S,
                )
            )

        once = _Once(lambda: self._batch_of(run, file), make, may_be_there=False)
        return await self._call(once, "create a batch")

    async def find_batch(self, run: str, file: str | None) -> Batch | None:
        """Return the batch of a run, or of a file; None where there is none."""
        return await self._call(lambda: self._batch_of(run, file), "list the batches")

    async def look(self, batch: str) -> Batch:
        """Return a batch as it is now.

        Raises:
            UnknownThereError: the service has no such batch.
        """

        async def send() -> Batch:
            return _whole(await self._client.batches.retrieve(batch, timeout=_TRY_S))

        return await self._call(send, "look at a batch")

    async def download(self, file: str, path: Path) -> None:
        """Write the content of a file to the disk, piece by piece.

        Raises:
            UnknownThereError: the service does not have it any more.
        """

        async def send() -> None:
            content = self._client.files.with_streaming_response.content(
                file, timeout=_TRANSFER_TRY
            )
            async with content as response:
                await response.stream_to_file(path)

        await self._call(send, "download a file", timeout_s=_TRANSFER_S)

    async def aclose(self) -> None:
        """Close the client."""
        await self._client.close()

    async def _file_named(self, name: str, *, n_bytes: int | None = None) -> str | None:
        """Return the uploaded file of a name; delete what is there of it in part, or once more."""
        kept: str | None = None
        listed = self._client.files.list(purpose="batch", timeout=_TRY_S)
        for file in [file async for file in _items(listed) if file.filename == name]:
            if kept is None and n_bytes in {None, file.bytes}:
                kept = file.id
            else:
                await self._client.files.delete(file.id, timeout=_TRY_S)
        return kept

    async def _batch_of(self, run: str, file: str | None) -> Batch | None:
        listed = self._client.batches.list(limit=_PAGE, timeout=_TRY_S)
        async for batch in _items(listed):
            is_of_file = file is not None and batch.input_file_id == file
            if is_of_file or (batch.metadata or {}).get(RUN) == run:
                return batch
        return None

    async def _call(
        self, send: Callable[[], Awaitable[_Answer]], what: str, *, timeout_s: float = _CALL_S
    ) -> _Answer:
        """Make a call, and again after faults that may pass.

        What the SDK raises is not chained on: it holds the request, and with it the key.

        Raises:
            UnreachableError: there is no answer.
            RefusedError: the service will not do it.
            NotMadeError: either of them, where nothing can have been made.
        """

        async def sent() -> _Answer:
            try:
                return await send()
            except openai.APIStatusError as error:
                raise self._meaning(error, what) from None
            except (openai.APIConnectionError, httpx2.TransportError) as error:
                cause = type(error.__cause__ or error).__name__
                raise TransientError(f"could not {what}: the connection failed ({cause})") from None
            except (openai.OpenAIError, ValueError):
                raise RefusedError(
                    f"{self.name} gives an answer that is none when we {what}: check {URL_VARIABLE}"
                ) from None

        try:
            return await self._retries.call(sent, service=self.name, timeout_s=timeout_s)
        except ModelError as error:
            if isinstance(send, _Once) and not send.may_be_there:
                raise NotMadeError(str(error)) from None
            raise

    def _meaning(self, error: openai.APIStatusError, what: str) -> Exception:
        key = self._client.api_key
        fault = StatusFault.read(error.status_code, error.response.headers, error.body, key=key)
        if fault.is_transient:
            return TransientError(f"could not {what}: {fault}", wait_s=fault.wait_s)
        if fault.doubts_key:
            return RefusedError(fault.advice(service=self.name, model=""))
        kind = UnknownThereError if fault.status in {404, 405} else RefusedError
        return kind(f"{self.name} does not let us {what} ({fault})")


class _Once(Generic[_Answer]):
    """Makes a thing once: after a try that may have made it, it is looked for before the next.

    Args:
        find: looks for it.
        make: makes it.
        may_be_there: whether it may have been made before.
    """

    def __init__(
        self,
        find: Callable[[], Awaitable[_Answer | None]],
        make: Callable[[], Awaitable[_Answer]],
        may_be_there: bool,  # noqa: FBT001
    ) -> None:
        self.may_be_there = may_be_there
        self._find = find
        self._make = make

    async def __call__(self) -> _Answer:
        """Find it, or make it."""
        if self.may_be_there and (found := await self._find()) is not None:
            return found
        before, self.may_be_there = self.may_be_there, True
        try:
            return await self._make()
        except openai.OpenAIError as error:
            if _was_not_done(error):
                self.may_be_there = before
            raise


def _was_not_done(error: openai.OpenAIError) -> bool:
    """Tell whether what was asked for has surely not been done."""
    if isinstance(error, openai.APIStatusError):
        return 400 <= error.status_code < 500 and error.status_code not in _MAY_BE_DONE
    return type(error.__cause__ or error).__name__ in NOT_SENT


def _whole(thing: _Known) -> _Known:
    """Return a file or a batch that says what it is; the SDK makes one of whatever it is sent.

    Raises:
        ValueError: it says nothing.
    """
    needed = ("id", "status") if isinstance(thing, Batch) else ("id",)
    if not all(isinstance(getattr(thing, name, None), str) for name in needed):
        raise ValueError(f"no {' and '.join(needed)}")
    return thing


async def _items(
    listing: Awaitable[AsyncCursorPage[_Known]],
) -> AsyncIterator[_Known]:
    """Give what is listed, page by page.

    Raises:
        ValueError: it is no list; the SDK trips over some answers that are none.
    """
    try:
        page = await listing
        if not isinstance(page.data, list):
            raise ValueError("no list")  # noqa: TRY004  it is what was sent that is wrong
        async for item in page:
            yield _whole(item)
    except (AttributeError, TypeError):
        raise ValueError("no list") from None
