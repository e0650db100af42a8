"""Recorded words and tones through the machine's sound device, in a process of their own."""

import math
import struct
import subprocess
import sys
import wave
from pathlib import Path
from shutil import which

import structlog

from kiosk.ui.voice import Tone, Utterance

_log = structlog.get_logger(__name__)

PLAYERS = ("pw-play", "paplay", "aplay")
TONE_HZ = {
    Tone.CARD_SEEN: (880,),
    Tone.SUCCESS: (660, 880, 1320),
    Tone.ERROR: (330, 262),
    Tone.CARD_FORGOTTEN: (988, 784, 988, 784),
}
TONE_MS = 160
RATE_HZ = 22_050
LOUDNESS = {1: 0.25, 2: 0.5, 3: 1.0}


class RecordedVoice:
    """`VoicePlayer` of the recordings in `folder`; what has no recording is left unsaid."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._player = next((path for name in PLAYERS if (path := which(name))), None)
        self._playing: subprocess.Popen[bytes] | None = None

    def say(self, utterance: Utterance, volume: int) -> None:
        path = self._folder / str(volume) / utterance.file_name
        if path.exists():
            self._start(path)
        else:
            _log.warning("voice_missing", language=utterance.language)

    def play(self, tone: Tone, volume: int) -> None:
        path = self._folder / str(volume) / f"{tone.value}.wav"
        if path.exists():
            self._start(path)

    def stop(self) -> None:
        if self._playing is not None and self._playing.poll() is None:
            self._playing.terminate()
        self._playing = None

    def _start(self, path: Path) -> None:
        self.stop()
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif self._player is not None:
            self._playing = subprocess.Popen(
                [self._player, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )


def write_tones(folder: Path) -> None:
    """Make the tones in each loudness."""
    for volume, loudness in LOUDNESS.items():
        (folder / str(volume)).mkdir(parents=True, exist_ok=True)
        for tone, notes in TONE_HZ.items():
            count = RATE_HZ * TONE_MS // 1000
            samples = [
                # Swelling and fading: a hard edge would click.
                loudness * math.sin(math.pi * i / count) * math.sin(2 * math.pi * hz * i / RATE_HZ)
                for hz in notes
                for i in range(count)
            ]
            with wave.open(str(folder / str(volume) / f"{tone.value}.wav"), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE_HZ)
                file.writeframes(b"".join(struct.pack("<h", round(s * 30_000)) for s in samples))
