"""Whoever listens to a kiosk in a test."""

from kiosk.screen.voice import Tone, Utterance


class Ears:
    """A `VoicePlayer` that writes down what is heard."""

    def __init__(self) -> None:
        self.is_playing = False
        self.heard: list[str] = []
        self.volumes: list[int] = []

    def say(self, utterance: Utterance, volume: int) -> None:
        self.heard.append(utterance.words)
        self.volumes.append(volume)

    def play(self, tone: Tone, volume: int) -> None:
        self.heard.append(f"<{tone.value}>")
        self.volumes.append(volume)

    def stop(self) -> None:
        self.heard.append("<silence>")

    def last(self) -> str:
        return self.heard[-1]
