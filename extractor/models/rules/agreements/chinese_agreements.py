"""How Chinese articles tell of agreements beside the projects."""

import re
from collections.abc import Iterator

from extractor.models.rules.agreements.papers import Paper
from extractor.models.rules.words.agreements import (
    FIRMS_ZH,
    PAPER_ZH,
    PROJECT_PAPER_ZH,
    SET_APART_ZH,
    SIGN_ZH,
)
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_WORD = r"[\u3400-\u9fff“”·A-Za-z]"
_LABEL = rf"(?P<label>{_WORD}{{0,16}}?(?:{PAPER_ZH}|(?:合作|投资|采购|贸易)意向))"
_COUNTED = (
    Pattern(
        rf"{_LABEL}(?:（[^（）]{{1,6}}）)?(?:共|各|达|总数)?(?P<count>[ⒸⓃ])(?![^，。；]{{0,3}}(?:企业|银行|机构|单位))"
    ),
    Pattern(
        rf"(?P<count>[ⒸⓃ])(?:份)?(?P<label>(?:(?!签|订立|达成|与|企业|机构|银行|单位){_WORD}){{0,14}}?{PAPER_ZH})"
    ),
)
_PAPER = Pattern(rf"{PAPER_ZH}|意向|授信")
_LEAD = Pattern(
    rf".*(?:{SIGN_ZH}了?|促成|拿到|斩获|收获|揽获|一批|其中|还有|包括|以及|另有|了|的|等|和(?=.{{4}}))(?=.)"
)
_NAMED = Pattern(
    rf"{SIGN_ZH}了?(?:[^，。；、ⒸⓂ]{{0,8}}Ⓜ的?)?(?P<label>(?:(?!{SIGN_ZH})[^，。；、ⒸⓂ]){{0,16}}?(?:{PAPER_ZH}|(?<=[合融采贸][作资购易])意向(?![书性项投])))(?!Ⓒ)"
)
_CLAUSE = Pattern(r"[^，；：]*$")
_JOINED = r"(?P<a>.{{2,40}}?)(?:同日|当日|当天|则|亦|也|还|又|并|将|已|另(?!外))*+(?P<each>分别|各自)?(?:还|也|亦|又|将|已|正式|共同)*+(?:{by})(?P<b>.{{2,60}}?)$"
_WITH = Pattern(_JOINED.format(by="与|同(?![日时场步])|跟|携手"))
_AND = Pattern(_JOINED.format(by="和"))
_ABOUT = Pattern(r"就[^、]{2,30}?(?=、|$|分别|共同|正式)|围绕.{2,30}$")
_ADVERBS = Pattern(
    r"(?:分别|各自|共同|正式|成功|现场|当场|在线|线上|远程|还|也|又|将|已|并|另|集中|在?(?:会上|席间|场内|同场|会场)|在现场|双方|三方|联合|签约|各)*$"
)
_EACH = Pattern(r"分别|各自|各$")
_BEFORE = Pattern(
    r"^(?:会[上中后]|(?:大会|活动|会议|论坛|推介会|洽谈会|现场)(?:上|中|期间)?[并还亦也另]?促成了?|另有|另外|还有|会议期间|活动期间|博览会期间|大会期间|期间|活动现场|仪式上|签约仪式上|开幕式上|其中|此外|同时|随后|席间|[✔●■▪·•]\s*|现场|据悉|另悉|当天|同日|当日|亦|也|分别|并|还将|还|又|该|以及|由|在.{2,14}?(?:见证下|会上|期间|上)|.{0,8}[会式]上)++"
)
_GROUP = Pattern(
    r"^(?:[会行校院局所司][也还亦又则并]?$|各|多家|多个|有关|相关|部分|几家|一批|双方|三方)|^.{0,6}(?:企业|业主|商协会|客商|代表|单位|机构|院校|高校|部门|厂商|投资商|采购商|经销商|县区|乡镇)$|^(?:.{0,3}[ⒸⓃ].*)$|^银行$"
)
_COUNTING = Pattern(
    rf"(?:等)?(?P<count>[ⒸⓃ])(?:[\u3400-\u9fff]{{0,8}}?(?:{FIRMS_ZH}|位|地|国|方))?$"
)
_COUNTED_BODIES = Pattern(rf"[ⒸⓃ][\u3400-\u9fff]{{0,8}}?{FIRMS_ZH}$")
_AND_COUNTED = Pattern(r"等(?P<count>[ⒸⓃ])[\u3400-\u9fff]{0,8}$")
"""A few of a counted group: 甲银行等4家金融机构."""
_BOTH = Pattern(r"(?:双方|三方|各方)$")
_ACTS = Pattern("缔结|结[为成]|达成|牵手|共建|开展|举行")
_SIGNED = Pattern(rf"{SIGN_ZH}了?$")
_WORTH = Pattern(
    rf"(?:{SIGN_ZH}|达成|促成|拿到|取得)了?(?P<label>(?:(?!{SIGN_ZH})[^，。；ⒸⓂ]){{0,8}}?(?:采购|贸易|购销|供销|交易|订货|授信)[^，。；ⒸⓂ]{{0,4}}?(?:意向|合同|协议|订单|订购)(?:[及和与](?:意向|协议|订单|合同)(?:成交|交易|采购)?)?)(?:成交|交易)?(?:总?金额|总额|额)?(?:约|达|为|超|近|逾|共|计|合计|总计)*Ⓜ"
)
"""Papers of which only the sum is told: 签订购销合同3亿元; 达成采购协议及意向成交额2亿元."""
_CREDITED = Pattern(
    rf"{SIGN_ZH}了?(?:总额|不超过|高达|约)*(?P<worth>Ⓜ)的?(?P<label>(?:意向性?|综合|专项|整体|项目)*(?:授信|贷款|融资)(?:意向|额度)?)(?!协议|合同|合作|备忘)"
)
"""A credit that is signed for and no paper told of: 县政府与甲银行签了20亿元的意向授信."""
_BANK = "[^，。；、ⒸⓂⓃ]{2,20}?(?:银行|信用社|农信社?|农商行|[分支]行)"
_GRANTED = Pattern(
    rf"(?P<bank>(?:{_BANK}、){{0,4}}{_BANK})(?:等?(?P<several>[ⒸⓃ])[\u3400-\u9fff]{{0,8}}?)?(?:将|拟|还|也|亦|现场|一次性|计划)*[向为给对][^，。；、ⒸⓂ]{{2,20}}?"
    r"(?:(?:意向性?|综合|集中|新增|整体|专项)*(?P<label>授信)(?:总?额度|总额|资金)?(?:约|达|共|为|超|近|逾)*(?P<sum>Ⓜ)"
    r"|(?:提供|给予|安排|投放)(?:总额|不超过|约)*(?P<worth>Ⓜ)的?(?:意向性?|综合|专项)*(?P<credit>授信))"
)
"""What a bank grants without a paper being told of: 甲银行向侨企授信50亿元."""
_GRANTED_TO_COUNTED = Pattern(
    r"(?:银行|金融机构)[^，。；ⒸⓃⓂ]{0,6}(?:与|同|和|向|为|给)[^，。；ⒸⓃⓂ]{0,10}(?P<count>[ⒸⓃ])(?:家)?[^，。；ⒸⓃⓂ]{0,8}(?:企业|厂商|商户|项目|主体)[^，。；ⒸⓃⓂ]{0,8}签约，?"
    r"(?:意向性?|综合|集中|新增|整体|专项|共|合计|达成|发放|协议)*(?P<label>授信|贷款)(?:意向|协议)*(?:总?额度|总额|总?金额|资金)?(?:约|达|共|为|超|近|逾|合计)*(?P<sum>Ⓜ)"
)
"""What banks grant to as many firms: 五家银行与12家企业签约，授信总额36亿元."""
_INTENDED = Pattern(
    r"(?:此外|另外?|还|同时)[^。；ⒸⓂ]{0,12}?(?:达成|签订|签署|收获|促成|签下)了?(?P<label>意向性?(?:合作|投资)?项目|(?:合作|投资)意向性?项目)(?:共|计|达)*(?P<count>Ⓒ)"
)
"""Projects of which but the intention is told, beside those signed: 另签下意向性投资项目Ⓒ."""
_PLACES = Pattern(
    r"[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4})+[ⒸⓃ](?P<body>[\u3400-\u9fff]{2,12})$"
)
_FURTHER = Pattern(r"^(?:并|还|又|另|同时)*(?:与|同|和)(?P<b>.{2,40})$")
_DESCRIBED = Pattern("(?:.*的)?(?:[ⓆⓃⒸ]|[一多数]?(?:[纸份]|项(?!目)))?(?:的)?(?=.{2})")
_NO_PROJECT = Pattern("战略|框架|意向|备忘录")
_BESIDE_PROJECTS = Pattern("战略|框架|采购|购销|贸易|[内外]贸|授信|贷款|产学研|校[地企]|银企|人才")
_SIGNED_BESIDE = Pattern(
    rf"Ⓒ[^。]*?[，；](?:(?:同步|同时|另外?|还|并|此外)+[^，。；ⒸⓂ]{{0,6}}(?:{SIGN_ZH})了?[^；。]*|达成了?)$"
)
"""Signing beside projects that were counted before: 签约项目Ⓒ，…，同步签署合作协议Ⓒ; …；达成投资意向Ⓒ."""
_BESIDE = Pattern("另|此外|还有|除")
_SEPARATOR = Pattern("、|以及|及(?=.{3})|和(?=.{3})")
_ONE_OFFICE = Pattern(
    r"[\u3400-\u9fff]{2,6}?(?:厅|局|委员会|委|部|办公室|办|处)(?![\u3400-\u9fff])"
)
_BODY_END = Pattern(
    r"(?:[厅局委部办处院所会校行社馆]|[市县区州省镇]|政府|公司|集团|大学|学院|中心|银行|股份|科技|企业|基金|园区|联盟|协会|平台)$"
)
"""How a body's name ends: what stands before 和 and ends otherwise is part of one (工业和信息化厅)."""


