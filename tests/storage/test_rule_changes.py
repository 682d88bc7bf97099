"""The user's changes in a file of their own: written legibly, read strictly, what is wrong named by line."""

import json
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.errors import NotSaved
from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.rules.changes import ClauseChange, Mode, OwnWord
from moderator_app.core.rules.past import Checked, Outcome, Past
from moderator_app.core.rules.rulebook import ClauseLevel, Example, Examples, Rulebook
from moderator_app.core.rules.strictness import Strictness
from moderator_app.core.wording import Wording
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rule_changes import (
    Changes,
    changes_text,
    is_changes,
    keep_aside,
    meant_for,
    read_changes,
    write_changes,
)
from moderator_app.storage.rulebooks import load_rulebook
from tests.storage.schema_check import violations

BOOK = "id: mine\ntitle: 我的群\nclauses:\n  - {id: sale, words: 现货}\n  - {id: chat, words: 早安}\n"


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    path = tmp_path / "mine.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return load_rulebook(path, resources=tmp_path)


def read(rulebook: Rulebook, folder: Path, text: str | bytes) -> Changes:
    path = folder / "changes" / "mine.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_changes(path, rulebook, "mine")


def told(changes: Changes) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason.code) for problem in changes.problems]


FULL = ClauseChange(
    id="sale",
    title=Wording("叫卖", "Hawking"),
    text=Wording("不叫卖。"),
    level=ClauseLevel.UNSURE,
    mode=Mode.WATCH,
    strictness=Strictness.STRICT,
    violation=3.5,
    unsure=2.0,
    words=(OwnWord(text="出货"), OwnWord(text="no"), OwnWord(text="清仓 甩卖", alone=True)),
    allow=("现货 供应链", "0123"),
    examples=Examples(
        hit=(Example(message=Message(text="清仓\n甩卖")),),
        miss=(
            Example(
                message=Message(
                    text="有现货",
                    sender="甲",
                    at=datetime(2026, 3, 1, 9, 30),
                    kind=Kind.LINK,
                    codes=("weixin-abc",),
                    assumed=True,
                ),
                context=Context(
                    now=datetime(2026, 3, 1, 9, 30),
                    speaker=Speaker(name="甲", card="甲-公司", role=Role.PAID),
                    before=(Message(text="谁有", sender="乙", at=datetime(2026, 3, 1, 9)),),
                ),
                decided=True,
            ),
        ),
    ),
)


