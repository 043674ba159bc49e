"""Whether an article tells of an event of the genre, and if not, what it is instead."""

import re

from extractor.draft.schema import NoEvent
from extractor.models.rules.reading import Reading
from extractor.models.rules.totals import Outcome
from extractor.models.rules.words import CEREMONY_EN, GATHERING_EN, GATHERING_ZH

_GATHERING = re.compile(
    rf"{GATHERING_ZH}|集中(?:签约|开工)|\b(?:{GATHERING_EN}|{CEREMONY_EN})\b"
    r"|\b(?:conference|summit|festival|fair|meet|meeting|conclave|forum|expo|roadshow|week|convention|ceremony|event)\b"
)
_CATALOGUE = re.compile(
    r"(?:推出|发布|公布|招商)[^，。]{0,16}(?:项目册|目录|清单|Ⓒ个?招商项目|招商项目Ⓒ)|招商项目册|推介项目|\b(?:guide|catalog(?:ue)?|list) (?:of|listing)|\bopens? Ⓒ projects to\b|\blisting Ⓒ projects\b|Investment Opportunities Guide"
)
_STOCK_TAKING = re.compile(
    r"综述|工作报告|[1一]至Ⓓ|(?:前[一二三四两]季度|上半年|今年以来|全年|年度|Ⓞ以来)[^。]{0,30}(?:签约|引进|招商|开工)|工作综述|\bwork report\b|\b(?:in the first|so far this|since the beginning of|in the whole|over the past) (?:half|year|three quarters)\b",
    re.IGNORECASE,
)


def no_event_reason(reading: Reading, outcome: Outcome) -> NoEvent | None:
    """Return why an article has no event, None where it has one."""
    lead = _lead(reading)
    if _CATALOGUE.search(lead):
        return "catalogue"
    if _STOCK_TAKING.search(lead):
        return "stock_taking"
    if outcome.total is None or not _GATHERING.search(lead):
        return "other_news"
    return None


def _lead(reading: Reading) -> str:
    headline = reading.headline.text if reading.headline else ""
    return " ".join([headline, *(sentence.text for sentence in reading.sentences[:5])])
