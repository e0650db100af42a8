"""Adapters as a package manager leaves them: a module, and a dist-info that names entry points."""

from pathlib import Path

EXAMPLE = Path(__file__).with_name("example_terminal.py")


def install_example(folder: Path, key: bytes) -> None:
    """With its key beside it."""
    (folder / "example_terminal.key").write_bytes(key)
    install(folder, "example", "example_terminal", EXAMPLE.read_text("utf-8"), "ExampleTerminal")


def install(folder: Path, name: str, module: str, source: str, adapter: str) -> None:
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    described = folder / f"{module}-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text(f"[uketsuke.proof]\n{name} = {module}:{adapter}\n")
