"""Units of quantities and the measure words and nouns of counts, in English and Chinese."""

# What follows a quantity in English; a space stands for a space or hyphen.
QUANTITY_WORDS = (
    # mass
    "metric tons", "metric ton", "metric tonnes", "tons", "ton", "tonnes", "tonne", "kilograms", "kilogram", "kg",
    "grams", "gram", "milligrams", "pounds of", "ounces", "carats", "quintals", "quintal", "MT", "Mt", "mt", "t",
    "TPA", "tpa", "TPD", "tpd", "MTPA", "mtpa", "MMTPA", "mmtpa", "KTPA", "ktpa", "kt", "DWT", "dwt", "TEU", "TEUs", "teu", "teus",
    # area
    "square metres", "square metre", "square meters", "square meter", "square kilometers", "square kilometer",
    "square kilometres", "square kilometre", "square feet", "square foot", "square miles", "square mile",
    "square yards", "sq m", "sq km", "sq ft", "sq.m", "sq.km", "sq.ft", "sq. m", "sq. ft", "sq. km", "sqm", "sqft", "sq metres", "sq meters",
    "sq. metres", "sq. meters", "sq. feet", "sq feet", "m2", "m²", "km2", "km²", "hectares", "hectare", "ha", "acres",
    "acre", "mu", "bighas", "feddans",
    # volume
    "cubic meters", "cubic metres", "cubic meter", "cubic metre", "cubic feet", "m3", "m³", "liters", "litres",
    "liter", "litre", "barrels", "barrel", "bpd", "gallons", "million cubic feet", "mmscfd", "kl", "KL", "ml", "MLD",
    "mld", "KLPD",
    # length
    "kilometers", "kilometer", "kilometres", "kilometre", "km", "meters", "meter", "metres", "metre", "miles", "mile",
    "centimeters", "centimetres", "cm", "millimeters", "millimetres", "mm", "microns", "micron", "nanometers",
    "nanometres", "nanometer", "nanometre", "nm", "inches", "inch", "feet", "foot", "yards", "nautical miles",
    # energy and power
    "megawatts", "megawatt", "MW", "MWp", "MWh", "MWac", "GW", "GWp", "GWh", "kW", "KW", "kWh", "KWh", "kWp", "TWh",
    "watts", "gigawatts", "gigawatt", "gigawatt hours", "gigawatt hour", "kilowatts", "kilowatt", "kilowatt hours",
    "megawatt hours", "megawatt hour", "kV", "KV", "kilovolts", "kilovolt", "volts", "kVA", "MVA", "MMBtu", "horsepower",
    # data
    "Gbps", "Mbps", "GB", "TB", "petabytes", "PFLOPS", "petaflops",
    # temperature, angle
    "degrees Celsius", "degrees", "°C", "℃",
    # time
    "working days", "working day", "business days", "calendar days", "days", "day", "hours", "hour", "minutes",
    "minute", "seconds", "weeks", "week", "months", "month", "years", "year", "decades", "decade", "centuries",
    "year old", "years old",
)  # fmt: skip

# What follows a quantity in Chinese; also written with Latin units.
QUANTITY_SIGNS = (
    # mass
    "吨", "噸", "公吨", "公噸", "万吨级", "吨级", "噸級", "公斤", "千克", "斤", "克", "担", "標準箱", "标准箱", "标箱", "標箱", "载重吨", "吨标煤",
    "吨标准煤", "克拉", "毫克",
    # area
    "平方米", "平方公尺", "平方公里", "平方千米", "平方英尺", "平方", "平米", "亩", "畝", "公顷", "公頃", "坪", "甲", "㎡", "英亩", "英畝",
    # volume
    "立方米", "立方公尺", "立方", "方", "升", "毫升", "公升", "桶", "标方",
    # length
    "公里", "千米", "米", "公尺", "厘米", "毫米", "微米", "纳米", "奈米", "里", "英里", "海里", "英寸", "寸", "英吋", "尺",
    # energy and power
    "兆瓦", "兆瓦时", "兆瓦時", "吉瓦", "吉瓦时", "吉瓦時", "千瓦", "千瓦时", "千瓦時", "万千瓦", "瓦", "度电", "度", "千伏", "伏", "千伏安", "马力",
    # data
    "P算力", "标准机架",
    # temperature
    "摄氏度", "攝氏度",
    # time
    "个工作日", "個工作日", "工作日", "个小时", "個小時", "小时", "小時", "分钟", "分鐘", "秒", "秒钟", "天", "日", "整天", "个月", "個月", "个多月",
    "年", "年期", "周年", "週年", "周岁", "岁", "歲", "个年头", "周", "週", "个星期", "星期", "個星期", "个季度", "個季度", "个交易日", "世纪", "载",
    "年多", "个百分点",
)  # fmt: skip

