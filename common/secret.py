"""A secret that is typed: never printed, wiped after use."""


class Secret:
    """Digits or letters in a buffer of our own, so that they can be overwritten."""

    __slots__ = ("_buffer",)

    def __init__(self, buffer: bytearray) -> None:
        self._buffer = buffer

    @property
    def buffer(self) -> bytearray:
        return self._buffer

    def wipe(self) -> None:
        for i in range(len(self._buffer)):
            self._buffer[i] = 0

    def __repr__(self) -> str:
        return "Secret(***)"
