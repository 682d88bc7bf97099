"""Faces: emoji, and the codes that WeChat and QQ write for theirs, such as [强] and [Rose]."""

from __future__ import annotations

import re

_CHINESE = (
    "微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 睡觉 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 囧 冷汗 抓狂 吐 "
    "偷笑 愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 大兵 悠闲 奋斗 咒骂 疑问 嘘 晕 折磨 疯了 衰 骷髅 "
    "敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 "
    "西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 示爱 嘴唇 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便 "
    "月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 "
    "回头 跳绳 投降 激动 乱舞 街舞 献吻 左太极 右太极 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 "
    "奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 让我看看 叹气 苦涩 裂开 合十 "
    "庆祝 發 福 福到 烟花 爆竹 鬼魂 茶 赞 踩 心 鲜花 笑哭 狗头 比心 点赞 允悲 doge 二哈 吃惊 思考 费解 "
    "拜拜 太开心 偷乐 嘻嘻 哈哈 泪 怒 酸 吃糖 无奈"
)
_LATIN = (
    "Smile Grimace Drool Scowl CoolGuy Sob Shy Silent Sleep Cry Awkward Angry Tongue Grin Surprise Frown "
    "Ruthless Blush Scream Puke Chuckle Joyful Slight Smug Hungry Drowsy Panic Sweat Laugh Commando "
    "Determined Scold Shocked Shhh Dizzy Tormented Toasted Skull Hammer Wave Speechless NosePick Clap "
    "Shame Trick Yawn Pooh-pooh Shrunken TearingUp Sly Kiss Wrath Whimper Cleaver Watermelon Beer Coffee "
    "Rice Pig Rose Wilt Lips Heart BrokenHeart Cake Bomb Poop Moon Sun Gift Hug ThumbsUp ThumbsDown "
    "Shake Peace Fight Beckon Fist Pinky RockOn OK NO InLove Blowkiss Waddle Tremble Twirl Salute "
    "Facepalm Smirk Smart Concerned Yeah! Onlooker GoForIt Sweats OMG Emm Respect Doge NoProb MyBad "
    "KeepFighting Wow Rich Broken Hurt Sigh LetMeSee Awesome Boring Worship Packet Party Fireworks "
    "Firecracker 666 Lol Happy Sick Flushed"
)
_NAMES = "|".join(re.escape(name) for name in sorted(f"{_CHINESE} {_LATIN}".split(), key=len, reverse=True))

EMOJI = r"[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff]"
"""One emoji or pictograph, as the inside of a pattern."""

FACE = re.compile(rf"\[(?i:{_NAMES})\]|{EMOJI}")
"""One face: an emoji or a known code. Any other text in brackets is text ([大量现货])."""
