"""The providers that instructor reaches: what each is called, and what it needs. Nothing is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec

from extractor.errors import UsageError


@dataclass(frozen=True)
class Provider:
    """One provider of language models.

    Attributes:
        name: what stands before the slash of its models' names.
        sdk: the module that its SDK is imported as.
        install: what to install for that.
        keys: the environment's variables that may hold its key, the first that is set counts; none
            where the SDK finds its credentials by itself, or needs none.
        known_as: what instructor calls it, where that differs.
        factory: the function of instructor that takes a client of its SDK.
    """

    name: str
    sdk: str
    install: str
    keys: tuple[str, ...] = ()
    known_as: str = ""
    factory: str = ""

    @property
    def instructor_name(self) -> str:
        """The name by which `instructor.from_provider` knows it."""
        return self.known_as or self.name

    @property
    def instructor_factory(self) -> str:
        """The name of the function of instructor that takes a client of its SDK."""
        return self.factory or f"from_{self.name}"

    @property
    def needs(self) -> str:
        """What has to be there, for a list."""
        install = f"pip install {self.install}"
        return f"{' or '.join(self.keys)}; {install}" if self.keys else install

    @property
    def is_installed(self) -> bool:
        """Whether its SDK is there."""
        try:
            return find_spec(self.sdk) is not None
        except ModuleNotFoundError:  # not even the package that the module would be in
            return False

    def key(self, environ: Mapping[str, str]) -> str:
        """Return the key in the environment, or an empty text."""
        values = (environ.get(variable, "").strip() for variable in self.keys)
        return next(filter(None, values), "")

    def is_ready(self, environ: Mapping[str, str]) -> bool:
        """Tell whether SDK and key are there."""
        return self.is_installed and bool(self.key(environ) or not self.keys)

    def require_sdk(self) -> None:
        """Raise a UsageError that says how to install the SDK, if it is not there."""
        if not self.is_installed:
            raise UsageError(
                f"{self.name}/NAME needs its provider's SDK: pip install {self.install}"
            )

    def require_key(self, environ: Mapping[str, str]) -> str:
        """Return the key; an empty text where the SDK finds its credentials by itself.

        Raises:
            UsageError: no key, or a value that cannot be one.
        """
        key = self.key(environ)
        if self.keys and not key:
            raise UsageError(
                f"no {' or '.join(self.keys)} in the environment; {self.name} needs it"
            )
        if not (key.isascii() and key.isprintable()):
            raise UsageError(f"{self.keys[0]} holds characters that no key has; copy the key again")
        return key


_GEMINI_KEYS = ("GEMINI_API_KEY", "GOOGLE_API_KEY")

NAMED = (
    Provider("anthropic", "anthropic", "'figurebook[anthropic]'", ("ANTHROPIC_API_KEY",)),
    Provider(
        "gemini", "google.genai", "'figurebook[gemini]'", _GEMINI_KEYS, "google", "from_genai"
    ),
    Provider("mistral", "mistralai", "'figurebook[mistral]'", ("MISTRAL_API_KEY",)),
)
"""Those that are tested, each with an extra of its own."""

OTHERS = (
    Provider("anyscale", "openai", "openai", ("ANYSCALE_API_KEY",)),
    Provider("azure_openai", "openai", "openai", ("AZURE_OPENAI_API_KEY",), factory="from_openai"),
    Provider("bedrock", "boto3", "boto3"),
    Provider("cerebras", "cerebras.cloud.sdk", "cerebras-cloud-sdk", ("CEREBRAS_API_KEY",)),
    Provider("cohere", "cohere", "cohere", ("CO_API_KEY",)),
    Provider("databricks", "openai", "openai", ("DATABRICKS_TOKEN", "DATABRICKS_API_KEY")),
    Provider("deepseek", "openai", "openai", ("DEEPSEEK_API_KEY",)),
    Provider("fireworks", "fireworks", "fireworks-ai", ("FIREWORKS_API_KEY",)),
    Provider("groq", "groq", "groq", ("GROQ_API_KEY",)),
    Provider("litellm", "litellm", "litellm"),
    Provider("ollama", "openai", "openai", factory="from_openai"),
    Provider("openrouter", "openai", "openai", ("OPENROUTER_API_KEY",)),
    Provider("perplexity", "openai", "openai", ("PERPLEXITY_API_KEY",)),
    Provider("together", "openai", "openai", ("TOGETHER_API_KEY",)),
    Provider("writer", "writerai", "writer-sdk", ("WRITER_API_KEY",)),
    Provider("xai", "xai_sdk", "xai-sdk", ("XAI_API_KEY",)),
)
"""The rest of those that `instructor.from_provider` knows."""

_GOOGLE = replace(NAMED[1], name="google")
"""Another name of gemini."""

PROVIDERS: Mapping[str, Provider] = {
    provider.name: provider for provider in (*NAMED, *OTHERS, _GOOGLE)
}
