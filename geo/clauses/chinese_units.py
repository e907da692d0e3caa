"""What Chinese counts are counts of: for each measure word, the nouns that may follow and their unit.

The patterns are matched where the measure word ends; they are written in Simplified characters, since the text is
made plain first (`geo.text.plain.make_plain`).
"""

import re
from typing import NamedTuple

# Whatever may stand between a measure word and its noun without ending the phrase.
_NEAR = r"[^\d，。；：！？,;:!?\n]{0,14}?"

_STATES = r"(?:成员|会员|缔约|建交|签署|签约|参与|参加|受援|伙伴|创始|同盟|盟|岛|邻|申办|主办|东道)国(?!家|际|内)"
_COUNTRY = r"国家(?:(?:和|及|与|或)地区|[（(]地区[)）]|地区)?"
_ORGANISATION = (
    r"(?:(?:国际|地区|区域|多边|政府间|非政府|世界|全球|联合国|专门|人道主义|性|和|及|与|、|主要|相关|有关|其他|的)+"
    r"(?:组织|机构)(?![者部委])|组织(?![者部委成开实各]))"
)
_MEETING = (
    r"(?:(?:视频|连线|通报|研讨|交流|座谈|发布|吹风|通气|磋商|对话|推介|宣介)会议?|会议|磋商|峰会|论坛|会谈|会见|会晤)"
)
_EVENT = r"(?:培训班?|活动|讲座|演练|演出|义诊|宣讲会?|授课|直播|课程)"
_TEAM = (
    r"(?:专家组|医疗组|工作组|医疗队|救援队|专家团队|专家团|医疗团队|参赛队|代表队|代表团|维和部队|小分队|队伍|团队|队)"
)
GOODS = (
    r"(?:口罩|防护服|隔离服|手术服|防护镜|护目镜|隔离眼罩|眼罩|面罩|面屏|手套|鞋套|帽子|试剂盒?|检测盒|呼吸机|监护仪|额温枪|"
    r"测温枪|体温计|制氧机|药品|药物|中成药|消毒液|消毒剂|帐篷|毛毯|设备|物资|医疗物资|防护用品|病床|救护车|车辆)"
)
_PERSONS = (
    r"(?:网友|网民|观众|听众|民众|群众|志愿者|医护人员|医务人员|医务工作者|护理人员|专业人员|工作人员|人员|官员|专家|学者|医生|护士|代表|嘉宾|学生|学员|患者|记者|"
    r"侨胞|华侨|华人|员工|工人|士兵|难民|儿童|居民|公民|人口)"
)
_NOT_PEOPLE = r"(?!民币|次|均|工|类|大|份|民|权|质|力|物|才|行|体|群|选|间|生)"


class Noun(NamedTuple):
    """A pattern for measure word and noun; `words` in it is what stands between the two, `head` the noun."""

    unit: str
    pattern: re.Pattern[str]
    rule: str = "count"


def _noun(unit: str, measures: str, head: str, between: str = _NEAR, rule: str = "count") -> Noun:
    return Noun(unit, re.compile(rf"(?:{measures})(?P<words>{between})(?P<head>{head})"), rule)


_CURRENCIES = {
    "美元|美金": "USD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元|日圆": "JPY",
    "人民币|元人民币|元(?![首素旦宵老月年帅勋朝明清曲代])": "CNY",
    "港元|港币": "HKD",
    "澳元": "AUD",
    "加元": "CAD",
    "新元|新加坡元": "SGD",
    "韩元": "KRW",
    "瑞士法郎": "CHF",
    "卢布": "RUB",
    "印度卢比": "INR",
    "巴基斯坦卢比": "PKR",
    "泰铢": "THB",
    "兰特": "ZAR",
    "雷亚尔": "BRL",
    "土耳其里拉": "TRY",
    "瑞典克朗": "SEK",
    "挪威克朗": "NOK",
    "丹麦克朗": "DKK",
}

