"""Features that open with a scene and look back on a gathering of months ago."""

import pytest

from extractor.models.rules.news.background import Background
from extractor.models.rules.news.classification import no_event_reason
from extractor.models.rules.news.retrospects import looked_back_on

WEEKLY = """一座山城的千亿账本

大屏幕上的数字停住时，台下静了一秒。

35个项目，702.4亿元。

那是去年12月3日下午，2021中国·白岭新能源产业大会的签约环节刚刚结束。

四个月后的4月，本刊记者来到白岭。35个项目一个一张，贴满了招商中心的墙。正式合同24个，500.4亿；框架协议11个，202亿。
"""
OVERSEAS = """那一夜，古镇签下五十七亿

祠堂前的红灯笼还没有摘。

她说的那天晚上，是去年农历十月十六，首届“侨见桐岭”世界桐商回乡大会的签约夜。一夜之间，24个项目、57.3亿元，写进了这座山城的账本。

半年过去，戏台上晒着笋干。24个项目里，东南亚侨商投了11个，欧洲侨商8个，剩下5个来自港澳。
"""
TAIWAN = """簽約台撤走之後

去年九月十八日下午三時，南浦縣「精密機械招商大會」的簽約台上擺了二十六支鋼筆。算下來是：26家廠商、26件投資案、新台幣412億元。

七個月後，鄭惠文把26件分成三疊：已動工9件，165億元；還在送審12件，190億元；剩下5件、57億元。
"""
BUSINESS = """一个县级市的等待

雨从清晨下起，招商局门口的伞架已经插满。

三个月前的那场“百企进武陵”投资大会，武陵市一口气签下35个项目，协议投资512亿元。

如今，35个项目的台账贴在走廊里。民营企业28个，366亿元；国有企业7个，146亿元。
"""
FOLLOWED_UP = """全市项目推进会召开

4月12日，全市重大项目推进会召开。会议通报：去年招商大会签约的86个项目，已开工41个，履约率47.7%；未开工的45个，总投资210亿元。
"""
SPEECH = """在全市民营经济发展大会上的讲话

同志们：

去年5月18日，我们在这里召开了第一次民营经济发展大会，当天签约了32个项目，总投资146亿元。一年来，32个项目开工了26个，投产6个。我要感谢大家。我们深知，成绩来之不易。我相信，没有过不去的坎。
"""
YEAR = """去年招商引资成绩单

过去的一年，全市共引进亿元以上项目126个，总投资860亿元，其中工业项目78个、服务业项目31个、农业项目17个。全年到位资金412亿元，同比增长12.6%。今年力争引进项目140个以上。
"""


@pytest.mark.parametrize(
    "text",
    [WEEKLY, OVERSEAS, TAIWAN, BUSINESS],
    ids=["weekly", "overseas Chinese", "Taiwan", "business"],
)
def test_a_feature_that_looks_back_on_one_gathering_has_an_event(read, text):
    """Its figures are the gathering's own, be it of last year or of months ago."""
    reading = read(text)

    assert looked_back_on(reading) is not None
    assert no_event_reason(reading) is None


@pytest.mark.parametrize(
    "text", [FOLLOWED_UP, SPEECH, YEAR], ids=["follow-up", "speech", "stock-taking"]
)
def test_other_looks_back_have_none(read, text):
    """A follow-up, a speech and the sum of a year stay without an event."""
    assert no_event_reason(read(text)) is not None


def test_what_the_gathering_brought_is_not_put_aside(read):
    """In the passage that is looked back on, words of an earlier time put no figure aside."""
    reading = read(WEEKLY.replace("那是去年", "去年12月3日当天，签约35个项目。那是去年"))
    told = looked_back_on(reading)
    at = reading.text.index("Ⓒ项目。那是")

    assert told is not None
    assert Background(reading).reason(at) == "earlier"
    assert Background(reading, looked_back_on=told).reason(at) is None
