"""The sentences of the operating system's services."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values


def _file(values: Values) -> str:
    """The name of a picture's file in brackets, where it has one."""
    return translate("System", "（{file}）", file=values["file"]) if values["file"] else ""


SYSTEM: Sentences = {
    "autostart.not-changed": lambda v: translate("System", "没能更改开机启动：{error}。设置没有变。", **v),
    "clipboard.no-screen": lambda v: translate(
        "System", "这里没有屏幕，也就没有剪贴板。用 notice show 可以直接看到文字。", **v
    ),
    "clipboard.no-tool": lambda v: translate(
        "System", "命令行复制要用到 {tool}，这台电脑上还没有。安装它：sudo apt-get install {tool}", **v
    ),
    "clipboard.not-written": lambda v: translate(
        "System", "没能复制，剪贴板被别的程序占用。什么也没有改动，请再试一次。", **v
    ),
    "hotkey.empty": lambda v: translate("System", "还没有设快捷键。", **v),
    "hotkey.everyday": lambda v: translate(
        "System", "{sequence} 是到处都在用的编辑键，占用了别的程序就不能用它。请加上 Alt 或 Shift。", **v
    ),
    "hotkey.needs-modifier": lambda v: translate(
        "System", "只按 {sequence} 会妨碍打字。请加上 Ctrl 或 Alt。", **v
    ),
    "hotkey.no-display": lambda v: translate("System", "这里没有桌面，用不了快捷键。", **v),
    "hotkey.no-key": lambda v: translate("System", "只有修饰键还不够，请再加一个字母、数字或功能键。", **v),
    "hotkey.no-such-key": lambda v: translate("System", "这个键盘上没有 {key} 键，请换一个组合。", **v),
    "hotkey.off": lambda v: translate("System", "快捷键已在设置里关闭。", **v),
    "hotkey.package-missing": lambda v: translate(
        "System", "第二种方式要用的 keyboard 组件没有装好（{error}）。", **v
    ),
    "hotkey.refused": lambda v: translate(
        "System", "系统没有接受 {sequence}（{error}），请换一个组合。", **v
    ),
    "hotkey.shared": lambda v: translate(
        "System", "{sequence} 也被别的程序占用：这里照样能用，但两边都会响应。换一个组合更稳妥。", **v
    ),
    "hotkey.system": lambda v: translate("System", "{sequence} 归系统使用，请换一个组合。", **v),
    "hotkey.taken": lambda v: (
        translate("System", "{sequence} 已被别的程序占用。原快捷键照旧，请换一个组合。", **v)
        if v.get("kept")
        else translate("System", "{sequence} 已被别的程序占用，请换一个组合。", **v)
    ),
    "hotkey.unknown-key": lambda v: translate("System", "不认识「{key}」这个键。", **v),
    "hotkey.unreadable": lambda v: translate("System", "「{sequence}」读不懂。请写成 Ctrl+Alt+M 这样。", **v),
    "hotkey.wayland": lambda v: translate(
        "System",
        "Wayland 桌面不让程序自己设全局快捷键。请在系统的键盘设置里绑定命令 moderator-app --check",
        **v,
    ),
    "hotkey.wechat": lambda v: translate("System", "{sequence} 是微信自己的快捷键，请换一个组合。", **v),
    "hotkey.x11-in-wayland": lambda v: translate(
        "System",
        "在 Wayland 桌面上，快捷键只在部分窗口里有效。请在系统的键盘设置里绑定命令 moderator-app --check",
        **v,
    ),
    "instance.broken-off": lambda v: translate(
        "System", "正在运行的程序没有答完就断开了，不知道做了没有。请打开窗口看一看再继续。", **v
    ),
    "instance.folder-read-only": lambda v: translate(
        "System", "数据文件夹写不进去，什么也没有改动。请换一个文件夹，或者改一下它的权限。", **v
    ),
    "instance.no-answer": lambda v: translate(
        "System", "正在运行的程序 {seconds} 秒没有回答，不知道做了没有。请打开窗口看一看再继续。", **v
    ),
    "instance.no-socket": lambda v: translate(
        "System", "别的命令暂时找不到这个程序（{error}）。窗口和快捷键照常可用。", **v
    ),
    "instance.running": lambda v: translate("System", "程序已经在运行，用的就是这个数据文件夹。", **v),
    "instance.too-large": lambda v: translate(
        "System", "内容超过 1 MB，没有交给正在运行的程序，什么也没有改动。请分成几次。", **v
    ),
    "instance.unreadable": lambda v: translate(
        "System", "正在运行的程序读不懂这条命令，什么也没有改动。", **v
    ),
    "instance.version": lambda v: translate(
        "System", "正在运行的是另一个版本，什么也没有改动。请先退出它，再运行这一版。", **v
    ),
    "picture.broken": lambda v: translate(
        "System", "图片不完整，打不开{file}。请在微信里点开原图，再复制一次。", file=_file(v)
    ),
    "picture.gone": lambda v: translate(
        "System", "图片已经不在了{file}。请在微信里重新复制一次。", file=_file(v)
    ),
    "picture.heic": lambda v: translate(
        "System",
        "这是 HEIC 格式的照片，本程序读不了{file}。请在微信里点开它，复制或截图后再检查。",
        file=_file(v),
    ),
    "picture.no-decoder": lambda v: translate(
        "System", "识别二维码要用的组件没有装好（{error}）。图片没有检查，请重新安装本程序。", **v
    ),
    "picture.not-opened": lambda v: translate(
        "System", "图片打不开：{error}{file}。", error=v["error"], file=_file(v)
    ),
    "picture.too-large": lambda v: translate(
        "System",
        "图片太大，没有检查：{width} × {height} 像素，最多 {most} 百万像素{file}。请截取有码的那一块。",
        width=v["width"],
        height=v["height"],
        most=v["most"],
        file=_file(v),
    ),
    "picture.too-long": lambda v: translate(
        "System", "文件超过 {most} MB，没有检查{file}。请截取有码的那一块。", most=v["most"], file=_file(v)
    ),
    "picture.too-many": lambda v: translate(
        "System", "共 {count} 张图片，一次只看前 {most} 张。其余的请再检查一次。", **v
    ),
    "picture.unknown": lambda v: translate(
        "System", "这不是能读的图片{file}。能读 PNG、JPEG、GIF、BMP 和 WebP。", file=_file(v)
    ),
    "picture.wechat-file": lambda v: translate(
        "System",
        "这是微信自己加密存放的图片，本程序读不了{file}。请在微信里点开它，再按右键复制。",
        file=_file(v),
    ),
    "screen.libraries": lambda v: translate(
        "System", "打开窗口还缺系统组件 {packages}。安装它们：{command}", **v
    ),
    "screen.none": lambda v: translate(
        "System", "这里没有屏幕，打不开窗口。命令照常可用：moderator-app --help", **v
    ),
    "screen.unreachable": lambda v: translate(
        "System", "屏幕 {display} 连不上，打不开窗口。命令照常可用：moderator-app --help", **v
    ),
}
