"""Chinese words in both scripts: 发电量 and 發電量."""

_TRADITIONAL = str.maketrans(
    "万业东云亚产亿仓仪会体储兰内农创制务动区医协卫厦发台团园国坛处备学宁实导岗岛广庆应开录总战扩数"
    "术机欧汉济润游湾环电疗税签纤约纳纺织经维绿网联肃苏药营装议论设购贵贸资车软辽进采银链销门际陕韩项额",
    "萬業東雲亞產億倉儀會體儲蘭內農創製務動區醫協衛廈發臺團園國壇處備學寧實導崗島廣慶應開錄總戰擴數"
    "術機歐漢濟潤遊灣環電療稅簽纖約納紡織經維綠網聯肅蘇藥營裝議論設購貴貿資車軟遼進採銀鏈銷門際陝韓項額",
)
"""Of the characters in our words; a character is not the same in every word (制造 製造, 控制 控制)."""


def both_scripts(words: str) -> frozenset[str]:
    """Return words, given in simplified characters with blanks between, and the same in traditional."""
    return frozenset(words.split()) | frozenset(words.translate(_TRADITIONAL).split())
