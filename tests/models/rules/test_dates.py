"""The days of an event."""

from datetime import date

import pytest

from extractor.models.rules.background import Background
from extractor.models.rules.dates import event_days


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("5月18日至20日，第十二届茶商大会在甲市举办。", None, ("XXXX-05-18", "XXXX-05-20")),
        ("6月8日，为期3天的洽谈会开幕。", date(2021, 6, 9), ("2021-06-08", "2021-06-10")),
        ("4月2日，为期5天的投资大会落下帷幕。", date(2022, 4, 6), ("2022-03-29", "2022-04-02")),
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
        ("The county held a signing ceremony.", None, (None, None)),
        ("LOREM, May 8 -- The conference was held in spring.", None, (None, None)),
    ],
)
def test_days_follow_from_the_text(read, text, published, days):
    """Dates, spans, weekdays and durations give the first and the last day."""
    reading = read(text, published=published)

    assert event_days(reading, Background(reading), None, is_planned=False) == days


def test_a_preview_is_dated_by_its_event(read):
    """The day of the briefing is not that of the event."""
    reading = read(
        "10月28日，市政府举行新闻发布会。大会将于11月8日至10日举行。", published=date(2022, 10, 28)
    )

    days = event_days(reading, Background(reading), None, is_planned=True)

    assert days == ("2022-11-08", "2022-11-10")
