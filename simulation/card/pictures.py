"""Pictures on a virtual card: the portrait (JPEG 2000, grey) and printed lines (PNG, 1 bit)."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from simulation.errors import SimulationFault

PORTRAIT_PX = (240, 320)
_PORTRAIT_RATE = 18  # Compression that leaves about 4 KB, as on real cards.
_SUFFIXES = (".jpg", ".png")

# Left, top, right, bottom as fractions of the picture: head and shoulders, face in the middle.
_CROPS = {
    "astronaut": (0.254, 0.000, 0.625, 0.494),
    "biden": (0.232, 0.000, 0.984, 0.442),
    "obama": (0.262, 0.000, 0.822, 0.598),
    "obama2": (0.000, 0.052, 1.000, 0.747),
    "obama3": (0.328, 0.018, 0.753, 0.366),
}
_WHOLE = (0.0, 0.0, 1.0, 1.0)

_FONTS = (
    Path("/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
)


def picture_file(photos_dir: Path, name: str) -> Path:
    """Where the picture lies. Raises `SimulationFault`."""
    for suffix in _SUFFIXES:
        path = photos_dir / f"{name}{suffix}"
        if path.is_file():
            return path
    raise SimulationFault(f"The picture {name} is missing in {photos_dir}. Run `make setup`.")


def portrait(path: Path, name: str) -> bytes:
    """JP2 of 240 × 320 grey pixels. Raises `SimulationFault` when the picture cannot be read."""
    try:
        with Image.open(path) as picture:
            left, top, right, bottom = _CROPS.get(name, _WHOLE)
            box = (
                left * picture.width,
                top * picture.height,
                right * picture.width,
                bottom * picture.height,
            )
            grey = picture.convert("L").resize(PORTRAIT_PX, Image.Resampling.LANCZOS, box)
    except (OSError, UnidentifiedImageError) as error:
        raise SimulationFault(
            f"The picture {path} cannot be read ({type(error).__name__}). Run `make setup`."
        ) from None
    out = BytesIO()
    grey.save(
        out, "JPEG2000", quality_mode="rates", quality_layers=[_PORTRAIT_RATE], irreversible=True
    )
    return out.getvalue()


def printed_line(text: str, size_px: tuple[int, int], font_px: int) -> bytes:
    """PNG of black text on white, one bit per pixel; wraps where a line is full."""
    image = Image.new("1", size_px, 1)
    letters = font(font_px)
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"
    draw.multiline_text(
        (2, 0), _wrapped(text, size_px[0] - 4, letters), fill=0, font=letters, spacing=2
    )
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _wrapped(text: str, width_px: int, letters: ImageFont.FreeTypeFont) -> str:
    lines = [""]
    for character in text:
        if letters.getlength(lines[-1] + character) > width_px:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


def font(size_px: int) -> ImageFont.FreeTypeFont:
    """Japanese. Raises `SimulationFault` when none is installed."""
    for path in _FONTS:
        if path.is_file():
            return ImageFont.truetype(str(path), size_px)
    raise SimulationFault(
        "No Japanese font is installed. Run `apt-get install fonts-morisawa-bizud-gothic`."
    )