# Measure words and the nouns that stand straight after a number.
MEASURES = (
    "个", "個", "项", "項", "家", "名", "位", "人", "人次", "万人", "户", "戶", "户次", "件", "份", "宗", "笔", "筆", "单", "單", "条", "條", "座",
    "台", "臺", "辆", "輛", "辆次", "艘", "架", "架次", "套", "只", "隻", "支", "枝", "根", "张", "張", "块", "塊", "片", "幅", "场", "場", "场次", "次",
    "趟", "批", "批次", "届", "屆", "期", "轮", "輪", "类", "類", "种", "種", "款", "所", "间", "間", "处", "處", "栋", "棟", "幢", "层", "層", "本",
    "部", "篇", "首", "双", "雙", "对", "對", "副", "头", "頭", "匹", "羽", "尾", "株", "棵", "朵", "粒", "颗", "顆", "袋", "瓶", "盒", "箱", "包",
    "罐", "桶", "吨次", "组", "組", "队", "隊", "班", "站", "席", "床", "床位", "张床位", "車次", "车次", "班次", "航班", "列", "节", "節", "集", "章",
    "页", "頁", "字", "句", "步", "岗", "门", "門", "扇", "口", "眼", "盏", "盞", "孔", "杆", "桩", "樁", "枚", "把", "顶", "封", "道", "起", "例",
    "票", "股", "员", "員", "人份", "人时", "倍", "成", "折", "级", "級", "等", "档", "环", "極", "极", "大", "点", "點", "分", "发", "發", "码", "环节",
    "市", "省", "县", "縣", "区", "區", "镇", "鎮", "乡", "鄉", "村", "地", "国", "國", "州", "盟", "旗", "街", "路", "方", "县区", "县市", "省市",
    "省份", "城", "城市", "项目", "項目", "企业", "企業", "公司", "个项目", "大类", "大項", "机构", "單位", "单位", "园区", "國家", "国家", "工程", "廠商",
    "厂商", "商户", "商戶", "学生", "學生", "员工", "員工", "職位", "岗位", "人口", "代表", "集团", "镇街", "路段", "车位", "車位", "機櫃", "机柜", "锭", "錠",
    "标段", "子项", "案", "亮点", "战略", "企", "校", "院", "会", "會", "屏", "杯", "碗", "道菜", "桌", "顿", "代", "卷", "米高", "年级", "枪",
)  # fmt: skip

# After one of these a single number word counts (三省); after others it may be a part of a name.
STRICT_MEASURES = frozenset(
    ["个", "個", "项", "項", "家", "名", "位", "人", "户", "戶", "件", "份", "宗", "笔", "筆", "条", "條", "座", "台", "臺", "辆", "輛", "艘", "架", "套", "只", "隻", "张", "張", "块", "塊", "场", "場", "次", "趟", "批", "批次", "届", "屆", "期", "轮", "輪", "类", "類", "种", "種", "款", "所", "间", "間", "处", "處", "栋", "棟", "幢", "层", "層", "本", "篇", "双", "雙", "对", "對", "头", "頭", "株", "棵", "组", "組", "站", "人次", "场次", "架次", "辆次", "班次", "车次", "岁", "歲", "天", "年", "小时", "小時", "个月", "個月", "分钟", "分鐘", "周", "週", "吨", "噸", "亩", "畝", "公里", "米", "平方米", "项目", "項目", "企业", "企業", "省", "市", "县", "縣", "区", "區", "镇", "鎮", "乡", "鄉", "村", "地", "国", "國", "大", "支", "方", "倍", "成", "家企业", "个工作日", "個工作日", "个小时", "個小時", "枚", "把", "门", "門", "家公司", "点", "點", "折", "校", "省市", "县区", "县市", "整天", "年期", "周年", "週年", "标段", "子项", "镇街"]
)  # fmt: skip
