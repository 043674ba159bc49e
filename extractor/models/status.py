"""What an error status of an OpenAI-compatible service means, and what to do about it."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from extractor.models.endpoint import KEY_VARIABLE, URL_VARIABLE
from extractor.models.retry import asked_wait
from extractor.models.transport import Answer
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

_MAX_SAID_CHARS = 300
_SECRET_CHARS = 8

_KEY_LIKE = re.compile(
    r"\b(?:sk|pk|gsk|xai)-[\w*.…-]+|\bAIza[\w*.…-]+|\bBearer\s+\S+", re.IGNORECASE
)
_ABOUT_FORMAT = re.compile(
    r"response[_ ]?(?:format|schema)|text\.format|json[_ ](?:schema|object|mode)|structured[_ ]outputs?|grammar",
    re.IGNORECASE,
)
_ABOUT_TOOLS = re.compile(
    r"\btools?\b|tool_choice|tool use|function.call|grammar|parser for this template",
    re.IGNORECASE,
)
_NOT_TAKEN = re.compile(
    r"unsupported|(?:not|n't) support|unknown|unrecognized|unexpected|not permitted|not allowed"
    r"|extra[_ ](?:forbidden|fields?|inputs?)"
    r"|(?:only|must be) the default|cannot be used|isn't available|not available",
    re.IGNORECASE,
)
_BAD_SCHEMA = re.compile(r"invalid schema", re.IGNORECASE)
_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|context (?:length|size|window)|maximum context"
    r"|(?:prompt|input|request) (?:is )?too (?:long|large)|too many (?:input )?tokens"
    r"|exceeds the maximum number of (?:input )?tokens",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|billing_hard_limit|insufficient.balance|credit balance is too low",
    re.IGNORECASE,
)
_CUT_OFF = frozenset({408, 499, 502, 504, *range(520, 528)})
"""Time-outs and gateways that have lost the service; from 520 on they are Cloudflare's own."""
_FILTERED = re.compile(
    r"content_filter|content_policy_violation|by content filtering policy"
    r"|flagged as potentially violating",
    re.IGNORECASE,
)
_BAD_KEY = re.compile(r"api_key_invalid|api key not valid", re.IGNORECASE)


