"""Models by name."""

import subprocess
import sys

import openai
import pytest

from extractor.errors import UsageError
from extractor.models import catalogue
from extractor.models.catalogue import known_models, load_model
from extractor.models.openai import OpenAIModel


@pytest.mark.parametrize("model", ["gpt-5", "org/model:tag", "accounts/x/models/y"])
def test_openai_name_may_hold_slashes(model):
    """All after the first slash is the service's own name."""
    loaded = load_model(f"openai/{model}", environ={"OPENAI_API_KEY": "k"})

    assert isinstance(loaded, OpenAIModel)
    assert (loaded.name, loaded.repairs) == (f"openai/{model}", True)


@pytest.mark.parametrize(
    "name", ["", "gpt-5", "openai", "openai/", "rules/", "rules/x", "Rules", "anthropic/x"]
)
def test_unknown_name_lists_the_known_ones(name):
    """A wrong name is answered with the right ones."""
    with pytest.raises(UsageError, match="there are: rules, openai/NAME, replay, replay/PATH"):
        load_model(name, environ={"OPENAI_API_KEY": "k"})


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


def test_client_goes_with_openai_alone():
    """A client for a model that takes none is a mistake that is told."""
    with pytest.raises(UsageError, match=r"client= goes with openai/NAME.*'replay'"):
        load_model("replay", client=object())


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

    assert list(rows) == ["rules", "openai/NAME", "replay", "replay/PATH"]
    assert rows["rules"].ready
    assert rows["openai/NAME"].ready is ready
    assert "OPENAI_API_KEY" in rows["openai/NAME"].needs


def test_catalogue_loads_nothing_heavy():
    """Listing models costs no import of a client library."""
    code = (
        "import sys, extractor.models.catalogue as c; c.known_models({});"
        "print([m for m in ('openai', 'instructor', 'tenacity') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
