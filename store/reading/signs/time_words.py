"""Wordings of time, by what they tell: a day, a quarter, a rhythm, no end. For text with plain times."""

import re

_BEFORE = r"(?P<before>以?前|之前)?"
_BEFORE_PART = r"(?:以?前|之前)?"
_YEAR = r"(?P<year>(?<!\d)20\d{2}年?|今年|本年度?|当年|明年|次年|翌年|来年)"
_SHORT_YEAR = r"(?P<short_year>(?<![\d第一二三四五六七八九十])[23]\d年)"
_MONTH = r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])月份?"
_DAY = r"(?P<day>\d{1,2})(?:[日号]|(?=以?前|之前|$))"
# 15日(星期五)下午5点前, 20日18:00前, 30日下班前.
_CLOCK = (
    r"(?:\((?:星期|周)[一二三四五六日天]\))?(?:[上下]午|中午|晚上?)?"
    r"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d|[时点](?:[0-5]?\d分|整|半)?))?(?:下班)?"
)
_TO = r"[至到—–―~-]"
_SOME_MONTH = r"(?:(?:1[0-2]|0?[1-9])月份?(?:\d{1,2}[日号])?)?"
_FIGURES = r"(?P<month>1[0-2]|0?[1-9])[./](?P<day>3[01]|[12]\d|0?[1-9])"
DONE = "(?:全面|基本|全部)?(?:完成|投入|实现|建成|启用|出台|报送|上报|竣工|办结)"
"""What makes a deadline of a time in front of it: 2026年完成, 9月投入使用."""
OPEN = re.compile(
    r"(?<![提目当面])(?:以?前|之前)(?![期述置往景提])|期间|[日天月年周]之?内|月底|月末|季末|季度末|[年月]初|年中"
)
"""What a clause holds that names a time which is no day: 汛期前, 2026年春节前, 15日前, 季度末, 三个月内."""

