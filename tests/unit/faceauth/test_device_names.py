"""A camera that comes back under another index is found by the name that it keeps."""

from pathlib import Path

from faceauth.camera.device_names import lasting_name


def test_the_link_is_taken_that_leads_to_the_device(tmp_path: Path) -> None:
    by_id, face, other = tmp_path / "by-id", tmp_path / "video0", tmp_path / "video2"
    by_id.mkdir()
    for node, name in ((other, "usb-A_Other-index0"), (face, "usb-B_Face-index0")):
        node.touch()
        (by_id / name).symlink_to(node)
    assert lasting_name(str(face), tmp_path) == str(by_id / "usb-B_Face-index0")


def test_a_link_stays_what_it_is(tmp_path: Path) -> None:
    by_id, node = tmp_path / "by-id", tmp_path / "video0"
    by_id.mkdir()
    node.touch()
    link = by_id / "usb-B_Face-index0"
    link.symlink_to(node)
    assert lasting_name(str(link), tmp_path) == str(link)


def test_without_links_the_index_remains(tmp_path: Path) -> None:
    assert lasting_name("0", tmp_path / "none") == "0"