def chinese_papers(text: str, *, is_lead: bool) -> Iterator[Paper]:
    """Give the agreements that a sentence tells of, in order.

    Args:
        text: a sentence of the reading.
        is_lead: whether it is one of the first, whose contracts are the event's own.
    """
    if not _PAPER.search(text):
        return
    yield from _counted(text, is_lead=is_lead)
    yield from _granted(text)
    yield from _granted_to_counted(text)
    yield from _intended(text)
    if not is_lead:
        yield from _of_worth(text)
    yield from _named(text, is_lead=is_lead)


def _named(text: str, *, is_lead: bool) -> Iterator[Paper]:
    """Give the agreements that a verb of signing names."""
    first: list[Extent] = []
    named = sorted((*_NAMED.finditer(text), *_CREDITED.finditer(text)), key=lambda one: one.start())
    for number, found in enumerate(named, 1):
        label = _bare_label(text, *found.span("label"))
        if not _is_apart(text[slice(*label)]):
            continue
        start = _CLAUSE.search(text, 0, found.start())
        clause = (start.start() if start else 0, found.start())
        if is_lead and "Ⓒ" in text[slice(*clause)]:
            continue  # what the counted firms sign carries the event's projects
        papers = list(_with_parties(text, clause, label, first))
        if len(papers) == 1 and (worth := text.find("Ⓜ", found.start(), label[0])) >= 0:
            papers[0].amounts = [worth]
        for paper in papers if number < len(named) else ():
            paper.stop = named[number].start()
        if papers and papers[0].parties:
            first = papers[0].parties[:1]
        yield from papers


