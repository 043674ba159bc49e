"""The wire forms of four providers, as their SDKs' own types and their documentation have them.

Sources: openai/types/chat, anthropic/types/message.py, google/genai/types.py
(GenerateContentResponse), mistralai/models/chatcompletionresponse.py; error bodies and their words
from the providers' pages on errors.
"""

import json
from abc import ABC, abstractmethod
from typing import Any

from fault_server import Answer

from extractor.exchange import Finish
from extractor.models.base import Model
from extractor.models.endpoint import Endpoint
from extractor.models.instructor import InstructorModel
from extractor.models.openai import OpenAIModel
from extractor.models.providers import PROVIDERS
from extractor.models.retry import Retries

KEY = "sk-test-0123456789abcdef"
RETRIES = Retries(tries=3, backoff_s=0.01)
READ, CACHED, WRITTEN, THOUGHT = 4000, 3000, 300, 50
"""Tokens of every answer: all that was read, those of a cache; all that was written, thoughts."""


class Wire(ABC):
    """How one provider is reached, and how it writes answers and errors."""

    too_long: str
    wrong_key: tuple[int, str] = (401, "Invalid API key")

    @abstractmethod
    def model(self, address: str) -> Model:
        """Make the model behind an address, whose name is `m`."""

    @abstractmethod
    def body(self, text: str, *, finish: Finish = "stop") -> dict[str, Any]:
        """Write an answer."""

    @abstractmethod
    def error_body(self, status: int, message: str) -> dict[str, Any]:
        """Write an error."""

    @property
    @abstractmethod
    def empty(self) -> dict[str, Any]:
        """An answer without any choice."""

    def answer(self, text: str, *, finish: Finish = "stop", **how: Any) -> Answer:
        """Make an answer."""
        return Answer(self.body(text, finish=finish), **how)

    def error(self, status: int, message: str = "no", **headers: str) -> Answer:
        """Make an error; underscores in header names become dashes."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Answer(self.error_body(status, message), status, named)


class OpenAIWire(Wire):
    """Chat completions, through the adapter of our own."""

    too_long = "This model's maximum context length is 9 tokens"

    def model(self, address: str) -> Model:
        """Make the model."""
        return OpenAIModel("m", endpoint=Endpoint(f"{address}/v1", KEY), retries=RETRIES)

    def body(self, text: str, *, finish: Finish = "stop") -> dict[str, Any]:
        """Write a chat completion."""
        message = {"role": "assistant", "content": text}
        if finish == "refusal":
            message = {"role": "assistant", "content": None, "refusal": "I will not."}
        return self.completion(message, "stop" if finish == "refusal" else finish)

    def completion(self, message: dict[str, Any], reason: str) -> dict[str, Any]:
        """Write a chat completion around a message."""
        return {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "m-served",
            "choices": [{"index": 0, "finish_reason": reason, "message": message}],
            "usage": {
                "prompt_tokens": READ,
                "completion_tokens": WRITTEN,
                "total_tokens": READ + WRITTEN,
                "prompt_tokens_details": {"cached_tokens": CACHED},
                "completion_tokens_details": {"reasoning_tokens": THOUGHT},
            },
        }

    def error_body(self, status: int, message: str) -> dict[str, Any]:
        """Write an error."""
        return {"error": {"message": message, "type": "error", "param": None, "code": str(status)}}

    @property
    def empty(self) -> dict[str, Any]:
        """A completion without choices."""
        return self.body("") | {"choices": []}


class MistralWire(OpenAIWire):
    """Mistral's chat completions, in which the tool is called."""

    too_long = "Prompt contains 9 tokens, too large for model with 8 maximum context length"

    def model(self, address: str) -> Model:
        """Make the model; Mistral's address is in no variable, so it has a client of its own."""
        from mistralai import Mistral

        client = Mistral(api_key=KEY, server_url=address)

        class Closing(InstructorModel):
            async def aclose(self) -> None:
                await client.__aexit__(None, None, None)

        return Closing(PROVIDERS["mistral"], "m", client=client, retries=RETRIES)

    def body(self, text: str, *, finish: Finish = "stop") -> dict[str, Any]:
        """Write a completion; Mistral has no field for a refusal, and refuses in words."""
        call = {"id": "1", "function": {"name": "draft", "arguments": text}}
        message = {"role": "assistant", "content": "", "tool_calls": [call] if text else None}
        reason = {"stop": "tool_calls", "length": "length"}.get(finish, "content_filter")
        return self.completion(message, reason)

    def error_body(self, status: int, message: str) -> dict[str, Any]:
        """Write an error."""
        return {"object": "error", "message": message, "type": "error", "code": status}


