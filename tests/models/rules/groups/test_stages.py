"""Events of several stages, of which each has its group and none is the whole."""

import pytest

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.stages import find_stages, stages_among

THREE_EN = """Lorem county: eight started, five signed, two put into production
On May 4, the county held its activity. Eight projects started construction, the total investment is 5 billion yuan. In the afternoon, five contracts were signed, with an investment of 2 billion yuan. And two old friends, the Dolor mill and the Amet dairy, were put into production."""


@pytest.fixture
def shares_of(resolve_text):
    """Return a function that gives the total's count and the shares of a text."""

    def shares(text: str):
        record = resolve_text(text).record
        names = {share.id: share.label for share in record.shares}
        total = record.event.total.count
        return (
            total.value if total else None,
            [
                (share.label, share.count.value if share.count else None, names.get(share.of))
                for share in record.shares
            ],
        )

    return shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月4日，甲县举行项目集中签约暨开工仪式。签约项目12个，总投资30亿元；开工项目8个，总投资20亿元。",
            [("签约", 12), ("开工", 8)],
        ),
        (
            "5月4日，乙市二季度项目集中投产暨三季度集中开工活动举行。全市有9个项目投产，总投资30亿元；随后开工的项目11个，总投资20亿元。",
            [("投产", 9), ("开工", 11)],
        ),
        (
            "甲县“三个一批”：开工6个、签约5个、投产2个\n5月4日，甲县开工项目6个，总投资20亿元；签约项目5个，总投资9亿元；投产项目2个，总投资3亿元。",
            [("开工", 6), ("签约", 5), ("投产", 2)],
        ),
        (
            "On May 4, Lorem county held its signing and groundbreaking ceremony. The county signed 12 projects with a total investment of 3 billion yuan. Eight projects started construction, with 2 billion yuan.",
            [("signed", 12), ("started construction", 8)],
        ),
        (THREE_EN, [("started construction", 8), ("contracts", 5), ("put into production", 2)]),
    ],
    ids=[
        "zh signed and started",
        "zh finished and started",
        "zh batches",
        "en named",
        "en headline",
    ],
)
def test_each_stage_of_an_event_has_its_group_and_nothing_is_the_total(shares_of, text, expected):
    """Where an event is one of several stages, what was done at each is a share beside the others."""
    total, shares = shares_of(text)

    assert total is None
    assert [(label, count) for label, count, _ in shares] == expected


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "5月4日，甲县举行项目集中签约暨开工仪式。仪式上，20个项目集中亮相，总投资50亿元：签约12个，总投资30亿元；开工8个，总投资20亿元。",
            20,
        ),
        ("5月4日，甲县举行项目集中开工仪式，9个项目开工，总投资20亿元。另有5个项目投产。", 9),
        (
            "On May 4, Lorem county held its signing ceremony. The county signed 12 projects with a total investment of 3 billion yuan, four of which have started construction.",
            12,
        ),
    ],
    ids=["a sum", "one stage", "a part"],
)
def test_a_whole_that_is_counted_stays_the_total(shares_of, text, total):
    """A sum of the stages is the total, and an event of one stage has that of its own."""
    assert shares_of(text)[0] == total


@pytest.mark.parametrize(
    "text",
    [
        "5月4日，甲县举行项目签约仪式，签约项目12个。",
        "Lorem county signs 12 projects\nThe county signed 12 projects on May 4.",
    ],
)
def test_an_event_of_one_stage_has_no_stages(read, text):
    """Nothing is renamed where neither the gathering nor the headline tells of several."""
    assert find_stages(read(text), []) == []


def test_the_first_group_of_a_stage_stands_for_it(read):
    """Of two groups of a stage the later one is told of something else."""
    reading = read("开工12个，后来开工3个。签约5个。")
    sentence = reading.sentences[0]
    groups = [
        Group(word, word, "", at, sentence, count=reading.mark(at), dimension="stage")
        for (at, _), word in zip(reading.marks(0, 20), ("开工", "开工", "签约"), strict=True)
    ]

    assert stages_among(groups) == {"started": groups[0], "signed": groups[2]}


def test_a_list_may_name_each_stage_before_a_colon(resolve_text):
    """A line for each of the three batches."""
    text = (
        'The "Three Batches" activity of Lorem City was held on February 21. Here is the list:\n\n'
        "- Signed: 41 projects, total investment 23.6 billion yuan.\n"
        "- Started: 64 projects, total investment 38.2 billion yuan.\n"
        "- Put into production: 29 projects, total investment 15.7 billion yuan."
    )

    record = resolve_text(text).record

    assert record.event.total.count is None
    assert [(share.label, share.dimension, share.stage) for share in record.shares] == [
        ("Signed", "stage", None),
        ("Started", "stage", "started"),
        ("Put into production", "stage", "operating"),
    ]
