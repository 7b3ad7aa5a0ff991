"""What a body does or has to do, by the words with which a sentence goes on behind its name."""

import re

from store.reading.signs.owner_words import longest_first

# 市水务局制定方案, 各区报送台账: behind a body's name the sentence goes on with one of these.
_VERBS = (
    "牵头 主办 会同 负责 承担 承办 主管 分管 落实 制定 制订 研究 提出 组织 开展 指导 督促 配合 协助 参与 参加 支持 完善 明确 统筹 推行 推进 推动 "
    "推广 建立 建成 建设 健全 印发 出台 完成 启动 实施 编制 编写 报送 上报 呈报 提交 汇总 审核 检查 督查 监督 监管 维护 保障 安排 拨付 修订 修改 "
    "发布 公布 公开 公示 召开 举办 组建 成立 确定 梳理 整理 排查 摸排 整改 清理 整治 治理 打击 查处 受理 处理 处置 协调 办理 执行 贯彻 宣传 培训 "
    "考核 评估 评价 验收 总结 报告 反馈 通报 收集 统计 监测 分析 调查 核实 核查 审批 审查 登记 备案 采取 优化 深化 强化 提升 提高 扩大 培育 引导 "
    "鼓励 形成 选择 选定 选派 认定 改造 更新 采购 开工 新建 新增 引进 申报 争取 确保 保证 抓好 抓紧 做好 搞好 加强 加快 加大 履行 对照 "
    "填报 填写 发放 签订 细化 分解 压实 动员 部署 试点(?![省市县区州乡镇村城地单部学医企园]) 探索 规范 严格 拟定 拟订 起草 提供 调拨 储备 救助 疏散 转移 抢修 警戒 追究 接收 移交 "
    "兑现 跟踪 督办 督导 抽查 复核 归口 负(?=[总全主首直监领][^,。;]{0,3}责)"
)
_ADVERBS = (
    "要 应 须 需 必须 可 都 均 也 在 于 按 按照 依照 根据 依据 依法 依托 结合 围绕 针对 对 将 把 就 从 为 向 以 与 每 并 抓紧 尽快 切实 认真 积极 进一步 "
    "及时 具体 共同 分别 分头 全面 全力 同步 同时 至少 原则上 立即 迅速 主动 定期 不定期 统一 主要 重点 继续 分级 分类 逐级 逐一 随时 适时 力争 务必 予以 给予 密切 联合 集中 "
    "全部 一律 纳入 尽早 早日 高度 充分 精心 严密 牢固 持续 迅即 带头 率先 分管 自行 另行 参照 逐项 按时 按期 务于 务在 全程 是(?=[^,。;]{0,16}第一责任|责任|总?牵头)"
)
# 以上工作要在2022年5月底前完成; 每年1月底前完成上述工作.
ABOVE = re.compile(r"(?:以上|上述|前述)(?:各项)?(?:工作|任务|事项|要求)")
"""Words for what stands before. For folded text."""
# 国务院教育行政部门负责职业教育工作的统筹规划.
COMPETENT = re.compile("国务院[^,。]{2,20}(?:行政|主管)部门")
"""How laws name who is competent. For folded text."""
_HELPERS = "管理|服务|监督|监察|执法|综合|应急|检查|检验|检测|促进|协调|工作|领导|发展|改革|保障|事务|指导|稽查|研究|宣传|推广|行政|政务"
_SHORT_END = (
    r"部(?![分署门位])|局(?!部|面)|厅|署|委(?![派托])|办(?![理好法公结事])|处(?![理置罚分于])|科(?![学技普研])|股|室|中心|组(?![织建成])|"
    r"所(?![有在需属辖负管])|院|站(?!点)|队(?!伍)|小组|[大支总]队|会(?![议同商谈])|办公室|单位|部门|机构|机关|企业|公司|集团|银行|大学|学院|医院|协会|学会|兵团"
)
_NAME_GOES_ON = rf"(?:{_HELPERS}){{0,2}}(?:{_SHORT_END})"


