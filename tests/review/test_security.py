import http.client
import threading

import pytest

from extractor.review.security import MOST_BYTES, POLICY, new_token
from extractor.review.server import application, listening

TOKEN = "t0ken"
PORT = 8000
LINK = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}


@pytest.fixture
def client(folder, desk_of, client_of):
    """A client that asks as the page does."""
    return client_of(desk_of(folder, is_blank=True))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": f"localhost:{PORT}"}, 200),
        ({"origin": f"http://127.0.0.1:{PORT}"}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"host": "127.0.0.1"}, 403),
        ({"host": f"evil.example:{PORT}"}, 403),
        ({"host": f"127.0.0.1:{PORT}.evil.example"}, 403),
        ({"host": f"127.0.0.1:{PORT + 1}"}, 403),
        ({"host": ""}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": f"https://127.0.0.1:{PORT}"}, 403),
        ({"origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
        ({"origin": f"http://u@127.0.0.1:{PORT}"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({**LINK, "sec-fetch-dest": "document"}, 200),
        ({**LINK, "sec-fetch-dest": "iframe"}, 403),
        ({**LINK, "sec-fetch-dest": "document", "origin": "http://evil.example"}, 403),
    ],
    ids=str,
)
def test_only_its_own_page_may_ask(client, headers, status):
    """Another host (DNS rebinding) and another origin are refused, whatever they know."""
    for path in ("/api/session", "/api/articles"):
        assert client.get(path, headers=headers).status_code == status


@pytest.mark.parametrize(
    "path",
    ["/", "/api/session", "/wrong/api/session", f"/{TOKEN}", f"/{TOKEN}x/", f"//{TOKEN}/", ""],
)
def test_without_the_token_nothing_is_told(client, path):
    """A missing or wrong token is refused, also where there is nothing."""
    answer = client.get(f"http://127.0.0.1:{PORT}{path}")

    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "forbidden"


@pytest.mark.parametrize("path", ["/", "/api/session", "/nothing", "/api/articles/x"])
def test_every_answer_keeps_browsers_to_the_page(client, path):
    """Policy, no caching, no sniffing and no referrer, on errors too."""
    headers = client.get(path).headers

    assert headers["content-security-policy"] == POLICY
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "'unsafe-inline'" not in POLICY


def test_the_policy_admits_nothing_from_elsewhere():
    """Whatever a hostile article got into the page could load and send nothing."""
    rules = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))

    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert {rules[name] for name in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}


@pytest.mark.parametrize(
    "path", ["/..%2f..%2fserver.py", "/../server.py", "/%2e%2e/server.py", "/..%5cserver.py"]
)
def test_files_outside_the_page_are_not_given_out(client, path):
    """The page's folder is all there is."""
    assert client.get(path).status_code in {403, 404}


def test_a_preflight_is_refused(client):
    """No other page is ever allowed to ask."""
    answer = client.options("/api/session", headers={"origin": "http://evil.example"})

    assert answer.status_code == 403


def test_tokens_are_not_guessed():
    """Each start has a token of its own, of 24 random bytes."""
    tokens = {new_token() for _ in range(50)}

    assert len(tokens) == 50
    assert all(len(token) == 32 for token in tokens)


@pytest.fixture
def address(folder, desk_of):
    """A server on a real socket, asked by nothing but bytes; gives its port."""
    import uvicorn

    listener = listening(0)
    port = listener.getsockname()[1]
    app = application(desk_of(folder, is_blank=True), token=TOKEN, port=port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield port
    server.should_exit = True
    thread.join(10)
    listener.close()


def _ask(port: int, path: str, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest("GET", path, skip_host="host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_real_socket_answers_its_own_page_only(address):
    """Over the wire as in the application: token, host and origin are all wanted."""
    path = f"/{TOKEN}/api/session"

    assert _ask(address, path) == 200
    assert _ask(address, path, origin=f"http://127.0.0.1:{address}") == 200
    assert _ask(address, "/api/session") == 403
    assert _ask(address, path, host="evil.example") == 403
    assert _ask(address, path, host=f"evil.example:{address}") == 403
    assert _ask(address, path, origin="http://evil.example") == 403


def test_it_listens_on_the_loopback_interface_alone():
    """No other computer reaches it."""
    with listening(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_body_beyond_the_limit_is_cut_short(client):
    """A request cannot fill the memory."""
    answer = client.post(
        "/api/articles/x/edits",
        content=b" " * (MOST_BYTES + 1),
        headers={"content-type": "application/json"},
    )

    assert answer.status_code == 413
