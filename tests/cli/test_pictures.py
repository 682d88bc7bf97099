"""`check --picture`: codes are named and judged, with words and without; what cannot be opened is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.cli.conftest import Run
from tests.system.drawn_codes import GROUP, LINK, noise, put, qr


@pytest.fixture
def poster(tmp_path: Path) -> str:
    file = tmp_path / "海报.png"
    assert put(noise(900, 700), qr(GROUP, 6), 120, 200).save(str(file))
    return str(file)


@pytest.fixture
def plain(tmp_path: Path) -> str:
    file = tmp_path / "风景.jpg"
    assert noise(400, 300).save(str(file))
    return str(file)


def test_a_picture_alone_is_judged_by_its_code(run: Run, poster: str):
    answer = run("check", "--picture", poster)
    assert answer.code == 1
    first, second, third, *_ = answer.out.splitlines()
    assert first == "违规  二维码"
    assert second == "- 海报.png（900 × 700）：1 个码"
    assert third.split() == ["微信群邀请", GROUP]


def test_as_json_with_words_beside_it(run: Run, poster: str, plain: str):
    answer = run("check", "明天下午开会", "--picture", poster, "--picture", plain, "--json")
    assert answer.code == 1
    assert [finding["rule"] for finding in answer.json["findings"]] == ["qr"]
    first, second = answer.json["pictures"]
    (code,) = first["codes"]
    assert (code["kind"], code["text"], code["host"]) == ("group", GROUP, "weixin.qq.com")
    assert abs(code["corners"][0][0] - (120 + 24)) < 8
    assert abs(code["corners"][0][1] - (200 + 24)) < 8
    assert (second["file"], second["codes"], second["width"]) == ("风景.jpg", [], 400)


def test_no_code_is_said_plainly(run: Run, plain: str):
    answer = run("check", "--picture", plain)
    assert answer.code == 0
    assert "风景.jpg（400 × 300）：没有找到二维码或条码" in answer.out


def test_what_cannot_be_opened_is_told_and_does_not_hide_the_rest(run: Run, poster: str):
    answer = run("check", "--picture", "没有.png", "--picture", poster)
    assert answer.code == 1
    assert "没有.png" in answer.out
    alone = run("check", "--picture", "没有.png")
    assert (alone.code, alone.out) == (2, "")
    assert "没有.png" in alone.err
    assert run("check", "明天下午开会", "--picture", "没有.png").code == 0


def test_it_needs_no_screen(process: Callable[..., CompletedProcess[bytes]], tmp_path: Path):
    file = tmp_path / "码.webp"
    assert qr(LINK, 6).save(str(file))
    without = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = process("check", "--picture", str(file), "--json", env=without)
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["pictures"][0]["codes"][0]["text"] == LINK
