"""A line between a kiosk and its service that loses, delays and limits packets.

What netem would do, for kernels without it: a TUN device in a network namespace of the test's own,
whose packets come back with source and destination exchanged. Whoever connects to `THERE` so
reaches what listens on `HERE`, over a real TCP that has to send again what was lost.
"""

import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import threading
import time

HERE = "10.199.0.1"
THERE = "10.199.0.2"

_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_MTU_BYTES = 1500
_LONGEST_QUEUE_S = 2.0
"""What does not find room in the line's buffer is lost, too."""

_SOURCE, _DESTINATION = slice(12, 16), slice(16, 20)


class BadLine:
    """Its qualities may change at any time; `loss` 1.0 is a line that is cut."""

    def __init__(self, *, loss: float, delay_s: float, kbit_s: float) -> None:
        """Needs root, and a network namespace of its own (`unshare -n`)."""
        self.loss = loss
        self.delay_s = delay_s
        self.bytes_per_s = kbit_s * 1000 / 8
        self.carried = self.lost = 0
        self._chance = random.Random(7)
        self._device = os.open("/dev/net/tun", os.O_RDWR)
        request = struct.pack("16sH22x", b"line", _IFF_TUN | _IFF_NO_PI)
        fcntl.ioctl(self._device, _TUNSETIFF, request)
        for command in (
            "link set lo up",
            f"address add {HERE}/30 dev line",
            f"link set line up mtu {_MTU_BYTES}",
        ):
            subprocess.run(["ip", *command.split()], check=True, timeout=20)
        self._under_way: list[tuple[float, int, bytes]] = []
        self._free_at_s = 0.0
        threading.Thread(target=self._run, name="line", daemon=True).start()

    def _run(self) -> None:
        while True:
            wait_s = self._under_way[0][0] - time.monotonic() if self._under_way else 1.0
            if select.select([self._device], [], [], max(0.0, wait_s))[0]:
                self._take(os.read(self._device, _MTU_BYTES))
            while self._under_way and self._under_way[0][0] <= time.monotonic():
                os.write(self._device, heapq.heappop(self._under_way)[2])

    def _take(self, packet: bytes) -> None:
        if packet[0] >> 4 != 4:
            return
        now_s = time.monotonic()
        starts_s = max(now_s, self._free_at_s)
        if self._chance.random() < self.loss or starts_s - now_s > _LONGEST_QUEUE_S:
            self.lost += 1
            return
        self.carried += 1
        self._free_at_s = starts_s + len(packet) / self.bytes_per_s
        back = bytearray(packet)  # Checksums are sums: they stay right.
        back[_SOURCE], back[_DESTINATION] = packet[_DESTINATION], packet[_SOURCE]
        heapq.heappush(self._under_way, (self._free_at_s + self.delay_s, self.carried, bytes(back)))
