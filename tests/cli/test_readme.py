"""Every command that the README shows is run, in its order, on real files, with the exit code it tells."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from moderator_app.bootstrap import ROOT
from moderator_app.session import Session
from moderator_app.storage.tables import write_table
from tests.cli.conftest import RULEBOOK, Run
from tests.system.drawn_codes import noise, qr

MARK = "    moderator-app "
HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
EXIT_CODE = re.compile(r"退出码 (\d)")


def sections() -> dict[str, list[str]]:
    """The commands under each heading of the README, with what a comment says of them."""
    parts = HEADING.split((ROOT / "README.md").read_text(encoding="utf-8"))
    return {
        title: [line.removeprefix(MARK) for line in text.splitlines() if line.startswith(MARK)]
        for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the reader works, with the files that the README names."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    monkeypatch.chdir(folder)
    head = ("姓名", "群名片", "角色")
    people = (("张三", "张三★木工", "成员"), ("王五", "王五★司机", "成员"), ("李四", "李四", "成员"))
    more = (("钱七", "钱七☆会计", "成员"), ("老王", "老王★电工", "管理员"), ("老周", "老周★教书", "群主"))
    write_table(folder / "成员.xlsx", [head, *people, *more, ("孙八", "孙八★装修", "成员")])
    again = [*people[:2], ("李思", "李四", "成员"), *more, ("赵六", "赵六☆护士", "成员")]
    write_table(folder / "新名单.csv", [head, *again])
    (folder / "粘贴的名单.txt").write_text("周九\n吴十\n", encoding="utf-8")
    (folder / "聊天记录.txt").write_text("张三 2026/3/1 9:30\n手套大量现货\n", encoding="utf-8")
    (folder / "进群消息.txt").write_text('"张三"邀请"陈小明"加入了群聊\n', encoding="utf-8")
    (folder / "messages.jsonl").write_text('{"text": "大家好"}\n', encoding="utf-8")
    (folder / "my-group.yaml").write_text(RULEBOOK, encoding="utf-8")
    assert noise(300, 200).save(str(folder / "截图.png"))
    assert qr("https://example.com/p/1", 8).save(str(folder / "海报.jpg"))
    return folder


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr("moderator_app.cli.notices.copy", texts.append)
    return texts


def told(line: str) -> tuple[list[str], str, int]:
    """A command line as words, the file that is its input, and the exit code that its comment tells."""
    text, _, comment = line.partition("  #")
    text, _, source = text.partition(" < ")
    code = EXIT_CODE.search(comment)
    return shlex.split(text), source.strip(), int(code[1]) if code else 0


def go(run: Run, folder: Path, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Run the lines one after the other; each with its answer."""
    for line in lines:
        words, source, code = told(line)
        stdin = (folder / source).read_bytes() if source else b""
        answer = run(*words, stdin=stdin)
        expected = {0, 1, 3} if words[0] == "check" else {code}
        assert answer.code in expected, f"{line}\n{answer.out}{answer.err}"
        yield line, answer.out


def test_every_command_of_the_first_pages_runs(run: Run, there: Path, copied: list[str]) -> None:
    answers = dict(go(run, there, sections()["命令行"]))
    assert answers['check "工厂直供一次性手术衣，大量现货，价格优惠，V❤：zs_demo"'].startswith("违规")
    assert copied
    assert len(answers) >= 20


def other_moderator(folder: Path, data: Path) -> None:
    """The other moderator takes in what was sent, gives 王五 another name card, and sends back."""
    with Session.open(data) as session:
        session.set_setting("moderator", "老王")
        session.exchange.merge(session.exchange.read_bundle(folder / "给老王.zip"))
        session.edit_member(session.member("王五", "同乡").id, card="王五★搬家")
        session.exchange.bundle(folder / "老王的.zip")


def test_a_day_with_the_commands_goes_as_the_readme_tells_it(
    run: Run, there: Path, copied: list[str], data_dir: Path, tmp_path: Path
) -> None:
    lines = sections()["用命令过一天"]
    shared = lines.index("merge 老王的.zip --dry-run")
    saved = next(number for number, line in enumerate(lines) if line.startswith("restore"))
    answers = dict(go(run, there, lines[:shared]))
    other_moderator(there, tmp_path / "老王的资料")
    assert run("roster", "edit", "王五", "--card", "王五★货车").code == 0
    answers |= dict(go(run, there, lines[shared:saved]))
    (by_hand,) = (data_dir / "备份").glob("*-手动.zip")
    (there / "手动.zip").write_bytes(by_hand.read_bytes())
    answers |= dict(go(run, there, lines[saved:]))

    assert any("拿不准 1" in answer for answer in answers.values())
    assert "第 2 次" in answers["roster show 张三"]
    assert "赵六" in answers["reports"]
    assert "老李" in answers["pending"]
    assert "王五★货车" in answers["conflicts"]
    assert "王五★搬家" in answers["conflicts"]
    assert run("roster", "show", "王五", "--json").json["card"] == "王五★搬家"
    assert run("roster", "show", "孙八", "--json").json["status"] == "left"
    assert run("roster", "show", "钱七").code == 2
    assert len(copied) == 1
    assert "张三" in copied[0]
