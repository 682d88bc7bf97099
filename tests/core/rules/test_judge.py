"""The judge: any text whatever, quotations, hits in disguise, and how it explains itself."""

from datetime import datetime
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.reading import LIMIT
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

AD = "大量现货医用口罩，厂家直销，量大从优，欢迎来电咨询 13800138000"


@cache
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


def verdict(text: str, **context: object) -> Verdict:
    return judge(Message(text=text), rulebook(), Context(**context))  # type: ignore[arg-type]


PIECES = st.sampled_from(
    [
        *(
            "现货",
            "厂 家 直 销",
            "𝐕❤ abc123",
            "１３８００１３８０００",
            "🌹",
            "\u200b",
            "\ud800",
            "㎏",
            "[红包]",
        ),
        *("祝您", "新年快乐", "浏览器打开 ab1.top", "你这个", "\r\n", "\u3164", "一比五十", "日入三百"),
        "「张三：优惠」\n- - - - - - -\n",
    ]
)
ANYTHING = st.lists(st.one_of(st.text(max_size=12), PIECES), max_size=12).map("".join)


@given(ANYTHING, st.lists(ANYTHING, max_size=3), st.sampled_from(Role))
@settings(max_examples=250, deadline=None)
def test_any_text_is_judged_and_every_hit_lies_in_it(text: str, before: list[str], role: Role) -> None:
    context = Context(
        now=datetime(2026, 3, 1, 9, 30),
        speaker=Speaker(name="张三", card=text[:20], role=role),
        before=tuple(Message(text=earlier, sender="李四") for earlier in before),
    )
    said = judge(Message(text=text), rulebook(), context)
    assert said == judge(Message(text=text), rulebook(), context)
    for finding in (*said.findings, *said.passed):
        for hit in finding.hits:
            start, end = hit.span
            assert 0 <= start < end <= len(text)
            assert hit.evidence == text[start:end]
            assert hit.rule == finding.rule
    assert said.level == max((f.level for f in said.findings), key=lambda level: level.rank, default=Level.OK)
    assert all(finding.level is Level.OK for finding in said.passed)


def test_a_general_clause_is_named_after_the_particular_ones() -> None:
    found = verdict("一次性手术衣工厂直供，大量现货，价格优惠，需要的老板加微信 zs_demo1")
    assert found.rules == ("hawking", "ads")
    assert {finding.level for finding in found.findings} == {Level.VIOLATION}


def test_findings_come_worst_first() -> None:
    ranks = [finding.level.rank for finding in verdict(AD + "，长按识别二维码，扫码进群").findings]
    assert ranks == sorted(ranks, reverse=True)
    assert len(ranks) >= 2


@pytest.mark.parametrize("blank", ["", " ", "\n\u3000\t"])
def test_nothing_said_is_nothing_wrong(blank: str) -> None:
    assert verdict(blank) == Verdict(level=Level.OK)


def test_a_quotation_is_not_charged_to_who_quotes_it() -> None:
    said = verdict(f"「张三：{AD}」\n- - - - - - - - - - - - - - -\n这种能发吗？")
    assert said.level is Level.OK
    assert {finding.reason.code for finding in said.passed} == {"passed.quoted"}
    assert "hawking" in {finding.rule for finding in said.passed}


def test_what_is_said_beneath_a_quotation_is_charged() -> None:
    text = f"「张三：谁有口罩」\n- - - - - - - - - - - - - - -\n{AD}"
    said = verdict(text)
    assert said.level is Level.VIOLATION
    assert all(hit.span[0] >= text.index("大量") for finding in said.findings for hit in finding.hits)


def test_words_that_are_only_mentioned_do_not_count() -> None:
    assert verdict("「厂家直销」「量大从优」这种话请大家不要在群里说了，看着很烦").level is Level.OK
    assert verdict("「厂家直销，量大从优，欢迎来电咨询」").level is Level.VIOLATION


@pytest.mark.parametrize(
    "disguised",
    [
        "大 量 现 货，厂*家*直*销，量大从优",
        "大量現貨，廠家直銷，量大從優",
        "大量现\u200b货，厂家\u2060直销，量大从优",
        "大量[玫瑰]现货，厂家·直销，量·大·从·优",
    ],
)
def test_disguises_do_not_hide_and_steps_are_named(disguised: str) -> None:
    said = verdict(disguised)
    assert said.level is Level.VIOLATION
    hits = [hit for finding in said.findings for hit in finding.hits]
    assert any("现" in hit.evidence or "現" in hit.evidence for hit in hits)


def test_a_file_card_is_no_advertisement() -> None:
    message = Message(text="[文件] 特价清仓大量现货报价单.xlsx", kind=Kind.FILE)
    assert judge(message, rulebook()).level is Level.OK


def test_the_reason_names_the_signs_in_both_languages() -> None:
    (finding, *_) = verdict(AD).findings
    assert finding.reason.code == "seen.together"
    assert finding.rule == "hawking"
    assert "有货" in str(finding.reason.values["zh"])
    assert "goods in stock" in str(finding.reason.values["en"])
    assert str(finding.reason.values["zh"]).count("、") <= 1
    assert finding.reason.values["count"] == len({hit.span for hit in finding.hits})


def test_no_hit_of_a_finding_lies_inside_another() -> None:
    for finding in verdict(AD + "，价格优惠，全场特价优惠").findings:
        spans = [hit.span for hit in finding.hits]
        assert spans == sorted(spans)
        assert all(later[1] > earlier[1] for earlier, later in pairwise(spans))


def test_what_speaks_against_is_told() -> None:
    said = verdict("上周跟着我们团队的新平台做了三例远程会诊，感兴趣的可以了解一下。各家医院现在怎么排班？")
    assert said.level is Level.UNSURE
    assert "以提问结尾" in {str(reason.values["zh"]) for reason in said.counter_signs}


def test_a_book_is_judged_by_its_head() -> None:
    assert not {"ads", "hawking"} & set(verdict("字" * (LIMIT + 10) + AD).rules)
    assert verdict(AD + "字" * 1_000_000).level is Level.VIOLATION
