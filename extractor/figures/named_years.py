"""Years in Chinese names, where what follows only looks like a measure word: 2024国际博览会."""

from extractor.figures.reading import Reading
from extractor.figures.vocabulary import any_of
from extractor.patterns import Pattern

# Words of names that begin as measure words do.
_NAME_WORDS = (
    "台湾", "台灣", "臺灣", "台州", "台商", "臺商", "台中", "臺中", "台北", "臺北", "台南", "臺南", "台资", "台資", "台企", "大湾", "大灣",
    "大会", "大會", "大赛", "大賽", "大数据", "大數據", "大型", "大学生创", "大健康", "大连", "大同", "大宗", "双碳", "雙碳", "双创", "雙創", "双十", "双城",
    "双循环", "双边", "雙邊", "市场", "市場", "市长", "市委", "全国", "全球", "部分", "集成", "集团", "集團", "集中", "组织", "企业家", "企業家", "企业年会",
    "企业大会", "企业峰会", "项目集", "项目签", "项目推", "项目洽", "项目对接", "项目开", "项目建", "项目投", "项目招", "项目路演", "张家", "张江", "张掖", "户外",
    "戶外", "门窗", "道路", "家具", "家电", "家電", "家居", "家博", "家装", "家纺", "家庭", "包装", "包裝", "口腔", "口岸", "期货", "期貨", "片区", "天津",
    "天府", "天水", "天山", "天门", "天河", "方案", "米兰", "周口", "点亮", "人才", "人工", "人形", "人居", "人机", "种业", "种子", "种植", "节能", "節能",
    "节水", "环保", "環保", "环境", "環境", "环球", "环渤海", "工程机械", "工程技术", "株洲", "成都", "羽毛", "箱包", "页岩", "眼镜", "股权", "会展", "會展",
    "会议", "代表", "起", "战略", "戰略", "条件", "分会", "日照", "日本", "里约",
)  # fmt: skip
_INITIALS = "国國级級首省县縣区區城地州乡鄉镇鎮村路院发發"
NAME_INITIALS = frozenset(_INITIALS) | {word[0] for word in _NAME_WORDS}
_NAME_AFTER = Pattern(rf"[ ]?(?:[{_INITIALS}](?=[\u3400-\u9fff])|{any_of(_NAME_WORDS)})")
_LENGTH = len("2024")


def dates_name(text: str, number: Reading, written: str) -> bool:
    """Return whether a number is the year of a name: 2025台灣…論壇, not 2025台车.

    Args:
        text: the text.
        number: the number, with what was read behind it.
        written: its digits.
    """
    return (
        len(written) == _LENGTH
        and written[:2] in {"19", "20"}
        and written.isdecimal()
        and not written.endswith("00")
        and number.hedge == "exact"
        and _NAME_AFTER.match(text, number.id + _LENGTH) is not None
    )
