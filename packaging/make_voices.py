"""`python packaging/make_voices.py FOLDER [LANGUAGE…]`: record everything that screens can say.

At build time, on a machine with the engines: pyopenjtalk-plus for Japanese, espeak-ng for the
others. What is recorded already stays; recordings are never committed.
"""

import io
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consent.texts import TomlConsentTexts
from kiosk.errors import SetupFault
from kiosk.session.screens import Question
from kiosk.ui.event_loop import EventLoop
from kiosk.ui.every_screen import every_screen
from kiosk.ui.shown import idle_warning, shown
from kiosk.ui.sound import LOUDNESS, write_tones
from kiosk.ui.translations import LANGUAGES, Languages
from kiosk.ui.voice import Utterance, control_names, entered, spoken

ESPEAK_VOICES = {
    "en": "en-gb",
    "zh-Hans": "cmn",
    "zh-Hant": "cmn",
    "ko": "ko",
    "pt": "pt-br",
    "vi": "vi",
    "es": "es-419",
    # espeak-ng has no Filipino; Indonesian reads its spelling nearest.
    "fil": "id",
}
ESPEAK_WORDS_PER_MINUTE = 150
ESPEAK_TIMEOUT_S = 60
JAPANESE_SPEED = 0.9


def utterances(languages: Languages, chosen: tuple[str, ...]) -> Iterator[Utterance]:
    """Everything that can be said, each once."""
    texts = TomlConsentTexts()
    for language in chosen:
        languages.install(language)
        found = {entered(language): None, spoken(idle_warning(), language): None}
        answers = set()
        for screen in every_screen():
            question = texts.text(screen.item, language) if isinstance(screen, Question) else None
            found[spoken(shown(screen, question), language)] = None
            if question is not None:
                answers |= {question.agree, question.decline}
        names = control_names(languages.codes, language, answers)
        # Names of languages that are not recorded now are said by nobody.
        found |= dict.fromkeys(name for name in names if name.language in chosen)
        yield from found


def record(utterance: Utterance) -> tuple[NDArray[np.float64], int]:
    """Samples in -1..1 and their rate; raises `SetupFault`."""
    if utterance.language.startswith("ja"):
        return _japanese(utterance.words)
    voice = ESPEAK_VOICES[utterance.language]
    command = ["espeak-ng", "-v", voice, "-s", str(ESPEAK_WORDS_PER_MINUTE), "--stdout", "--"]
    try:
        done = subprocess.run(
            [*command, utterance.words], check=True, capture_output=True, timeout=ESPEAK_TIMEOUT_S
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SetupFault(f"espeak-ng cannot speak {voice}: {error}. Install espeak-ng.") from None
    with wave.open(io.BytesIO(done.stdout)) as file:
        rate_hz = file.getframerate()
        # A stream's header does not know how long the stream is.
        samples = np.frombuffer(done.stdout[44:][: len(done.stdout[44:]) // 2 * 2], "<i2")
    return samples.astype(np.float64) / 32_768, rate_hz


def _japanese(words: str) -> tuple[NDArray[np.float64], int]:
    try:
        import pyopenjtalk
    except ImportError:
        raise SetupFault("Japanese needs pyopenjtalk-plus: pip install pyopenjtalk-plus.") from None
    samples, rate_hz = pyopenjtalk.tts(words, speed=JAPANESE_SPEED)
    return np.asarray(samples, np.float64) / 32_768, int(rate_hz)


def _write(path: Path, samples: NDArray[np.float64], rate_hz: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder, chosen = Path(sys.argv[1]), tuple(sys.argv[2:]) or LANGUAGES
    EventLoop(offscreen=True)
    write_tones(folder)
    new = 0
    for utterance in utterances(Languages(), chosen):
        paths = {v: folder / str(v) / utterance.file_name for v in LOUDNESS}
        if all(path.exists() for path in paths.values()):
            continue
        samples, rate_hz = record(utterance)
        for volume, path in paths.items():
            _write(path, samples * LOUDNESS[volume], rate_hz)
        new += 1
    print(f"{new} new recordings in {folder}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupFault as fault:
        print(f"make_voices: {fault}", file=sys.stderr)
        sys.exit(2)
