"""Characters written as their parts side by side (亻言 for 信), put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

# Parts that nobody writes by themselves: whoever does, takes a character apart.
# Each line: the part, then what stands beside it and the character that both make.
_LEFT = {
    "亻": (
        "言信 氐低 介价 共供 弋代 尔你 也他 主住 乍作 门们 牛件 本体 专传 更便 昔借 尤优 立位 寸付 呆保 "
        "分份 十什 半伴 建健 直值 故做 象像 二仁 五伍 山仙 子仔 谷俗 吏使 列例 昌倡 到倒 奇倚 云会 可何 "
        "左佐 右佑 白伯 申伸 旦但 衣依 占佔 寺侍 足促 曼僈 需儒 舍舒 吉佶 扁偏 奉俸 义仪 因佃 犬伏"
    ),
    "氵": (
        "去法 工江 可河 先洗 舌活 肖消 户沪 胡湖 气汽 由油 台治 主注 每海 青清 又汉 十汁 少沙 羊洋 皮波 "
        "包泡 良浪 步涉 原源 及汲 相湘 斩渐 票漂 莫漠 林淋 显湿 奂涣 旨泊 酉酒 者渚 朝潮 充流 聿津 各洛 "
        "同洞 州洲 曷渴 罙深 农浓 弱溺 西洒 巷港 雨漏 共洪 齐济 则测 甚湛 首渡"
    ),
    "扌": (
        "召招 比批 隹推 包抱 丁打 尤扰 戈找 立拉 彐扫 口扣 白拍 受授 妾接 安按 奂换 仓抢 是提 寺持 发拨 "
        "舌括 合拾 非排 旨指 广扩 支技 巴把 殳投 斤折 并拼 兆挑 由抽 甲押 空控 莫摸 卓掉 罢摆 采採 夭扷 "
        "皮披 台抬 居据 喜嘻 肖捎 员损 直揰 亢抗 石拓 平抨 占拈 夹挟 苗描 军挥 般搬 散撒 最撮"
    ),
    "讠": (
        "舌话 式试 司词 寸讨 井讲 午许 己记 人认 义议 卖读 羊详 青请 射谢 兑说 果课 吾语 周调 成诚 只识 "
        "十计 正证 方访 平评 川训 炎谈 隹谁 仑论 殳设 每诲 各诺 迷谜 永咏 寺诗 旦诞 若诺 宜谊 先诜 上让 "
        "刃认 乍诈 扁谝 某谋 普谱"
    ),
    "纟": (
        "工红 合给 吉结 勺约 及级 且组 田细 圣经 戋线 色绝 录绿 责绩 冬终 内纳 方纺 屯纯 文纹 各络 充统 "
        "卖续 扁编 肖绡 宗综 甬踊 召绍 半绊 东练 宿缩 帝缔 者绪 由绁 从纵 亥绞 氏纸 己纪 岡纲"
    ),
    "钅": (
        "戋钱 艮银 同铜 失铁 肖销 十针 中钟 令铃 名铭 昔错 建键 秀锈 占钻 监鉴 广矿 甲钾 夹铗 岡钢 册锁 "
        "帛锦 包铇 反钣 勾钩 仓枪 票镖 竟镜"
    ),
    "忄": "生性 夬快 白怕 青情 曼慢 董懂 亡忙 每悔 兑悦 亘恒 艮恨 合恰 昔惜 贯惯 布怖 圣怪 卒悴",
    "犭": "句狗 王狂 苗猫 虫独 者猪 良狼 犬狃 师狮",
    "礻": "土社 见视 申神 畐福 兄祝 且祖 右祐 羊祥 乚礼",
    "衤": "刀初 皮被 由袖 果裸 库裤 寸衬",
    "饣": "反饭 欠饮 包饱 官馆 并饼 交饺 我饿 耳饵",
    "阝": "可阿 车阵 日阳 月阴 完院 示际 方防 付附 余除 艮限 东陈 击陆 急隐 且阻 井阱 昔措 有随 介阶",
    "彳": "寺待 艮很 聿律 主往 亍行 余徐 双彵 切彻 殳役 走徒 正征 扁徧 盾循",
    "冫": "夬决 令冷 东冻 欠次 隹准 咸减 京凉 疑凝 中冲",
    "疒": "丙病 由疣 冬疼 甬痛 正症 皮疲 广疗",
    "辶": (
        "寸过 斤近 元远 井进 不还 文这 关送 首道 云运 车连 舌适 兆逃 告造 束速 周週 先选 反返 米迷 力边 "
        "豕逐 甬通 青逋 自追 白迫 隹进 向迥 并迸 千迁"
    ),
}
_RIGHT = {
    "阝": "者都 咅部 交郊 由邮 君郡 良郎 垂邮 丰邦 享郭",
    "刂": "禾利 至到 另别 半判 开刑 贝则 害割 居剧 歹列 朱剁 肖削 岡刚 亥刻 刍刍 票剽 乘剩 仓创 戋划 俞愉",
    "攵": "正政 己改 古故 求救 孝教 交效 方放 束敕 每敏 娄数",
    "彡": "景影 采彩 开形 章彰",
}
# Parts that are characters of their own, but hardly ever stand side by side.
_COMMON = (
    "女子好 力口加 君羊群 化贝货 王见现 石马码 木几机 火包炮 米青精 贝勾购 耳关联 马扁骗 贝者赌 贝兼赚 "
    "弓长张 木子李 立早章 古月胡 白勺的 女马妈 口乞吃 口曷喝 目艮眼 禾斗科 禾中种 禾呈程 米分粉 米斗料 "
    "足各路 车专转 车俞输 车仑轮 贝反贩 贝长账 贝才财 贝曾赠 角军解 酉己配 舟亢航 革圭鞋 工页项 予页预 "
    "令页领 马史驶 马佥验 马奇骑 鱼羊鲜 木又权 木交校 木羊样 木亥核 木公松 木反板 木才材 木寸村 木支枝 "
    "木直植 火丁灯 王里理 王求球 王元玩 王不环 矢口知 石开研 石皮破 土不坏 女未妹 女且姐 口马吗 口昌唱 "
    "月几肌 月土肚 日寸时 日免晚 日青晴 目青睛 耳只职 舌甘甜 走己起 身寸射 走召超 走取趣 走戌越 口合哈 "
    "禾火秋 禾口和 禾多移 米唐糖 金监鉴 虫工虹 山夆峰 田各略 里予野 鬼斗魁 黑占点 言射谢 亲斤新 其月期 "
    "欠口吹 口欠吹 木木林 彐丰扫 广占店 户方房 广木床 尸古居 宀子字 宀女安 宀豕家 宀各客 艹约药 艹化花 "
    "艹早草 竹毛笔 门日间 分贝贫 今贝贪 次贝资 代贝贷 加贝贺 田力男 少力劣 自心息 相心想 今心念 "
    "亡心忘 非心悲 又寸对 又鸟鸡 又欠欢 又见观 又力劝 虫圭蛙 酉卒醉 酉咸碱"
)

# These do: they are put together only where another character is taken apart near by.
_NATURAL = (
    "女子 日免 土不 木子 木木 女未 女且 女马 又见 又欠 又寸 又力 分贝 今贝 走取 走己 田力 自心 今心 "
    "相心 亡心 非心 口合 虫工 车专 王里 米分 禾呈 户方 弓长 古月 其月 少力 身寸 鱼羊 口马 月土 门日 广占"
)


def _pairs() -> dict[str, str]:
    """Two parts → the character that they make."""
    left = {part + each[0]: each[1] for part, line in _LEFT.items() for each in line.split()}
    right = {each[0] + part: each[1] for part, line in _RIGHT.items() for each in line.split()}
    return {**{each[:2]: each[2] for each in _COMMON.split()}, **left, **right}


_PAIRS, _MEANT = _pairs(), frozenset(_NATURAL.split())
_CANDIDATE = re.compile(
    "[{}][{}]".format(*("".join(sorted(set(signs))) for signs in zip(*_PAIRS, strict=True)))
)
_NEAR = 8
"""So many characters away, at most, another character must be taken apart: 女子 alone is 女子."""


def join_split_characters(source: Normalised) -> Normalised:
    """亻氐亻介 becomes 低价; 女子 and 日月 stay what they are where nothing else is taken apart."""
    found = list(_found(source.text))
    splices = [
        Splice(place, place + 2, _PAIRS[pair], Step.SPLIT_CHARACTERS)
        for number, (place, pair) in enumerate(found)
        if pair not in _MEANT or _has_neighbour(found, number)
    ]
    return replaced(source, splices) if splices else source


def _has_neighbour(found: list[tuple[int, str]], number: int) -> bool:
    """Whether the pair before or behind stands near."""
    place = found[number][0]
    return any(
        abs(place - near) <= _NEAR for near, _ in found[max(0, number - 1) : number + 2] if near != place
    )


def _found(text: str) -> Iterator[tuple[int, str]]:
    """The pairs that make a character, from left to right, none overlapping."""
    place = 0
    while (match := _CANDIDATE.search(text, place)) is not None:
        place = match.start() + 1
        if match[0] in _PAIRS:
            yield match.start(), match[0]
            place = match.end()
