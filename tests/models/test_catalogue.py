"""Models by name."""

import subprocess
import sys

import openai
import pytest

from extractor.errors import UsageError
from extractor.models import catalogue, providers
from extractor.models.catalogue import known_models, load_model
from extractor.models.instructor import InstructorModel
from extractor.models.openai import OpenAIModel

NAMES = [
    "rules",
    "openai/NAME",
    "openai-responses/NAME",
    "anthropic/NAME",
    "gemini/NAME",
    "mistral/NAME",
    "OTHER/NAME",
    "replay",
    "replay/PATH",
]


@pytest.mark.parametrize("model", ["gpt-5", "org/model:tag", "accounts/x/models/y"])
@pytest.mark.parametrize("kind", ["openai", "openai-responses"])
def test_openai_name_may_hold_slashes(kind, model):
    """All after the first slash is the service's own name."""
    loaded = load_model(f"{kind}/{model}", environ={"OPENAI_API_KEY": "k"})

    assert isinstance(loaded, OpenAIModel)
    assert (loaded.name, loaded.repairs) == (f"{kind}/{model}", True)


def test_responses_take_an_own_client():
    """As chat completions do."""
    client = openai.AsyncOpenAI(api_key="k")

    model = load_model("openai-responses/m", client=client, environ={})

    assert model.name == "openai-responses/m"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "gpt-5",
        "openai",
        "openai/",
        "rules/",
        "rules/x",
        "Rules",
        "mistral",
        "mistral/",
        "acme/x",
    ],
)
def test_unknown_name_lists_the_known_ones(name):
    """A wrong name is answered with the right ones."""
    with pytest.raises(UsageError, match=f"there are: {', '.join(NAMES)}; OTHER is .*groq"):
        load_model(name, environ={"OPENAI_API_KEY": "k"})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gpt-5", "openai/gpt-5"),
        ("openai", "openai/NAME"),
        ("openai/", "openai/NAME"),
        ("openi/gpt-5", "openai/gpt-5"),
        ("Anthropic/a/b", "anthropic/a/b"),
        ("rule", "rules"),
        ("rules/x", "rules"),
        ("mistral", "mistral/NAME"),
        ("Replay", "replay"),
    ],
)
def test_unknown_name_is_answered_with_the_one_that_was_meant(name, meant):
    """A kind that was left out or misspelt is the commonest slip."""
    with pytest.raises(UsageError, match=rf"no model '{name}' \(did you mean '{meant}'\?\); there"):
        load_model(name, environ={})


@pytest.mark.parametrize("name", ["", "acme/x", "nope"])
def test_name_like_none_is_not_guessed_at(name):
    """A wrong guess would mislead."""
    with pytest.raises(UsageError, match=f"no model '{name}'; there are"):
        load_model(name, environ={})


def test_rules_need_nothing():
    """The default model is there without key or network."""
    assert load_model("rules", environ={}).name == "rules"


def test_missing_key_is_told_at_once():
    """Loading, not the first article, finds out that there is no key."""
    with pytest.raises(UsageError, match="no OPENAI_API_KEY"):
        load_model("openai/gpt-5", environ={})


def test_model_of_a_service_is_kept():
    """Loading it again gives the same model, with its connections; another address another one."""
    here, there = ({"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1"} for port in (1, 2))

    model = load_model("openai/m", environ=here)

    assert load_model("openai/m", environ=dict(here)) is model
    assert load_model("openai/m", environ=there) is not model
    assert load_model("openai/n", environ=here) is not model


def test_own_client_makes_a_model_of_its_own():
    """A client is never shared with whoever loads the same name."""
    client = openai.AsyncOpenAI(api_key="k")

    models = [load_model("openai/m", client=client, environ={}) for _ in range(2)]

    assert models[0] is not models[1]


def test_client_goes_with_a_provider_alone():
    """A client for a model that takes none is a mistake that is told."""
    with pytest.raises(UsageError, match=r"client= goes with PROVIDER/NAME.*'replay'"):
        load_model("replay", client=object())


@pytest.mark.parametrize("model", ["deepseek-chat", "org/model:tag"])
def test_every_other_provider_is_asked_through_instructor(model):
    """All after the first slash is the provider's own name; the model is kept by name and key."""
    environ = {"DEEPSEEK_API_KEY": "sk-mine"}

    loaded = load_model(f"deepseek/{model}", environ=environ)

    assert isinstance(loaded, InstructorModel)
    assert (loaded.name, loaded.repairs) == (f"deepseek/{model}", True)
    assert load_model(f"deepseek/{model}", environ=environ) is loaded
    assert load_model(f"deepseek/{model}", environ={"DEEPSEEK_API_KEY": "other"}) is not loaded
    assert "sk-mine" not in repr(loaded)


def test_missing_key_of_another_provider_names_its_variable():
    """Loading finds out that there is no key, and says where to put it."""
    with pytest.raises(UsageError, match="no DEEPSEEK_API_KEY in the environment"):
        load_model("deepseek/m", environ={"OPENAI_API_KEY": "k"})


def test_missing_sdk_is_one_line_that_installs_it(monkeypatch):
    """With the extra that has it; before the key is asked for."""
    monkeypatch.setattr(providers, "find_spec", lambda _: None)

    with pytest.raises(UsageError, match=r"pip install 'figurebook\[anthropic\]'$"):
        load_model("anthropic/m", environ={})


def test_other_providers_take_a_client_of_their_sdk():
    """Your own client needs no key in the environment, and is never shared."""
    client = openai.AsyncOpenAI(api_key="k")

    models = [load_model("deepseek/m", client=client, environ={}) for _ in range(2)]

    assert models[0] is not models[1]
    assert isinstance(models[0], InstructorModel)


def test_replay_reads_the_folder_named(tmp_path):
    """A path after `replay/` is where recordings are looked for."""
    with pytest.raises(UsageError, match=f"no recordings in {tmp_path}"):
        load_model(f"replay/{tmp_path}")


def test_replay_alone_reads_the_packaged_recordings(tmp_path, monkeypatch):
    """Without a path the recordings of this package are meant."""
    monkeypatch.setattr(catalogue, "packaged_folder", lambda name: tmp_path / name)

    with pytest.raises(UsageError, match=f"no recordings in {tmp_path}/evals/recordings"):
        load_model("replay")


@pytest.mark.parametrize(
    ("environ", "ready"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"OPENAI_API_KEY": "k"}, True, id="key"),
        pytest.param({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, True, id="own server"),
    ],
)
def test_rows_say_what_is_ready(environ, ready):
    """The list says whether a key or a server is there, and of rules that they always are."""
    rows = {row.name: row for row in known_models(environ)}

    assert list(rows) == NAMES
    assert rows["rules"].ready
    assert rows["openai/NAME"].ready is rows["openai-responses/NAME"].ready is ready
    assert "OPENAI_API_KEY" in rows["openai/NAME"].needs


def test_catalogue_loads_nothing_heavy():
    """Listing models costs no import of a client library."""
    code = (
        "import sys, extractor.models.catalogue as c; c.known_models({});"
        "print([m for m in ('openai', 'instructor', 'tenacity') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
