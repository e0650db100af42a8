"""The product's modules and their imports, read from the source without running it."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEVICE_PACKAGES = ("reader", "faceauth", "qualification", "consent", "limit_info")
PRODUCT_PACKAGES = ("common", "kiosk", *DEVICE_PACKAGES)
SIMULATION = "simulation"


@dataclass(frozen=True)
class Module:
    """One Python file of the product."""

    name: str
    path: Path
    tree: ast.Module

    def __str__(self) -> str:
        return self.name

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @cached_property
    def imports(self) -> frozenset[str]:
        """Every module it imports, at any depth of the code, by absolute dotted name.

        `from a import b` counts as `a.b` where that is a module, else as `a`.
        """
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                for alias in node.names:
                    child = f"{origin}.{alias.name}"
                    found.add(child if is_module(child) else origin)
        return frozenset(found)

    def _origin(self, node: ast.ImportFrom) -> str:
        if node.level == 0:
            return node.module or ""
        parents = self.name.split(".")
        up = node.level - 1 if self.path.name == "__init__.py" else node.level
        base = ".".join(parents[: len(parents) - up])
        return f"{base}.{node.module}" if node.module else base


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


@cache
def modules(packages: tuple[str, ...] = PRODUCT_PACKAGES) -> tuple[Module, ...]:
    """All modules of the product, or of other packages."""
    return tuple(
        parse(path) for package in packages for path in sorted((ROOT / package).rglob("*.py"))
    )


def parse(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text("utf-8"), str(path)))


def is_within(name: str, package: str) -> bool:
    """Whether module `name` is `package` or inside it."""
    return name == package or name.startswith(f"{package}.")


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files that are, or would be, in version control; relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = (name for name in listed.stdout.split("\0") if name)
    return tuple(Path(name) for name in names if (ROOT / name).is_file())
