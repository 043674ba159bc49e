"""The currency that a bare 元, "rupees" or a text without any unit means: that of the place."""

import re

from extractor.figures.vocabulary import sought
from extractor.patterns import Pattern

_TAIWAN = Pattern(
    sought([
        "台灣", "台湾", "台北", "台中", "台南", "台幣", "台币", "臺灣", "臺湾", "臺北", "臺中",
        "臺南", "臺幣", "臺币", "高雄", "桃園", "新竹", "嘉義", "屏東", "花蓮", "彰化", "雲林",
        "新北", "經濟部", "行政院", "立委", "縣議會", "國發會", "經發局"
    ])
)  # fmt: skip
_MAINLAND = Pattern(
    sought([
        "人民币", "人民幣", "大陸", "中國", "市委", "县委", "縣委", "區委", "区委", "省委", "管委会",
        "管委會", "大湾区", "大灣區", "招商引资", "招商引資", "开发区", "開發區", "廣東", "廣西", "福建",
        "浙江", "江蘇", "湖南", "湖北", "四川", "重慶", "河南", "河北", "山東", "山西", "陝西",
        "江西", "安徽", "雲南", "貴州", "海南", "遼寧", "吉林", "黑龍江", "甘肅", "青海", "內蒙",
        "新疆", "寧夏", "西藏", "北京", "上海", "天津", "深圳", "廣州", "珠海", "東莞", "佛山",
        "廈門", "杭州", "蘇州", "長沙", "武漢", "成都"
    ])
)  # fmt: skip
_OF_TAIWAN = Pattern("[台臺][币幣]")
_OF_MAINLAND = Pattern("人民[币幣]")
_HONG_KONG = Pattern(
    sought([
        "港元", "港币", "港幣", "HK$", "香港", "本港", "港股", "恒指", "恒生", "特區政府",
        "北部都會區", "立法會", "內地", "特首", "投資推廣署", "財政司", "金管局", "【本報訊】"
    ])
)  # fmt: skip
_IN_HONG_KONG = Pattern(
    "本港|[在來留]港(?=投資|設|發展|落戶|[，、。])|創科|立法會|北部都會區|新界|九龍|港島"
)
"""Words of those who write there, not of those who come to Hong Kong for a day."""
_FEW = 2

_TRADITIONAL = "萬億產業區縣國會發與個對點項總資錄簽約"
_ANY_TRADITIONAL = Pattern(f"[{_TRADITIONAL}]")
_SIMPLIFIED = "万亿产业区县国会发与个对点项总资录签约"


def home_yuan(text: str) -> str:
    """Return the currency that a bare 元, 圓 or 亿 means in a text: CNY, TWD or HKD.

    It is the currency of the place that the text speaks of, told by names that stand in it. A text
    in traditional characters that names no place of the mainland is from Hong Kong or Taiwan. Where
    one amount is said to be of Taiwan's money, and none of the mainland's, the bare ones are too.
    """
    is_taiwans = bool(_OF_TAIWAN.search(text)) and not _OF_MAINLAND.search(text)
    if not _ANY_TRADITIONAL.search(text) or (
        sum(map(text.count, _TRADITIONAL)) <= sum(map(text.count, _SIMPLIFIED))
    ):
        return "TWD" if is_taiwans else "CNY"
    taiwan, mainland, hong_kong = (
        len(names.findall(text)) for names in (_TAIWAN, _MAINLAND, _HONG_KONG)
    )
    if is_taiwans or taiwan > mainland:
        return "TWD"
    if len(_IN_HONG_KONG.findall(text)) > max(mainland, _FEW):
        return "HKD"
    if mainland > hong_kong or re.search("人民幣[，,、]?下同", text):
        return "CNY"
    if hong_kong:
        return "CNY" if mainland > 1 else "HKD"
    return "CNY" if mainland else "TWD"