def _bare_label(text: str, start: int, end: int) -> Extent:
    """Return a label without the mark of a title and what describes the paper."""
    if text.startswith("《", start):
        start += 1
    described = _DESCRIBED.match(text, start, end)
    return (described.end() if described else start), end


def _is_apart(label: str) -> bool:
    return bool(SET_APART_ZH.search(label)) and not (
        PROJECT_PAPER_ZH.search(label) and not _NO_PROJECT.search(label)
    )


def _counted(text: str, *, is_lead: bool) -> Iterator[Paper]:
    taken: set[int] = set()
    for pattern in _COUNTED:
        for found in pattern.finditer(text):
            start, end = found.span("label")
            if lead := _LEAD.match(text, start, end):
                start = lead.end()
            label = text[start:end]
            count = found.start("count")
            if count in taken or not _is_apart(label):
                continue
            is_beside = _BESIDE_PROJECTS.search(label) or _SIGNED_BESIDE.search(text, 0, start)
            if is_lead and not is_beside:
                continue
            taken.add(count)
            yield from _of_count(text, Paper((start, end), found.end(), count=count))


def _of_count(text: str, paper: Paper) -> Iterator[Paper]:
    """Give counted papers with who signs them, where the words before the count tell that.

    甲与乙、丙签署了3份协议; 甲与乙、丙各签订1份协议 are two.
    """
    at = paper.count or 0
    signed = _SIGNED.search(text, 0, at)
    start = _CLAUSE.search(text, 0, signed.start()) if signed else None
    told: list[Paper] = []
    if signed and start and paper.label[0] > at:
        clause = (start.start(), signed.start())
        told = [one for one in _with_parties(text, clause, paper.label, []) if one.count is None]
    for one in told:
        one.count = paper.count
    yield from told or [paper]


def _granted(text: str) -> Iterator[Paper]:
    for found in _GRANTED.finditer(text):
        label, worth = ("label", "sum") if found.group("label") else ("credit", "worth")
        banks = _bodies(text, *found.span("bank"))
        several = found.start("several") if found.group("several") else None
        yield Paper(
            found.span(label), found.end(), banks, count=several, amounts=[found.start(worth)]
        )


def _granted_to_counted(text: str) -> Iterator[Paper]:
    for found in _GRANTED_TO_COUNTED.finditer(text):
        count, worth = found.start("count"), found.start("sum")
        yield Paper(found.span("label"), found.end(), count=count, amounts=[worth])