_ANY_VERB = longest_first(_VERBS.split())
_ANY_ADVERB = longest_first(_ADVERBS.split())
# 县委组织部 goes on as a name behind 组织, 市应急管理局 behind 应; 县委组织各局 does not.
FOLLOWS = re.compile(
    rf"商(?![务品业会量贸])|会同|(?:{_ANY_VERB})(?!{_NAME_GOES_ON})|(?:{_ANY_ADVERB})(?!急|对办|{_NAME_GOES_ON})|(?=\d{{1,2}}(?:月|[—–―~至-]\d{{1,2}}月))"
)
"""What can stand behind the body that a sentence is about. For folded text."""
VERBS = re.compile(rf"(?:{_ANY_VERB})(?!{_NAME_GOES_ON})")
"""Words for what is done, without the adverbs before them."""
_HOW = (
    r"(?:(?:按照?|根据|依据|依)?(?:各自|有关|其)?职(?:责|能)(?:分工)?[,]?)?"
    r"(?:分别|共同|具体|主要|统一|全面|统筹|积极|协同|协调|依法|组织|要|应当?|须|需)*"
)
# 本办法由市财政局会同市教育局负责解释 stands in every last article and is no task.
EXPLAINS = re.compile(r"负责[^,。]{0,8}解释|解释(?:工作|权|权归)?[^,。]{0,4}由|由[^,。]{2,40}解释")
"""Words of the article that says who explains the rules. For folded text."""
# 各镇对辖区工作负总责, 市水务局负主体责任; 负总责的机制 is a noun.
_WHOLE_DUTY = r"(?:对[^,。;]{1,40})?负(?:总责|全责|[主首]责|(?:总|主要|主体|直接|全面|领导|监管)责任)(?![^,。;]{0,12}的(?:机制|体制|原则|格局|制度|要求))"
# 市水务局负责…, 由市财政局具体承担…, 由市外办归口管理; 负责人, 负责的原则 and 负责制 are nouns.
DUTY = re.compile(
    rf"{_HOW}(?:{_WHOLE_DUTY}|归口(?:管理|负责|统筹)(?!部门|单位)|负责(?!人|制(?![定订作])|的?(?:原则|机制|要求|同志|方针|态度))|承担(?!的|起|[^,。]{0, 6}责任)|承办(?!的))"
)
"""What makes somebody answer for what follows. For folded text."""
# 市水务局为第一责任人, 县教育局是责任单位, 各校是校园安全的第一责任人.
IS_ANSWERABLE = re.compile(
    r"[为是](?:(?:第一|直接|主要|主体|具体)?责任(?:单位|部门|主体|人)|[^,。;]{1,16}第一责任(?:单位|人))"
)
"""What calls a body answerable. For folded text."""
IS_LEADER = re.compile(r"[为是]总?牵头(?:单位|部门)")
"""What calls a body the leading one. For folded text."""
# 市水务局、市财政局组成: behind X牵头 it says who else takes part.
MAKE_UP = re.compile(r"(?P<names>[^,。;:由]{2,80}?)(?:等(?:单位|部门)?)?(?:参加|参与|共同|联合)?组成(?=。|$)")
"""A clause that only says who makes up a group. For folded text."""
# 督查室跟踪督办, 督查组对各村整治情况进行检查验收.
CHECKS = re.compile(
    r"(?:(?:跟踪|定期|不定期|全程|专项|实地|适时|随时)+(?:督[办查导]|监督|检查|抽查|通报)"
    r"|对[^,。;]{1,40}(?:进行|开展|实施)[^,。;]{0,8}(?:检查|验收|督[查导办]|考核|评估|抽查|审计|核查|通报))"
    r"(?![后的]|结果|情况)"
)
"""What those do who look after what others do. For folded text."""
CHECKER = re.compile(r"督[查导办]|检查|验收|考核|巡[查察]|监[委察]|纪委")
"""A word in the name of who looks after what others do. For folded text."""
# 市水务局牵头…, 总牵头; 牵头单位 and 牵头作用 are nouns.
LEADS = re.compile(rf"{_HOW}(?:负责)?(?:总?牵头|主办)(?!单位|工作|部门|处室|科室|领导|作用|人|职责|抓总作用)")
"""What makes somebody lead. For folded text."""
# …会同有关部门制定方案, …商财政部提出意见.
WITH = re.compile(rf"{_HOW}(?:会同|商(?![务品业会量贸]))")
"""What puts others beside who leads. For folded text."""
# 6月底前,完成全部问题整改; 年底前建成示范园区; 完成上述工作 repeats what was given.
DUE = re.compile(
    r"(?:前|底|末|内)[,]?(?:全面|基本|力争|确保|要|应|须|全部|集中|统一|抓紧|率先|陆续|正式)*"
    r"(?:完成(?!上述)|建成|出台|印发|报送|上报|报|提交|制定|修订|启动|整改|办结|落实|验收|拨付|下达|开工|竣工|投入|公布|发布|形成|建立)"
)
"""A time with what is due by it. For folded text."""
# 财政局配合。, 市直有关部门积极参与; 配合市教育局做好… has its own object.
SHARES = re.compile(
    rf"{_HOW}(?:予以|给予|做好|抓好|密切)?(?:相关)?(?:配合|参与|参加|协助|协同|支持|协办)"
    r"(?:落实|实施|负责|推进|做好|相关|有关|工作|开展|完成)*(?=[,。;]|$)"
    r"|(?:具体|分级|分头|组织|抓好)?(?:实施|落实|办理)(?=[,。;]|$)"
)
"""What makes somebody take part, with nothing behind it. For folded text."""
# 市教育局已印发…, 发展改革委研究提出了办理意见: what was done is no task.
REPORTS = re.compile(r"^(?:已|正在|正按|曾|也?表示|认为|同意|决定|建议|共(?![同建])|目前|现已)")
# 各地可以指定机构, 各医院均参加评估: what may be or is so is no task, 均要参加 is.
MAY = re.compile(r"可以?|[均都也](?!要|应|须|需)")
"""What may be done, or is so. For folded text."""
# …进行了实地调查, …提出了意见; 为了, 除了 and 了解 are none.
DONE = re.compile(r"(?<![为除到罢得])了(?![解结望却])|(?:已经|业已|现已|均已)")
"""Words of reports. For folded text."""
# 市水务局已于3月完成; 对已建成的项目, an attribute, is none.
ALREADY = re.compile(r"已(?!.{0,16}的)")
"""What was done before. For folded text."""
# 近年来,市教育局牵头…; 2020年以来; 截至目前.
SINCE = re.compile(r"^(?:[^,。]{0,12}(?:年来|以来|期间,?我)|截[至止]|目前,|当前,|去年|上年|过去)")
"""How a sentence of a report begins. For folded text."""
# 组长由市长担任, 成员由…组成, 办公室设在市水务局, 由…选派人员参加: how a group is made up is no task.
MADE_UP = re.compile(
    r"担任|兼任|组成(?!员|[\u4e00-\u9fff]{0,6}(?:组|专班|队))|设在|下设|(?:任|作为)(?:副?组长|副?主任|召集人)|为(?:副?组长|成员|召集人)|选派|推选|推举|成员包括"
)
"""Words of a clause that says how a group is made up. For folded text."""
