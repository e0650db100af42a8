"""`python tools/make_voices.py FOLDER [LANGUAGE…] [--config FILE]`: record all that is said.

At build time, on a machine with the engines. What is recorded already stays, unless it was
recorded in another way; recordings are never committed.
"""

import argparse
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import soundfile
import speech

from consent.texts import TomlConsentTexts
from kiosk.config_file import load
from kiosk.errors import SetupFault
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.sound import RATE_HZ
from kiosk.screen.translations import LANGUAGES, Languages
from kiosk.screen.vocabulary import vocabulary
from kiosk.screen.voice import Phrase
from kiosk.screen.what_next import WhatNext

WAY = ".recorded-by"
"""Holds the digest of how the folder's recordings were made."""

COMPRESSION = 0.928
"""Of 0 to 1, which is libsndfile's way to say some 24 kbit/s: speech is as clear as before."""


def record(folder: Path, phrase: Phrase) -> float:
    """Write the recording whole or not at all; return its seconds."""
    samples = speech.speak(phrase.language, phrase.words)
    path = folder / phrase.file_name
    unfinished = path.with_suffix(".unfinished")
    write_recording(unfinished, samples)
    unfinished.replace(path)
    return len(samples) / RATE_HZ


def write_recording(path: Path, samples: speech.Samples) -> None:
    """One channel of Opus, `RATE_HZ`."""
    soundfile.write(
        path, samples, RATE_HZ, format="OGG", subtype="OPUS", compression_level=COMPRESSION
    )


def record_all(folder: Path, phrases: Iterable[Phrase]) -> list[float]:
    """What is not there yet, on all cores; the seconds of each new recording."""
    missing = [phrase for phrase in phrases if not (folder / phrase.file_name).exists()]
    if not missing:
        return []
    # Forking beside Qt's threads is not safe.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as executor:
        return list(executor.map(partial(record, folder), missing, chunksize=8))


def forget_others(folder: Path, kept: Iterable[Phrase]) -> None:
    """Remove what no screen says any more."""
    names = {phrase.file_name for phrase in kept}
    for path in folder.glob("*.*"):
        if path.name != WAY and path.name not in names:
            path.unlink()


def begin(folder: Path) -> None:
    """Make the folder; empty it when its recordings were made in another way."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = (Path(source).read_bytes() for source in (speech.__file__, __file__))
    way = sha256(b"".join(sources)).hexdigest()
    if not (folder / WAY).exists() or (folder / WAY).read_text("utf-8") != way:
        forget_others(folder, ())
        (folder / WAY).write_text(way, "utf-8")


def main(folder: Path, chosen: tuple[str, ...], what_next: WhatNext | None = None) -> int:
    unknown = set(chosen) - set(LANGUAGES)
    if unknown:
        raise SetupFault(f"There is no language {unknown.pop()}. There are: {' '.join(LANGUAGES)}.")
    started = time.monotonic()
    EventLoop(offscreen=True)
    phrases = vocabulary(Languages(), TomlConsentTexts(), chosen or LANGUAGES, what_next)
    begin(folder)
    new = record_all(folder, phrases)
    if not chosen:
        forget_others(folder, phrases)
    size_mb = sum(path.stat().st_size for path in folder.glob("*.opus")) / 1e6
    print(
        f"{len(phrases)} phrases in {folder}, {size_mb:.0f} MB; {len(new)} of them new, "
        f"{sum(new) / 60:.1f} minutes of speech, in {time.monotonic() - started:.1f} s"
    )
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Record everything that screens can say.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("languages", nargs="*", metavar="language", help="by default all")
    parser.add_argument("--config", type=Path, help="of a kiosk: its facility.what_next as well")
    wanted = parser.parse_args()
    try:
        own = (
            WhatNext()
            if wanted.config is None
            else WhatNext(**dict(load(wanted.config).facility.what_next))
        )
        sys.exit(main(wanted.folder, tuple(wanted.languages), own))
    except SetupFault as fault:
        print(f"make_voices: {fault}", file=sys.stderr)
    except OSError as error:
        print(
            f"make_voices: {error.strerror}: {error.filename}. Free space there, or name "
            "another folder.",
            file=sys.stderr,
        )
    sys.exit(2)
