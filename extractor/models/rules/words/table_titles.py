"""What the titles of a table of groups say that its columns hold, in English and Chinese."""

import re
from dataclasses import dataclass

from extractor.patterns import Pattern
from extractor.record import Dimension


@dataclass(frozen=True)
class Titles:
    """The words of titles, a pattern for each kind of column.

    Attributes:
        number: the rows' own numbers.
        project: projects and firms: the table is one of projects.
        count: how many there are.
        amount: sums of money.
        share: percentages.
        beside: what is beside the event: the economy, earlier years, growth.
        labels: the groups' names, by the dimension that they are cut out by.
        total: in the first cell of a row, that it is the sum of the others.
    """

    number: Pattern
    project: Pattern
    count: Pattern
    amount: Pattern
    share: Pattern
    beside: Pattern
    labels: tuple[tuple[Dimension, Pattern], ...]
    total: Pattern

    def dimension(self, title: str) -> Dimension | None:
        """Return the dimension of the groups that stand below a title."""
        return next((name for name, words in self.labels if words.search(title)), None)


def _words(pattern: str) -> Pattern:
    return Pattern(pattern, re.IGNORECASE)


TITLES_EN = Titles(
    number=_words(r"(?:no|s/?n|sl|serial|rank|#)\.?(?: no\.?| number)?$|order$"),
    project=_words(
        r"(?:project|entry|deal|venture|scheme)(?: names?| titles?| contents?)?$|name|firm|company|investor|enterprise"
    ),
    count=_words(
        r"\b(?:numbers?|no\. of|quantity|count|(?:signed )?projects$|MoUs|deals|contracts|agreements|proposals|items)\b"
    ),
    amount=_words(
        r"\b(?:investment|amount|value|capital|outlay|worth|crore|billion|million|bn|mn|yuan|USD|sum)\b|[$€£₹]"
    ),
    share=_words(r"\b(?:share|percent|percentage|proportion|ratio)\b|%"),
    beside=_words(
        r"\b(?:GDP|output|population|revenue|turnover|sales|tax|last year|previous|growth|year-on-year|change)\b"
    ),
    labels=(
        (
            "region",
            _words(
                r"region|county|counties|district|cit(?:y|ies)|province|zone|park|area|place|location|venue"
            ),
        ),
        ("origin", _words(r"countr|origin|source|home")),
        ("investor", _words(r"investor type|type of investor|ownership")),
        ("size", _words(r"size|scale|bracket|range")),
        ("stage", _words(r"stage|status|progress|batch")),
        (
            "industry",
            _words(r"sector|industr|field|category|department|type|chain|segment|track"),
        ),
    ),
    total=_words(r"(?:grand )?(?:total|sum|all|overall)\b"),
)
TITLES_ZH = Titles(
    number=Pattern(r"(?:序号|编号|排名|名次|位次|No\.?)$"),
    project=Pattern(
        r"(?:项目|工程)(?:名称|内容)?$|名称$|.*(?:企业|公司|单位|客商|投资方|投资人|业主)"
    ),
    count=Pattern(
        r"(?:个|件|家|宗)?数(?:量|目)?(?:$|[（(/／])|(?:项目|签约|开工)个数|件数|家数|宗数|(?:签约|开工|投产|落户)?项目[（(/／](?:个|项|家|件)|^(?:签约|开工)?项目$"
    ),
    amount=Pattern(r"投资|金额|总额|额(?:$|[（(/／])|引资|外资|资金|[（(/／](?:亿|万)?元"),
    share=Pattern(r"占比|比重|比例|份额|[%％]"),
    beside=Pattern(
        r"GDP|生产总值|营[业收]|收入|利润|市值|财政|消费|人口|[上去]年|[上往]届|同[期比]|增[长速幅]"
    ),
    labels=(
        ("origin", Pattern(r"来源|国别|[客投]商来自|投资国")),
        ("size", Pattern(r"规模|体量|投资区间|档次")),
        ("investor", Pattern(r"(?:投资)?主体|企业类型|企业性质|所有制")),
        ("stage", Pattern(r"阶段|进度|状态")),
        ("occasion", Pattern(r"会场|专场|场次|批次|环节")),
        (
            "region",
            Pattern(
                r"[地园片镇街][区点市域道]|区域|区县|县区|县市|市县|[市州]|乡镇|园区|属地|辖区|单位"
            ),
        ),
        ("industry", Pattern(r"产业|行业|类别|类型|领域|板块|门类|分类|产业链|赛道|集群")),
    ),
    total=Pattern(r"合计|总计|小计|共计|全[市县区省]|总[数体]"),
)
