"""The `process` section: what each shipped rulebook asks, and what is refused."""

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.process import Limit, Process, Removal, TaskRule
from moderator_app.core.wording import Wording
from moderator_app.storage.paths import notices_dir, resources_dir
from moderator_app.storage.rulebooks import load_rulebook

HEAD = "id: mine\ntitle: 我的群规\nladder: {steps: [{action: warn, notice: 警告}]}\nclauses: []\n"


def read(folder: Path, section: str) -> Process:
    path = folder / "mine.yaml"
    path.write_text(HEAD + section, encoding="utf-8")
    return load_rulebook(path).process


def shipped(name: str) -> Process:
    return load_rulebook(resources_dir() / "rulebooks" / f"{name}.yaml", examples=False).process


ALL = sorted(path.stem for path in (resources_dir() / "rulebooks").glob("*.yaml"))
OTHERWISE = {
    "hometown": Process(
        removal=Removal(admins=2, owner=True, owner_above=3, explain=True),
        card=Limit(days=3),
        first_words=Limit(days=3),
        silence=Limit(days=90),
        meetup=Limit(days=365),
    ),
    "shareholders": Process(silence=Limit(days=7)),
    "homeowners": Process(suspend_days=7, card=Limit(remind=3)),
    "yigongxie": Process(removal=Removal(explain=False), move_to="free-group"),
}
TASKS = {
    "managers": [("late-answer", 30, False, "100 元"), ("problems-not-passed-on", 0, False, "50 元")],
    "corporate": [("late-answer", 30, False, "")],
    "engineering": [("acknowledge", 0, True, "")],
    "holding": [("late-answer", 0, True, "")],
    "company-work": [("late-answer", 0, False, "")],
    "leasing": [("late-answer", 0, False, "")],
}


@pytest.mark.parametrize("name", ALL)
def test_each_group_keeps_its_own_process(name: str):
    process = shipped(name)
    told = [(task.id, task.minutes, task.same_day, task.fine) for task in process.tasks]
    assert told == TASKS.get(name, [])
    assert all(task.title.zh and task.title.en and not task.days for task in process.tasks)
    assert process == (OTHERWISE[name] if name in OTHERWISE else Process(tasks=process.tasks))


@pytest.mark.parametrize("name", sorted(TASKS))
def test_a_task_is_named_after_the_clause_that_it_is_for(name: str):
    book = load_rulebook(resources_dir() / "rulebooks" / f"{name}.yaml", examples=False)
    assert all(book.clause(task.id) for task in book.process.tasks)


@pytest.mark.parametrize("name", ALL)
def test_the_notices_for_a_step_that_was_taken_exist(name: str):
    ids = load_rulebook(resources_dir() / "rulebooks" / f"{name}.yaml", examples=False).notices
    there = {path.stem for path in (notices_dir() / name).glob("*.md")}
    assert ids.restored
    assert {
        each for each in (ids.suspended, ids.fined, ids.restored, ids.moved, ids.removed) if each
    } <= there


def test_what_is_left_out_is_asked_of_nobody(tmp_path: Path):
    assert read(tmp_path, "") == Process() == read(tmp_path, "process: {}\n")
    process = read(tmp_path, "process: {removal: {admins: 0}, restore_clears: false}\n")
    assert (process.removal.admins, process.restore_clears) == (1, frozenset())


def test_the_ladder_learns_what_the_clauses_and_the_process_say(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    clause = (
        "clauses: [{id: a, title: 甲, words: 甲, enabled: %s, consequence: {action: remove, notice: 移出}}]\n"
    )
    for enabled, known in (("true", ["a"]), ("false", [])):
        path.write_text(
            "id: mine\ntitle: 我\nprocess: {restore_clears: false}\n" + clause % enabled, encoding="utf-8"
        )
        ladder = load_rulebook(path).ladder
        assert (list(ladder.consequences), ladder.clears) == (known, frozenset())


def test_a_task_says_what_it_is_and_when_it_is_due(tmp_path: Path):
    tasks = read(
        tmp_path, "process: {tasks: [{id: t, title: 回复, days: 2, minutes: 5, fine: 20 元}]}\n"
    ).tasks
    assert tasks == (TaskRule(id="t", title=Wording("回复"), days=2, minutes=5, fine="20 元"),)


@pytest.mark.parametrize(
    ("section", "code", "line"),
    [
        ("process: {remowal: {}}\n", "yaml.unknown-key", 5),
        ("process:\n  card: {dais: 3}\n", "yaml.unknown-key", 6),
        ("process:\n  silence: {days: -3}\n", "yaml.not-count", 6),
        ("process:\n  suspend_days: 2.5\n", "yaml.not-count", 6),
        ("process:\n  removal: {owner: vielleicht}\n", "yaml.unknown-value", 6),
        ("process:\n  tasks:\n    - {title: 无名}\n", "process.bad-task", 7),
        ("process:\n  tasks:\n    - {id: a}\n    - {id: a}\n", "process.bad-task", 8),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, section: str, code: str, line: int):
    with pytest.raises(BadInput) as caught:
        read(tmp_path, section)
    assert (caught.value.reason.code, caught.value.reason.values["line"]) == (code, line)
