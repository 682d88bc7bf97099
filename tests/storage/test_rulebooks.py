"""Loading rulebooks: what can be read works, what cannot is named with its line and switched off."""

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.storage.rulebooks import load_rulebook

HEAD = "id: mine\ntitle: 我的群\nclauses:\n"
GOOD = "  - id: good\n    title: 好的\n    words: 卖口罩\n    examples: {hit: [卖口罩啦], miss: [口罩戴好]}\n"


def load(folder: Path, text: str | bytes, **options: bool) -> Rulebook:
    path = folder / "mine.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_rulebook(path, resources=folder, **options)


def problems(rulebook: Rulebook) -> list[tuple[str, int, str]]:
    return [(problem.clause, problem.line, problem.reason.code) for problem in rulebook.problems]


def hits(rulebook: Rulebook, text: str) -> tuple[str, ...]:
    return judge(Message(text=text), rulebook).rules


def test_a_clause_of_plain_words_works(tmp_path: Path) -> None:
    rulebook = load(tmp_path, HEAD + GOOD)
    assert not rulebook.problems
    assert hits(rulebook, "有人卖口罩吗") == ("good",)
    assert hits(rulebook, "口罩戴好") == ()


@pytest.mark.parametrize(
    ("bad", "line", "code"),
    [
        ("  - id: bad\n    title：坏的\n    words: 甲\n", 9, "yaml.full-width-colon"),
        ("  - id: bad\n\ttitle: 坏的\n    words: 甲\n", 9, "yaml.tab"),
        ("  - id: bad\n    title: '没有关上\n", 9, "yaml.syntax"),
        ("  - id: bad\n    title: a\n    title: b\n", 10, "yaml.twice"),
        ("  - id: bad\n    wrods: 甲\n", 9, "yaml.unknown-key"),
        ("  - id: bad\n    weigh: {nobody: 1}\n", 8, "clause.unknown-sign"),
        ("  - id: bad\n    weigh: {a b c: 1}\n", 9, "clause.row"),
        ("  - id: bad\n    words: 甲\n    violation: nan\n", 10, "yaml.not-number"),
        ("  - id: bad\n    level: severe\n", 9, "yaml.unknown-value"),
        ("  - id: bad\n    signs: [{id: x, pattern: '('}]\n", 8, "regex.syntax"),
        ("  - id: bad\n    signs: [{id: x, pattern: 'a*'}]\n", 8, "regex.matches-nothing"),
        ("  - id: bad\n    signs: [{id: x, detector: telepathy}]\n", 8, "detector.unknown"),
        ("  - id: bad\n    signs: [{id: x, detector: length, with: {leest: 3}}]\n", 8, "option.unknown"),
        (
            "  - id: bad\n    signs: [{id: x, detector: length, with: {least: many}}]\n",
            8,
            "option.not-number",
        ),
        ("  - id: good\n    words: 甲\n", 8, "clause.twice"),
        ("  - title: 无名\n    words: 甲\n", 8, "clause.no-id"),
    ],
)
def test_a_bad_clause_is_named_and_the_rest_works(tmp_path: Path, bad: str, line: int, code: str) -> None:
    rulebook = load(tmp_path, HEAD + GOOD + bad + GOOD.replace("good", "after"))
    (problem,) = rulebook.problems
    assert problem.reason.code == code
    assert abs(problem.line - line) <= 1
    assert hits(rulebook, "卖口罩") == ("good", "after")


def test_a_clause_that_fails_its_own_example_is_off(tmp_path: Path) -> None:
    bad = "  - id: bad\n    words: 甲\n    examples: {hit: [甲乙], miss: [没有甲]}\n"
    rulebook = load(tmp_path, HEAD + GOOD + bad)
    assert problems(rulebook) == [("bad", 8, "clause.example-hit")]
    assert hits(rulebook, "甲卖口罩") == ("good",)


def test_an_empty_list_matches_nothing(tmp_path: Path) -> None:
    rulebook = load(
        tmp_path, HEAD + "  - id: none\n    words: []\n  - id: none2\n    words:\n  - id: none3\n"
    )
    assert not rulebook.problems
    assert hits(rulebook, "什么都不该命中") == ()


def test_scalars_stay_what_was_written(tmp_path: Path) -> None:
    rulebook = load(tmp_path, HEAD + "  - id: w\n    words: [no, 0123, 2026-01-20, 1e3, null]\n")
    assert rulebook.signs["w.words"].words == ("no", "0123", "2026-01-20", "1e3", "null")