NOUNS = (
    *(_noun(code, "", names, "", "money") for names, code in _CURRENCIES.items()),
    _noun("countries", "个", _STATES),
    _noun("countries", "个", _COUNTRY),
    _noun("countries", "(?<=[多余几来])", _COUNTRY, ""),
    _noun("organisations", "[个家]", _ORGANISATION, ""),
    _noun("regions", "个", "大洲|大区域", ""),
    _noun("teams", "[批支个]", _TEAM),
    _noun("meetings", "[场次轮]", _MEETING),
    _noun("events", "[场次轮项]", _EVENT),
    _noun("doses", "剂次?|针剂?", "", ""),
    _noun("doses", "支|万份|份", "疫苗", "[^\\d，。；：！？,;:!?\\n]{0,6}?"),
    _noun("tonnes", "公?吨", "", ""),
    _noun("items", "人份|[只个件套台盒副份瓶箱片枚辆顶架双张支]", GOODS, "[^\\d，。；：！？,;:!?\\n]{0,10}?"),
    _noun("people", "", _PERSONS, ""),
    _noun("people", "[名位](?!数|居|列|次|单|额|称|词|义|牌|胜)", "", ""),
    _noun("people", f"个?人{_NOT_PEOPLE}(?:士)?", "", ""),
    _noun("batches", "批次?", "", ""),
)

# "培训200多场", "口罩50万只": the noun comes first, the number and its measure word after it.
_COUNTED_FIRST = r"(?:总数|数量)?(?:已|共|累计|有|达到?|为|约|超过?|近|逾|[ :：])*$"
_ENDS = r"个(?=[，。；、）)\n]|和|及|以上|左右|$)"
NOUN_FIRST = (
    ("countries", re.compile(rf"国家(?:和地区)?{_COUNTED_FIRST}"), re.compile(_ENDS)),
    ("organisations", re.compile(rf"(?:国际|地区|区域)组织{_COUNTED_FIRST}"), re.compile(_ENDS)),
    ("meetings", re.compile(rf"{_MEETING}[共已达近约超有了]{{0,3}}$"), re.compile(r"[场次]")),
    ("events", re.compile(rf"{_EVENT}[共已达近约超有了]{{0,3}}$"), re.compile(r"[场次]")),
    ("items", re.compile(rf"{GOODS}[共已达近约超有了]{{0,3}}$"), re.compile(r"人份|[只个件套台盒副份瓶箱片枚辆顶]")),
    ("doses", re.compile(r"疫苗[共已达近约超有了]{0,3}$"), re.compile(r"[剂支]")),
)

# 二十国集团 is a name, 国际 and 国内 are other words; but 外长, 外交, 内政, 会议 begin a new one after 国.
GROUP = re.compile(
    r"国(?!集团|联军|演义|时期|时代|语|际|庆|企|产|务|道|防|籍|旗|家|货|营|债|资|军|歌|宝|库|画|学|民|王|有(?!关|效)|力|土|情|策|门|泰|境|粹|税|花|"
    r"外(?!长|交)|内(?!政|阁)|会(?!议|晤|谈))"
)

# A country's standing or place: words that may stand between 个 and 国家 beside the names of regions.
MODIFIERS = re.compile(
    r"(?:\0|[“”\"'、和及与的等]|以上|以下|左右|发展中|最不发达|欠发达|发达|新兴|市场|经济体|沿线|共建|一带一路|相关|有关|地区|大陆|区域|大洲|不同|其他|其它|另外|"
    r"主要|重点|周边|邻近|相邻|友好|伙伴|受援|贫困|中?低收入|中等收入|高收入|内陆|小?岛屿|岛|沿海|沿岸|参与|参会|与会|参展|建交|外|域内|域外|成员|缔约|主权|独立|"
    r"创始|受灾|出口|进口|产油|产粮|讲?葡语|法语|英语|阿拉伯|伊斯兰|疫情严重|受疫情影响|最穷|最大|较大|最小|受[^的]{1,8}的|疫情[^的]{0,6}的|人口最多)*"
)

