"""From words to samples: each language's engine, the readings it gets wrong, one loudness for all.

Engines: pyopenjtalk-plus for Japanese, espeak-ng for the others.
"""

import io
import re
import subprocess
import wave
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import SetupFault

Samples = NDArray[np.float64]
"""Between -1 and 1, at `RATE_HZ`."""

RATE_HZ = 24_000

ESPEAK_VOICES = {
    "en": "en-gb",
    # Not "cmn": that one spells the sound of each character as an English word.
    "zh-Hans": "cmn-latn-pinyin",
    "zh-Hant": "cmn-latn-pinyin",
    "ko": "ko",
    "pt": "pt-br",
    "vi": "vi",
    "es": "es-419",
    # espeak-ng has no Filipino; Indonesian reads its spelling nearest.
    "fil": "id",
}
ESPEAK_WORDS_PER_MINUTE = 150
ESPEAK_AMPLITUDE = 50  # Of 200; at the usual 100, loud vowels are clipped.
ESPEAK_TIMEOUT_S = 60
JAPANESE_SPEED = 0.9

ACTIVE_RMS = 0.1
"""How loud speech is while there is speech: the same for every engine."""
PEAK_MAX = 0.98
FRAME = RATE_HZ // 50
SILENT_BELOW = 0.02
"""Of the loudest frame."""
BREATH_S = 0.05
"""Between two languages in one sentence."""
PAUSE_S = 0.3
"""Where a comma or a full stop stands between them."""

_CHINESE = [
    ("重新", "虫新"),  # Again: chóng, not zhòng.
    ("地的", "弟的"),
]
_JAPANESE = [
    (r"の方は", "のかたは"),
    (r"た方は", "たかたは"),
    (r"の ?表(?=[にを])", "のおもて"),
    (r"(?:表|おもて)面", "おもてめん"),
    (r"下半分", "したはんぶん"),
    (r"はいりません", "は要りません"),
    (r"年・月・日", "ねん、つき、ひ"),
    (r"^入りました", "はいりました"),
    (r"^中。$", "ちゅう。"),
]
READINGS = {
    "ja": _JAPANESE,
    "ja-x-easy": _JAPANESE,
    "zh-Hans": _CHINESE,
    "zh-Hant": _CHINESE,
    "fil": [(r"\bng\b", "nang"), (r"\bmga\b", "manga")],
}
"""Patterns that an engine reads wrongly, and homophones that it reads right."""

_LONG_NUMBER = re.compile(r"\d(?:[\d-]{4,})\d|(?<!\d)\d{4}(?![\d年])")
"""Dialled or typed digit by digit, and so read: 2031 on the keys is no year."""

_NAMES = r"My Number(?: Card)?|\b(?:PIN|OK|Language)\b"
_ENGLISH_IN_FILIPINO = (
    r"\b(?:asterisk|camera|card|certificate|check(?:-in|-up)?|city|code|counter|electronic"
    r"|eligibility|enter|health|insurance|keypad|language|lock|office|ok|password|plus|reader"
    r"|reception|screen|security|service|staff|town|\d+-digit|\d+)\b"
)
_LETTERS = r"[A-Za-z][A-Za-z ]*"
_QUOTED_FROM_CARD = r"\d*[\u3040-\u30ff\u3400-\u9fff][\u3040-\u30ff\u3400-\u9fff\d]*"
_WITH_KANA = r"[\u3400-\u9fff\d]*[\u3040-\u30ff][\u3040-\u30ff\u3400-\u9fff]*"
_STOPS = ".,:;!?。、，：；！？"
GUESTS = {
    "en": {"ja": _QUOTED_FROM_CARD},
    "es": {"ja": _QUOTED_FROM_CARD, "en": _NAMES},
    "pt": {"ja": _QUOTED_FROM_CARD, "en": _NAMES},
    "vi": {"ja": _QUOTED_FROM_CARD, "en": _NAMES},
    "fil": {"ja": _QUOTED_FROM_CARD, "en": rf"{_NAMES}|(?i:{_ENGLISH_IN_FILIPINO})"},
    "ko": {"ja": _QUOTED_FROM_CARD, "en": _LETTERS},
    "zh-Hans": {"ja": _WITH_KANA, "en": _LETTERS},
    "zh-Hant": {"ja": _WITH_KANA, "en": _LETTERS},
}
"""By language: what of its text is spoken in another one."""