_HOMES = (
    (Pattern("[\u3400-\u9fff]"), None),
    (Pattern(r"\b(?:India|Delhi|Mumbai|Chief Minister|crore|lakh)"), "INR"),
    (Pattern(r"\b(?:Viet ?[Nn]am|Hanoi|Ha Noi|HCM City|Ho Chi Minh)"), "VND"),
    (
        Pattern(
            r"\b(?:China|Chinese|Beijing|Shanghai|Shenzhen|Guangdong|Hunan|Zhejiang|Jiangsu|Municipal|Prefecture|[Pp]rovincial|County|Hong Kong)\b"
        ),
        "CNY",
    ),
)


def home_currency(text: str) -> str | None:
    """Return the currency of the place that a text speaks of, where it names none; None if unsure."""
    for place, code in _HOMES:
        if place.search(text):
            return code or home_yuan(text)
    return None


# Words for several currencies mean the one of the country that the text names.
_NATIONAL: dict[str, tuple[tuple[str, str], ...]] = {
    "INR": (
        (r"Pakistan|Karachi|Lahore|Islamabad|Punjab Board", "PKR"),
        (r"Sri Lanka|Colombo", "LKR"),
        (r"Nepal|Kathmandu", "NPR"),
    ),
    "SAR": ((r"Qatar|Doha", "QAR"), (r"Oman|Muscat", "OMR")),
    "AED": ((r"Morocco|Casablanca|Rabat", "MAD"),),
    "GBP": ((r"Egypt|Cairo", "EGP"),),
    "KES": ((r"Uganda|Kampala", "UGX"), (r"Tanzania|Dar es Salaam|Dodoma", "TZS")),
    "IQD": (
        (r"Kuwait", "KWD"),
        (r"Bahrain|Manama", "BHD"),
        (r"Jordan|Amman", "JOD"),
        (r"Algeria|Algiers", "DZD"),
        (r"Tunisia|Tunis\b", "TND"),
    ),
    "PHP": (
        (r"Botswana|Gaborone", "BWP"),
        (r"Mexic", "MXN"),
        (r"Chile|Santiago", "CLP"),
        (r"Colombia|Bogot", "COP"),
        (r"Argentin", "ARS"),
    ),
    "XOF": ((r"Cameroon|Gabon|Chad\b|Congo", "XAF"),),
}
_HOME = {
    "INR": r"India|Delhi|Mumbai|lakh|crore",
    "SAR": r"Saudi|Riyadh",
    "AED": r"UAE|Emirat|Dubai|Abu Dhabi",
    "GBP": r"Brit|UK\b|London|Scot|Wales",
    "KES": r"Kenya|Nairobi",
    "IQD": r"Iraq|Baghdad",
    "PHP": r"Philippin|Manila",
    "XOF": r"Senegal|Ivor|Benin|Mali\b|Togo|Burkina",
}


def national(code: str, text: str) -> str:
    """Return the currency that an ambiguous word or sign means in a text: rupees, riyals, pounds."""
    rivals = _NATIONAL.get(code)
    if rivals is None or re.search(_HOME[code], text):
        return code
    return next((rival for country, rival in rivals if re.search(country, text)), code)


_HOME_OF_LETTER = {
    "ZAR": r"South Africa|Johannesburg|Pretoria|Durban|Cape Town|Gauteng|KwaZulu|\b[Rr]ands?\b",
    "PHP": r"Philippin|Manila|Cebu|Botswana|Gaborone|\b[Pp]esos?\b|\b[Pp]ula\b",
    "ZMW": r"Zambia|Lusaka|Copperbelt|\b[Kk]wacha\b",
    "NGN": r"Nigeria|Lagos|Abuja|\b[Nn]aira\b",
    "EGP": r"Egypt|Cairo|Suez|Alexandria",
}


def is_at_home(code: str, text: str) -> bool:
    """Return whether a text names the place or currency that a letter before amounts stands for."""
    place = _HOME_OF_LETTER.get(code)
    return place is not None and re.search(place, text) is not None
