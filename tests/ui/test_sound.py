"""What reaches the sound device: played by aplay through ALSA, into a file instead of a speaker."""

import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
import structlog
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot
from structlog.testing import capture_logs

from kiosk.screen.sound import LOUDNESS, PAUSE_S, RATE_HZ, AlsaSound, Samples
from kiosk.screen.voice import Phrase, Tone, Utterance

HELLO = Utterance("en", ("Hello.", "Please wait."))


LEVELS = (0.2, 0.4)
"""Of the two sentences of `HELLO`."""


@pytest.fixture
def voices(tmp_path: Path) -> Path:
    """A folder in which `HELLO` is recorded: half a second at one level, then at another."""
    folder = tmp_path / "voices"
    folder.mkdir()
    for level, phrase in zip(LEVELS, HELLO.phrases, strict=True):
        _record(folder, phrase, level)
    return folder


@pytest.fixture
def heard_of(tmp_path: Path, qtbot: QtBot) -> Callable[[Path | None, Callable[..., None]], Samples]:
    """What a device gets to hear when something is played."""
    heard = tmp_path / "heard.wav"

    def play(voices: Path | None, what: Callable[[AlsaSound], None]) -> Samples:
        sound = AlsaSound(voices, f"file:FILE={heard},FORMAT=wav")
        what(sound)
        qtbot.waitUntil(lambda: not sound.is_playing, timeout=60_000)
        if not heard.exists():
            return np.zeros(0, np.int16)
        with wave.open(str(heard)) as file:
            return np.frombuffer(file.readframes(file.getnframes()), "<i2")

    return play


Heard = Callable[[Path | None, Callable[[AlsaSound], None]], Samples]


def loudness(heard: Samples, start_s: float, end_s: float) -> float:
    """The amplitude of the tone that is heard there, 1 for the loudest that can be."""
    part = heard[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)]
    return rms(part) * 2**0.5 / 32_768


def test_the_sentences_are_heard_one_after_the_other(voices: Path, heard_of: Heard) -> None:
    heard = heard_of(voices, lambda sound: sound.say(HELLO, 3))
    assert len(heard) >= RATE_HZ + round(PAUSE_S * RATE_HZ)
    assert loudness(heard, 0.1, 0.4) == pytest.approx(LEVELS[0], rel=0.1)
    assert set(heard[RATE_HZ // 2 : round((0.5 + PAUSE_S) * RATE_HZ)]) == {0}
    second_s = 0.5 + PAUSE_S
    assert loudness(heard, second_s + 0.1, second_s + 0.4) == pytest.approx(LEVELS[1], rel=0.1)


@pytest.mark.parametrize("volume", LOUDNESS)
def test_each_volume_is_louder_than_the_one_before(
    voices: Path, heard_of: Heard, volume: int
) -> None:
    heard = heard_of(voices, lambda sound: sound.say(HELLO, volume))
    assert loudness(heard, 0.1, 0.4) == pytest.approx(LEVELS[0] * LOUDNESS[volume], rel=0.1)


@pytest.mark.parametrize("tone", Tone)
def test_tones_need_no_recordings(heard_of: Heard, tone: Tone) -> None:
    assert rms(heard_of(None, lambda sound: sound.play(tone, 3))) > 0


@pytest.mark.parametrize("tone", Tone)
def test_old_ears_hear_a_tone_and_nobody_is_startled(heard_of: Heard, tone: Tone) -> None:
    """JIS S 0013 (at most 2,500 Hz) and S 0014: measured from what the device gets."""
    heard = heard_of(None, lambda sound: sound.play(tone, 3)) / 32_768
    power = np.abs(np.fft.rfft(heard)) ** 2
    is_high = np.fft.rfftfreq(len(heard), 1 / RATE_HZ) > 2_500
    assert power[is_high].sum() < 0.001 * power.sum()
    speech_rms = 0.1  # Of every recording: tools/speech.py, measured in test_recordings.py
    assert speech_rms < rms(heard) < 2 * speech_rms


def rms(samples: NDArray[np.generic]) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


def test_without_a_recording_the_rest_is_said_and_the_log_tells(
    voices: Path, heard_of: Heard
) -> None:
    (voices / HELLO.phrases[0].file_name).write_bytes(b"OggS")
    structlog.reset_defaults()
    with capture_logs() as logs:
        heard = heard_of(voices, lambda sound: sound.say(HELLO, 3))
    assert loudness(heard, 0.1, 0.4) == pytest.approx(LEVELS[1], rel=0.1)
    assert [entry["event"] for entry in logs] == ["voice_missing"]


def test_a_device_that_is_not_there_is_told_to_the_log_once(voices: Path, qtbot: QtBot) -> None:
    structlog.reset_defaults()
    sound = AlsaSound(voices, "no-such-device")
    with capture_logs() as logs:
        for _ in range(3):
            sound.play(Tone.SUCCESS, 1)
            qtbot.waitUntil(lambda: not sound.is_playing, timeout=60_000)
        sound.stop()
    assert [entry["event"] for entry in logs] == ["sound_not_played"]


def test_silence_ends_what_is_spoken(voices: Path, tmp_path: Path) -> None:
    sound = AlsaSound(voices, f"file:FILE={tmp_path / 'heard.wav'},FORMAT=wav")
    sound.say(HELLO, 3)
    sound.stop()
    assert not sound.is_playing


def _record(folder: Path, phrase: Phrase, level: float) -> None:
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    tone = level * np.sin(2 * np.pi * 400 * time_s)
    soundfile.write(folder / phrase.file_name, tone, RATE_HZ, format="OGG", subtype="OPUS")
