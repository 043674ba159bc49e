"""The head of a Chinese group's name: the noun, without what is said before and done after it.

A window of a count holds a whole small clause, whose verb may be any: "省会甲市揽下Ⓒ", "剩下的为商贸物流Ⓒ".
"""

from extractor.models.rules.project_mentions import Extent
from extractor.patterns import Pattern

_LEAD = Pattern(
    r"(?:(?:剩下|剩余|余下|其余|其他|另外|还有|另有|主要)的?(?:[^，]{0,4}?)?(?:则|分别|均|都)*[为是]"
    r"|涉及(?!金额|资金|投资)(?=..)|(?:其次|其余|再次|最后)(?:则|才|就)*[为是](?=..)"
    r"|(?:单单?是|单单|仅仅?)(?=..)"
    r"|(?:省会|首府|东道主|核心区|同城|[老]?邻居)(?=[一-鿿]{2,4}[市县区州])"
    r"|(?:同样|其中|当中|以及|此外|值得一提的是|逐.来看|具体来看|具体看|而|且|则|连同|再?加上|算上)+(?=..)"
    r"|(?:分别)?(?:属于|归属|来自于?|源自|出自|投向|流向|主攻|瞄准|聚焦|布局(?=[一-鿿]))(?=..))+"
)
_ADVERB = r"虽|拟|将|分别|各自|各|也|则|还|又|均|都|已|共|合计|总共|一共|合共|累计|仅|只|独|更|再|成功|一举|一口气|一次性|首次|率先|紧随其后|不甘示弱|顺利|最终|最多|依次|同样|一气|[Ⓝ一两三]?家?(?:便|就)|合起来|合|悉数|全部|就"
_VERB = (
    r"(?:签|拿|揽|摘|收|捧|抱|接|抢|谈|落|占|拢|招)(?:了|下|得|到|回|走|来|入|成|去|据|着|住)+"
    r"|签(?!约)|斩获|贡献了?|带来了?|带回|达成了?|落实|促成|撬动|引进了?|引入了?|承接了?|拥有|包揽|收获了?|占|有|达到|达|为|是|计|获得|获|得|分得|领走|吸引了?|敲定|交出|完成|新增|涉及|投了|揽金|进账|入账|认领|占比|数量"
)
_TAIL = Pattern(
    rf"(?:(?:分会场|会场|代表团)(?=.))?(?:{_ADVERB})*(?:{_VERB})$|(?<=..)一(?:家|地|项|县|市|区|业|类)$|(?<=.)(?:{_ADVERB}|这|那|的|该|上述|以|凭借?|类?(?:项目)?[里中])+$"
)
_SITE = Pattern(r"(?:分会场|会场|代表团)$")
_WHOLE = Pattern(
    r"(?:(?:在|于|于是)?(?:本次|此次|这次|本届|本批次?|该批|首批)?(?:大会|会议|会|活动|论坛|峰会|仪式|洽谈会|推介会|招商会|签约会|博览会)[上中]?"
    r"|全[省市县区州]|[我该][省市县区州]|(?:[Ⓝ两三四]?[站场地日天])?(?:合计|共|一共|总共)*(?:敲定|达成|促成|签下|落实|谈成)(?:投资|合作|意向|项目)*|(?:现场|共|集中)*(?:签署|签订|签下|达成|促成)(?:投资|合作|意向|框架)*(?:文件|合约|意向|协议|合同|意向书|备忘录)|双方|会上|签约|集中签约|现场|共|总|合计|目前|今年|当天|当日|企业|客商|项目)$"
)
_NONE = Pattern(
    r"(?:[ⓆⓉⒹ]|此前|如今|目前|至今|迄今|截至|对Ⓞ|去年|过去|前者|后者|前Ⓒ|待[引签开谈]|[省市县区]里|据|按照|根据|为了|通过|随着|把|被|Ⓞ(?:年)?(?:大会|年会|开工|签约)|最初|原(?:先|计划)|每)"
    r"|.*(?:交叉|抛出|重复|接洽|在谈|洽谈中|储备|跟踪|考察|督办|分别$|参加|已落地|写在|滞后|达产|目录|分批|累计|预审)"
    r"|(?:亿元|万元|元|年|月|日|第|等|以|之|一|这|那|其|它|他|她|并|但|而)$"
)


def head_of(text: str) -> Extent | None:
    """Return which part of a group's name is its head; empty for the whole, None for no name.

    Args:
        text: the name in the reading.
    """
    start, end = 0, len(text)
    if _NONE.match(text):
        return None
    if lead := _LEAD.match(text):
        start = lead.end()
    while tail := _TAIL.search(text, start, end):
        end = tail.start()
    if (site := _SITE.search(text, start + 2, end)) and text[start] != "各":
        end = site.start()
    if _WHOLE.match(text, start, end) or end <= start:
        return start, start
    return start, end
