"""What Chinese calls supplies, and the words by which they go from one side to the other."""

import re

# A gift of something else (advice, experience, support) is no supply.
GOODS = (
    r"(?:物资|口罩|防护服|防护用品|试剂|呼吸机|护目镜|手套|疫苗|药品|药物|医疗设备|设备|捐款|资金|现汇|赠款|援助(?!对象|方案|实施|工作)|"
    r"粮食|大米|帐篷|毛毯|救护车|制氧机|氧气|检测盒|消毒|仪器|器材|面粉|小麦|食品|药材|冷链|注射器|面罩|隔离衣|手术衣|测温|监护仪|床位|病床|车辆|用品|美元|欧元|人民币|英镑|日元|万剂|剂次|剂)"
)
TO = r"(?:(?<![面应针反绝相])向|给(?!予)|对(?![外此于华抗])|(?<![认成因以作])为(?![了期主何]))"
BOUGHT = re.compile(r"采购|购买|订购|进口|出口|销售|购入|购得|售")
