"""The face detector that is kept unpacked is dlib's own."""

from pathlib import Path

import dlib

from faceauth.detection.dlib_detector import FILE


def test_it_is_what_dlib_has_packed(tmp_path: Path) -> None:
    """After a new dlib that finds faces otherwise: calibrate, and keep what is saved here."""
    packed = tmp_path / FILE.name
    dlib.get_frontal_face_detector().save(str(packed))
    assert FILE.read_bytes() == packed.read_bytes()
