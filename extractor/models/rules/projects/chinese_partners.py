"""Two who sign in a Chinese clause: the administration, and the firm that invests."""

import re

from extractor.models.rules.projects.chinese_names import trim_place
from extractor.models.rules.projects.investors import is_government, trim_body
from extractor.models.rules.words.mentions import Mention
from extractor.patterns import Pattern

PARTNERS = Pattern(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:签约|牵手|达成合作|(?:签订|签署)(?:了)?(?:[^，]{0,8}(?:协议|合同))?)$"
    r"|(?P<c>[^ⓂⒸⒷ，]{3,24}?)(?:牵手|携手|联手|签约|落户)(?P<d>[^ⓂⒸⒷ，]{1,8}[县市区镇])$"
)


def take_partners(text: str, found: re.Match[str], mention: Mention) -> None:
    """Of two who sign, the administration gives the place, the other invests."""
    for name in ("a", "b") if found.group("a") else ("c", "d"):
        body = trim_body(text, *found.span(name))
        if body and is_government(text[slice(*body)]):
            mention.place = trim_place(text, *body)
        elif body:
            mention.investors.append(body)
