"""What every client is given: one system text, one article; and what the server answers.

The event is made up. A mark at the article's start tells documents apart.
"""

import json
from copy import deepcopy
from typing import Any

ARTICLE_CHARS = 3_000

SYSTEM = (
    "You read one news article about an investment forum and return one record. Take only what "
    "the article says. Give the event its full name, other names it goes by, its date and "
    "place, and the total number of agreements and their total money. For each share of that "
    "total the article states (by country, by sector, by instrument) give its label, dimension,"
    " parent share, count, money and percent. For each named project give its investors, place,"
    " money, industry and targets. Copy money as written and say whether the figure is exact, "
    "about, at least or up to. For each share and project quote the sentence that supports it, "
    "word for word. Leave out what is not stated."
)
"""What the peers are told; ours has its own prompt."""

_BODY = """Port Alder, 17 September 2024. The Second Northern Harbour Investment Forum closed on Tuesday evening with 214 agreements worth more than $18.4 billion, the organisers said. The meeting, also known as NHIF 2024, the Harbour Forum or the Nordhavn Forum, brought some 3,200 guests from 41 countries to Port Alder, Alder Region. Governor Ilse Marrin called the result a sign that the region had put the lean years behind it, although last year's papers, she admitted, had been slow to turn into building sites.

By country the picture was uneven. German companies signed 37 agreements worth about $4.1 billion, or 22.3% of the total, ahead of firms from Japan and the Netherlands, for which the organisers gave no figures. Two delegations left without signing anything. The chamber of commerce said that a full list would be published in October, once the lawyers had gone through the annexes.

By sector the ranking held few surprises. Energy led with 61 agreements and $7.9 billion, roughly 43% of the money, of which wind power took 24 agreements and $3.3 billion. Logistics, food and tourism followed at a distance. The organisers stressed that not everything signed was binding: 128 of the papers were memoranda, up to 60% of the agreements, and the rest were contracts, leases and loan offers. An analyst at the Alder School of Economics, Tomas Veil, warned that memoranda signed in the first forum had been kept in fewer than half of the cases.

Several projects were named from the stage. Halden Energie AG and Alder Grid will put 1.2 billion euros into the Skarv offshore wind park on the Skarv Bank, which is to reach 900 MW by 2028 and give work to 1,400 people. Meridian Logistics promised up to $310 million for a cold-chain terminal in Port Alder that should handle 600,000 tonnes a year. Koyo Cells and the State Fund of Alder plan a battery-cell plant in Brannock for some $2 billion; it is meant to make 20 GWh of cells a year, with the first cells in 2027.

Not everyone was pleased. Fishermen from the Skarv villages stood outside the hall with banners against the wind park, and the mayor of Brannock asked where the plant would find its water. The regional government promised hearings before the winter. Hotel owners, on the other hand, spoke of the best week of the year: rooms had been booked out as far as forty kilometres from the harbour, and the ferry company put on two extra sailings a day.

The third forum is planned for September 2025. The organisers said that they would then report, project by project, on what had become of the promises made this week, and that a public register would be opened in the spring so that readers could follow each agreement from signature to completion. Whether the register will also carry the sums paid so far remained open on Tuesday. The opposition in the regional assembly has asked for that in writing, and the governor's office said it would answer in due course."""

RECORD: dict[str, Any] = {
    "event": {
        "name": "Second Northern Harbour Investment Forum",
        "aliases": ["NHIF 2024", "the Harbour Forum", "Nordhavn Forum"],
        "date": "2024-09-17",
        "location": "Port Alder, Alder Region",
        "total": {
            "count": 214,
            "money": {
                "amount": 18400000000,
                "currency": "USD",
                "hedge": "at_least",
                "as_written": "more than $18.4 billion",
            },
        },
    },
    "shares": [
        {
            "label": "Germany",
            "dimension": "country",
            "parent": None,
            "count": 37,
            "money": {
                "amount": 4100000000,
                "currency": "USD",
                "hedge": "about",
                "as_written": "about $4.1 billion",
            },
            "percent": {"value": 22.3, "hedge": "exact", "of": "total money"},
            "evidence": [
                (
                    "German companies signed 37 agreements worth about $4.1 billion, or "
                    "22.3% of the total"
                )
            ],
        },
        {
            "label": "energy",
            "dimension": "sector",
            "parent": None,
            "count": 61,
            "money": {
                "amount": 7900000000,
                "currency": "USD",
                "hedge": "exact",
                "as_written": "$7.9 billion",
            },
            "percent": {"value": 43, "hedge": "about", "of": "total money"},
            "evidence": [
                "Energy led with 61 agreements and $7.9 billion, roughly 43% of the money"
            ],
        },
        {
            "label": "wind power",
            "dimension": "sector",
            "parent": "energy",
            "count": 24,
            "money": {
                "amount": 3300000000,
                "currency": "USD",
                "hedge": "exact",
                "as_written": "$3.3 billion",
            },
            "percent": None,
            "evidence": ["of which wind power took 24 agreements and $3.3 billion"],
        },
        {
            "label": "memoranda",
            "dimension": "instrument",
            "parent": None,
            "count": 128,
            "money": None,
            "percent": {"value": 60, "hedge": "up_to", "of": "agreements"},
            "evidence": ["128 of the papers were memoranda, up to 60% of the agreements"],
        },
    ],
    "projects": [
        {
            "name": "Skarv offshore wind park",
            "investors": ["Halden Energie AG", "Alder Grid"],
            "location": "Skarv Bank",
            "money": {
                "amount": 1200000000,
                "currency": "EUR",
                "hedge": "exact",
                "as_written": "1.2 billion euros",
            },
            "industry": "wind power",
            "targets": ["900 MW by 2028", "1,400 jobs"],
            "evidence": [
                (
                    "Halden Energie AG and Alder Grid will put 1.2 billion euros into "
                    "the Skarv offshore wind park"
                )
            ],
        },
        {
            "name": "Alder cold-chain terminal",
            "investors": ["Meridian Logistics"],
            "location": "Port Alder",
            "money": {
                "amount": 310000000,
                "currency": "USD",
                "hedge": "up_to",
                "as_written": "up to $310 million",
            },
            "industry": "logistics",
            "targets": ["600,000 tonnes a year"],
            "evidence": [
                "Meridian Logistics promised up to $310 million for a cold-chain terminal"
            ],
        },
        {
            "name": "Brannock battery-cell plant",
            "investors": ["Koyo Cells", "State Fund of Alder"],
            "location": "Brannock",
            "money": {
                "amount": 2000000000,
                "currency": "USD",
                "hedge": "about",
                "as_written": "some $2 billion",
            },
            "industry": "batteries",
            "targets": ["20 GWh", "first cells in 2027"],
            "evidence": [
                (
                    "Koyo Cells and the State Fund of Alder plan a battery-cell plant "
                    "in Brannock for some $2 billion"
                )
            ],
        },
    ],
}
"""What the peers are answered with, about 2,500 characters of compact JSON."""