class AnthropicWire(Wire):
    """Anthropic's messages; ANTHROPIC_BASE_URL has to say where."""

    too_long = "prompt is too long: 9 tokens > 8 maximum"

    def model(self, address: str) -> Model:  # noqa: ARG002  the environment has it
        """Make the model."""
        return InstructorModel(PROVIDERS["anthropic"], "m", key=KEY, retries=RETRIES)

    def body(self, text: str, *, finish: Finish = "stop") -> dict[str, Any]:
        """Write a message: a call of the tool where the text is a JSON object, else words."""
        reasons = {"stop": "tool_use", "length": "max_tokens", "content_filter": "refusal"}
        try:
            block = {"type": "tool_use", "id": "1", "name": "draft", "input": json.loads(text)}
        except ValueError:
            block = {"type": "text", "text": text}
        return {
            "id": "1",
            "type": "message",
            "role": "assistant",
            "model": "m-served",
            "content": [block] if text else [],
            "stop_reason": reasons.get(finish, finish),
            "stop_sequence": None,
            "usage": {
                "input_tokens": READ - CACHED - 600,
                "cache_read_input_tokens": CACHED,
                "cache_creation_input_tokens": 600,
                "output_tokens": WRITTEN,
                "output_tokens_details": {"thinking_tokens": THOUGHT},
            },
        }

    def error_body(self, status: int, message: str) -> dict[str, Any]:
        """Write an error."""
        return {"type": "error", "error": {"type": f"error_{status}", "message": message}}

    @property
    def empty(self) -> dict[str, Any]:
        """A message whose content is missing."""
        return self.body("") | {"content": None}


class GeminiWire(Wire):
    """Gemini's generateContent; GOOGLE_GEMINI_BASE_URL has to say where."""

    too_long = "The input token count (9) exceeds the maximum number of tokens allowed (8)."
    wrong_key = (400, "API key not valid. Please pass a valid API key.")

    def model(self, address: str) -> Model:  # noqa: ARG002  the environment has it
        """Make the model."""
        return InstructorModel(PROVIDERS["gemini"], "m", key=KEY, retries=RETRIES)

    def body(self, text: str, *, finish: Finish = "stop") -> dict[str, Any]:
        """Write an answer, with a thought before it."""
        reasons = {"stop": "STOP", "length": "MAX_TOKENS"}
        parts = [{"text": "Let me see.", "thought": True}, {"text": text}]
        content = {"role": "model", "parts": parts}
        return {
            "candidates": [{"content": content, "finishReason": reasons.get(finish, "SAFETY")}],
            "modelVersion": "m-served",
            "usageMetadata": {
                "promptTokenCount": READ,
                "cachedContentTokenCount": CACHED,
                "candidatesTokenCount": WRITTEN - THOUGHT,
                "thoughtsTokenCount": THOUGHT,
                "totalTokenCount": READ + WRITTEN,
            },
        }

    def error_body(self, status: int, message: str) -> dict[str, Any]:
        """Write an error."""
        return {"error": {"code": status, "message": message, "status": "ERROR"}}

    @property
    def empty(self) -> dict[str, Any]:
        """An answer without candidates."""
        return self.body("") | {"candidates": []}


WIRES = {
    "openai": OpenAIWire(),
    "anthropic": AnthropicWire(),
    "gemini": GeminiWire(),
    "mistral": MistralWire(),
}
