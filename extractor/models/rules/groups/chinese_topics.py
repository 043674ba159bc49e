"""What a Chinese count is of, where its own clause does not say: the topic of the clauses before it.

"装备制造势头最猛，签下Ⓒ" and "签约最多的是装备制造，有Ⓒ" both count equipment makers.
"""

from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_COUNTS = r"(?:投资|签约|签下|签订|引进|引来|带来|带回|拿下|揽下|揽获|贡献|落地|落户|吸引|拥有|占据|占|达到|达|多达|共|有|仅|只|虽|计|合计|为|则|就|便|已|项目|了|数量)*$"
_IS = Pattern(
    rf"(?:[^，；。：ⒸⓂⓅ]{{0,8}}，)?[^，；。：ⒸⓂⓅ]{{0,10}}(?:最[\u4e00-\u9fff]{{1,3}}|居首|其次|再次|紧随其后|排在第[一二三])的?(?:一[\u4e00-\u9fff]|项目)?(?:却|则|仍|还)?(?:是|为|要数|当属|当数)(?P<label>[^，；。：ⒸⓂⓅ]{{2,12}}?)(?:类|的)?(?:项目)?，{_COUNTS}"
)
_DOES = Pattern(
    r"(?:[^，；。：ⒸⓂⓅ]{0,8}(?:方面|来看|看|上|里|中|其中|此外)，)?(?P<label>[^，；。：ⒸⓂⓅⒷⒹⓄ的在将]{2,14}?)(?:参与)?(?:签署|签订)?(?:的(?:企业|客商)?|类)?(?:签约|开工)?(?:项目|投资|文件|协议|合同)?(?:(?=Ⓟ，)|(?:Ⓞ|第[二三四五六])(?=，)|[最成领唱占超近独居仍较更也拔扛挑是为热多]|贡献|表现|势头|增势|优势|依然|依旧|备受|亮眼|紧随|紧跟|次之|数量|不甘|不示弱|同样|持续|当仁|担纲|后来|过半|一马|超过|达到|成为)"
    rf"[^，；。ⒸⓂⓅ]{{0,14}}(?:Ⓟ[^，；。ⒸⓂ]{{0,4}})?，{_COUNTS}"
)
_LONGEST = 60


def topic_before(text: str, start: int, at: int) -> Extent | None:
    """Return where the words stand that name what a count is of.

    Args:
        text: the reading.
        start: where the part of the sentence begins that the count stands in.
        at: the offset of the count.
    """
    if at - start > _LONGEST:
        return None
    found = _IS.match(text, start, at) or _DOES.match(text, start, at)
    head = head_of(found.group("label")) if found else None
    if not found or not head or head[0] == head[1]:
        return None
    return found.start("label") + head[0], found.start("label") + head[1]
