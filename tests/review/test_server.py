import json
from importlib.resources import files

import pytest

from extractor.review.sources import id_of

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


@pytest.fixture
def client(folder, desk_of, client_of):
    """A client that asks as the page does."""
    return client_of(desk_of(folder))


@pytest.fixture
def path(client) -> str:
    """The address of the only article."""
    (entry,) = client.get("/api/articles").json()["articles"]
    return f"/api/articles/{entry['id']}"


def test_a_session_tells_what_is_reviewed(client):
    """The page learns the codes and the roles from the server."""
    session = client.get("/api/session").json()

    assert (session["source"], session["mode"], session["model"]) == ("folder", "label", "stub")
    assert session["choices"]["stage"] == ["planned", "signed", "started", "operating"]
    assert ["total", "the event’s total"] in session["roles"]


def test_an_article_is_labelled_from_end_to_end(client, path, folder):
    """Load, correct, see the check, save, and find the gold file right."""
    article = client.get(path).json()
    figure = next(f for f in article["figures"] if f["value"] == "33")
    assert (article["version"], figure["role"]) == (0, "unplaced")

    edits = [
        {"op": "remove", "at": "/event/total/count"},
        {"op": "place_figure", "figure": figure["id"], "at": "/event/total/count"},
    ]
    state = client.post(f"{path}/edits", json={"version": 0, "edits": edits}).json()
    assert state["version"] == 1
    assert "/event/total/count/value" in " ".join(state["changed"])
    assert state["record"]["event"]["total"]["count"]["value"] == 33
    assert next(f for f in state["figures"] if f["id"] == figure["id"])["role"] == "total"

    state = client.post(f"{path}/undo", json={"version": 1}).json()
    assert state["record"] == article["record"]
    state = client.post(f"{path}/redo", json={"version": 2}).json()
    assert state["record"]["event"]["total"]["count"]["value"] == 33

    saved = client.post(f"{path}/save", json={"version": 3}).json()
    assert (saved["is_saved"], saved["saved_version"]) == (True, 3)
    gold = json.loads((folder / "norvale.json").read_text("utf-8"))
    assert gold == {"source": saved["source"], "record": saved["record"]}
    (entry,) = client.get("/api/articles").json()["articles"]
    assert entry["state"] == "saved"


def test_a_state_explains_itself(client, path):
    """Fields in words, roles, checks, what code computes: all that the page shows."""
    state = client.get(path).json()

    assert state["fields"]["/event/total/count"]["name"] == "Total: number"
    assert state["text"].startswith("The 2023 Norvale")
    assert {f["role"] for f in state["figures"]} >= {"total", "share", "date"}
    total = next(f for f in state["figures"] if f["uses"] == ["/event/total/count"])
    assert total["fits"] == ["count", "targets"]
    assert set(state["evidence"]) >= {"/event/name", "/event/total/count"}


def test_an_old_version_is_refused_with_the_new_one(client, path):
    """Another tab's edits are not written over."""
    edit = {"version": 0, "edits": [{"op": "remove", "at": "/event/name"}]}
    client.post(f"{path}/edits", json=edit)

    for request in (edit, {"version": 0}):
        address = f"{path}/edits" if "edits" in request else f"{path}/save"
        answer = client.post(address, json=request)
        assert answer.status_code == 409
        assert (answer.json()["error"]["code"], answer.json()["version"]) == ("stale", 1)