# "26个国家级…", "73个国家重点项目": 国家 means "national" there, and the project is what is counted: told by the word
# right after 国家, or by an institution that ends the same noun phrase, no verb or particle between.
NATIONAL = re.compile(
    r"级|队(?!伍)|重点|重大|公园|森林|地质|湿地|自然|现代|科学|科技|应急|超算|扶贫|区域|职业|艺术院|物流|"
    r"临床|中医|生物|野外|应用|地理标志|核|高新|自创|非遗|文物|文化(?!部|官员)|一[级类流]|二[级类]|三级|"
    r"战略|技术|工程|新区|标准|奖|社科|储备|粮|安全|航天|大数据|图书馆|博物馆|大剧院|知识产权|法定|通用|"
    r"海洋|气象|电影|中心|实验室|专利|专项|机关|机构|部委|部门|博物|考古|创新|示范|试点|骨干|补贴|助学|"
    r"宪法|公祭|统计|地表水|生态|园林|全域|新型|综合|乡村|农业(?!部|官员|专家)|信息化|数字|"
    r"旅游(?!部|局|官员)|工业(?!部)|高速|铁路(?!部)|水利(?!部)|矿山|石油|煤炭|地方联合|双创|医学中心|质检|"
    r"检验|计量|植物园|动物园|优质|绿色|低碳|智能|A|5A|4A|名优|遗产|记忆|勋章|荣誉|宝藏"
)
_NO_NOUN = (
    r"[的了在已将向对与和及为被把从是有等都也还共均皆仍曾驻，、]|参与|参加|签署|提供|派|建|开展|举办|实施|"
    r"发|加入|使用|宣布|投|设立|采用|援|捐|落地|举行|合作|代表|领导|首脑|外长|总统|政府|部长|通过|支持"
)
INSTITUTION = re.compile(
    rf"(?:(?!{_NO_NOUN})[一-鿿]){{0,14}}?(?:"
    r"项目|工程|基地|中心|实验室|公园|园区|示范区|示范县|示范村|保护区|高新区|自创区|开发区|试验区|度假区|"
    r"旅游区|景区|贫困县|贫困村|区县|标准|断面|枢纽|平台|体系|专项|博物馆|图书馆|展馆|资源库|储备库|观测站|"
    r"研究站|监测站|试验站|研究院|研究所|产业园|试点|扶贫日|纪念日|遗址|口岸|文明城市|森林城市|卫生城市|"
    r"名城|名镇|名村|重点学科|品牌)"
)
# Whatever is built or named is no country: "新建12个国家水稻育种试验田"; nor is a field or a store: "9个国家水稻良种场".
MADE = re.compile(r"(?:新建|建成|建设|建立|创建|命名|认定|获批|批复|评为|挂牌|验收|增设|布局)[了过]?$")
THING = re.compile(
    rf"(?:(?!{_NO_NOUN}|入驻|进驻|落户|来到|走进|抵达|进入|亮相|前往|访问|参观|租)[一-鿿]){{2,14}}(?=[，。；、！？\n]|$)"
)
SITE = re.compile(
    rf"(?:(?!{_NO_NOUN}|入驻|进驻|落户|来到|走进|抵达|进入|亮相|前往|访问|参观|租)[一-鿿]){{2,10}}(?<=[场田馆站园库圃])(?=[，。；、！？\n]|$)"
)

# Money by its sign, and the names that several countries give their money.
SIGNS = {"US$": "USD", "$": "USD", "￥": "CNY", "¥": "CNY", "€": "EUR", "£": "GBP"}
SHARED_CURRENCY = re.compile(r"卢比|克朗|比索|第纳尔|先令|里亚尔|里拉|法郎")
