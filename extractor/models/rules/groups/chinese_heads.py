"""The head of a Chinese group's name: the noun, without what is said before and done after it.

A window of a count holds a whole small clause, whose verb may be any: "省会甲市揽下Ⓒ", "剩下的为商贸物流Ⓒ".
"""

from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import AND_ZH
from extractor.patterns import Pattern

_LEAD = Pattern(
    r"(?:【[^【】]{1,8}】|[^，“]{0,14}(?:通过|采[用取])(?=“)|[^，]{2,8}的则?[是为](?=[^其这].)|[^\w\s“”「」《（(【ⒷⓂⓄⓃⓆ](?=..)|第[一二三四五六]则?[是为](?=..)|Ⓞ则?[是为](?=..)|(?:剩下|剩余|余下|其余|其他|另外|还有|另有|主要)的?(?:[^，]{0,4}?)?(?:则|分别|均|都)*(?:[为是]|包括)"
    r"|[^，]{1,8}(?:[当之]中|(?<=.)[中里])(?:又|也|还|尤|则)*(?:以|要?数)(?=..)"
    r"|(?:[首次]日|[^，]{1,3}日|当[天日晚]|随后|周边|周围|附近|邻近)的(?=..)"
    r"|[^，]{0,8}(?:项目|企业)(?:[当之]?中|里)，?(?:(?:又|也|还|主要|尤)?(?:数|以|有|是|要数)|(?=.{2}))(?=..)"
    r"|全部?由(?=..)"
    r"|(?:[^，]{0,6}(?:项目|企业|资金|投资方))?(?:主要|大多|多数)+(?:来自于?|分布[在于]|集中[在于])(?=..)"
    r"|(?:[^，]{0,6}(?:项目|企业))?以(?!色列)(?=..)"
    r"|(?:涵盖|覆盖|囊括)了?(?=..)|" + AND_ZH + r"(?=..)|(?:以及|[及与])(?=..)"
    r"|涉及(?!金额|资金|投资)(?=..)|(?:其次|其余|再次|最后)(?:则|才|就)*[为是](?=..)"
    r"|(?:单单?是|单单|仅仅?)(?=..)"
    r"|(?:省会|首府|东道主|核心区|同城|[老]?邻居)(?=[一-鿿]{2})"
    r"|(?:同样|其中|当中|以及|此外|值得一提的是|逐.来看|具体来看|具体看|而|且|则|连同|再?加上|算上)+(?=..)"
    r"|(?:分别)?(?:属于|归属|来自于?|源自|出自|投向|流向|主攻|瞄准|聚焦|布局(?=[一-鿿]))(?=..))++"
)
_DONE = Pattern(
    r"[^，]{0,8}?(?<![未待拟预向])(?:签约|签下|签订|引进|引入|促成|敲定|达成|谈成)(?:了|的)?(?=..)"
)
"""What was done to a group named behind it: 大会促成现代农业, 签约工业."""
_SIGNED = "签约"
_KINDS = frozenset(["industry", "origin", "investor"])
_ADVERB = r"虽|拟|将|分别|各自|各|也|则|还|又|均|都|已|共|合计|总共|一共|合共|累计|仅|只|独|更|再|成功|一举|一口气|一次性|首次|率先|紧随其后|不甘示弱|顺利|最终|最多|依次|同样|一气|[Ⓝ一两三]?家?(?:便|就)|合起来|(?<![融综复结联整配组混])合|悉数|全部|就"
_VERB = (
    r"(?:签|拿|揽|摘|收|捧|抱|接|抢|谈|落|占|拢|招)(?:了|下|得|到|回|走|来|入|成|去|据|着|住)+"
    r"|签(?!约)|斩获|贡献了?|带来了?|带回|达成了?|落实|促成|撬动|引进了?|引入了?|承接了?|拥有|包揽|收获了?|占|有|达到|达|为|是|计|获得|获|得|分得|领走|吸引了?|敲定|交出|完成|新增|涉及|投了|揽金|进账|入账|认领|占比|数量"
)
_TAIL = Pattern(
    rf"[—–-]+$|(?:(?:分会场|会场|代表团)(?=.))?(?:{_ADVERB})*+(?:{_VERB})$|(?<=..)(?<![重投签开合动].)(?<!.[竣投])项目$|(?<=..)一(?:家|地|项|县|市|区|业|类)$|(?<=.)(?:{_ADVERB}|这|那|的(?:企业|厂商|业者|客商)?|该|上述|以|凭借?|类?(?:项目)?[里中]|(?<=..)(?<!业)(?<!作)(?<!创)者)++$"
)
_SITE = Pattern(r"(?:分会场|会场|代表团)$")
_WHOLE = Pattern(
    r"(?:(?:在|于|于是)?(?:本次|此次|这次|本届|本批次?|该批|首批)?(?:大会|会议|会|活动|论坛|峰会|仪式|洽谈会|推介会|招商会|签约会|博览会)[上中]?"
    r"|全[省市县区州]|[我该][省市县区州]|(?:[Ⓝ两三四]?[站场地日天])?(?:合计|共|一共|总共)*(?:敲定|达成|促成|签下|落实|谈成)(?:投资|合作|意向|项目)*|(?:现场|共|集中)*(?:签署|签订|签下|达成|促成)(?:投资|合作|意向|框架)*(?:文件|合约|意向|协议|合同|意向书|备忘录)|双方|会上|签约|集中签约|现场|共|总|合计|目前|今年|当天|当日|企业|客商|项目)$"
)
_NONE = Pattern(
    r"(?:[ⓆⓉⒹ]|此前|如今|目前|至今|迄今|截至|对Ⓞ|去年|过去|前者|后者|前Ⓒ|待[引签开谈]|[省市县区]里|据|按照|根据|为了|通过|随着|把|被|Ⓞ(?:年)?(?:大会|年会|开工|签约)|最初|原(?:先|计划)|每)"
    r"|.*(?:把|将|可|[可才不]能)$|.*(?:当年|年内|年底前)[^，]{0,2}可|.*(?:交叉|抛出|重复|接洽|在谈|洽谈中|储备|跟踪|考察|督办|分别$|参加|已落地|写在|滞后|达产|目录|分批|累计|预审)"
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
    done = _DONE.match(text, start, end)
    if done and dimension_of_label(text[done.end() : end]) in _KINDS:
        start = done.end()
    while tail := _TAIL.search(text, start, end):
        end = tail.start()
    is_done = text.endswith(_SIGNED, start, end) and text[start] not in "在从于"
    if is_done and dimension_of_label(text[start : end - len(_SIGNED)]) == "region":
        end -= len(_SIGNED)  # 甲县签约
    if (site := _SITE.search(text, start + 2, end)) and text[start] != "各":
        end = site.start()
    if _WHOLE.match(text, start, end) or end <= start or text[start:end] == "新":
        return start, start
    return start, end