def test_what_is_written_is_read_back_the_same(rulebook: Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "changes" / "mine.yaml"
    write_changes(path, rulebook, "mine", {"sale": FULL, "chat": ClauseChange(id="chat", mode=Mode.OFF)})
    found = read_changes(path, rulebook, "mine")
    assert found.problems == ()
    assert found.clauses == {"sale": FULL, "chat": ClauseChange(id="chat", mode=Mode.OFF)}
    assert list(found.lines) == ["sale", "chat"]
    assert path.read_text(encoding="utf-8").splitlines()[found.lines["chat"] - 1] == "  - id: chat"


def test_an_example_keeps_the_history_that_it_needs(rulebook: Rulebook, tmp_path: Path) -> None:
    earlier = Checked.of(
        "第一次", id="0", at=datetime(2026, 1, 2), name="乙", rules=("sale",), outcome=Outcome.CLEARED
    )
    example = Example(message=Message(text="第二次"), context=Context(past=Past([earlier])))
    path = tmp_path / "mine.yaml"
    write_changes(
        path, rulebook, "mine", {"sale": ClauseChange(id="sale", examples=Examples(hit=(example,)))}
    )
    (found,) = read_changes(path, rulebook, "mine").clauses["sale"].examples.hit
    assert list(found.context.past or ()) == [earlier]


ANY = st.text(min_size=1).filter(lambda text: text.strip() == text)


@given(texts=st.lists(st.text(), max_size=4), words=st.lists(ANY, max_size=4), title=ANY)
@settings(max_examples=200, deadline=None)
def test_any_text_whatever_survives(texts: list[str], words: list[str], title: str) -> None:
    whole = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
    examples = Examples(hit=tuple(Example(message=Message(text=text)) for text in whole))
    words = [word.encode("utf-8", "replace").decode() for word in words]
    change = ClauseChange(
        id="ads",
        title=Wording(title.encode("utf-8", "replace").decode()),
        words=tuple(OwnWord(text=word) for word in words),
        examples=examples,
    )
    text = changes_text(SHIPPED, "yigongxie", [change])
    tree = yaml.load(text, Loader=yaml.BaseLoader)["clauses"][0]
    assert tree.get("examples", {}).get("hit", []) == whole
    assert [word.strip() for word in tree.get("words", [])] == words
    schema = json.loads((resources_dir() / "schema" / "changes.schema.json").read_text(encoding="utf-8"))
    assert violations(yaml.load(text, Loader=yaml.BaseLoader), schema, known_schema(schema)) == []


SHIPPED = load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


def known_schema(schema: dict) -> dict:
    """The schema with the definitions of the rulebook's, which it refers to."""
    other = json.loads((resources_dir() / "schema" / "rulebook.schema.json").read_text(encoding="utf-8"))
    assert not other["$defs"].keys() & schema["$defs"].keys()
    return {**schema, "$defs": {**other["$defs"], **schema["$defs"]}}


def test_the_head_speaks_to_the_user_and_names_the_schema(rulebook: Rulebook) -> None:
    text = changes_text(rulebook, "mine", [FULL])
    first, second, *_ = text.splitlines()
    assert first.startswith("# yaml-language-server: $schema=file:")
    assert first.endswith("/schema/changes.schema.json")
    assert "我的群" in second
    schema = json.loads((resources_dir() / "schema" / "changes.schema.json").read_text(encoding="utf-8"))
    tree = yaml.load(text, Loader=yaml.BaseLoader)
    assert violations(tree, schema, known_schema(schema)) == []
    assert violations({**tree, "fro": "x"}, schema, known_schema(schema))


def test_only_what_differs_is_written(rulebook: Rulebook) -> None:
    text = changes_text(rulebook, "mine", [ClauseChange(id="sale", words=(OwnWord(text="出货"),))])
    assert text.partition("for: ")[2] == "mine\nclauses:\n  - id: sale\n    words:\n      - 出货\n"


def test_without_any_change_the_file_goes(rulebook: Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "changes" / "mine.yaml"
    write_changes(path, rulebook, "mine", {"sale": FULL})
    write_changes(path, rulebook, "mine", {"sale": FULL})
    write_changes(path, rulebook, "mine", {"sale": ClauseChange(id="sale")})
    assert list(path.parent.iterdir()) == []
    assert read_changes(path, rulebook, "mine") == Changes()
    write_changes(path, rulebook, "mine", {})


def test_a_key_that_stands_twice_is_named(rulebook: Rulebook, tmp_path: Path) -> None:
    found = read(rulebook, tmp_path, "for: mine\nclauses:\n  - id: sale\n    words: 出货\n    words: 清仓\n")
    (problem,) = found.problems
    assert (problem.line, problem.reason.code, problem.reason.values["key"]) == (5, "yaml.twice", "words")


def test_no_file_is_no_change(rulebook: Rulebook, tmp_path: Path) -> None:
    assert read_changes(tmp_path / "changes" / "none.yaml", rulebook, "mine") == Changes()


@pytest.mark.parametrize(
    ("bad", "line", "code"),
    [
        ("  - id: sale\n    level：unsure\n", 4, "yaml.full-width-colon"),
        ("  - id: gone\n    level: unsure\n", 3, "changes.unknown-clause"),
        ("  - level: unsure\n", 3, "changes.unknown-clause"),
        ("  - id: sale\n    level: strict\n", 4, "yaml.unknown-value"),
        ("  - id: sale\n    strictness: 很严\n", 4, "yaml.unknown-value"),
        ("  - id: sale\n    weigh: {a: 1}\n", 4, "yaml.unknown-key"),
        ("  - id: sale\n    violation: 三\n", 4, "yaml.not-number"),
        ("  - id: sale\n    words: [{word: a, alone: ja}]\n", 4, "yaml.unknown-value"),
        ("  - id: sale\n    words: [{wrod: a}]\n", 4, "yaml.unknown-key"),
        ("  - id: sale\n    text: '没有关上\n", 4, "yaml.syntax"),
        ("  - id: sale\n    examples: {hit: 一句}\n", 4, "yaml.not-list"),
        ("  - sale\n", 3, "yaml.not-mapping"),
        ("  - id: chat\n", 3, "clause.twice"),
    ],
)
def test_a_broken_change_is_named_and_the_rest_works(
    rulebook: Rulebook, tmp_path: Path, bad: str, line: int, code: str
) -> None:
    before, after = "for: mine\nclauses:\n", "  - {id: chat, enabled: watch}\n"
    text = before + after + bad if code == "clause.twice" else before + bad + after
    found = read(rulebook, tmp_path, text)
    ((at, told_code),) = told(found)
    assert told_code == code
    assert abs(at - line) <= 1
    assert found.clauses["chat"].mode is Mode.WATCH
    assert "sale" not in found.clauses
    assert found.problems[0].file == "changes/mine.yaml"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"\xff\xfe\x00\xd8", "yaml.encoding"),
        ("for: [\n", "yaml.syntax"),
        ("for: other\nclauses: []\n", "changes.other-rulebook"),
        ("clauses: []\n", "changes.other-rulebook"),
        ("for：mine\n", "yaml.full-width-colon"),
        ("for: mine\nclause: []\n", "yaml.unknown-key"),
        ("for: mine\nclauses: 3\n", "yaml.not-list"),
        ("# " + "x" * 2_000_001, "rulebook.too-large"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_changes_nothing(
    rulebook: Rulebook, tmp_path: Path, text: str | bytes, code: str
) -> None:
    found = read(rulebook, tmp_path, text)
    assert [code for _, code in told(found)] == [code]
    assert not found.clauses


def test_a_folder_in_its_place_is_named(rulebook: Rulebook, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").unlink()
    (tmp_path / "mine.yaml").mkdir()
    found = read_changes(tmp_path / "mine.yaml", rulebook, "mine")
    assert [code for _, code in told(found)] == ["changes.no-file"]


def test_words_may_stand_in_one_line_and_gb18030_is_read_with_a_notice(
    rulebook: Rulebook, tmp_path: Path
) -> None:
    text = "for: mine\nclauses:\n  - id: sale\n    words: 出货 清仓\n"
    found = read(rulebook, tmp_path, text.encode("gb18030"))
    assert told(found) == [(1, "rulebook.gb18030")]
    assert found.clauses["sale"].words == (OwnWord(text="出货"), OwnWord(text="清仓"))
    empty = read(
        rulebook, tmp_path, "for: mine\nclauses:\n  - id: sale\n    words:\n      -\n      - {word: ''}\n"
    )
    assert empty.clauses["sale"].empty


def test_a_file_of_changes_is_told_from_a_rulebook(rulebook: Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("for: mine\nclauses: []\n", encoding="utf-8")
    assert is_changes(path)
    assert meant_for(path) == "mine"
    assert not is_changes(tmp_path / "mine.yaml")
    assert not is_changes(tmp_path / "none.yaml")


def test_a_broken_file_is_kept_aside(tmp_path: Path) -> None:
    path, folder = tmp_path / "changes" / "mine.yaml", tmp_path / "aside"
    path.parent.mkdir()
    path.write_text("for: [", encoding="utf-8")
    keep_aside(path, folder)
    (kept,) = folder.iterdir()
    assert kept.name.endswith("-changes-mine.yaml")
    assert kept.read_text(encoding="utf-8") == "for: ["
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSaved):
        keep_aside(path, tmp_path / "file" / "deeper")