def speak(language: str, words: str) -> Samples:
    """Speech without silence around it; raises `SetupFault` where an engine is missing."""
    spoken: list[Samples] = []
    for own, text in in_their_languages(language, words):
        samples = _evened(_japanese(text) if own.startswith("ja") else _espeak(own, text))
        pause_s = PAUSE_S if text[-1] in _STOPS else BREATH_S
        spoken += [samples, np.zeros(round(pause_s * RATE_HZ))]
    return np.concatenate(spoken[:-1]) if spoken else np.zeros(0)


def in_their_languages(language: str, words: str) -> Iterator[tuple[str, str]]:
    """The pieces of `words` in the order of speech, each with its language, spelt for its engine.

    A name in Latin letters or a line quoted off the card stands in many a text; an engine of the
    text's own language spells it, or reads it as nobody would understand it.
    """
    guests = GUESTS.get(language, {})
    pattern = "|".join(f"(?P<{guest}>(?:{what})[{_STOPS}]*)" for guest, what in guests.items())
    end = 0
    for found in re.finditer(pattern, words) if guests else ():
        yield from _piece(language, words[end : found.start()])
        yield from _piece(str(found.lastgroup), found.group())
        end = found.end()
    yield from _piece(language, words[end:])


def _piece(language: str, text: str) -> Iterator[tuple[str, str]]:
    if not re.search(r"\w", text):
        return
    for pattern, reading in READINGS.get(language, ()):
        text = re.sub(pattern, reading, text)
    if not (language.startswith("ja") and "-" in text):  # A telephone number it reads by itself.
        text = _LONG_NUMBER.sub(lambda m: ", ".join(_spaced(m.group())), text)
    yield language, text.lstrip(f"{_STOPS} -」”").rstrip(" -「“")


def _spaced(number: str) -> list[str]:
    return [" ".join(group) for group in number.split("-")]


def _espeak(language: str, words: str) -> Samples:
    options = ["-v", ESPEAK_VOICES[language], "-s", str(ESPEAK_WORDS_PER_MINUTE)]
    command = ["espeak-ng", *options, "-a", str(ESPEAK_AMPLITUDE), "--stdout", "--", words]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=ESPEAK_TIMEOUT_S)
    except (OSError, subprocess.SubprocessError) as error:
        raise SetupFault(
            f"espeak-ng cannot speak {language}: {error}. Run `make setup`, which installs it."
        ) from None
    with wave.open(io.BytesIO(done.stdout)) as file:
        rate_hz = file.getframerate()
    # A stream's header does not know how long the stream is.
    body = done.stdout[44:][: len(done.stdout[44:]) // 2 * 2]
    return _resampled(np.frombuffer(body, "<i2") / 32_768, rate_hz)


def _japanese(words: str) -> Samples:
    try:
        import pyopenjtalk
    except ImportError:
        raise SetupFault(
            "Japanese needs pyopenjtalk-plus. Run `make setup`, which installs it."
        ) from None
    samples, rate_hz = pyopenjtalk.tts(words, speed=JAPANESE_SPEED)
    return _resampled(np.asarray(samples, np.float64) / 32_768, int(rate_hz))


def _resampled(samples: Samples, rate_hz: int) -> Samples:
    """At `RATE_HZ`, without what is above its band; both rates are multiples of 150 Hz."""
    if rate_hz == RATE_HZ:
        return samples
    per_block = rate_hz // 150
    blocks = -(-len(samples) // per_block)
    padded = np.pad(samples, (0, blocks * per_block - len(samples)))
    count = blocks * (RATE_HZ // 150)
    spectrum = np.fft.rfft(padded)[: count // 2 + 1]
    return np.fft.irfft(spectrum, count) * (count / len(padded))


def _evened(samples: Samples) -> Samples:
    """Without the silence around it, and as loud as all others."""
    loudness = frame_rms(samples)
    heard = np.flatnonzero(loudness > SILENT_BELOW * loudness.max(initial=0))
    if not heard.size:
        return np.zeros(0)
    samples = samples[heard[0] * FRAME : (heard[-1] + 2) * FRAME]
    gain = min(ACTIVE_RMS / active_rms(samples), PEAK_MAX / float(np.abs(samples).max()))
    return samples * gain


def frame_rms(samples: Samples) -> Samples:
    """Of each 20 ms."""
    whole = len(samples) // FRAME * FRAME
    rms: Samples = np.sqrt(np.mean(samples[:whole].reshape(-1, FRAME) ** 2, axis=1))
    return rms


def active_rms(samples: Samples) -> float:
    """While somebody speaks: pauses do not count."""
    loudness = frame_rms(samples)
    heard = loudness[loudness > 0.1 * loudness.max()]
    return float(np.sqrt(np.mean(heard**2)))