def _intended(text: str) -> Iterator[Paper]:
    for found in _INTENDED.finditer(text):
        yield Paper(found.span("label"), found.end(), count=found.start("count"))


def _of_worth(text: str) -> Iterator[Paper]:
    for found in _WORTH.finditer(text):
        yield Paper(found.span("label"), found.end("label"))


def _with_parties(text: str, clause: Extent, label: Extent, first: list[Extent]) -> Iterator[Paper]:
    start, end = clause
    if lead := _BEFORE.match(text[start:end]):
        start += lead.end()
    if _BOTH.match(text, start, end) and (before := _CLAUSE.search(text, 0, clause[0] - 1)):
        acts = _ACTS.search(text, before.start(), clause[0] - 1)
        start, end = before.start(), acts.start() if acts else clause[0] - 1
    each = bool(_EACH.search(text, start, end))
    if adverbs := _ADVERBS.search(text[start:end]):
        end = start + adverbs.start()
    pairs = list(_pairs(text, start, end))
    if len(pairs) > 1:
        yield from (Paper(label, label[1], list(pair)) for pair in pairs)
        return
    if about := _ABOUT.search(text[start:end]):
        end = start + about.start()
    found = _WITH.match(text, start, end) or _AND.match(text, start, end)
    if found:
        yield from _between(text, found, label, each=each or bool(found.group("each")))
    elif first and (further := _FURTHER.match(text[start:end])):
        b = (start + further.start("b"), start + further.end("b"))
        yield from _other_side(text, first, b, label, each=each)
    else:
        counting = _COUNTING.search(text, start, end)
        parties = _bodies(text, start, counting.start() if counting else end)
        count = counting.start("count") if counting else None
        if len(parties) > 1:
            yield Paper(label, label[1], parties, count=count)
        elif counting and not parties and _BESIDE.search(text, 0, start + counting.start()):
            yield Paper(label, label[1], [], count=count)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[Extent, Extent]]:
    """Give the pairs of 甲与乙就…、丙与丁就…分别签署备忘录."""
    for found in re.finditer(
        r"(?P<a>[^、与和]{2,20}?)(?:与|和|同)(?P<b>[^、]{2,24}?)就[^、]{2,30}?(?:、|$)",
        text[start:end],
    ):
        yield (
            (start + found.start("a"), start + found.end("a")),
            (start + found.start("b"), start + found.end("b")),
        )


def _between(text: str, found: re.Match[str], label: Extent, *, each: bool) -> Iterator[Paper]:
    first = _bodies(text, *found.span("a"))
    counted = _COUNTED_BODIES.match(text, *found.span("a"))
    if counted and not _COUNTING.search(text, *found.span("b")):
        yield Paper(label, label[1], _bodies(text, *found.span("b")), count=counted.start())
        return
    if few := _AND_COUNTED.search(text, *found.span("a")):
        named = _bodies(text, found.start("a"), few.start())
        others = _bodies(text, *found.span("b"))
        yield Paper(label, label[1], [*named, *others], count=few.start("count"))
        return
    if not first and not _GROUP.search(text[slice(*found.span("a"))]):
        return
    yield from _other_side(text, first, found.span("b"), label, each=each)


def _other_side(
    text: str, first: list[Extent], b: Extent, label: Extent, *, each: bool
) -> Iterator[Paper]:
    start, end = b
    counting = _COUNTING.search(text, start, end)
    if places := _PLACES.match(text[start:end]):
        at = text.index(places.group("body"), start)
        count = at - 1
        yield Paper(label, label[1], [*first, (start, end)], count=count)
    elif counting:
        listed = _bodies(text, start, counting.start())
        yield Paper(label, label[1], [*first, *listed], count=counting.start("count"))
    else:
        others = _bodies(text, start, end)
        if each and len(others) > 1:
            yield from (Paper(label, label[1], [*first, other]) for other in others)
        elif first or others:
            yield Paper(label, label[1], [*first, *others])


def _is_one_office(text: str, start: int, joined: int, end: int) -> bool:
    """Return whether what 和 joins is the name of one office: 省文化|和旅游厅."""
    return (
        text[joined] == "和"
        and _BODY_END.search(text, start, joined) is None
        and _ONE_OFFICE.match(text, joined + 1, end) is not None
    )


def _bodies(text: str, start: int, end: int) -> list[Extent]:
    """Return the named bodies of a list; groups (各县区, 项目业主) are none."""
    found = []
    at = start
    for separator in [*_SEPARATOR.finditer(text[start:end]), None]:
        stop = start + separator.start() if separator else end
        if separator and _is_one_office(text, at, stop, end):
            continue
        body = text[at:stop].strip("“” ")
        if len(body) > 1 and not _GROUP.search(body):
            first = text.index(body, at)
            found.append((first, first + len(body)))
        at = start + separator.end() if separator else end
    return found
