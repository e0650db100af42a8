"""Recorded words and made tones through ALSA: by aplay, in a process of its own."""

import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

import numpy as np
import soundfile
import structlog
from numpy.typing import NDArray

from kiosk.screen.voice import Tone, Utterance

_log = structlog.get_logger(__name__)

RATE_HZ = 24_000
"""Of every recording, as of the tones: one of the rates that Opus has."""
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
        as_it_comes = ["-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE_HZ)]
        self._command = ["aplay", "-q", "-D", device, *as_it_comes]
        self._playing: subprocess.Popen[bytes] | None = None
        self._works = True

    def say(self, utterance: Utterance, volume: int) -> None:
        if self._voices is not None:
            self._start(_spoken(self._voices, utterance), volume)

    def play(self, tone: Tone, volume: int) -> None:
        self._start([_TONES[tone]], volume)

    @property
    def is_playing(self) -> bool:
        return self._playing is not None and self._playing.poll() is None

    def stop(self) -> None:
        if self._playing is None:
            return
        exit_code = self._playing.poll()
        if exit_code:
            self._fails(exit_code=exit_code)
        else:
            self._works = True
        self._playing.kill()  # Asked to end, it would first play what it holds.
        self._playing.wait()
        self._playing = None

    def _start(self, sounds: Iterable[Samples], volume: int) -> None:
        self.stop()
        try:
            self._playing = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:  # The screen shows the same words.
            self._fails(error=type(error).__name__)
            return
        # To decode a screen's words takes as long as some frames: not on the GUI thread.
        threading.Thread(
            target=_feed, args=(self._playing, sounds, volume), name="sound", daemon=True
        ).start()

    def _fails(self, *, error: str | None = None, exit_code: int | None = None) -> None:
        """Told once, and not with each sentence, until something is heard again."""
        if self._works:
            self._works = False
            _log.warning("sound_not_played", error=error, exit_code=exit_code)


def _feed(player: subprocess.Popen[bytes], sounds: Iterable[Samples], volume: int) -> None:
    """Until all is played, or the player has ended."""
    with suppress(BrokenPipeError), cast(IO[bytes], player.stdin) as stream:
        for samples in sounds:
            stream.write((samples * LOUDNESS[volume]).astype("<i2").tobytes())


def _spoken(voices: Path, utterance: Utterance) -> Iterator[Samples]:
    pause: Sequence[Samples] = ()
    for phrase in utterance.phrases:
        try:
            samples, _rate_hz = soundfile.read(voices / phrase.file_name, dtype="int16")
        except (OSError, soundfile.LibsndfileError) as error:
            _log.warning("voice_missing", error=type(error).__name__)
            continue
        yield from (*pause, samples)
        pause = (_PAUSE,)


def bundled_voices() -> Path | None:
    """The recordings that came with the program, where it is a bundle made with them."""
    folder = Path(__file__).parent / "voices"
    return folder if folder.is_dir() else None


def _tone(notes: Sequence[int]) -> Samples:
    count = round(RATE_HZ * TONE_S)
    time_s = np.arange(count) / RATE_HZ
    swelling = np.sin(np.pi * np.arange(count) / count)  # A hard edge would click.
    sounds = [swelling * np.sin(2 * np.pi * hz * time_s) for hz in notes]
    return (np.concatenate(sounds) * TONE_PEAK * 32_767).astype(np.int16)


_PAUSE: Samples = np.zeros(round(PAUSE_S * RATE_HZ), np.int16)
_TONES = {tone: _tone(notes) for tone, notes in TONE_HZ.items()}
