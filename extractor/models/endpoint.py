"""Where an OpenAI-compatible service is, and the key to it; light, nothing is loaded or called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from extractor.errors import UsageError

KEY_VARIABLE = "OPENAI_API_KEY"
URL_VARIABLE = "OPENAI_BASE_URL"

_OPENAI_URL = "https://api.openai.com/v1"
_HEADERS = {"OPENAI_ORG_ID": "OpenAI-Organization", "OPENAI_PROJECT_ID": "OpenAI-Project"}
_NO_KEY = "no-key"  # servers without keys want the header all the same


@dataclass(frozen=True)
class Endpoint:
    """The address of a service and the key to it; the key shows in no representation.

    Raises:
        UsageError: what is given for an address is none, or key or headers cannot be sent.

    Attributes:
        base_url: the address, with `/v1` or what it has instead.
        api_key: the key.
        headers: names and values of further headers that each request has.
    """

    base_url: str
    api_key: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Refuse what could never be sent, before anything is."""
        _check_address(self.base_url, "base_url")
        if not all(
            map(str.isprintable, (self.api_key, *(x for pair in self.headers for x in pair)))
        ):
            raise UsageError("key or headers hold line ends or control characters; strip them")


def read_endpoint(environ: Mapping[str, str]) -> Endpoint:
    """Read OPENAI_BASE_URL and OPENAI_API_KEY; a server other than OpenAI's may do without a key.

    What the SDK's client reads besides holds, too: OPENAI_ORG_ID, OPENAI_PROJECT_ID, and lines of
    `Name: value` in OPENAI_CUSTOM_HEADERS.

    Raises:
        UsageError: no key for OpenAI, or a value that cannot be an address or a key.
    """
    base_url = environ.get(URL_VARIABLE, "").strip() or _OPENAI_URL
    api_key = environ.get(KEY_VARIABLE, "").strip()
    _check_address(base_url, URL_VARIABLE)
    if not (api_key.isascii() and api_key.isprintable()):
        raise UsageError(f"{KEY_VARIABLE} holds characters that no key has; copy the key again")
    if not api_key and service_name(base_url) == service_name(_OPENAI_URL):
        raise UsageError(
            f"no {KEY_VARIABLE} in the environment; set it, or {URL_VARIABLE} for another server, "
            "or use the model 'rules', which needs neither"
        )
    return Endpoint(base_url, api_key or _NO_KEY, tuple(_headers(environ)))


def _check_address(base_url: str, name: str) -> None:
    has_scheme = base_url.startswith(("http://", "https://"))
    if not has_scheme or not service_name(base_url) or any(map(str.isspace, base_url)):
        raise UsageError(
            f"{name} is no address: it must begin with http:// or https://, and a host"
        )


def _headers(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for variable, name in _HEADERS.items():
        if environ.get(variable):
            yield name, environ[variable].strip()
    for line in environ.get("OPENAI_CUSTOM_HEADERS", "").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()


def service_name(base_url: str) -> str:
    """Return host and port of an address, for messages: never its user, password or path."""
    host = service_host(base_url)
    return host_and_port(host, urlsplit(base_url).port) if host else ""


def host_and_port(host: str, port: int | None) -> str:
    """Write a host and its port, if any, as they stand in an address: IPv6 in brackets."""
    shown = f"[{host}]" if ":" in host else host
    return shown if port is None else f"{shown}:{port}"


def service_host(base_url: str) -> str:
    """Return the host of an address, or nothing where it is no address."""
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")  # as whoever looks it up will
    except ValueError:
        return ""
    return host
