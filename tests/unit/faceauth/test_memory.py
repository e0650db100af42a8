"""After a session nothing of a face is left in the process: its memory is searched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.faceauth.pictures import needs_demo_photos

ROOT = Path(__file__).parents[3]

SESSION = """
import sys
import numpy as np
from faceauth.face_model import DEFAULT, face_model
from faceauth.matcher import CardFaceMatcher, preload
from faceauth.port import Frame, LivenessLevel, Verdict
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR

def in_memory(needle):
    # Reversed in our own hands, so that looking for it does not make what is found.
    count = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            for at in range(start, end, 1 << 22):
                try:
                    memory.seek(at)
                    block = memory.read(min((1 << 22) + 64, end - at))
                except OSError:
                    continue
                count += found(block, needle)
                del block
    return count

def found(block, needle):
    # A needle in its own clear form would be found in this very process.
    first = disguised(needle[:4])
    at, count = block.find(first), 0
    while at >= 0:
        window = block[at : at + len(needle)]
        if len(window) == len(needle) and bytes(b ^ 0xA5 for b in window) == needle:
            count += 1
        at = block.find(first, at + 1)
    return count

def disguised(clear):
    return bytes(byte ^ 0xA5 for byte in clear)

preload()
matcher = CardFaceMatcher(LivenessLevel.PASSIVE)
photo = bytearray(sys.stdin.buffer.read())
reference = matcher.enrol(photo)
needles = [disguised(photo[600:632]), disguised(reference.embedding.tobytes()[160:192])]
before = [in_memory(needle) for needle in needles]
fused = []
network = face_model(DEFAULT).embedding
embed = network.embed

def noted(grey, landmarks):
    embedding = embed(grey, landmarks)
    fused.append(disguised(embedding.tobytes()[160:192]))
    return embedding

network.embed = noted
comparison = matcher.compare(reference)
scene = Scene("biden", PHOTOS_DIR)
for number in range(4):
    seen = comparison.feed(Frame(scene.frame(number * 5, False), number * 33.0))
assert seen.verdict is Verdict.MATCH
comparison.wipe()
reference.wipe()
photo[:] = bytes(len(photo))
print(before, [in_memory(needle) for needle in needles + fused])
"""


@needs_demo_photos
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")
def test_no_photo_and_no_embedding_is_left_in_memory() -> None:
    from tests.unit.faceauth.pictures import card_photo

    done = subprocess.run(
        [sys.executable, "-c", SESSION],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=card_photo("biden"),
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    before, after = done.stdout.decode().strip().split("] ")
    assert "0" not in before  # The search finds what is there.
    assert after == "[0, 0, 0, 0, 0]"