# 每月25日前, 每季度首月10日, 按月, 每年6月底前, 每年第一季度末, 每周五, 每季度结束后10日内.
EACH = re.compile(
    r"(?:每|逐|按)个?(?P<period>周|月|季|半年|年)度?的?年?"
    r"(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<nth>第[一二三123]个|首|末)月"
    r"|(?<!\d)(?P<month>1[0-2]|0?[1-9])月份?|(?P<weekday>(?<=周)[一二三四五六日]))?"
    rf"(?:[底末]|(?P<part>[上中下]旬))?(?:{_DAY})?"
    r"(?:(?:结束)?后(?P<days_after>\d{1,2})[日天]内)?(?:以?前|之前)?"
)
"""A rhythm with the day within it."""
# 每两个月, 每三年, 每天, 每学期末, 半年一次.
EACH_OTHER = re.compile(
    r"每[两二三四五2-5]个?(?:月|周|年)|每[日天]|每个?(?:学期|学年)[初末底]?前?|(?:一月|一季度|半年|一年)[一两二]次"
)
"""A rhythm whose days are not known."""
PATTERNS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    ("recurring", EACH),
    ("recurring", EACH_OTHER),
    # 2021-06-30, 2021.6.30前, 2021/6, 2021.6.1-2021.6.30.
    (
        "iso",
        re.compile(
            r"(?<!\d)(?P<year>20\d{2})[-./](?P<month>1[0-2]|0?[1-9])"
            rf"(?:[-./](?P<day>\d{{1,2}})(?!\d)|(?![./\d月年]|-\d{{1,2}}(?!\d)))[日号]?{_BEFORE}"
        ),
    ),
    # 20210630.
    ("iso", re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)")),
    # 6.30前, 6/30前.
    ("iso", re.compile(rf"(?<![\d./]){_FIGURES}[日号]?(?:以?前|之前)")),
    # 6.30, 6-30 or 6/30完成 alone, since a figure may be written so.
    (
        "iso",
        re.compile(r"^\s*(?P<month>1[0-2]|0?[1-9])[-./](?P<day>3[01]|[12]\d|0?[1-9])[日号]?(?:完成)?\s*$"),
    ),
    # 6.1-6.30: both ends of a span.
    ("iso", re.compile(rf"(?:^\s*|(?<={_TO})){_FIGURES}(?=[日号]?(?:完成)?\s*$|{_TO}\d)")),
    # 截至2025年底, 自2026年6月1日起, 2020年以来, 去年12月底: none is a deadline.
    (
        "none",
        re.compile(
            rf"截[至止]到?(?:20\d{{2}}年)?{_SOME_MONTH}(?:年?[底末])?(?!前)"
            rf"|(?:20\d{{2}}年{_SOME_MONTH}|{_SOME_MONTH}(?<=[月日份号]))(?:年?[底末初])?(?:起(?!至)|以来|以后|之后)"
            rf"|(?:去年|上一?年度?|前年){_SOME_MONTH}(?:年?[底末])?"
        ),
    ),
    # 2021年6月30日前, 6月底前, 10月中旬, 26年6月20日18:00前; no 6月第一周.
    (
        "dated",
        re.compile(
            rf"(?:{_YEAR}|{_SHORT_YEAR})?{_MONTH}(?!第|最后|首|头)"
            rf"(?:(?P<day>\d{{1,2}})(?:[日号]|(?=以?前|之前|{_TO}\d|$))(?:{_CLOCK}))?"
            rf"(?P<part>底|末|初|上旬|中旬|下旬)?(?:{_BEFORE}|之?内)"
        ),
    ),
    # 3月1日-15日: the second day is of the same month.
    ("same_month", re.compile(rf"(?<={_TO})(?P<day>\d{{1,2}})[日号]{_BEFORE}")),
    # 第三季度, 一季度末, 2026年前三季度, Q3.
    (
        "quarter",
        re.compile(
            rf"{_YEAR}?前?(?:第?(?P<quarter>[一二三四1-4])个?季度|Q(?P<q>[1-4]))(?P<part>末|底)?{_BEFORE}"
        ),
    ),
    # 上半年, 2026年上半年.
    ("half", re.compile(rf"{_YEAR}?(?P<half>上|下)半年(?:底|末)?")),
    # “十五五”末, 十五五期间; not 落实“十五五”规划.
    (
        "plan",
        re.compile(
            r"[“\"]?十(?P<plan>[三四五六])五[”\"]?(?:规划)?(?:期末|末期|末|底|期间|时期|期内)" + _BEFORE_PART
        ),
    ),
    # 自印发之日起30日内, 本通知印发后一个月内, 下发之日起10个工作日内.
    (
        "after_issue",
        re.compile(
            r"(?:自|从|在|于)?本?(?:通知|方案|意见|办法|文件|计划|清单|要点)?(?:印发|发布|下发|发文|公布|制发)"
            r"(?:之日|后|之后|以后)(?:起|开始)?的?(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
            r"(?P<measure>个?工作日|日|天|个?星期|周|个?月|年)(?:之|以)?内?"
        ),
    ),
    # 长期坚持, 持续推进, 全年.
    ("continuing", re.compile(r"长期|持续|常态化?|全年|贯穿|始终|经常|不断|日常|按需|适时|滚动|全程")),
    # 2022年底前, 今年年底, 27年底前, 2026年内.
    ("year", re.compile(rf"(?:{_YEAR}|{_SHORT_YEAR})(?:年?[底末终]|度?内){_BEFORE_PART}")),
    # 2021年度, 2026年完成, 2026年—2028年; not 2026年汛期前 and not 2020年以来.
    ("year", re.compile(rf"{_YEAR}(?<=[年度])度?(?=\s*(?:$|[,;。、)]|{_TO}\s*20)|{DONE})")),
    # 年底前, 年内; not 三年内, 学年末.
    (
        "year",
        re.compile(rf"(?<![一二三四五六七八九十两几多数\d个每逐学财半])年度?(?:[底末终]|内){_BEFORE_PART}"),
    ),
    # 2030年前: before that year or within it is left open.
    ("year_open", re.compile(r"(?<!\d)(?P<year>20\d{2}年)(?:以前|之前|前)(?!第?[一二三四两1-4])")),
    # 立行立改, 立即.
    ("immediate", re.compile(r"立[行查整]立改|立即|即时|即知即改|马上|立刻|即行")),
)
"""Wordings of time by what they tell; of two that begin together the longer counts, then the first named."""