@pytest.mark.parametrize(("encoding", "codes"), [("utf-8-sig", []), ("gb18030", ["rulebook.gb18030"])])
def test_files_of_windows_editors(tmp_path: Path, encoding: str, codes: list[str]) -> None:
    rulebook = load(tmp_path, (HEAD + GOOD).encode(encoding))
    assert [problem.reason.code for problem in rulebook.problems] == codes
    assert hits(rulebook, "卖口罩") == ("good",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"\xff\xfe\x00\xd8", "yaml.encoding"),
        ("id: x\n  title: y\n", "yaml.syntax"),
        ("- a\n- b\n", "yaml.not-mapping"),
        ("title: 无编号\n", "rulebook.no-id"),
        ("", "rulebook.no-id"),
        ("id: x\nclauses: 3\n", "yaml.not-list"),
        ("id：x\ntitle: y\n", "yaml.full-width-colon"),
        ("id: x\nladder: {steps: [{notice: a}]}\n", "ladder.no-action"),
        ("id: x\nperiods: [{id: p, start: 昨天}]\n", "yaml.not-date"),
        ("id: a\nother: \x07\n", "yaml.character"),
    ],
)
def test_a_file_without_a_readable_head_is_refused(tmp_path: Path, text: str | bytes, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        load(tmp_path, text)
    assert caught.value.reason.code == code
    assert caught.value.reason.values["file"] == "mine.yaml"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too-large"):
        load(tmp_path, "# " + "x" * 2_000_001)


def test_aliases_of_aliases_are_refused_before_they_are_spelled_out(tmp_path: Path) -> None:
    rows = [
        "a0: &a0 [x,x,x,x,x,x,x,x]",
        *(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 8)}]" for i in range(1, 9)),
    ]
    with pytest.raises(BadInput, match="too-large"):
        load(tmp_path, "\n".join(rows))


def test_allow_phrases_win_where_they_cover_and_hide_nothing_else(tmp_path: Path) -> None:
    rulebook = load(tmp_path, HEAD + "  - id: x\n    words: 黄片\n    allow: 三黄片\n")
    assert hits(rulebook, "三黄片缺货") == ()
    assert hits(rulebook, "三黄片缺货，看黄片吗") == ("x",)


def test_signs_of_a_lexicon_are_shared_and_a_broken_lexicon_costs_only_its_clauses(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "goods.yaml").write_text("signs:\n  mask: {words: 口罩}\n", encoding="utf-8")
    (tmp_path / "lexicons" / "broken.yaml").write_text("signs: [\n", encoding="utf-8")
    text = (
        "id: m\nuses: [goods, broken, missing]\n"
        "clauses:\n  - id: a\n    weigh: {mask: 1}\n  - id: b\n    weigh: {gone: 1}\n"
    )
    rulebook = load(tmp_path, text)
    assert hits(rulebook, "口罩") == ("a",)
    assert [(p.file, p.reason.code) for p in rulebook.problems] == [
        ("broken.yaml", "yaml.syntax"),
        ("missing.yaml", "rulebook.no-lexicon"),
        ("mine.yaml", "clause.unknown-sign"),
    ]


def share(resources: Path, name: str, text: str) -> None:
    folder = resources / "rulebooks" / "shared"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_shared_clauses_follow_the_own_ones(tmp_path: Path) -> None:
    share(tmp_path, "fraud", "clause:\n  id: fraud\n  words: 刷单\n")
    rulebook = load(
        tmp_path, "id: m\nshared: [fraud, gone, ../fraud]\nclauses:\n  - id: own\n    words: 甲\n"
    )
    assert [(clause.id, clause.number) for clause in rulebook.clauses] == [("own", 1), ("fraud", 2)]
    assert problems(rulebook) == [("gone", 2, "clause.not-shared"), ("../fraud", 2, "clause.not-shared")]


def test_a_rulebook_sets_a_shared_clause_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "vice.yaml").write_text("signs:\n  brush: {words: 刷单}\n  run: {words: 跑分}\n")
    share(
        tmp_path, "fraud", "uses: [vice]\nclause:\n  id: fraud\n  title: 诈骗\n  weigh: {brush: 1, run: 1}\n"
    )
    text = "id: m\nsigns:\n  run: {words: 走账}\nshared:\n  - {id: fraud, title: 骗局, level: unsure}\n"
    rulebook = load(tmp_path, text)
    assert rulebook.problems == ()
    assert rulebook.clauses[0].title.zh == "骗局"
    assert [hits(rulebook, said) for said in ("刷单", "走账", "跑分")] == [("fraud",), ("fraud",), ()]


def test_a_shared_clause_that_fails_is_named_where_its_examples_stand(tmp_path: Path) -> None:
    share(tmp_path, "fraud", "clause:\n  id: fraud\n  words: 刷单\n  examples: {hit: [跑分]}\n")
    (found,) = load(tmp_path, "id: m\nshared: fraud\n").problems
    assert (found.file, found.line) == ("fraud.yaml", 2)
    own = "id: m\nshared:\n  - id: fraud\n    title: 骗局\n    examples:\n      hit: [走账]\n"
    (found,) = load(tmp_path, own).problems
    assert (found.file, found.line) == ("mine.yaml", 6)


def test_rows_add_up_and_speak_against(tmp_path: Path) -> None:
    text = (
        "id: m\nsigns:\n  stock: {words: 现货}\n  call: {words: 欢迎咨询}\n  ask: {words: 请问}\nclauses:\n"
        "  - id: x\n    weigh: {stock: 1, stock x2: 0.5, stock + call: 1, call + not ask: 0.2, ask: -1}\n"
        "    violation: 2\n    unsure: 1\n"
    )
    rulebook = load(tmp_path, text)
    scores = {
        said: [
            (finding.level.value, finding.score) for finding in judge(Message(text=said), rulebook).findings
        ]
        for said in ("现货", "现货现货", "现货，欢迎咨询", "请问现货", "请问现货欢迎咨询")
    }
    assert scores == {
        "现货": [("unsure", 1.0)],
        "现货现货": [("unsure", 1.5)],
        "现货，欢迎咨询": [("violation", 2.2)],
        "请问现货": [],
        "请问现货欢迎咨询": [("unsure", 1.0)],
    }
