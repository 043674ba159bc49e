"""The days of an event."""

from datetime import date

import pytest

from extractor.models.rules.event.dates import event_days
from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("5月18日至20日，第十二届茶商大会在甲市举办。", None, ("XXXX-05-18", "XXXX-05-20")),
        ("6月8日，为期3天的洽谈会开幕。", date(2021, 6, 9), ("2021-06-08", "2021-06-10")),
        ("4月2日，为期5天的投资大会落下帷幕。", date(2022, 4, 6), ("2022-03-29", "2022-04-02")),
        (
            "第三届茶博会5月17日在河口县闭幕。会期4天，客商云集。",
            date(2024, 5, 18),
            ("2024-05-14", "2024-05-17"),
        ),
        (
            "自3月1日启动以来，“百日招商”行动签约项目24个，5月30日画上句号。",
            date(2024, 6, 1),
            ("2024-03-01", "2024-05-30"),
        ),
        (
            "5月17日，锂电产业大会的签约环节刚刚结束。",
            date(2024, 5, 18),
            ("2024-05-17", None),
        ),
        ("市政府昨日举行推介会。", date(2019, 5, 29), ("2019-05-28", None)),
        (
            "The fair was held from October 26 to 28.",
            date(2018, 12, 3),
            ("2018-10-26", "2018-10-28"),
        ),
        (
            "The conference ran from Friday to Sunday.",
            date(2024, 9, 23),
            ("2024-09-20", "2024-09-22"),
        ),
        (
            "The summit closed on October 27 after two days.",
            date(2023, 10, 28),
            ("2023-10-26", "2023-10-27"),
        ),
        (
            "The fair will open on October 18, for a period of 4 days.",
            date(2019, 10, 11),
            ("2019-10-18", "2019-10-21"),
        ),
        (
            "From May 25 to the May 28, the expo was held.",
            date(2021, 5, 29),
            ("2021-05-25", "2021-05-28"),
        ),
        (
            "Months after the summit ended, the state on October 27 launched 12 projects.",
            date(2023, 10, 28),
            ("2023-10-27", None),
        ),
        ("The county held a signing ceremony.", None, (None, None)),
        ("LOREM, May 8 -- The conference was held in spring.", None, (None, None)),
    ],
)
def test_days_follow_from_the_text(read, text, published, days):
    """Dates, spans, weekdays and durations give the first and the last day."""
    reading = read(text, published=published)

    assert event_days(reading, Background(reading), None, is_planned=False) == days


@pytest.mark.parametrize(
    "text",
    [
        "The forum opens on Thursday in Lorem and runs for two days.",
        "The two-day forum will be held in Lorem from Thursday.",
        "Some 40 deals are to be signed at the two-day forum, due to begin on Thursday.",
    ],
    ids=["opens", "will", "due"],
)
def test_the_weekday_of_a_preview_is_the_next_one(read, text):
    """What opens on Thursday has not opened on the last one."""
    reading = read(text, published=date(2023, 6, 12))

    days = event_days(reading, Background(reading), None, is_planned=True)

    assert days == ("2023-06-15", "2023-06-16")


def test_who_rose_to_close_a_meeting_spoke_on_its_last_day(read):
    """The weekday is that of the close, from which a duration counts back."""
    text = "The governor was the last to wrap up the Lorem Forum on Friday. The three-day meeting had begun in rain."
    reading = read(text, published=date(2024, 10, 20))

    days = event_days(reading, Background(reading), None, is_planned=False)

    assert days == ("2024-10-16", "2024-10-18")


