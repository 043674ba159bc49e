"""The words by which agreements beside the projects are told of, over the reading."""

import re

from extractor.patterns import Pattern
from extractor.record import AmountKind

# Chinese.
PAPER_ZH = r"(?:协议书?|备忘录|意向书|协定|合同|订单|契约|合约)"
SET_APART_ZH = Pattern(
    r"战略|框架|合作|意向|备忘录|采购|购销|贸易|[内外]贸|出口|进口|交易|订单|授信|贷款|融资|信贷|招商|联络|咨询|代理|人才|就业|共建|产学研|校企|银企|校地|三方|供销|供货|销售|服务|友好|技术|成果"
)
"""What sets a paper apart from the contracts of the projects themselves."""
PROJECT_PAPER_ZH = Pattern(
    r"(?:项目|工程|投资|正式|入园|入驻|建设|落户|履约|签约)(?:投资|合作|入园|建设)?(?:合同|协议|协议书)$|^(?:合同|协议|合约)$|项目"
)
SIGN_ZH = r"(?:签订|签署|签定|签下|签约|达成|缔结|交换|互换|递交|提交|出具|签)"

# English.
APART_EN = (
    r"strategic|framework|cooperation|cooperative|partnership|purchas(?:e|ing)|sales|purchase and sales|procurement|trade|supply|credit|loan|financing"
    r"|tripartite|bilateral|off-?take|export|import|banking|funding|sister-city|friendship|agency|services?|technology transfer|training|research"
)
PAPER_EN = r"(?:agreements?|contracts?|orders?|pacts?|deals?|protocols?|memorand(?:ums?|a)(?: of (?:understanding|cooperation|intent))?|MoUs?|MOUs?|letters? of (?:intent|interest)|LoIs?|LOIs?|intentions?|(?<=[a-z] )(?:partnership|alliance|tie-up)(?! agreement))"
LABEL_EN = rf"(?:(?:{APART_EN})(?: and (?:{APART_EN}))? )*{PAPER_EN}"
PLAIN_EN = Pattern(
    r"(?:agreements?|contracts?|deals?|orders?|pacts?|protocols?|intentions?)$", re.IGNORECASE
)
CARRIER_EN = Pattern(
    r"(?:memorand(?:ums?|a)(?: of understanding)?|MoUs?|letters? of intent|LoIs?|agreements?|contracts?|deals?)$",
    re.IGNORECASE,
)
"""Papers that may carry the event's projects themselves, as memoranda do in India."""
SIGN_EN = r"(?:signed|sign|signs|signing|exchanged|reached|concluded|inked|ink|sealed|entered(?: into)?|struck|clinched|forged|formed)"
FIRMS_ZH = (
    r"(?:企业|[央国民外台侨]企|[台侨外客]商|机构|单位|公司|集团|银行|高校|大学|院校|院所|学校|研究院|商会|协会|学会|公会|商协会|业主|厂商|业者"
    r"|社团|侨团|会馆|团体|供应商|采购商|经销商|园区|平台)"
)
FIRMS_EN = (
    r"(?:businesses|companies|firms|enterprises|investors|banks|lenders|groups|developers|institutions|buyers|universities|institutes|colleges|schools|hospitals"
    r"|chambers|start-?ups|associations|manufacturers|partners|operators|makers|exporters|importers|producers|traders|retailers)"
)
"""Those of whom but the number signs a paper."""

_CREDIT = Pattern(
    r"授信|贷款|信贷|融资|银行|\bcredit|\bloan|\bbank|\bfinanc|\blend|\b(?:grants?|(?:joint |co-)?funding|funded)\b",
    re.IGNORECASE,
)
_TRADE = Pattern(
    r"购销|采购|贸易|[内外]贸|出口|进口|交易|订单|供销|供货|销售|意向性合同|\bpurchas|\bsales|\btrade|\bprocure|\borders?\b|\bsupply|\boff-?take|\bexport|\bimport",
    re.IGNORECASE,
)


def agreement_amount_kind(label: str, context: str) -> AmountKind:
    """Return the kind of an agreement's amount by its label and the words around it."""
    if _TRADE.search(label):
        return "trade"
    return "other" if _CREDIT.search(label) or _CREDIT.search(context) else "investment"
