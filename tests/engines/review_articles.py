"""What the tests of the review page work on: a short article, its gold, and a server over a folder."""

import json
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

import httpx2
import uvicorn

from extractor.review.desk import Desk
from extractor.review.security import HOST
from extractor.review.server import application, listening
from extractor.review.sources import Source

TOKEN = "a-token-of-the-tests"
SERVE = "from extractor.cli import main; main()"
START_S = 30.0

ENGLISH = (
    "AMET, May 6, 2024 - A total of 12 projects worth 3.4 billion yuan were signed at the 2024 "
    "Lorem Fair in Amet on Monday.\r\n\r\nAmong them, 5 projects in manufacturing have an "
    "investment of 1.2 billion yuan, accounting for 50% of the total investment. The hall is lit "
    "by 31 lamps.\r\n"
)
CHINESE = (
    "5月6日，2024年阿美洽谈会签约项目12个，总投资34亿元。其中，制造业项目5个，投资12亿元，占总投资的35.3%。"
    "会场有31盏灯。\n"
)
ATTACK = "<img src=x onerror=\"document.title='broken'\"></script><script>document.title='broken'</script>"


def amount(value: str, written: str) -> dict[str, Any]:
    """Return an investment in yuan."""
    return {
        "kind": "investment",
        "value": value,
        "upper": None,
        "currency": "CNY",
        "hedge": "exact",
        "as_written": written,
        "equivalents": [],
    }


def count(value: int) -> dict[str, Any]:
    """Return a number of projects."""
    return {"value": value, "upper": None, "hedge": "exact", "as_written": str(value)}


def record(*, has_total: bool) -> dict[str, Any]:
    """Return the record of the English article, with or without its total."""
    amounts = [amount("3400000000", "3.4 billion yuan")] if has_total else []
    return {
        "event": {
            "name": "2024 Lorem Fair",
            "aliases": [],
            "activity": None,
            "start_date": None,
            "end_date": None,
            "place": "Amet",
            "host": None,
            "stage": "signed",
            "industries": [],
            "total": {"count": count(12) if has_total else None, "amounts": amounts},
        },
        "shares": [
            {
                "id": "s1",
                "label": "manufacturing",
                "dimension": "industry",
                "of": None,
                "stage": None,
                "count": count(5),
                "amounts": [amount("1200000000", "1.2 billion yuan")],
                "percents": [],
            }
        ],
        "projects": [],
        "agreements": [],
    }


def write_article(folder: Path, name: str, text: str, *, is_gold: bool = False) -> None:
    """Write an article, and beside it gold that lacks the total."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_bytes(text.encode())
    if is_gold:
        source = {"language": "en", "published": "2024-05-06", "origin": "written", "traits": []}
        gold = {"source": source, "record": record(has_total=False)}
        (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")


def saved_record(folder: Path, name: str) -> dict[str, Any]:
    """Return the record of a gold file on disk."""
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_bytes())["record"]
    return found


class Reviewed:
    """A review server in a thread of this process: no model fills anything in."""

    def __init__(
        self, source: Source, *, labeller: str | None = None, names: tuple[str, str] | None = None
    ) -> None:
        desk = Desk(source, labeller=labeller)
        self._listener = listening(0)
        port = self._listener.getsockname()[1]
        app = application(desk, token=TOKEN, port=port, names=names)
        config = uvicorn.Config(app, log_level="warning", ws="none", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True
        )
        self.address = f"http://{HOST}:{port}/{TOKEN}/"
        self._ids = {entry.name: entry.id for entry in desk.entries}

    def __enter__(self) -> Self:
        """Serve, once requests are answered."""
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, without waiting for a browser to let go."""
        self._server.force_exit = self._server.should_exit = True
        self._thread.join()
        self._listener.close()

    def ask(self, name: str, action: str = "", body: dict[str, Any] | None = None) -> Any:
        """Ask the API about an article, as the page does."""
        address = "/".join(filter(None, (f"{self.address}api/articles/{self._ids[name]}", action)))
        reply = httpx2.get(address) if body is None else httpx2.post(address, json=body)
        reply.raise_for_status()
        return reply.json()

    def address_of(self, name: str) -> str:
        """Return the address of an article's page."""
        return f"{self.address}#{self._ids[name]}"


class ReviewProcess:
    """The command `extractor review` in a process of its own, which can be killed."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", SERVE, "review", str(folder), "--no-open"]
        self._process = subprocess.Popen(
            [*command, "--model", "none"], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        _await_listener(int(self.address.split(":")[2].partition("/")[0]))

    def kill(self) -> None:
        """End the process at once, in the midst of whatever it does."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _await_listener(port: int) -> None:
    """Wait until something listens at a port."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens at port {port}")