def article(number: int) -> str:
    """Return the article, marked with a number."""
    return f"[DOC {number:07d}] {_BODY}"[:ARTICLE_CHARS].ljust(ARTICLE_CHARS, ".")


def compact(value: Any) -> str:
    """Write JSON without spaces, as models do."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def record(*, is_wrong: bool) -> str:
    """Return the reply to a peer; the wrong one has a word where a number belongs."""
    said = deepcopy(RECORD)
    if is_wrong:
        said["event"]["total"]["count"] = "two hundred and fourteen"
    return compact(said)


def draft(*, is_wrong: bool) -> str:
    """Return the same facts as the draft that we ask for; the wrong one counts by no figure."""
    event = _event() | ({"count": 9_999} if is_wrong else {})
    return compact({"no_event": None, "event": event, **_LISTS})


def patch() -> str:
    """Return the repair of the wrong draft."""
    nothing: dict[str, list[str]] = {
        key: [] for key in ("shares", "projects", "agreements", "background", "delete")
    }
    return compact({"no_event": None, "event": _event(), **nothing, "stands": []})


def _at(words: str) -> int:
    """Return the id of the figure that begins with these words."""
    return article(0).index(words)


def _sums(*words: str) -> list[dict[str, Any]]:
    return [{"f": _at(each), "kind": "investment", "same": []} for each in words]


def _event() -> dict[str, Any]:
    return {
        "name": "Second Northern Harbour Investment Forum",
        "aliases": ["NHIF 2024", "Harbour Forum", "Nordhavn Forum"],
        "activity": None,
        "start_date": None,
        "end_date": "2024-09-17",
        "place": "Port Alder",
        "host": None,
        "stage": "signed",
        "industries": [],
        "count": _at("214"),
        "amounts": _sums("18.4 billion"),
    }


def _share(number: int, label: str, count: str, *sums: str, **others: Any) -> dict[str, Any]:
    fields = {"dimension": "industry", "of": None, "stage": None} | others
    tally = {"count": _at(count), "amounts": _sums(*sums), "percents": []}
    return {"id": f"s{number}", "label": label, **tally, **fields}


def _project(number: int, name: str, investors: list[str], amount: str, **others: Any) -> Any:
    fields = {"place": None, "industry": None, "shares": [], "targets": []} | others
    named = {"id": f"p{number}", "name": name, "investors": investors, "amounts": _sums(amount)}
    return named | fields


def _percent(words: str, of: str) -> list[dict[str, Any]]:
    return [{"f": _at(words), "of": of}]


_LISTS = {
    "shares": [
        _share(
            1,
            "German companies",
            "37 agreements",
            "4.1 billion",
            dimension="origin",
            percents=_percent("22.3%", "investment"),
        ),
        _share(2, "Energy", "61", "7.9 billion", percents=_percent("43%", "investment")),
        _share(3, "wind power", "24 agreements", "3.3 billion", of="s2"),
        _share(4, "memoranda", "128", dimension="other", percents=_percent("60%", "count")),
    ],
    "projects": [
        _project(
            1,
            "Skarv offshore wind park",
            ["Halden Energie AG", "Alder Grid"],
            "1.2 billion",
            place="Skarv Bank",
        ),
        _project(
            2,
            "cold-chain terminal",
            ["Meridian Logistics"],
            "310 million",
            place="Port Alder",
            targets=[{"f": _at("600,000"), "measure": "annual handling", "unit": None}],
        ),
        _project(
            3,
            "battery-cell plant",
            ["Koyo Cells", "State Fund of Alder"],
            "2 billion; it",
            place="Brannock",
            targets=[{"f": _at("20 GWh"), "measure": "annual output", "unit": None}],
        ),
    ],
    "agreements": [],
    "background": [
        _at(words)
        for words in (
            "0000000",
            "3,200 guests",
            "41 countries",
            "Two delegations",
            "half of the cases",
            "900 MW",
            "1,400 people",
            "forty kilometres",
            "two extra",
        )
    ],
}
