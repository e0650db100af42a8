"""Recorded words and made tones through ALSA: by aplay, in a process of its own."""

import os
import subprocess
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import structlog
from numpy.typing import NDArray

from kiosk.screen.voice import Tone, Utterance

_log = structlog.get_logger(__name__)

RATE_HZ = 22_050
"""Of every recording, as of the tones."""
PAUSE_S = 0.35
"""Between the sentences of one screen."""
LOUDNESS = {1: 0.25, 2: 0.5, 3: 1.0}

TONE_HZ = {
    Tone.CARD_SEEN: (880,),
    Tone.SUCCESS: (660, 880, 1320),
    Tone.ERROR: (330, 262),
    Tone.CARD_FORGOTTEN: (988, 784, 988, 784),
}
TONE_S = 0.16
TONE_PEAK = 0.3
"""A little louder than the recorded speech, not several times as loud."""

Samples = NDArray[np.int16]


class AlsaSound:
    """`VoicePlayer`: tones always, and of the words whatever is recorded in `voices`."""

    def __init__(self, voices: Path | None = None, device: str = "default") -> None:
        """`device` as `aplay -L` names it."""
        self._voices = voices
        self._command = ["aplay", "-q", "-D", device]
        self._playing: subprocess.Popen[bytes] | None = None

    def say(self, utterance: Utterance, volume: int) -> None:
        if self._voices is None:
            return
        spoken: list[Samples] = []
        for phrase in utterance.phrases:
            try:
                spoken += [_read(self._voices / phrase.file_name), _PAUSE]
            except (OSError, EOFError, wave.Error) as error:
                _log.warning("voice_missing", error=type(error).__name__)
        self._start(spoken[:-1], volume)

    def play(self, tone: Tone, volume: int) -> None:
        self._start([_TONES[tone]], volume)

    @property
    def is_playing(self) -> bool:
        return self._playing is not None and self._playing.poll() is None

    def stop(self) -> None:
        if self._playing is None:
            return
        if self._playing.poll():
            _log.warning("sound_not_played", exit_code=self._playing.returncode)
        self._playing.kill()  # Asked to end, it would first play what it holds.
        self._playing.wait()
        self._playing = None

    def _start(self, sounds: Sequence[Samples], volume: int) -> None:
        self.stop()
        if not sounds:
            return
        samples = (np.concatenate(sounds) * LOUDNESS[volume]).astype("<i2")
        # A file that is only memory: nothing is left to clean up.
        memory = os.memfd_create("sound")
        try:
            with os.fdopen(os.dup(memory), "wb") as file:
                write_wave(file, samples)
            self._playing = subprocess.Popen(
                [*self._command, f"/dev/fd/{memory}"],
                pass_fds=(memory,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:  # The screen shows the same words.
            _log.warning("sound_not_played", error=type(error).__name__)
        finally:
            os.close(memory)


def bundled_voices() -> Path | None:
    """The recordings that came with the program, where it is a bundle made with them."""
    folder = Path(__file__).parent / "voices"
    return folder if folder.is_dir() else None


def write_wave(file: object, samples: Samples) -> None:
    """16 bits, one channel, `RATE_HZ`; `file` is what `wave.open` can write to."""
    with wave.open(file, "wb") as wav:  # type: ignore[call-overload]
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE_HZ)
        wav.writeframes(samples.tobytes())


def _read(path: Path) -> Samples:
    with wave.open(str(path), "rb") as wav:
        return np.frombuffer(wav.readframes(wav.getnframes()), "<i2")


def _tone(notes: Sequence[int]) -> Samples:
    count = round(RATE_HZ * TONE_S)
    time_s = np.arange(count) / RATE_HZ
    swelling = np.sin(np.pi * np.arange(count) / count)  # A hard edge would click.
    sounds = [swelling * np.sin(2 * np.pi * hz * time_s) for hz in notes]
    return (np.concatenate(sounds) * TONE_PEAK * 32_767).astype(np.int16)


_PAUSE: Samples = np.zeros(round(PAUSE_S * RATE_HZ), np.int16)
_TONES = {tone: _tone(notes) for tone, notes in TONE_HZ.items()}
