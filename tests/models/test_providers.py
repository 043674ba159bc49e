"""What each provider is called, and what it needs."""

import pytest
from instructor.v2.core.provider_specs import ALIAS_TO_PROVIDER, PUBLIC_FACTORY_ATTRS

from extractor.errors import UsageError
from extractor.models.providers import NAMED, OTHERS, PROVIDERS, Provider

OURS = {"openai"}
RETIRED = {"generative-ai", "vertexai"}
"""Names that instructor warns of: both are google now."""


def test_every_provider_of_instructor_is_reached():
    """What instructor learns to reach in a new release fails here until it is listed."""
    assert set(PROVIDERS) == set(ALIAS_TO_PROVIDER) - OURS - RETIRED


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_what_instructor_calls_things_is_there(provider):
    """Its name of the provider, and its function for a client of the SDK."""
    assert provider.instructor_name in ALIAS_TO_PROVIDER
    assert provider.instructor_factory in PUBLIC_FACTORY_ATTRS


def test_google_is_another_name_of_gemini():
    """Gemini is asked through Google's present SDK, not through the one of that name."""
    assert PROVIDERS["gemini"].instructor_name == PROVIDERS["google"].instructor_name == "google"
    assert PROVIDERS["google"] not in (*NAMED, *OTHERS)


@pytest.mark.parametrize(
    ("environ", "key"),
    [
        pytest.param({}, "", id="none"),
        pytest.param({"A_KEY": "1", "B_KEY": "2"}, "1", id="first"),
        pytest.param({"A_KEY": "  ", "B_KEY": " 2\n"}, "2", id="blank first"),
    ],
)
def test_first_variable_that_is_set_holds_the_key(environ, key):
    """White space around a key is not part of it."""
    assert Provider("acme", "json", "acme", ("A_KEY", "B_KEY")).key(environ) == key


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        pytest.param({}, "no A_KEY or B_KEY in the environment; acme needs it", id="none"),
        pytest.param({"A_KEY": "sk-…"}, "A_KEY holds characters that no key has", id="not ascii"),
        pytest.param({"A_KEY": "a\nb"}, "A_KEY holds characters that no key has", id="two lines"),
    ],
)
def test_what_is_no_key_is_told_by_the_variable(environ, message):
    """And the value is not repeated."""
    with pytest.raises(UsageError, match=message) as caught:
        Provider("acme", "json", "acme", ("A_KEY", "B_KEY")).require_key(environ)

    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize("sdk", ["no_such_sdk", "no_such_sdk.inner", "json.no_such_module"])
def test_missing_sdk_says_how_to_install_it(sdk):
    """Also where the module would be inside a package that is missing."""
    provider = Provider("acme", sdk, "acme-sdk")

    assert not provider.is_ready({})
    with pytest.raises(
        UsageError, match=r"^acme/NAME needs its provider's SDK: pip install acme-sdk$"
    ):
        provider.require_sdk()


def test_provider_without_a_key_is_ready_with_its_sdk():
    """Its SDK finds credentials by itself."""
    assert Provider("acme", "json", "acme").is_ready({})
    assert Provider("acme", "json", "acme").require_key({}) == ""
