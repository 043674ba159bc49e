"""Addresses and keys from the environment."""

import pytest

from extractor.errors import UsageError
from extractor.models.endpoint import read_endpoint, service_name

LOCAL = "http://127.0.0.1:8080/v1"


def test_openai_is_where_a_key_alone_leads():
    """Without an address the service is OpenAI's."""
    endpoint = read_endpoint({"OPENAI_API_KEY": " sk-1 \n", "OPENAI_BASE_URL": ""})

    assert (endpoint.base_url, endpoint.api_key) == ("https://api.openai.com/v1", "sk-1")


def test_other_servers_need_no_key():
    """A server of one's own is asked with a stand-in for a key."""
    endpoint = read_endpoint({"OPENAI_BASE_URL": LOCAL})

    assert (endpoint.base_url, bool(endpoint.api_key)) == (LOCAL, True)


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        pytest.param({}, "no OPENAI_API_KEY.*'rules'", id="nothing"),
        pytest.param(
            {"OPENAI_BASE_URL": "https://api.openai.com/v1/"},
            "no OPENAI_API_KEY",
            id="openai named",
        ),
        pytest.param({"OPENAI_BASE_URL": "localhost:8000"}, "http://", id="no scheme"),
        pytest.param({"OPENAI_BASE_URL": "http://"}, "http://", id="no host"),
        pytest.param({"OPENAI_BASE_URL": "http://[::1"}, "http://", id="broken address"),
        pytest.param({"OPENAI_API_KEY": "“sk-1”"}, "copy the key again", id="typographic quotes"),
        pytest.param({"OPENAI_API_KEY": "sk-1\nsk-2"}, "copy the key again", id="two lines"),
    ],
)
def test_what_cannot_work_is_misuse(environ, message):
    """A missing key or a malformed value is told before anything is sent, the key unsaid."""
    with pytest.raises(UsageError, match=message) as caught:
        read_endpoint(environ)

    assert "sk-1" not in str(caught.value)


def test_headers_are_those_that_the_sdk_reads():
    """Whoever names an organisation, a project or a gateway's headers for the SDK need not again."""
    endpoint = read_endpoint(
        {
            "OPENAI_API_KEY": "sk-1",
            "OPENAI_ORG_ID": "org-1",
            "OPENAI_PROJECT_ID": "",
            "OPENAI_CUSTOM_HEADERS": "X-Team: blue\nnothing\nX-Url: http://a:1",
        }
    )

    assert dict(endpoint.headers) == {
        "OpenAI-Organization": "org-1",
        "X-Team": "blue",
        "X-Url": "http://a:1",
    }


def test_secrets_show_in_no_representation():
    """An endpoint can be printed."""
    shown = repr(read_endpoint({"OPENAI_API_KEY": "sk-1", "OPENAI_CUSTOM_HEADERS": "a: sk-2"}))

    assert "sk-" not in shown


@pytest.mark.parametrize(
    ("base_url", "name"),
    [
        pytest.param("https://api.openai.com/v1", "api.openai.com", id="host"),
        pytest.param(LOCAL, "127.0.0.1:8080", id="port"),
        pytest.param("https://user:secret@host/v1?key=secret", "host", id="secrets left out"),
        pytest.param("http://host:notaport", "", id="no port"),
        pytest.param("http://[2001:db8::1]:8000/v1", "[2001:db8::1]:8000", id="IPv6 and port"),
        pytest.param("http://[2001:db8::1]/v1", "[2001:db8::1]", id="IPv6"),
    ],
)
def test_service_name_is_host_and_port(base_url, name):
    """Messages name the host, and nothing secret around it."""
    assert service_name(base_url) == name