def test_a_preview_is_dated_by_its_event(read):
    """The day of the briefing is not that of the event."""
    reading = read(
        "10月28日，市政府举行新闻发布会。大会将于11月8日至10日举行。", published=date(2022, 10, 28)
    )

    days = event_days(reading, Background(reading), None, is_planned=True)

    assert days == ("2022-11-08", "2022-11-10")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "ADDO, May 14 (Lorem News) -- Thirty-one deals worth $900 million were signed on Tuesday at the Lorem Investment Forum.",
            ("2024-05-14", None),
        ),
        (
            "The minister announced at the close of the two-day Lorem Investment Forum in Addo on Tuesday that 31 deals worth $900 million had been signed.",
            ("2024-05-13", "2024-05-14"),
        ),
        (
            "Curtains came down on the Lorem Investment Summit on Tuesday with 31 MoUs worth Rs 900 crore signed.",
            (None, "2024-05-14"),
        ),
        (
            "The three-day Lorem Investment Conference, which ended in Addo yesterday, secured 31 signed deals worth $900 million.",
            ("2024-05-12", "2024-05-14"),
        ),
        (
            "Governor Orr did not hide her joy on Tuesday. At the second annual Lorem Summit in Addo, 31 firms signed deals worth $900 million.",
            ("2024-05-14", None),
        ),
        (
            'On May 12, the Lorem "Spring" Investment Promotion Month, which lasted from April 13, drew the curtain with 31 signed projects worth 9 billion yuan.',
            ("2024-04-13", "2024-05-12"),
        ),
        (
            "Work began on 31 projects worth 9 billion yuan across Lorem on Monday at a joint groundbreaking ceremony.",
            ("2024-05-13", None),
        ),
        (
            "The Lorem Trade Fair closed in Addo on Sunday after four days with 31 signed deals worth $900 million.",
            ("2024-05-09", "2024-05-12"),
        ),
        (
            "The Lorem Investment Week runs from June 3 to 7 and 31 projects worth 9 billion yuan are to be signed, the bureau said on Tuesday.",
            ("2024-06-03", "2024-06-07"),
        ),
        (
            "The Lorem Investment Forum will be held on June 3, the bureau said on Tuesday. Some 31 projects worth 9 billion yuan are to be signed.",
            ("2024-06-03", None),
        ),
        (
            "Authorities in Lorem Province on Saturday (May 11) granted certificates to 31 projects worth VND9 trillion at an investment conference.",
            ("2024-05-11", None),
        ),
        (
            "This afternoon the cloud signing ceremony of investment projects was held in Lorem. 31 projects worth 9 billion yuan were signed.",
            ("2024-05-15", None),
        ),
        (
            "第十届甲市博览会5月12日落下帷幕。四天里，乙县展团签约31个项目，总投资90亿元。",
            ("2024-05-09", "2024-05-12"),
        ),
        (
            "甲市秋季招商攻坚季从3月1日起，到4月30日止，全市签约项目31个，总投资90亿元。",
            ("2024-03-01", "2024-04-30"),
        ),
        (
            "「甲縣國際投資論壇」14日落幕，縣府公布兩天成果，簽署31案，投資金額90億元。",
            ("2024-05-13", "2024-05-14"),
        ),
        ("昨日，甲市招商推介会举行，签约项目31个，总投资90亿元。", ("2024-05-14", None)),
        (
            "为期三天的甲市投资大会5月14日闭幕，签约项目31个，总投资90亿元。",
            ("2024-05-12", "2024-05-14"),
        ),
        ("甲市投资大会5月14日闭幕，签约项目31个，总投资90亿元。", (None, "2024-05-14")),
        (
            "The four-day Amet Trade Expo wound up in Addo on Sunday, and 31 deals worth $900 million were signed.",
            ("2024-05-09", "2024-05-12"),
        ),
        (
            "Amet signs 31 deals in two days. The Amet Investors Summit closed on Tuesday with deals worth $900 million signed.",
            ("2024-05-13", "2024-05-14"),
        ),
        (
            "Amet, May 15: As many as 31 MoUs worth Rs 900 crore were signed today at the Amet Investors' Meet.",
            ("2024-05-15", None),
        ),
        (
            "The Amet Business Festival opened on Monday and ends on Thursday; 31 deals worth $900 million were signed on the first day.",
            ("2024-05-13", None),
        ),
        (
            "Amet's mayor was all smiles on Monday. Thirty-one firms had just signed deals worth $900 million at the Amet Forum.",
            ("2024-05-13", None),
        ),
        (
            "Ground was broken for 31 projects worth Rs 900 crore at a ceremony in Amet last evening, May 14.",
            ("2024-05-14", None),
        ),
        (
            "The Amet Investment Forum, held on May 13 and 14, ended with 31 signed deals worth $900 million.",
            ("2024-05-13", "2024-05-14"),
        ),
        (
            "AMET, May 14 -- The Amet Investment Forum signed 31 deals worth $900 million.",
            (None, None),
        ),
        (
            "5月12日至14日，甲市投资大会举行，签约项目31个，总投资90亿元。",
            ("2024-05-12", "2024-05-14"),
        ),
        (
            "5月12日—14日，甲市投资大会举行，签约项目31个，总投资90亿元。",
            ("2024-05-12", "2024-05-14"),
        ),
        (
            "记者5月14日从市商务局获悉，甲市投资大会共签约项目31个，总投资90亿元。",
            (None, None),
        ),
        (
            "本报讯 5月14日上午，甲市集中开工仪式举行，31个项目开工，总投资90亿元。",
            ("2024-05-14", None),
        ),
        (
            "为期两天的甲市招商大会昨日落幕，签约项目31个，总投资90亿元。",
            ("2024-05-13", "2024-05-14"),
        ),
        ("甲县招商大会今日开幕，签约项目31个，总投资90亿元。", ("2024-05-15", None)),
        ("縣府14日舉辦招商大會，簽署31案，投資金額90億元。", ("2024-05-14", None)),
    ],
)
def test_days_are_counted_from_what_the_text_and_the_page_say(resolve_text, text, days):
    """Weekdays, today, a duration back from the close; a dateline alone dates nothing."""
    event = resolve_text(f"Lorem\n\n{text}", published=date(2024, 5, 15)).record.event

    assert event is not None
    assert (event.start_date, event.end_date) == days


def test_a_year_to_come_dates_no_event(resolve_text):
    """When a project is to be done says nothing of the year in which it was begun."""
    text = (
        "9月28日，松阳市三季度集中开工活动举行，96个项目集中开工，总投资678.5亿元。"
        "己方新材料产业园项目总投资56亿元，预计2026年6月投产。"
    )

    event = resolve_text(text).record.event

    assert event is not None
    assert event.start_date == "XXXX-09-28"
