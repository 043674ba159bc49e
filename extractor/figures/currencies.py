"""Currencies: how texts write them before and after an amount."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """How texts write one currency.

    Attributes:
        code: its ISO 4217 code.
        signs: what stands before an amount ("US$", "Rs").
        words: what stands after an amount ("US dollars", "美元"); each may also be the code.
        example: an amount of it, as a text might have it, and that amount's value.
    """

    code: str
    signs: tuple[str, ...]
    words: tuple[str, ...]
    example: tuple[str, str]


def _currency(code: str, signs: str, words: str, example: str, value: str) -> Currency:
    """Read one row of the table: alternatives are separated by bars."""
    return Currency(
        code,
        tuple(filter(None, signs.split("|"))),
        tuple(filter(None, words.split("|"))),
        (example, value),
    )


CURRENCIES = (
    _currency(
        "CNY",
        "RMB¥|RMB￥|RMB|CN¥|CN￥|CNY|¥|￥|人民币|人民幣|Renminbi|renminbi|Yuan",
        "yuan RMB|yuan renminbi|Chinese yuan|yuan|RMB yuan|RMB|renminbi|Renminbi|Yuan|元人民币|元人民幣|人民币元|人民币|人民幣|元|圓|圆|块钱|塊錢",
        "RMB 5.2 billion",
        "5200000000",
    ),
    _currency(
        "USD",
        "US$|US$|USD$|USD|U.S.$|US $|US dollars|$|美元|美金",
        "US dollars|US dollar|U.S. dollars|U.S. dollar|United States dollars|American dollars|dollars|dollar|USD|美元|美金|元美元",
        "3 million U.S. dollars",
        "3000000",
    ),
    _currency(
        "HKD",
        "HK$|HKD|港币|港幣",
        "Hong Kong dollars|HK dollars|HKD|港元|港币|港幣|元港币|元港幣",
        "HK$2.5 billion",
        "2500000000",
    ),
    _currency(
        "TWD",
        "NT$|NTD|TWD|新台币|新台幣|新臺幣|台币|台幣",
        "New Taiwan dollars|Taiwan dollars|NT dollars|TWD|NTD|新台币|新台幣|新臺幣|台币|台幣|臺幣|元新台币|元新台幣",
        "NT$800 million",
        "800000000",
    ),
    _currency(
        "MOP",
        "MOP$|MOP|澳门元|澳門元|澳门币|葡币",
        "patacas|pataca|MOP|澳门元|澳門元|澳门币|葡币",
        "MOP 4 million",
        "4000000",
    ),
    _currency(
        "EUR",
        "€|EUR|欧元|歐元",
        "euros|euro|Euros|Euro|EUR|欧元|歐元",
        "150 million euros",
        "150000000",
    ),
    _currency(
        "GBP",
        "£|GBP|UK£|英镑|英鎊",
        "pounds sterling|British pounds|pounds|pound|GBP|sterling|英镑|英鎊",
        "£1.2bn",
        "1200000000",
    ),
    _currency(
        "JPY",
        "JPY|JP¥|日元|日圆|日圓|日币",
        "Japanese yen|yen|JPY|日元|日圆|日圓|円|日币",
        "500 million yen",
        "500000000",
    ),
    _currency(
        "KRW",
        "KRW|₩|韩元|韓元|韩币",
        "South Korean won|Korean won|won|KRW|韩元|韓元|韩币|韓圜",
        "2 trillion won",
        "2000000000000",
    ),
    _currency(
        "SGD",
        "S$|SG$|SGD|新加坡元|新币|坡币",
        "Singapore dollars|Singaporean dollars|SGD|新加坡元|新元|新币|坡币",
        "S$40 million",
        "40000000",
    ),
    _currency(
        "AUD",
        "A$|AU$|AUD|澳元|澳币",
        "Australian dollars|AUD|澳元|澳大利亚元|澳币",
        "A$90 million",
        "90000000",
    ),
    _currency(
        "NZD", "NZ$|NZD|纽元", "New Zealand dollars|NZD|新西兰元|纽元", "NZ$7 million", "7000000"
    ),
    _currency(
        "CAD", "C$|CA$|CAD|加元", "Canadian dollars|CAD|加元|加拿大元", "C$12 million", "12000000"
    ),
    _currency(
        "CHF", "CHF|SFr", "Swiss francs|Swiss franc|CHF|瑞士法郎|瑞郎", "CHF 8 million", "8000000"
    ),
    _currency("SEK", "SEK", "Swedish kronor|SEK|瑞典克朗", "SEK 30 million", "30000000"),
    _currency("NOK", "NOK", "Norwegian kroner|NOK|挪威克朗", "NOK 30 million", "30000000"),
    _currency("DKK", "DKK", "Danish kroner|DKK|丹麦克朗", "DKK 30 million", "30000000"),
    _currency(
        "RUB",
        "RUB|₽|卢布|盧布",
        "Russian rubles|Russian roubles|rubles|roubles|ruble|rouble|RUB|卢布|盧布",
        "9 billion rubles",
        "9000000000",
    ),
    _currency(
        "INR",
        "Rs.|Rs|₹|INR|Re|Rupees|rupees|卢比|盧比",
        "Indian rupees|rupees|rupee|INR|卢比|盧比|印度卢比",
        "Rs 14,81,108 crore",
        "14811080000000",
    ),
    _currency("PKR", "PKR", "Pakistani rupees|PKR|巴基斯坦卢比", "PKR 5 billion", "5000000000"),
    _currency("LKR", "LKR", "Sri Lankan rupees|LKR", "LKR 5 billion", "5000000000"),
    _currency("NPR", "NPR|NRs", "Nepali rupees|Nepalese rupees|NPR", "NPR 5 billion", "5000000000"),
    _currency(
        "BDT", "BDT|Tk.|Tk|৳", "Bangladeshi taka|taka|BDT|塔卡", "Tk 600 crore", "6000000000"
    ),
    _currency(
        "VND",
        "VND|VNĐ|₫|越南盾|越盾",
        "Vietnamese dong|Vietnam dong|dong|VND|đồng|越南盾|越盾",
        "VND38.6 trillion",
        "38600000000000",
    ),
    _currency(
        "THB", "THB|฿|泰铢|泰銖", "Thai baht|baht|THB|泰铢|泰銖", "3 billion baht", "3000000000"
    ),
    _currency(
        "MYR",
        "RM|MYR|林吉特|马币|令吉",
        "Malaysian ringgit|ringgit|MYR|林吉特|马币|令吉",
        "RM1.5 billion",
        "1500000000",
    ),
    _currency(
        "IDR",
        "Rp.|Rp|IDR|印尼盾",
        "Indonesian rupiah|rupiah|IDR|印尼盾|印尼卢比",
        "Rp 2 trillion",
        "2000000000000",
    ),
    _currency(
        "PHP",
        "PHP|Php|₱|P",
        "Philippine pesos|pesos|PHP|菲律宾比索|比索",
        "₱9 billion",
        "9000000000",
    ),
    _currency("MMK", "MMK", "Myanmar kyats|kyats|kyat|MMK|缅币", "4 billion kyats", "4000000000"),
    _currency("LAK", "LAK", "Lao kip|kip|LAK|基普", "4 billion kip", "4000000000"),
    _currency("KHR", "KHR", "Cambodian riels|riels|riel|KHR|瑞尔", "4 billion riels", "4000000000"),
    _currency(
        "MNT",
        "MNT",
        "Mongolian tugriks|tugriks|tugrik|MNT|图格里克",
        "4 billion tugriks",
        "4000000000",
    ),
    _currency("KZT", "KZT|₸", "Kazakh tenge|tenge|KZT|坚戈", "50 billion tenge", "50000000000"),
    _currency(
        "UZS", "UZS", "Uzbek soums|soums|soum|sums|UZS|苏姆", "50 billion soums", "50000000000"
    ),
    _currency(
        "TRY",
        "TRY|₺|TL",
        "Turkish liras|Turkish lira|liras|lira|TRY|里拉",
        "6 billion liras",
        "6000000000",
    ),
    _currency(
        "SAR",
        "SAR|SR|﷼|沙特里亚尔",
        "Saudi riyals|Saudi riyal|riyals|riyal|SAR|沙特里亚尔|里亚尔",
        "SR18.75 million",
        "18750000",
    ),
    _currency(
        "AED",
        "AED|Dh|Dhs|Dhs.|迪拉姆",
        "UAE dirhams|Emirati dirhams|dirhams|dirham|AED|迪拉姆",
        "AED 2 billion",
        "2000000000",
    ),
    _currency(
        "QAR", "QAR|QR", "Qatari riyals|Qatari riyal|QAR|卡塔尔里亚尔", "QR300 million", "300000000"
    ),
    _currency(
        "OMR",
        "OMR|RO",
        "Omani rials|Omani riyals|rials|rial|OMR|阿曼里亚尔",
        "OMR 40 million",
        "40000000",
    ),
    _currency(
        "KWD",
        "KWD|KD",
        "Kuwaiti dinars|Kuwaiti dinar|KWD|科威特第纳尔",
        "KD 10 million",
        "10000000",
    ),
    _currency(
        "BHD",
        "BHD|BD",
        "Bahraini dinars|Bahraini dinar|BHD|巴林第纳尔",
        "BHD 10 million",
        "10000000",
    ),
    _currency("JOD", "JOD|JD", "Jordanian dinars|JOD|约旦第纳尔", "JOD 10 million", "10000000"),
    _currency(
        "IQD",
        "IQD",
        "Iraqi dinars|dinars|dinar|IQD|伊拉克第纳尔",
        "9 billion Iraqi dinars",
        "9000000000",
    ),
    _currency(
        "EGP", "EGP|LE|E£", "Egyptian pounds|EGP|埃及镑|埃镑", "EGP 15 billion", "15000000000"
    ),
    _currency("MAD", "MAD", "Moroccan dirhams|MAD|摩洛哥迪拉姆", "MAD 3 billion", "3000000000"),
    _currency("DZD", "DZD", "Algerian dinars|DZD", "DZD 3 billion", "3000000000"),
    _currency("TND", "TND", "Tunisian dinars|TND", "TND 3 billion", "3000000000"),
    _currency("ILS", "ILS|NIS|₪", "shekels|shekel|ILS|谢克尔", "NIS 3 billion", "3000000000"),
    _currency(
        "NGN",
        "NGN|₦|N|Naira|naira",
        "Nigerian naira|naira|Naira|NGN|奈拉",
        "N50 billion",
        "50000000000",
    ),
    _currency(
        "KES",
        "KES|KSh|Ksh|Kshs|KShs|KSh.|Ksh.|Kshs.|KShs.|Sh|Shs|Sh.",
        "Kenyan shillings|Kenya shillings|shillings|KES|肯尼亚先令|先令",
        "Sh5 billion",
        "5000000000",
    ),
    _currency(
        "UGX",
        "UGX|USh|Ush|Ushs|UShs|USh.|Ush.|Shs.",
        "Ugandan shillings|Uganda shillings|UGX|乌干达先令",
        "UGX 90 billion",
        "90000000000",
    ),
    _currency(
        "TZS",
        "TZS|TSh|Tsh|TShs|Tshs|TSh.|Tsh.",
        "Tanzanian shillings|Tanzania shillings|TZS|坦桑尼亚先令",
        "TZS 90 billion",
        "90000000000",
    ),
    _currency(
        "RWF", "RWF|Rwf|FRw", "Rwandan francs|Rwandan franc|RWF", "Rwf 90 billion", "90000000000"
    ),
    _currency(
        "GHS",
        "GHS|GH¢|GH₵|GHC|₵",
        "Ghanaian cedis|Ghana cedis|cedis|cedi|GHS|塞地",
        "GH¢25 million",
        "25000000",
    ),
    _currency(
        "ZAR", "ZAR|R", "South African rand|rands|rand|ZAR|兰特", "R1.2 billion", "1200000000"
    ),
    _currency(
        "ETB",
        "ETB|Br|Birr|birr",
        "Ethiopian birr|birr|Birr|ETB|比尔",
        "7 billion birr",
        "7000000000",
    ),
    _currency("ZMW", "ZMW|K", "Zambian kwacha|kwacha|ZMW|克瓦查", "K300 million", "300000000"),
    _currency("BWP", "BWP", "Botswana pula|pula|BWP|普拉", "300 million pula", "300000000"),
    _currency("NAD", "NAD|N$", "Namibian dollars|NAD", "N$300 million", "300000000"),
    _currency("MUR", "MUR", "Mauritian rupees|MUR", "MUR 300 million", "300000000"),
    _currency("MZN", "MZN", "meticais|metical|MZN", "300 million meticais", "300000000"),
    _currency("AOA", "AOA|Kz", "kwanzas|kwanza|AOA|宽扎", "300 million kwanzas", "300000000"),
    _currency(
        "XOF",
        "CFAF|FCFA|XOF|CFA",
        "CFA francs|CFA franc|francs CFA|FCFA|CFAF|XOF|CFA|西非法郎|非洲法郎",
        "FCFA 12 billion",
        "12000000000",
    ),
    _currency("XAF", "XAF", "XAF|中非法郎", "XAF 12 billion", "12000000000"),
    _currency("BRL", "R$|BRL", "Brazilian reais|reais|BRL|雷亚尔", "R$ 40 million", "40000000"),
    _currency("MXN", "MXN|MX$", "Mexican pesos|MXN|墨西哥比索", "MX$ 40 million", "40000000"),
    _currency("CLP", "CLP", "Chilean pesos|CLP", "CLP 40 billion", "40000000000"),
    _currency("COP", "COP", "Colombian pesos|COP", "COP 40 billion", "40000000000"),
    _currency("ARS", "ARS|AR$", "Argentine pesos|ARS", "ARS 40 billion", "40000000000"),
    _currency("PLN", "PLN", "zlotys|zloty|PLN|兹罗提", "PLN 40 million", "40000000"),
    _currency(
        "HUF", "HUF", "Hungarian forints|forints|forint|HUF|福林", "HUF 40 billion", "40000000000"
    ),
    _currency("CZK", "CZK", "Czech crowns|Czech koruna|CZK", "CZK 40 billion", "40000000000"),
    _currency("RON", "RON", "Romanian lei|lei|RON|罗马尼亚列伊|列伊", "40 million lei", "40000000"),
)

BY_SIGN = {
    sign: currency.code
    for currency in reversed(CURRENCIES)
    for sign in (*currency.signs, currency.code)
}
BY_WORD = {
    word: currency.code
    for currency in reversed(CURRENCIES)
    for word in (*currency.words, currency.code)
}

# Signs that are also words or initials count only where they touch the digits: R1.2 billion.
ATTACHED_ONLY = frozenset({"R", "K", "LE", "N", "P"})
# COP28 is a conference.
SPACED_ONLY = frozenset({"COP"})