@dataclass(frozen=True)
class StatusFault:
    """One answer with an error status.

    Attributes:
        status: the HTTP status.
        said: what the service says about it, in one line, without anything like a key.
        labels: its code, type and parameter, in one string.
        wait_s: how long it asks to wait, where it does.
    """

    status: int
    said: str
    labels: str
    wait_s: float | None

    @classmethod
    def of(cls, answer: Answer, *, key: str) -> "StatusFault":
        """Read an answer as a transport brings it; see `read`."""
        body: object = answer.body.decode(errors="replace")
        with suppress(ValueError, RecursionError):
            body = json.loads(answer.body)
        return cls.read(answer.status, answer.headers, body, key=key)

    @classmethod
    def read(
        cls, status: int, headers: Mapping[str, str], body: object, *, key: str = ""
    ) -> "StatusFault":
        """Read an answer.

        Args:
            status: the HTTP status.
            headers: looked up in lower case.
            body: JSON or text, the error in it or bare.
            key: the key that was sent, to be left out of what the service says.
        """
        error: Any = body
        if isinstance(error, dict):
            error = error.get("error") or error
        if isinstance(error, dict):
            labels = " ".join(str(error.get(name) or "") for name in ("code", "type", "param"))
            said = error.get("message") or json.dumps(error, ensure_ascii=False, default=str)
        else:
            labels, said = "", error if isinstance(error, str) else ""
        return cls(status, _one_line(str(said), key=key), labels, asked_wait(headers))

    @property
    def is_transient(self) -> bool:
        """Whether the same request may succeed later."""
        return (self.status in {408, 409, 429} and not self.lacks_credit) or self.status >= 500

    @property
    def usage(self) -> Usage:
        """What the try took: nothing, or nobody can tell.

        A service that turns a request away does not bill it. But a gateway that waits no longer
        knows nothing of the service behind it, and Azure may bill what it has read before it says
        that its filter, the length or the time stopped it.

        Source: Azure's "HTTP Error response code and billing status" in how-to/manage-costs.md.
        """
        may_be_billed = self.status in _CUT_OFF or self.is_filtered or self.finds_too_long
        return UNKNOWN_TRY if may_be_billed else NO_TOKENS

    @property
    def is_filtered(self) -> bool:
        """Whether a content filter stopped the request: an answer, though no useful one."""
        return self.status == 400 and self._mentions(_FILTERED)

    @property
    def doubts_format(self) -> bool:
        """Whether the service cannot give answers in the format asked for."""
        return (
            self.status in {400, 404, 422}
            and self._mentions(_ABOUT_FORMAT)
            and not self._mentions(_BAD_SCHEMA)
            and not self.finds_too_long
        )

    @property
    def doubts_tools(self) -> bool:
        """Whether the service cannot be made to call a tool; llama.cpp says so under status 500."""
        return (
            self.status in {400, 404, 422, 500, 501}
            and self._mentions(_ABOUT_TOOLS)
            and not self._mentions(_BAD_SCHEMA)
            and not self.finds_too_long
        )

    def refuses(self, fields: Iterable[str]) -> str | None:
        """Return which of the fields sent the service does not take, or not with this value."""
        if self.status not in {400, 422} or self.finds_too_long or not self._mentions(_NOT_TAKEN):
            return None
        words = f"{self.labels} {self.said}"  # the label `param` comes before the explanation
        found = {name: re.search(rf"(?<![\w.-]){re.escape(name)}\b", words) for name in fields}
        places = {name: place.start() for name, place in found.items() if place}
        return min(places, key=places.__getitem__, default=None)

    @property
    def finds_too_long(self) -> bool:
        """Whether the request does not fit into the model's context."""
        return self.status == 413 or (self.status == 400 and self._mentions(_TOO_LONG))

    @property
    def lacks_credit(self) -> bool:
        """Whether the account is used up, which no waiting mends."""
        return self.status in {400, 402, 429} and self._mentions(_NO_CREDIT)

    @property
    def doubts_key(self) -> bool:
        """Whether the service does not know the key; Gemini says so under status 400."""
        return self.status == 401 or (self.status == 400 and self._mentions(_BAD_KEY))

    def __str__(self) -> str:
        wait = "" if self.wait_s is None else f", asks to wait {self.wait_s:g} s"
        said = f": {self.said}" if self.said else ""
        return f"status {self.status}{wait}{said}"

    def advice(
        self, *, service: str, model: str, key: str = KEY_VARIABLE, address: str = URL_VARIABLE
    ) -> str:
        """Return one line that says what was refused and what to do next.

        Args:
            service: what to call the service.
            model: its name for the model.
            key: where the user keeps the key.
            address: where the user keeps the service's address.
        """
        if self.doubts_key:  # what services say here repeats part of the key
            return f"{service} does not accept the key ({self.status}): check {key}"
        if self.lacks_credit or self.status == 402:
            what = "says that the account has no credit left: check its billing"
        elif self.status == 403:
            what = f"does not let this key use {model}: check the key's permissions"
        elif self.status == 404:
            what = f"does not know {model}: check its name and {address}"
        elif self.finds_too_long:
            what = f"finds the article too long for {model}: use a model with a longer context"
        else:
            what = f"does not accept the request for {model}"
        return f"{service} {what} ({self})"

    def _mentions(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.labels) or pattern.search(self.said))


def without_key(said: str, *, key: str) -> str:
    """Return what a service says without the key that it was sent, and without anything like one.

    A short key is as good as none (`x`, for a server of one's own), and stands in words by chance.
    """
    if len(key) >= _SECRET_CHARS:
        said = said.replace(key, "(key)")
    elif key:
        said = re.sub(rf"(?<!\w){re.escape(key)}(?!\w)", "(key)", said)
    return _KEY_LIKE.sub("(key)", said)


def _one_line(said: str, *, key: str) -> str:
    """Return what a service says in one line; of a web page nothing."""
    if said.lstrip().startswith("<"):
        return ""
    return without_key(" ".join(said.split()), key=key)[:_MAX_SAID_CHARS]
