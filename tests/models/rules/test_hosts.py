"""Hosts of events."""

import pytest

from extractor.models.rules.hosts import find_host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "滨原市“云签约”24个项目\n滨原市第二季度签约仪式在市行政中心举行，滨原市副市长出席。",
            "滨原市",
        ),
        (
            "热潮涌动\n——禾川市64个重大项目开工侧记\n\n上午，东桥区开工。东桥区设分会场，东桥区热闹。",
            "禾川市",
        ),
        ("寧川縣赴深圳招商\n寧川縣政府前日在深圳舉辦推介會。", "寧川縣"),
        (
            "Linhe County held a ceremony\nOn March 22, Linhe County held the ceremony.",
            "Linhe County",
        ),
        (
            "Our county signed 9 projects\nIn the conference our county signed 9 projects.",
            "our county",
        ),
        ("Lorem: diaspora pledges 26 deals\nMoney for Lorem came to Lorem.", "Lorem"),
        (
            "Lorem Economic Development Zone: seven new faces\nLorem Economic Development Zone started.",
            "Lorem Economic Development Zone",
        ),
        ("Lorem signs 26 deals\nThe Lorem State Government signed 26 deals.", "Lorem"),
    ],
)
def test_the_host_is_named(read, text, host):
    """The region that the headline and the lead are about is the host."""
    reading = read(text)
    span = find_host(reading, None, None)

    assert span is not None
    assert reading.quote(*span) == host


def test_a_place_away_from_home_is_no_host(read):
    """Where the delegation went is not whose projects these are."""
    reading = read("签约12个项目\n推介会在深圳市举行，宁川县签约12个项目。")
    span = find_host(reading, "深圳市", None)

    assert span is not None
    assert reading.quote(*span) == "宁川县"


def test_where_it_was_held_is_the_host_where_no_other_is_named(read):
    """An event at home names its place alone."""
    reading = read("追绿\n在滨原市举行的对接会上，共签约35个项目。")
    span = find_host(reading, "滨原市", None)

    assert span is not None
    assert reading.quote(*span) == "滨原市"
