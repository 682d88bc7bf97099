"""Messages read from files in every form that a moderator has them in."""

import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.storage.message_files import FileForm, MessageFile, read_messages
from moderator_app.storage.rulebooks import load_rulebook


def read(folder: Path, name: str, text: str | bytes) -> MessageFile:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_messages(path, today=date(2026, 3, 2))


def texts(found: MessageFile) -> list[str]:
    return [message.text for message in found.messages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_message_a_line(tmp_path: Path, encoding: str, end: str) -> None:
    found = read(tmp_path, "a.txt", end.join(["大量现货", "", "今天开会", " "]).encode(encoding))
    assert (found.form, texts(found)) == (FileForm.LINES, ["大量现货", "今天开会"])


def test_blocks_between_blank_lines(tmp_path: Path) -> None:
    found = read(tmp_path, "a.txt", "\n大量现货\n欢迎选购\n\n \n今天开会\n")
    assert (found.form, texts(found)) == (FileForm.BLOCKS, ["大量现货\n欢迎选购", "今天开会"])


def test_a_copied_conversation_has_senders_and_times(tmp_path: Path) -> None:
    text = "2026-03-01 09:30:00 张三\n大量现货\n第二行\n\n2026-03-01 09:31:00 李四\n收到\n"
    found = read(tmp_path, "a.txt", text)
    assert found.form is FileForm.CONVERSATION
    assert [(each.sender, each.text) for each in found.messages] == [
        ("张三", "大量现货\n第二行"),
        ("李四", "收到"),
    ]
    assert found.messages[0].at == datetime(2026, 3, 1, 9, 30)


def test_a_long_conversation_is_read_to_its_end(tmp_path: Path) -> None:
    said = "2026-03-01 09:30:00 张三\n大量现货\n\n第二段{}\n\n"
    found = read(tmp_path, "a.txt", "".join(said.format(number) for number in range(10_000)))
    assert found.form is FileForm.CONVERSATION
    assert len(found.messages) == 10_000
    assert {message.sender for message in found.messages} == {"张三"}
    assert found.messages[-1].text == "大量现货\n\n第二段9999"


def test_a_conversation_that_cannot_be_parted_is_refused_and_not_read_as_lines(tmp_path: Path) -> None:
    text = "2026-03-01 09:30:00 张三\n大量现货\n\n2026-03-01 09:31:00 李四\n" + "收到\n" * 100_000
    with pytest.raises(BadInput) as caught:
        read(tmp_path, "a.txt", text)
    assert caught.value.reason.values["why"] == "messages.long-conversation"


def test_long_files_of_lines_are_read_to_the_end(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a.txt", "大量现货供应口罩手套\n" * 40_000).messages) == 40_000


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        '{"text": "大量现货", "member": {"name": "张三"}, "at": "2026-03-01T09:30:00"}',
        "",
        '{"text": "收到", "member": "李四", "label": "ok"}',
        '{"text": "好", "sender": "王五", "at": "昨天"}',
        '"只有文字"',
        '{"text": " "}',
    ]
    found = read(tmp_path, "a.jsonl", "\n".join(rows))
    assert found.form is FileForm.JSON
    assert [(each.text, each.sender) for each in found.messages] == [
        ("大量现货", "张三"),
        ("收到", "李四"),
        ("好", "王五"),
        ("只有文字", ""),
    ]
    assert [each.at for each in found.messages] == [datetime(2026, 3, 1, 9, 30), None, None, None]


def test_a_json_list(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "a.json", '[{"text": "甲"},\n {"text": "乙"}]')) == ["甲", "乙"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_table_by_its_heading(tmp_path: Path, encoding: str) -> None:
    text = '时间,发送人,内容\r\n2026/3/1 9:05,张三,"大量现货,\n量大从优"\r\n,李四,收到\r\n不全\r\n'
    found = read(tmp_path, "a.csv", text.encode(encoding))
    assert found.form is FileForm.TABLE
    assert [(each.sender, each.text, each.at) for each in found.messages] == [
        ("张三", "大量现货,\n量大从优", datetime(2026, 3, 1, 9, 5)),
        ("李四", "收到", None),
    ]


def test_of_several_columns_the_likeliest_is_the_text(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "name,message,text\n张三,一,二\n")
    assert [(each.sender, each.text) for each in found.messages] == [("张三", "二")]


def test_tabs_and_a_single_column(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "a.tsv", "姓名\t消息\n张三\t大量现货\n")) == ["大量现货"]
    assert texts(read(tmp_path, "a.csv", "大量现货\n\n收到\n")) == ["大量现货", "收到"]


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("a.jsonl", '{"text": "好"}\n{"text": \n', 2, "messages.not-json"),
        ("a.jsonl", '{"text": "好"}\n{"txt": "好"}\n', 2, "messages.no-text"),
        ("a.jsonl", "[1]\n", 1, "messages.no-text"),
        ("a.csv", "姓名,年龄\n张三,3\n", 1, "messages.no-column"),
        ("a.csv", "text\n" + "好" * 200_000, 2, "messages.bad-row"),
        ("a.txt", b"\xff\xfe\x00\xd8", 1, "yaml.encoding"),
        ("a.txt", b"a" * 20_000_001, 1, "messages.too-large"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, line: int, code: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, name, text)
    reason = caught.value.reason
    assert reason.code == "messages.unreadable"
    assert (reason.values["file"], reason.values["line"], reason.values["why"]) == (name, line, code)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_of_what_has_no_end_only_the_beginning_is_read(tmp_path: Path) -> None:
    endless = tmp_path / "endless.txt"
    endless.symlink_to("/dev/zero")
    with pytest.raises(BadInput) as caught:
        read_messages(endless)
    assert caught.value.reason.values["why"] == "messages.too-large"
    with pytest.raises(BadInput, match="too-large"):
        load_rulebook(endless)


def test_an_empty_file_and_a_missing_one_are_told(tmp_path: Path) -> None:
    for name in ("a.txt", "a.csv", "a.jsonl"):
        with pytest.raises(BadInput, match=r"messages\.none"):
            read(tmp_path, name, " \n")
    with pytest.raises(BadInput, match=r"messages\.no-file"):
        read_messages(tmp_path / "gone.txt")
