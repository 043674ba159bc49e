"""The models by name; nothing heavy is loaded before a name asks for it."""

import os
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from extractor.errors import ExtractorError, UsageError
from extractor.models.base import Model, ModelRow
from extractor.models.endpoint import KEY_VARIABLE, URL_VARIABLE, Endpoint, read_endpoint
from extractor.models.providers import NAMED, OTHERS, PROVIDERS, Provider
from extractor.packaged import packaged_folder

_OTHER = "OTHER/NAME"
_NEAR = 0.7  # likeness of a mistyped kind
_OF_A_SERVICE = re.compile(r"\d|^gpt")  # gpt-5, qwen3:8b: a model's name without its kind
_Interface = Literal["chat", "responses"]
_INTERFACES: Mapping[str, _Interface] = {"openai": "chat", "openai-responses": "responses"}


def known_models(environ: Mapping[str, str] = os.environ) -> tuple[ModelRow, ...]:
    """Return a row for each kind of model, and whether it is ready here."""
    return (
        ModelRow("rules", "patterns over the figures; no language model", "", ready=True),
        ModelRow(
            "openai/NAME",
            "a model of OpenAI, or of any service that speaks its protocol",
            f"{KEY_VARIABLE}; {URL_VARIABLE} for another service",
            ready=_has_endpoint(environ),
        ),
        ModelRow(
            "openai-responses/NAME",
            "the same through Responses, where the service has that",
            "the same",
            ready=_has_endpoint(environ),
        ),
        *(_row(provider, environ) for provider in NAMED),
        ModelRow(
            _OTHER,
            f"a model of another provider; OTHER is {_listed(OTHERS)}",
            "its key, and its SDK",
            ready=any(provider.is_ready(environ) for provider in OTHERS if provider.keys),
        ),
        ModelRow(
            "replay",
            "the recorded replies that come with this package",
            "an article that was recorded",
            ready=_has_recordings(),
        ),
        ModelRow("replay/PATH", "recorded replies in a folder", "the folder", ready=True),
    )


def load_model(
    name: str,
    *,
    client: Any = None,
    options: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Model:
    """Return the model of a name: `rules`, `openai/gpt-5`, `anthropic/claude-…`, `replay/PATH`.

    A service's model is kept: whoever loads it again finds its connections open, and need not find
    out again what the service can do.

    Args:
        name: the kind and, after a slash, which one.
        client: your own asynchronous client of the provider's SDK (`openai.AsyncOpenAI`,
            `anthropic.AsyncAnthropic`, …), for a model of that provider.
        options: further fields of each request, as the service names them, for a service's model;
            such a model is not kept.
        environ: where keys and addresses are looked up.

    Raises:
        UsageError: no such model, or something that it needs is missing.
    """
    kind, _, which = name.partition("/")
    if client is not None and kind not in {*_INTERFACES, *PROVIDERS}:
        raise UsageError(f"client= goes with PROVIDER/NAME; the model {name!r} takes none")
    match kind, which:
        case "rules", "" if name == "rules":
            from extractor.models.rules import RulesModel

            return RulesModel()
        case str(openai), str(which) if which and openai in _INTERFACES:
            return _openai_model(which, _INTERFACES[openai], _Asked(client, options, environ))
        case str(provider), str(which) if which and provider in PROVIDERS:
            return _provider_model(PROVIDERS[provider], which, _Asked(client, options, environ))
        case "replay", _:
            from extractor.models.replay import ReplayModel

            return ReplayModel(Path(which) if which else recordings_folder(), name=name)
    names = ", ".join(row.name for row in known_models(environ))
    others = _listed(OTHERS)
    raise UsageError(f"no model {name!r}{_guess(name)}; there are: {names}; OTHER is {others}")


def _guess(name: str) -> str:
    """Return the name that was probably meant, in words, or nothing."""
    kind, slash, which = name.partition("/")
    kinds = ("rules", "replay", *_INTERFACES, *PROVIDERS)
    near = get_close_matches(kind.lower(), kinds, 1, _NEAR)
    if near and near[0] in {"rules", "replay"}:
        meant = near[0]
    elif near:
        meant = f"{near[0]}/{which or 'NAME'}"
    elif not slash and _OF_A_SERVICE.search(name):
        meant = f"openai/{name}"
    else:
        return ""
    return f" (did you mean {meant!r}?)"


def recordings_folder() -> Path:
    """Return the folder of the recordings that come with this package."""
    return packaged_folder("evals") / "recordings"


class _Asked(NamedTuple):
    """How a service's model is wanted."""

    client: Any
    options: Mapping[str, Any] | None
    environ: Mapping[str, str]


def _openai_model(which: str, interface: _Interface, asked: _Asked) -> Model:
    if asked.client is None and not asked.options:
        return _kept_openai_model(which, interface, read_endpoint(asked.environ))
    from extractor.models.openai import OpenAIModel

    endpoint = read_endpoint(asked.environ) if asked.client is None else None
    return OpenAIModel(
        which, interface=interface, client=asked.client, endpoint=endpoint, options=asked.options
    )


@cache
def _kept_openai_model(which: str, interface: _Interface, endpoint: Endpoint) -> Model:
    from extractor.models.openai import OpenAIModel

    return OpenAIModel(which, interface=interface, endpoint=endpoint)


def _provider_model(provider: Provider, which: str, asked: _Asked) -> Model:
    provider.require_sdk()
    if asked.client is None and not asked.options:
        return _kept_provider_model(provider, which, provider.require_key(asked.environ))
    from extractor.models.instructor import InstructorModel

    key = provider.require_key(asked.environ) if asked.client is None else ""
    return InstructorModel(provider, which, key=key, client=asked.client, options=asked.options)


@cache
def _kept_provider_model(provider: Provider, which: str, key: str) -> Model:
    from extractor.models.instructor import InstructorModel

    return InstructorModel(provider, which, key=key)


def _row(provider: Provider, environ: Mapping[str, str]) -> ModelRow:
    return ModelRow(
        f"{provider.name}/NAME",
        f"a model of {provider.name.capitalize()}",
        provider.needs,
        ready=provider.is_ready(environ),
    )


def _listed(providers: Iterable[Provider]) -> str:
    return ", ".join(provider.name for provider in providers)


def _has_endpoint(environ: Mapping[str, str]) -> bool:
    try:
        read_endpoint(environ)
    except UsageError:
        return False
    return True


def _has_recordings() -> bool:
    try:
        return recordings_folder().is_dir()
    except ExtractorError:
        return False
