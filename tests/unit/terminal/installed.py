"""Adapters as a package manager leaves them: a module, and a dist-info that names entry points."""

from pathlib import Path

from simulation.demo.world import default_world, prepare
from tests.unit.kiosk.installation import NO_CAMERA, install

EXAMPLE = Path(__file__).with_name("example_terminal.py")


def install_kiosk(folder: Path) -> Path:
    """The configuration of a kiosk with a terminal, all of whose files are there."""
    prepare(default_world())
    authority = default_world().cards / "card_face_ca.pem"
    identity = f"[identity]\nproof = 'terminal'\ncard_face_authority = '{authority}'\n"
    return install(folder, identity + NO_CAMERA)


def install_example(folder: Path, key: bytes) -> None:
    """With its key beside it."""
    (folder / "example_terminal.key").write_bytes(key)
    source = EXAMPLE.read_text("utf-8")
    install_adapter(folder, "example", "example_terminal", source, "ExampleTerminal")


def install_adapter(folder: Path, name: str, module: str, source: str, adapter: str) -> None:
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    described = folder / f"{module}-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text(f"[uketsuke.proof]\n{name} = {module}:{adapter}\n")
