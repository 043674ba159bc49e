"""The batch route at services that let nobody in, or are none: one line, and nothing is lost."""

from collections.abc import Callable

import pytest
from batch_runs import ANSWER_USD, Scene, at, moody, said
from batch_server import Fault

pytestmark = pytest.mark.engines

SetScene = Callable[..., Scene]


@pytest.mark.parametrize(
    ("environment", "code", "words"),
    [
        ({"OPENAI_API_KEY": "wrong"}, 3, "key"),
        ({"OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}, 2, "OPENAI_API_KEY"),
        ({"OPENAI_API_KEY": ""}, 3, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, 3, "127.0.0.1:1"),
    ],
    ids=["refused key", "no key", "no key for an address", "nobody there"],
)
def test_a_service_that_lets_nobody_in_is_told_of_in_one_line(
    set_scene: SetScene, environment: dict[str, str], code: int, words: str
) -> None:
    """The articles wait, and nothing is spent."""
    told = set_scene(mood=moody())
    told.server.key = "right"

    ended = told.run(**environment)
    resumed = told.run()

    assert ended.code == code
    (line,) = said(ended.errors)
    assert words in line
    assert "wrong" not in line
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]
    assert told.spent()[0] == 4 * ANSWER_USD


ODD = {
    "page": b"<html>Welcome</html>",
    "nothing in it": b"{}",
    "list": b"[]",
    "null": b"null",
    "garbled": b'{"id": ',
}
"""What is no answer of a batch interface, though it comes with status 200."""


@pytest.mark.parametrize("kind", ["upload", "create", "retrieve"])
@pytest.mark.parametrize("says", ODD.values(), ids=ODD)
def test_a_service_that_answers_otherwise_is_told_of_in_one_line(
    set_scene: SetScene, kind: str, says: bytes
) -> None:
    """It may be somebody's web server; the articles wait, and nothing is made twice.

    The second run looks at what the first one has made, or tries it once more.
    """
    told = set_scene(mood=moody())
    told.server.fault = lambda asked: Fault(says=says) if asked.kind == kind else None

    _, ended = [told.run("--no-wait") for _ in range(2)]
    told.server.fault = lambda _: None
    resumed = told.run()

    assert ended.code == 3
    (line,) = said(ended.errors)
    assert told.server.address.split("/")[2] in line
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]
    assert told.spent()[0] == 4 * ANSWER_USD


@pytest.mark.parametrize("says", ODD.values(), ids=ODD)
def test_a_list_that_is_none_does_not_tell_that_there_is_no_batch(
    set_scene: SetScene, says: bytes
) -> None:
    """Otherwise what may have been made would be made again."""
    told = set_scene(mood=moody())
    told.server.fault = at(2, Fault(moment="acted", kills=True))
    told.run()
    told.server.fault = lambda asked: Fault(says=says) if asked.kind == "list" else None

    ended = told.run()
    told.server.fault = lambda _: None
    resumed = told.run()

    assert ended.code == 3
    assert len(said(ended.errors)) == 1
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]


def test_a_folder_that_cannot_be_made_is_told_of_in_one_line(set_scene: SetScene) -> None:
    """Files have to lie somewhere on their way; nothing was asked for."""
    told = set_scene(mood=moody())
    in_the_way = told.folder / "ledger.db-batches"
    in_the_way.write_text("mine")

    ended = told.run()
    text = in_the_way.read_text()
    in_the_way.unlink()
    resumed = told.run()

    assert ended.code == 1
    (line,) = said(ended.errors)
    assert str(in_the_way) in line
    assert text == "mine"
    assert resumed.code == 0, resumed.errors
    assert told.provider.batch_sizes() == [4]


def test_a_model_without_a_batch_interface_is_refused(set_scene: SetScene) -> None:
    """Before anything is asked."""
    told = set_scene()

    ended = told.run("--model", "anthropic/m")

    assert ended.code == 2
    assert len(said(ended.errors)) == 1
    assert told.server.log == []
