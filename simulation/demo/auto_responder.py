"""The person before the simulated camera does as the screen says."""

from faceauth.port import MOVES, Guidance
from kiosk.session.events import Event
from kiosk.session.projection import project
from kiosk.session.screens import Face
from kiosk.session.states import State
from simulation.camera.control import CameraHandler


class AutoResponder:
    """A `kiosk.session.runner.Observer`: one turn or nod each time that the screen asks for it."""

    def __init__(self, camera: CameraHandler) -> None:
        self._camera = camera
        self._asked: Guidance | None = None

    def __call__(self, _old: State, _event: Event, new: State) -> None:
        screen = project(new).screen
        asked = screen.guidance if isinstance(screen, Face) else None
        if asked in MOVES and asked is not self._asked:
            self._camera.perform(asked.value)
        self._asked = asked
