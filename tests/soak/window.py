"""The patients' end of `tests.soak.onlooker`: what the window shows; asked, and waited for."""

import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, Listener
from queue import Empty, SimpleQueue
from typing import Any

from simulation.rehearsal.patient import Eyes
from tests.soak.onlooker import Answer, Seen

ANSWER_LIMIT_S = 60.0


class Window:
    """Of whichever kiosk process reported last: one that is started anew reports again."""

    def __init__(self, address: str) -> None:
        self._listener = Listener(address, "AF_UNIX")
        self._one_at_a_time = threading.Lock()  # The patient asks, and whoever makes a fault.
        self._changed = threading.Condition()
        self._line: Connection | None = None
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._seen = Seen()
        self._eyes: Eyes | None = None
        self.opened = 0
        """How many have reported so far."""
        threading.Thread(target=self._accept, name="window", daemon=True).start()

    @property
    def seen(self) -> Seen:
        with self._changed:
            return self._seen

    def begin(self) -> Eyes:
        """What is seen from now on is of the next session, and for the eyes that are returned."""
        self.ask("begin")
        with self._changed:
            self._seen = Seen(card=self._seen.card)
            self._eyes = Eyes()
            return self._eyes

    def ask(self, *request: object) -> Any:
        """Raises `ConnectionError` when the kiosk is gone, or says why it cannot answer."""
        with self._one_at_a_time:
            with self._changed:
                line, answers = self._line, self._answers
            if line is None:
                raise ConnectionError("the kiosk is not there")
            try:
                line.send(request)
                answer = answers.get(timeout=ANSWER_LIMIT_S)
            except (OSError, Empty) as error:
                kind = type(error).__name__
                raise ConnectionError(f"the kiosk does not answer ({kind})") from None
        if answer.problem is not None:
            raise ConnectionError(answer.problem)
        return answer.value

    def wait_for(self, condition: Callable[[Seen], bool], limit_s: float) -> bool:
        """Whether it became true in time."""
        deadline = time.monotonic() + limit_s
        with self._changed:
            while not condition(self._seen):
                left_s = deadline - time.monotonic()
                if left_s <= 0:
                    return False
                self._changed.wait(left_s)
            return True

    def wait_until_opened(self, times: int, limit_s: float) -> bool:
        return self.wait_for(lambda _: self.opened >= times and self._line is not None, limit_s)

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                line = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self._line, self._answers = line, SimpleQueue()
                self._seen = Seen()
                self.opened += 1
                self._changed.notify_all()
            threading.Thread(
                target=self._read, args=(line, self._answers), name="window-line", daemon=True
            ).start()

    def _read(self, line: Connection, answers: SimpleQueue[Answer]) -> None:
        try:
            while True:
                said = line.recv()
                if isinstance(said, Answer):
                    answers.put(said)
                else:
                    self._see(said)
        except (EOFError, OSError):
            answers.put(Answer(None, "the kiosk is gone"))
            with self._changed:
                if self._line is line:
                    self._line = None
                if self._eyes is not None:
                    self._eyes.close()
                self._changed.notify_all()

    def _see(self, seen: Seen) -> None:
        with self._changed:
            self._seen = seen
            if self._eyes is not None and seen.label:
                self._eyes.see(seen.label)
            self._changed.notify_all()
