"""Papers to be damaged: plans of invented places, from a small grammar of our own; same chance, same paper."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


HAN = "一二三四五六七八九十"
PLACES = _words("澜港市 青岭县 北溪区 望潮市 岚屏县 栖霞新区 鹿渡镇 白鹭湾区 沅溪县 霞浦岛 镜川市 乌桐县 松陵区 雁鸣县")
OFFICES = _words(
    "气象局 林业局 审计局 统计局 档案馆 科技局 文化旅游局 海洋渔业局 应急管理局 市场监管局 退役军人事务局 体育局 粮食储备局 地震局 国资委 "
    "司法局 税务局 博物馆 红十字会 共青团委 妇联 供销社 消防救援支队 邮政管理局 烟草专卖局 残联 外事办"
)
KINDS = _words("工作要点 行动方案 实施方案 三年计划 任务分工 整治方案 建设规划")
SUBJECTS = _words(
    "防汛抗旱 森林防火 海岸修复 古籍保护 科技创新 冷链物流 乡村旅游 食品安全 消防安全 政务公开 信用体系 数字档案 社区矫正 全民健身 粮食安全 "
    "节水型社会 湿地保护 渔港建设 非遗传承 青年就业 婚育服务 法治宣传 应急救援 气象服务 知识产权 营商环境 无障碍环境 烈士纪念设施 志愿服务 老字号振兴"
)
DEEDS = (
    "{n}年底前，建成自动气象站{a}座、雨量监测点{b}处，暴雨预警提前量达到{c}分钟以上",
    "加固海塘{a}.{d}公里，修复沙滩{b}公顷，种植红树林{c}亩",
    "抢修破损堤段{a}处，清淤河道{b}公里，储备编织袋{c}00条、冲锋舟{d}艘",
    "普查古树名木{c}株，建立保护档案，挂牌率达到{p}%",
    "扫描馆藏档案{b}万页，修复受损卷宗{c}册，开放目录{a}00条",
    "认定高新技术企业{a}家，转化科技成果{b}项，技术合同成交额突破{d}亿元",
    "举办龙舟赛、登山节等赛事{a}场次，建设健身步道{b}.{d}公里",
    "抽检米面油样品{c}0批次，合格率保持在{p}%以上，查处违法案件{b}起",
    "修缮烈士纪念碑{d}座、散葬墓{b}处，慰问老兵{c}人次",
    "培训法律明白人{c}名，调解纠纷{b}00件，调解成功率不低于{p}%",
    "轮换储备粮{b}00吨，改造仓房{a}栋，新增低温仓容{d}万吨",
    "开行旅游专线{d}条，评定甲级民宿{a}家，接待游客{c}万人次，同比增长{d}.{d}%",
    "更换老化电缆{b}公里，整治隐患{c}处，微型消防站覆盖率由{b}%提高到{p}%",
    "新设信用修复窗口{d}个，归集信用信息{c}万条，办结时限压缩至{d}个工作日",
    "发放消费券{a}00万元，带动老字号销售{d}.{d}亿元，惠及商户{c}家",
    "改造渔港泊位{a}个，疏浚航道{b}万立方米，淘汰老旧渔船{c}艘",
    "组建救援队{d}支{c}人，开展演练{a}次，配备卫星电话{b}部",
    "安排专项资金{c}万元，其中本级财政{b}万元，社会捐赠{a}万元",
    "授权发明专利{c}件，每万人口拥有量达到{d}.{d}件，质押融资{b}00万元",
    "关停散煤锅炉{b}台，空气优良天数比例达到{p}.{d}%，细颗粒物浓度降至{b}微克/立方米",
    "收集非遗线索{c}条，命名传承人{a}名，建成传习所{d}所",
    "设立青年驿站{d}家，提供免费床位{c}张，吸引毕业生{b}00名来{o}就业创业",
    "完成高标准农田{d}.{d}万亩，推广良种{b}个，亩均节水{c}立方米",
    "压减会议{b}%，精简文件{a}件，网上可办事项达到{c}项",
)
FRAMES = (
    "坚持{v}、{v}，{x}{s}工作机制，{x}责任链条",
    "{x}部门联动，打通{s}的堵点，{e}",
    "由{f}牵头，{f}配合，{x}{s}台账，逐月销号",
    "对{s}中{q}的问题，要{w}，不得{k}",
    "{w}，{w}，切实{x}{s}的底线",
    "充分发挥{g}作用，引导{h}参与{s}，{e}",
    "探索“{m}”模式，{x}{s}制度，{e}",
    "凡{q}的，一律{w}；屡教不改的，依法依规处理",
    "利用{t}等形式，{x}宣传，让{h}{z}",
    "{x}督查考核，把{s}纳入年度评价，{e}",
    "按照“{m}”的要求，{w}，稳妥推进{s}",
    "整顿{s}市场，{w}，{x}许可制度",
    "面向全省，{x}{s}合作，{e}",
    "做到成本小，见效快，{x}{s}",
    "不因事小，就{k}；{x}{s}的日常检查",
    "放开市场，引导{h}投资{s}，{e}",
    "{f}要会同{f}，{w}，并于每季度末报送进展",
)
WORDS = {
    "v": _words("问题导向 因地制宜 分类施策 预防为主 标本兼治 量力而行 公平公正 便民利企 生态优先 科技赋能 源头治理 疏堵结合"),
    "x": _words("健全 压实 理顺 夯实 筑牢 完善 强化 细化 拓宽 优化 严格 深化"),
    "e": _words("努力形成齐抓共管的格局 确保不留死角 防止一刀切 做到早发现、早处置 切忌走过场 让好经验落地生根 力求取得实效 杜绝数字造假"),
    "q": _words("整改不力 久拖不决 弄虚作假 情况复杂 群众反映强烈 跨区域 责任不清 屡查屡犯"),
    "w": _words(
        "逐项登记造册 限期清理 约谈负责人 专人跟踪 及时通报 重新核定标准 倒排工期 先易后难 组织专家论证 邀请代表评议 公开曝光 追究责任"
    ),
    "k": _words("推诿扯皮 降低标准 搭车收费 瞒报漏报 层层加码 擅自变更 以罚代管 拖延时间"),
    "g": _words("行业协会 网格员 老党员 驻村干部 志愿者 专家库 工会 商会 乡贤 媒体"),
    "h": _words("广大居民 中小企业 科研院所 沿海渔民 返乡青年 在校学生 外来务工人员 退休教师 种粮大户 游客"),
    "m": _words("一网统管 吹哨报到 揭榜挂帅 马上就办 闭环管理 双随机 首问负责 以奖代补 错时服务 帮办代办 红黄绿灯 积分兑换"),
    "t": _words("短视频 农家书屋 广播喇叭 公交站牌 主题展览 巡回宣讲 院坝会 知识竞赛 微信群 公益广告"),
    "z": _words("听得懂、记得住 少跑腿 看得见变化 心里踏实 学会自救互救 得到真正的实惠 放心消费 有序参与"),
}
TRADITIONAL = str.maketrans(
    "许顿们单彻总执给贯万与专业严个为举乌习乡书于云产亩亿仓价众优会传体储兑党关兴册军农冲决况准减划创办务动区协卖卫压县参双发变台号后吨听员团国场坚坝处备复头奖妇学实审宽对导层屡岚岛岭帅师带帮干并广库应开张强归录态愿户扫抢护报拥挂挥损换数无旧时术机杂权条来标栋树栖样档检残毕气测浓渔温游湾湿滩澜灯炉点烟牵环现电监盖瞒矫码确碍种积税稳竞筑简类粮纠红约级纪纳纷线练组细织经结绝统绿缆编缩缮网罚联节营虚补见规视览计认让训议记讲论设证评识话请诿调谈负财责贤账质费资赋赛赠踪车转轮达过进违遗邮钟链销锅锋错镇镜长门闭问间队随隐难页顷项顺预频颗题额馆马驻驿验鸣鹭黄齐龙",
    "許頓們單徹總執給貫萬與專業嚴個為舉烏習鄉書於雲產畝億倉價眾優會傳體儲兌黨關興冊軍農衝決況準減劃創辦務動區協賣衛壓縣參雙發變臺號後噸聽員團國場堅壩處備復頭獎婦學實審寬對導層屢嵐島嶺帥師帶幫幹並廣庫應開張強歸錄態願戶掃搶護報擁掛揮損換數無舊時術機雜權條來標棟樹棲樣檔檢殘畢氣測濃漁溫遊灣濕灘瀾燈爐點菸牽環現電監蓋瞞矯碼確礙種積稅穩競築簡類糧糾紅約級紀納紛線練組細織經結絕統綠纜編縮繕網罰聯節營虛補見規視覽計認讓訓議記講論設證評識話請諉調談負財責賢賬質費資賦賽贈蹤車轉輪達過進違遺郵鐘鏈銷鍋鋒錯鎮鏡長門閉問間隊隨隱難頁頃項順預頻顆題額館馬駐驛驗鳴鷺黃齊龍",
)
"""The characters of these words in Traditional form, as they are meant here."""
PHRASES = {"巡回": "巡迴", "心里": "心裡", "复杂": "複雜", "米面": "米麵"}
"""Words whose characters are written otherwise than elsewhere in these plans."""


def han(number: int) -> str:
    """A Chinese numeral up to 99.

    >>> han(9), han(10), han(21)
    ('九', '十', '二十一')
    """
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens - 1] + "十") + (HAN[ones - 1] if ones else "")


class Writer:
    """One writer of one paper: its place, its year, its chance."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.place = random.choice(PLACES)
        self.year = random.randrange(2011, 2029)

    def deed(self) -> str:
        """A clause with numbers."""
        chance = self.random
        return chance.choice(DEEDS).format(
            n=self.year,
            o=self.place,
            a=chance.randrange(2, 40),
            b=chance.randrange(11, 99),
            c=chance.randrange(100, 4000),
            d=chance.randrange(1, 10),
            p=chance.randrange(80, 100),
        )

    def clause(self) -> str:
        """A clause without numbers."""
        frame, chance = self.random.choice(FRAMES), self.random
        pieces: list[str] = []
        here = 0
        while (start := frame.find("{", here)) >= 0:
            slot = frame[start + 1]
            word = chance.choice(SUBJECTS) if slot == "s" else self.office() if slot == "f" else chance.choice(WORDS[slot])
            pieces += (frame[here:start], word)
            here = start + 3
        return "".join((*pieces, frame[here:]))

    def office(self) -> str:
        """An office of the place."""
        return self.place[-1:].replace("岛", "市").replace("岭", "县") + self.random.choice(OFFICES)

    def paragraph(self) -> str:
        """Some clauses."""
        clauses = [self.deed() if self.random.random() < 0.55 else self.clause() for _ in range(self.random.randrange(1, 5))]
        return "".join(clause + self.random.choice("。。；") for clause in clauses[:-1]) + clauses[-1] + "。"

    def lines(self, items: int) -> Iterator[str]:
        """The lines of a plan with about so many items."""
        chance = self.random
        kind = chance.choice(KINDS)
        title = f"{self.place}{self.year}年{chance.choice(SUBJECTS)}{kind}"
        yield f"{self.place}人民政府办公室关于印发《{title}》的通知"
        if chance.random() < 0.6:
            yield f"各镇人民政府，{self.office()}、{self.office()}："
        yield f"《{title}》已经研究同意，现印发给你们，请认真贯彻执行。"
        yield f"{self.place}人民政府办公室"
        yield f"{self.year}年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日"
        if chance.random() < 0.5:
            yield chance.choice(("（此件公开发布）", "（此件主动公开）"))
        yield title
        parts, number = max(1, items // 6), 0
        for part in range(1, parts + 1):
            yield f"{han(part)}、{chance.choice(('总体要求', '重点任务', '主要措施', '进度安排', '工作要求', '组织保障'))}"
            if chance.random() < 0.3:
                yield self.paragraph()
            for item in range(1, items // parts + 1):
                number += 1
                subject = chance.choice(SUBJECTS)
                yield f"（{han(item)}）{subject}{chance.choice(('', '工程', '行动', '工作'))}。{self.paragraph()}"
                if chance.random() < 0.25:
                    yield f"（责任单位：{self.office()}、{self.office()}）"


def paper(random: Random, *, items: int = 12, script: str = "Hans") -> str:
    r"""A plan with about so many items, lines without indentation.

    >>> paper(Random(1)) == paper(Random(1)), len(paper(Random(1)).split("\n")) > 15
    (True, True)
    """
    text = "\n".join(Writer(random).lines(items))
    return traditional(text) if script == "Hant" else text


def traditional(text: str) -> str:
    """A text of these words in Traditional characters.

    >>> traditional("情况复杂的，逐项登记造册")
    '情況複雜的，逐項登記造冊'
    """
    for word, form in PHRASES.items():
        text = text.replace(word, form)
    return text.translate(TRADITIONAL)


def papers(count: int, *, seed: int = 0, items: int = 12, script: str = "Hans") -> Iterator[str]:
    """So many plans, each of its own chance."""
    return (paper(Random(f"{seed} {number}"), items=items, script=script) for number in range(count))
