"""What a camera is called for as long as it is the same camera."""

from pathlib import Path

_BY_ID = Path("/dev/v4l/by-id")


def lasting_name(device: str, by_id: Path = _BY_ID) -> str:
    """The link that follows a camera to another index when it is unplugged and comes back.

    `device` as for `OpenCvCamera`; returned unchanged where the system has no link to it.
    """
    node = Path(f"/dev/video{device}" if device.isdigit() else device).resolve()
    links = sorted(by_id.iterdir()) if by_id.is_dir() else []
    return next((str(link) for link in links if link.resolve() == node), device)