@pytest.mark.parametrize(
    ("body", "code", "status"),
    [
        (b"{", "malformed", 400),
        (b"[]", "malformed", 400),
        (b"\xff", "malformed", 400),
        (b'{"version":0,"edits":[]}', "malformed", 400),
        (b'{"version":0,"edits":[{"op":"drop table"}]}', "malformed", 400),
        (b'{"version":0,"edits":[{"op":"remove","at":"__proto__"}]}', "malformed", 400),
        (b'{"version":0,"edits":[{"op":"remove","at":"/x","more":1}]}', "malformed", 400),
        (b'{"version":true,"edits":[{"op":"remove","at":"/event"}]}', "malformed", 400),
        (b'{"version":0,"edits":[{"op":"remove","at":"/x"}]}', "refused", 422),
        (b'{"version":0,"edits":[{"op":"pick","difference":0,"side":"a"}]}', "refused", 422),
        (b'{"version":7,"edits":[{"op":"remove","at":"/event"}]}', "stale", 409),
    ],
    ids=lambda value: value[:45].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_a_request_that_cannot_be_met_says_so_in_a_sentence(client, path, body, code, status):
    """Every error has a code and one line of words, and changes nothing."""
    headers = {"content-type": "application/json"}

    answer = client.post(f"{path}/edits", content=body, headers=headers)

    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"] == code
    assert "\n" not in error["message"].strip()
    assert client.get(path).json()["version"] == 0


def test_a_date_in_another_form_is_told_how_dates_are_written(client, path):
    """The labeller sees the sentence, not the pattern."""
    edit = {"op": "set_date", "at": "/event/start_date", "value": "17/10/2025"}

    answer = client.post(f"{path}/edits", json={"version": 0, "edits": [edit]})

    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith("Write the date as YYYY-MM-DD")


def test_nested_json_is_no_way_in(client, path):
    """A body of brackets is malformed, and the server lives on."""
    body = b'{"version":' + b"[" * 200_000
    headers = {"content-type": "application/json"}

    assert client.post(f"{path}/edits", content=body, headers=headers).status_code == 400
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/articles/0000000000000000", 404),
        ("GET", "/api/articles/..", 404),
        ("GET", "/api/nothing", 404),
        ("GET", "/api/articles?offset=-1", 400),
        ("GET", "/api/articles?limit=1e9", 400),
        ("POST", "/api/session", 405),
        ("DELETE", "/api/session", 405),
        ("POST", "/api/articles/x/edits", 415),
    ],
)
def test_addresses_that_lead_nowhere_are_said(client, method, address, status):
    """The page gets an error in the one shape it knows."""
    answer = client.request(method, address)

    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_a_form_of_another_page_is_no_request(client, path):
    """What a browser sends without asking first is not JSON."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.post(
            f"{path}/save", content=b'{"version":0}', headers={"content-type": kind}
        )
        assert answer.status_code == 415


def test_a_selection_is_read(client, path, span):
    """The page learns what code makes of some words before anything is done with them."""
    look = client.post(f"{path}/read", json={"span": span("of 9.5 billion yuan. ")}).json()

    assert look["text"] == "of 9.5 billion yuan."
    assert look["reading"]["value"] == "9500000000"
    assert len(look["figures"]) == 1
    assert client.post(f"{path}/read", json={"span": [9, 9]}).status_code == 422
    assert client.post(f"{path}/read", json={"span": [9]}).status_code == 400
    name = client.post(f"{path}/read", json={"span": span("The 2023 Norvale")}).json()
    assert name["name"] == "2023 Norvale"


def test_the_list_is_searched_and_paged(folder, desk_of, client_of):
    """Long lists come in pages."""
    for number in range(5):
        (folder / f"town-{number}.txt").write_text("Nothing.")
    client = client_of(desk_of(folder))

    found = client.get("/api/articles?q=TOWN&offset=3&limit=1").json()

    assert found["total"] == 5
    assert [entry["name"] for entry in found["articles"]] == ["town-3"]


def test_hostile_names_and_texts_are_data(folder, desk_of, client_of):
    """Markup in a file's name or an article comes back as it is, as JSON and nothing else."""
    name = HOSTILE.replace("/", "")
    text = f"{HOSTILE} fair: 12 projects were signed.\r\n\u2028\U0001f600"
    (folder / "norvale.txt").unlink()
    (folder / f"{name}.txt").write_bytes(text.encode())
    client = client_of(desk_of(folder))

    (entry,) = client.get("/api/articles").json()["articles"]
    answer = client.get(f"/api/articles/{entry['id']}")

    assert entry["name"] == name
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["text"] == text
    state = client.post(
        f"/api/articles/{entry['id']}/edits",
        json={
            "version": 0,
            "edits": [
                {"op": "remove", "at": "/event"},
                {"op": "add_event", "span": [0, len(HOSTILE)]},
            ]
            if answer.json()["record"]["event"]
            else [{"op": "add_event", "span": [0, len(HOSTILE)]}],
        },
    ).json()
    assert state["record"]["event"]["name"] == HOSTILE
    saved = client.post(f"/api/articles/{entry['id']}/save", json={"version": 1}).json()
    assert saved["saved_to"].endswith(f"{name}.json")


def test_a_name_that_is_no_utf8_is_listed(folder, desk_of, client_of):
    """One file's name does not take the list away; the article is saved under it."""
    (folder / "norvale.txt").rename(folder / "norv\udcffle.txt")
    client = client_of(desk_of(folder))

    (entry,) = client.get("/api/articles").json()["articles"]
    address = f"/api/articles/{entry['id']}"
    state = client.get(address).json()
    saved = client.post(f"{address}/save", json={"version": 0})

    assert (entry["name"], state["version"]) == ("norv\udcffle", 0)
    assert saved.status_code == 200
    assert (folder / "norv\udcffle.json").exists()


def test_half_a_character_is_no_text(client, path):
    """What UTF-8 cannot write does not get into a record or a journal."""
    edit = b'{"version":0,"edits":[{"op":"set_text","at":"/event/name","text":"\\ud800"}]}'
    headers = {"content-type": "application/json"}

    assert client.post(f"{path}/edits", content=edit, headers=headers).status_code == 400


def test_a_megabyte_is_an_article(folder, desk_of, client_of):
    """A long file opens, is edited and saved."""
    line = f"Norvale signed 40 projects worth 9.5 billion yuan at the fair{', and so on' * 90}.\n"
    text = line * (2**20 // len(line))
    (folder / "norvale.txt").write_text(text, "utf-8")
    client = client_of(desk_of(folder, is_blank=True))
    (entry,) = client.get("/api/articles").json()["articles"]
    address = f"/api/articles/{entry['id']}"

    article = client.get(address).json()
    edit = {"op": "add_event", "text": "the fair"}
    state = client.post(f"{address}/edits", json={"version": 0, "edits": [edit]}).json()

    assert article["text"] == text
    assert state["record"]["event"]["name"] == "fair"
    assert client.post(f"{address}/save", json={"version": 1}).json()["is_saved"]


def test_the_page_has_the_houses_colours(client):
    """They stand once, with the reports."""
    answer = client.get("/base.css")

    assert answer.headers["content-type"].startswith("text/css")
    assert answer.text == (files("extractor.report") / "base.css").read_text("utf-8")
    assert client.get("/").status_code == 200


def test_an_id_is_of_the_files_name():
    """Half a surrogate pair, which a file's name can hold, has an id, too."""
    assert len(id_of("a\udc80.txt")) == 16
