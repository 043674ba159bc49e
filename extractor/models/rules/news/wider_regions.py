"""The region around the one that an article is about, whose part in an event it reports."""

from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern

_OWN_COUNTY = Cued("我县|我区|我镇|our ", r"我[县区镇]|our (?:county|district|town)\b")
_COUNTY_ZH = Pattern(r"(?<![城新园郊矿社])[县区]")
_COUNTY_EN = Pattern(r"[A-Z]\w+ (?:County|District|Town|Township)\b")
_REGION_ZH = Pattern(r"(?P<name>[\u3400-\u9fff]{2})[县区市旗]")
_OWN_CITY = Cued("我市|our city", r"我市|our city\b")
_BEYOND_COUNTY = Cued(
    "市|全国|全省|我市|whole ",
    r"(?:^|[。，；])[\u3400-\u9fff]{2,3}市(?:共|也|则)?(?:签约|签下|引进)[ⒸⓂ]|全[国省][ⓃⒸ]|(?:全国|全省|全市|我市)(?=[^，。；]*[ⒸⓂ])(?![^，。；]{0,6}(?:第|前Ⓞ))|(?<![列居在])全市[ⓄⓉ]|whole (?:province|city|country)\b(?=.*[ⒸⓂ])",
)
_BEYOND_EN = Cued(
    "the whole |the entire ",
    r"\b(?:in|across|throughout) the (?:whole|entire) (?:province|country|state|nation)\b",
)
_BEYOND_OURS = Cued(
    "whole |the entire |to which |'s |’s ",
    rf"{_BEYOND_EN.pattern.pattern}|\bwhole (?:province|city|country)\b|\bto which (?:we|our \w+) belongs?\b"
    r"|\b[Tt]he (?:province|city|state|nation)['’]s (?:big|total|overall|own|whole)\b",
)
_CITY = Pattern(r"[\u3400-\u9fff]{2}市(?:共|代表团|[^，。；]{0,12}Ⓒ)")
_BEYOND_CITY = Cued(
    "全国|全省|whole ", r"(?:全国|全省)(?=[^，。；]*[ⒸⓂ])|whole (?:province|country)\b(?=.*[ⒸⓂ])"
)


def wider_words(reading: Reading) -> Cued | None:
    """Return the words for the region around the one whose part in the event is reported."""
    if reading.article.language != "zh":
        head = reading.headline.text if reading.headline else ""
        is_part = _OWN_COUNTY.search(reading.text) or _COUNTY_EN.search(head)
        return _BEYOND_OURS if is_part else _BEYOND_EN
    headline = reading.headline.text if reading.headline else ""
    if _OWN_COUNTY.search(reading.text) or _COUNTY_ZH.search(headline):
        return _BEYOND_COUNTY
    lead = _lead(reading)
    is_city = _CITY.search(lead) and "全省" not in headline + lead
    return _BEYOND_CITY if is_city or _OWN_CITY.search(reading.text) else None


def own_region(reading: Reading) -> Pattern | None:
    """Return what names the region of a Chinese headline, whose part in an event is told of."""
    if reading.article.language != "zh" or not reading.headline:
        return None
    names = {found["name"] for found in _REGION_ZH.finditer(_lead(reading))}
    own = sorted(name for name in names if name in reading.headline.text)
    return Pattern("|".join(["[我该本][省市县区镇]", *own]))


def wider_reach(text: str, start: int, own: Pattern | None) -> int:
    """Return where a sentence comes back to the article's own region, its end where it does not.

    Args:
        text: the sentence.
        start: where its words for the region around end.
        own: what names the article's own.
    """
    back = own.search(text, start) if own else None
    return back.start() if back else len(text)


def _lead(reading: Reading) -> str:
    """Return the first paragraph, with a second line of the headline above it."""
    opening = [sentence for sentence in reading.sentences if sentence.paragraph <= 1]
    first = "".join(sentence.text for sentence in opening if not sentence.paragraph)
    return first if "。" in first else "".join(sentence.text for sentence in opening)
