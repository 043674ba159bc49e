"""Numbers in digits: where a word before or a letter behind leaves them numbers, and where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.finder import find_figures


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("it will take the site to 90m doses a year", ["90m = 90000000"]),
        ("1.2m sq ft of space and 300k jobs", ["1.2m sq ft = 1200000", "300k = 300000"]),
        ("1.2m viewers of a 90m tower, 12m members", ["1.2m = 1200000", "12m = 12000000"]),
        ("2.5m people came, 40m more tonnes", ["2.5m = 2500000", "40m = 40000000"]),
        ("Proposals above Rs 5 crore number 92.", ["Rs 5 crore = 50000000 INR boundary", "92 = 92"]),
        ("Huining is at the top: 22 contracts", ["22 = 22"]),
        ("a Fortune China 500 firm in the top 10", []),
        ("flight number 92 and the number 1 chain", []),
        ("It met in the Lorem Tower. 27 projects were signed.", ["27 = 27"]),
        ("It met in the Lorem Hall. 27 projects were signed.", ["27 = 27"]),
        ("Fig. 3 and Vol. 12 are in Rm. 305, tel. 305, no. 12", []),
        ("昨（18）日登場", ["18 = XXXX-XX-18"]),
        ("外资项目一个。", ["一个 = 1"]),
        ("这是项目一个新的开始", []),
        ("5 are larger, one of which is foreign", ["5 = 5", "one = 1"]),
        ("one of the largest", []),
        ("9 are larger, with one of over $3 billion", ["9 = 9", "one = 1", "$3 billion = 3000000000 USD boundary"]),
        ("There is only one foreign-funded", ["one = 1"]),
        ("There is only one of them, the only one signed", []),
        ("Two are Malaysian, one is Korean", ["Two = 2", "one = 1"]),
        ("one from Singapore, two from Japan", ["one = 1", "two = 2"]),
        ("3 in Kisere and one in Mbale", ["3 = 3", "one = 1"]),
        ("six projects by Orsk, one by Tavin", ["six = 6", "one = 1"]),
        ("one in the morning, two in the afternoon", ["two = 2"]),
        ("It is one for us and two for them", ["two = 2"]),
        ("one in the park. Two in Mbale", ["Two = 2"]),
        ("some 40 million lei", ["some 40 million lei = 40000000 RON about"]),
        ("It is a long road, one that winds", []),
        ("500 million-1 billion yuan: 12", ["500 million-1 billion yuan = 500000000..1000000000 CNY", "12 = 12"]),
        ("the COVID-19 years", []),
        ("call the hotline 12345, PO Box 1188 or (028) 3822-1234, room 204", []),
        ("projects: (1) AI; (2) chips, (12 of them)", ["12 = 12"]),
        ("；（2）投资30亿元", ["30亿元 = 3000000000 CNY"]),
        ("某某科技（300750）与00700签约，600519.SH", []),
        ("Industry 4.0 and Web 3.0, 工业4.0，招商2.0版", []),
        ("The index was 4.0 and 3.0", ["4.0 = 4.0", "3.0 = 3.0"]),
        ("行业前10，前12家", ["12家 = 12"]),
        ("COP28 and COP 40 billion", ["COP 40 billion = 40000000000 COP"]),
        ("FY22-23 orders of A350-900 jets, R350-400m", ["R350-400m = 350000000..400000000 ZAR"]),
        ("a vaccine for H1N1 in Lagos, N5m", ["N5m = 5000000 NGN"]),
        ("the rate is now 19.5, up from 20.1", ["19.5 = 19.5", "20.1 = 20.1"]),
    ],
)  # fmt: skip
def test_a_number_is_told_from_a_name_or_a_length(read, text, lines):
    """Millions written m, counts told by a verb, days in brackets; ranks and numbers are names."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("30 lie in this city.12 of all are foreign.", ["30 = 30", "12 = 12"]),
        ("It was signed.The 35 projects, 8 of them", ["35 = 35", "8 = 8"]),
        ("At the ceremony,8 projects began;3 of them", ["8 = 8", "3 = 3"]),
        ("for 5 billion yuan.3 others", ["5 billion yuan = 5000000000 CNY", "3 = 3"]),
        ("It was sealed.5.6 billion yuan will", ["5.6 billion yuan = 5600000000 CNY"]),
        ("It was sealed.56% are foreign", ["56% = 56 %"]),
        ("It is in China.12,500 jobs", ["12,500 = 12500"]),
        ("the re-opened hall.12 firms", ["12 = 12"]),
        ("It ended!12 began?8 did.", ["12 = 12", "8 = 8"]),
        ("a good year.2023 was better", ["2023 = 2023"]),
        ("It ended.3 May 2022 saw the next", ["3 May 2022 = 2022-05-03"]),
        ("On Monday,26th place;it closed.26th sessions", ["26th = 26", "26th = 26"]),
        ("approx.500 crore", ["approx.500 crore = 5000000000 INR about"]),
        ("No.12 and Art.5 of it, para.3 of the Act, Vol.2 of it", []),
        ("the v2.0 release, ver.3 of it, H5.2 of it, version.4 is out", []),
        ("at api.lorem.12 of www.lorem.12 and lorem.org/ipsum.12 or ipsum_dolor.12 of", []),
        ("lorem.12.txt, lorem.12-a, lorem.1.2 of it, lorem.5a of", []),
    ],
)
def test_a_number_behind_a_full_stop_without_a_space_is_none_of_a_name(read, text, lines):
    """It begins a sentence behind a word; behind a word cut short, or within a name, it is its part."""
    assert read(text) == lines


@given(
    st.decimals("0.1", "999", places=1).filter(lambda n: not n.is_zero()),
    st.sampled_from(["doses", "tonnes", "people", "passengers", "sq ft", "new homes", "litres"]),
    st.sampled_from([("m", 6), ("bn", 9), ("k", 3)]),
)
def test_things_in_short_millions_are_read_back(number, thing, scale):
    """90m doses is ninety million of them, any number and thing."""
    letter, power = scale
    (figure,) = find_figures(f"It makes {number}{letter} {thing} a year")
    assert figure.value == number.scaleb(power)
    assert figure.kind in {"count", "quantity"}
