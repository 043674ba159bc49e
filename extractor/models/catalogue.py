"""The models by name; nothing heavy is loaded before a name asks for it."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError, UsageError
from extractor.models.base import Model, ModelRow
from extractor.models.endpoint import KEY_VARIABLE, URL_VARIABLE, Endpoint, read_endpoint
from extractor.packaged import packaged_folder

if TYPE_CHECKING:
    import openai


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
    client: "openai.AsyncOpenAI | None" = None,
    environ: Mapping[str, str] = os.environ,
) -> Model:
    """Return the model of a name such as `rules`, `openai/gpt-5`, `replay` or `replay/PATH`.

    A service's model is kept: whoever loads it again finds its connections open, and need not find
    out again what the service can do.

    Args:
        name: the kind and, after a slash, which one.
        client: your own client, for `openai/NAME` alone.
        environ: where keys and addresses are looked up.

    Raises:
        UsageError: no such model, or something that it needs is missing.
    """
    kind, _, which = name.partition("/")
    if client is not None and kind != "openai":
        raise UsageError(f"client= goes with openai/NAME; the model {name!r} takes none")
    match kind, which:
        case "rules", "" if name == "rules":
            from extractor.models.rules import RulesModel

            return RulesModel()
        case "openai", str(which) if which:
            return _openai_model(which, client=client, environ=environ)
        case "replay", _:
            from extractor.models.replay import ReplayModel

            return ReplayModel(Path(which) if which else recordings_folder(), name=name)
    names = ", ".join(row.name for row in known_models(environ))
    raise UsageError(f"no model {name!r}; there are: {names}")


def recordings_folder() -> Path:
    """Return the folder of the recordings that come with this package."""
    return packaged_folder("evals") / "recordings"


def _openai_model(
    which: str, *, client: "openai.AsyncOpenAI | None", environ: Mapping[str, str]
) -> Model:
    if client is None:
        return _kept_openai_model(which, read_endpoint(environ))
    from extractor.models.openai import OpenAIModel

    return OpenAIModel(which, client=client)


@cache
def _kept_openai_model(which: str, endpoint: Endpoint) -> Model:
    from extractor.models.openai import OpenAIModel

    return OpenAIModel(which, endpoint=endpoint)


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
