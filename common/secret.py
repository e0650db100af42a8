"""What must not outlive its use: never printed, overwritten afterwards."""


def wipe(buffer: bytearray | memoryview) -> None:
    """Overwrite in place; the length stays."""
    buffer[:] = bytes(len(buffer))


class Secret:
    """Digits or letters in a buffer of our own, so that they can be overwritten."""

    __slots__ = ("_buffer",)

    def __init__(self, buffer: bytearray) -> None:
        self._buffer = buffer

    @property
    def buffer(self) -> bytearray:
        return self._buffer

    def wipe(self) -> None:
        wipe(self._buffer)

    def __repr__(self) -> str:
        return "Secret(***)"
