"""Text made plain to match on: one writing of digits, signs and the characters that numbers are written with."""

# Length-preserving, so that an offset in the plain text is an offset in the original: full-width signs to ASCII, and
# the Traditional characters that numbers and what they count are written with to Simplified.
# "，" is left alone: it ends a clause.
_FULL_WIDTH = dict(zip("０１２３４５６７８９％．＋－–—～〜＄", "0123456789%.+-----$", strict=True))
_TRADITIONAL = (
    "萬万億亿兩两個个國国餘余約约將将對对給给過过場场隊队織织組组機机構构員员專专會会議议廣广區区聯联類类陸陆島岛發发變变開开參参"
    "與与為为從从總总統统領领導导這这該该張张噸吨劑剂歐欧鎊镑盧卢醫医療疗贈赠遣遣佈布訓训練练觀观眾众網网項项僅仅後后間间"
    "級级達达還还們们種种籌筹備备劃划計计擬拟護护務务團团長长藥药隻只臺台輛辆幾几來来業业製制範范圍围協协東东雙双"
)
_PLAIN = str.maketrans(_FULL_WIDTH | dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)))


def make_plain(text: str) -> str:
    """Return the text with full-width and Traditional number characters made plain, every offset unchanged."""
    return text.translate(_PLAIN)
