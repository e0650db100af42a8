"""What a camera is called for as long as it is the same camera."""

from pathlib import Path

_LINKS = Path("/dev/v4l")


def device_node(device: str) -> Path:
    """Where `device` is in the file system now; `device` as for `OpenCvCamera`."""
    return Path(f"/dev/video{device}" if device.isdigit() else device)


def lasting_name(device: str, links: Path = _LINKS) -> str:
    """The link that follows a camera to another index when it is unplugged and comes back.

    `device` as for `OpenCvCamera`; returned unchanged where the system has no link to it. Its name
    by id where every camera has one of its own. Two of one model without serial number have one
    such name between them, which leads to whichever came last: then by path, which is the socket.
    """
    node = device_node(device).resolve()
    by_path, by_id = _targets(links / "by-path"), _targets(links / "by-id")
    shared = set(by_path.values()) - set(by_id.values())
    for names in (by_path,) if shared else (by_id, by_path):
        for link, target in names.items():
            if target == node:
                return str(link)
    return device


def _targets(folder: Path) -> dict[Path, Path]:
    return {link: link.resolve() for link in sorted(folder.iterdir())} if folder.is_dir() else {}
