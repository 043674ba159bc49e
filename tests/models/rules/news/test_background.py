"""What is put aside, and what is not: the event itself."""

import pytest

from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    "text",
    [
        "At the meeting, 18 projects were signed, with a total investment of 7.6 billion yuan.",
        "大会共签约项目47个，总投资213.8亿元。",
        "目前已有35个项目达成签约意向，预计总投资290亿元。",
    ],
)
def test_the_event_itself_is_not_put_aside(read, text):
    """Counts and amounts of the event stay where they are."""
    reading = read(text)
    background = Background(reading)

    assert [background.reason(at) for at, _ in reading.marks(0, len(reading.text))] == [None, None]


def test_a_comparison_rules_its_own_clause_only(read):
    """What follows a comparison in the next clause belongs to the event again."""
    reading = read("They carry 84.3 billion yuan, up from 61.7 billion yuan, and 126 projects.")
    background = Background(reading)

    reasons = [background.reason(at) for at, _ in reading.marks(0, len(reading.text))]

    assert reasons == [None, "earlier", None]


def test_a_countys_article_puts_the_province_aside(read):
    """In an article about one county's part, the province's figures are of a wider whole."""
    reading = read("本届博览会全省共签约项目386个。我县共签约项目7个。")
    background = Background(reading)

    reasons = [background.reason(at) for at, _ in reading.marks(0, len(reading.text))]

    assert reasons == ["wider", None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("推介会上共达成合作项目22个，投资总额9亿元。", id="at a promotion meeting"),
        pytest.param("组委会发布：共签约项目263个，投资1096亿元。", id="announced"),
        pytest.param("截至10月10日，拟在大会上签约的项目56个，总投资430亿元。", id="a preview"),
    ],
)
def test_what_is_signed_is_not_put_aside(read, text):
    """A word of promotion or of a day puts nothing aside that is signed at the event."""
    reading = read(text)
    background = Background(reading)

    told = [at for at, _ in reading.marks(0, len(reading.text)) if reading.text[at] in "ⒸⓂ"]
    assert [background.reason(at) for at in told] == [None, None]


def test_the_province_is_wider_than_the_city_that_the_lead_is_about(read):
    """全省 counts are put aside where headline and lead tell of a city's delegation."""
    reading = read("东川代表团签约312亿元\n\n会上，东川市共签约项目46个。\n\n全省共签约项目412个。")
    counts = [at for at, _ in reading.marks(20, len(reading.text))]

    assert [Background(reading).reason(at) for at in counts] == [None, "wider"]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            "The county came with a book of 46 projects.", ["offered"], id="a book of projects"
        ),
        pytest.param(
            "The head recommended 32 projects to the merchants.", ["offered"], id="recommended"
        ),
        pytest.param(
            "Lorem Drug, in the city since 2009, will put $80 million into a base.",
            ["earlier", None],
            id="since, in an aside",
        ),
        pytest.param(
            '"I would rather have 14 that show up than 40 that send a video," she told us.',
            ["speech", "speech"],
            id="a musing in quotes",
        ),
    ],
)
def test_what_english_cues_rule(read, text, reasons):
    """Books of projects and musings are put aside; an aside rules no more than itself."""
    reading = read(text)
    background = Background(reading)

    assert [background.reason(at) for at, _ in reading.marks(0, len(reading.text))] == reasons


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            "全省共签约项目412个，总投资3000亿元，其中云潭县签约18个，总投资96亿元。",
            ["wider", "wider", None, None],
            id="to the article's own county",
        ),
        pytest.param(
            "去年该县签约12个，今年增至18个，工业项目占11个。",
            ["earlier", None, None],
            id="to this year's sum",
        ),
        pytest.param(
            "签约项目比上届多6个，其中工业项目11个，投资60亿元。",
            ["earlier", None, None],
            id="from a comparison",
        ),
        pytest.param("投资亿元以上年内可开工的项目9个。", [None], id="no year before in 以上年内"),
    ],
)
def test_what_is_put_aside_ends_where_a_chinese_sentence_comes_back(read, text, reasons):
    """A sentence that comes back to the event, or to the article's own region, counts again."""
    lead = "云潭县揽回18个项目\n本报讯 3月8日，洽谈会举行。云潭县代表团满载而归。\n"
    reading = read(lead + text)
    background = Background(reading)

    told = [at for at, _ in reading.marks(len(lead) - 4, len(reading.text))]
    assert [background.reason(at) for at in told if reading.text[at] in "ⒸⓂ"] == reasons


@pytest.mark.parametrize(
    ("text", "n_aside"),
    [
        pytest.param(
            "Ipsum signed 26 deals on May 3. "
            "Last year 19 deals were signed there. Eleven of those projects are being built and two export.",
            3,
            id="en",
        ),
        pytest.param("5月3日，甲市签约26个项目。上届签约19个项目。其中12个项目投产。", 2, id="zh"),
        pytest.param(
            "Ipsum signed 26 deals on May 3. Eleven of those projects are being built.",
            0,
            id="what is taken up is the event's own",
        ),
        pytest.param(
            "Last year 19 deals were signed, while this year has 26 deals. Eleven of those projects are being built.",
            1,
            id="en: an earlier count and the event's own",
        ),
        pytest.param(
            "上届签约19个项目；本届签约26个项目。其中12个项目投产。",
            1,
            id="zh: an earlier count and the event's own",
        ),
    ],
)
def test_what_takes_up_earlier_projects_is_earlier_too(read, text, n_aside):
    """Eleven "of those" are of the sentence before, where that counts nothing else."""
    reading = read(text)
    background = Background(reading)

    counts = [at for at, _ in reading.marks(0, len(reading.text)) if reading.text[at] in "ⒸⓃ"]

    assert sum(background.reason(at) == "earlier" for at in counts) == n_aside


def test_how_many_more_than_another_time_is_beside_the_event(resolve_text):
    """The difference is neither the whole nor a group."""
    record = resolve_text(
        "Orvale holds signing ceremony\nOn August 2, the Orvale Fair was held in Kestrel Bay. 42 projects with a "
        "total investment of 21.8 billion yuan were signed, 8 projects and 3.6 billion yuan more than last year."
    ).record

    assert record.event.total.count.value == 42
    assert [amount.value for amount in record.event.total.amounts] == [21_800_000_000]
    assert record.shares == []
