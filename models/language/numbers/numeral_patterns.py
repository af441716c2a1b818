"""How numerals are written: one pattern that finds them all, and one for the end of a range."""

import re

DIGIT = "0-9０-９"
HAN = "零〇一二三四五六七八九两俩十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_BIG = "十百千万亿兆拾佰仟廿卅"
_SCALE = "(?:[万亿兆]|[十百千](?![瓦米克卡伏帕赫焦]))"
_ARABIC = (
    rf"[{DIGIT}]*+(?:,[{DIGIT}]{{3}}(?![{DIGIT}])|，[{DIGIT}]{{3}}(?=[,，][{DIGIT}]{{3}}|[.．][{DIGIT}]))*+"
    rf"(?:[.．][{DIGIT}]++)?+(?![月日号时岁届版/]|点(?<![{DIGIT}]{{3}}点)(?<![.．][{DIGIT}]点)(?<![.．][{DIGIT}]{{2}}点)|[:：∶][{DIGIT}])"
    rf"(?:{_SCALE}++(?:[{DIGIT}]++{_SCALE}++)*+(?:[{DIGIT}]{{4}}(?![{DIGIT}年]))?+)?+"
)
# A Chinese numeral counts from ten, before a tenth or a multiple, or as the end of a range.
_CHINESE_COUNTS = (
    rf"(?:(?<=[{_BIG}])|(?=[{HAN}]*[{_BIG}]|[-—~至到]{{1,2}}[{HAN}]*[{_BIG}]|[成倍]|分之|"
    rf"点[{HAN}]+(?:%|％|个百分点|倍)))"
)
_CHINESE = rf"{_CHINESE_COUNTS}(?:(?!千(?:瓦|克|伏))[{HAN}])*+(?:点[{HAN}]++)?+(?![月日号届])"
NUMERAL = re.compile(
    rf"[{DIGIT}{HAN}](?:(?<=[{DIGIT}])(?!(?<=[12])[09][0-9]{{2}}年)(?<![{DIGIT}.．][{DIGIT}]){_ARABIC}|"
    rf"(?<=[{HAN}])(?<![{HAN}第][{HAN}]){_CHINESE})"
)
MAY_HOLD_NUMBERS = rf"[{DIGIT}{_BIG}成倍半番]"  # texts without one of these hold no quantity
_TO = r"(?:（含）|\(含\))?\s?(?:[-—－–~～]{1,2}|至|到)\s?"
UPPER = re.compile(
    rf"{_TO}([{DIGIT}]++(?:,[{DIGIT}]{{3}})*+(?:[.．][{DIGIT}]++)?+{_SCALE}*+|[{HAN}]++)(?![{DIGIT}])"
)
