"""The printed front of a virtual card, as a picture."""

from io import BytesIO

from PIL import Image, ImageDraw

from reader.number_b import era_of
from reader.surface import layout
from simulation.card.content import Surface
from simulation.card.pictures import font

PX_PER_MM = 16
_PAPER, _BAND, _INK = (232, 236, 240), (214, 226, 222), (28, 28, 30)
_SEXES = {1: "男", 2: "女"}


def printed_card(surface: Surface) -> Image.Image:
    """RGB, 16 px/mm, upright, on black where the rounded corners are cut."""
    size_px = (round(layout.WIDTH_MM * PX_PER_MM), round(layout.HEIGHT_MM * PX_PER_MM))
    card = Image.new("RGB", size_px, _PAPER)
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, round(20 * PX_PER_MM), size_px[0], round(21 * PX_PER_MM)), fill=_BAND)
    _write(draw, layout.NAME, f"氏名 {surface.name}")
    _write(draw, layout.ADDRESS, f"住所 {surface.address}" if surface.address else "")
    birth, expires = surface.birth_date, surface.expires
    sex = _SEXES.get(surface.sex, "")
    _write(draw, layout.BIRTH, f"{in_era(surface)}{birth.month}月{birth.day}日生 性別 {sex}")
    _write(draw, layout.EXPIRY, f"{expires.year}年{expires.month}月{expires.day}日まで有効")
    _write(draw, layout.CODE, surface.security_code)
    if surface.photo:
        with Image.open(BytesIO(surface.photo)) as photo:
            left, top, right, bottom = _px(layout.PHOTO)
            card.paste(photo.convert("RGB").resize((right - left, bottom - top)), (left, top))
    return card


def in_era(surface: Surface) -> str:
    """The year of birth as it is printed: 平成元年."""
    birth = surface.birth_date
    era, year = era_of(birth)
    return f"{era.value}{'元' if year == 1 else year}年"


def _write(draw: ImageDraw.ImageDraw, box: layout.Box, text: str) -> None:
    left, top, *_ = _px(box)
    size_px = round(layout.TEXT_MM * PX_PER_MM)
    draw.text((left, top), text, fill=_INK, font=font(size_px))


def _px(box: layout.Box) -> tuple[int, int, int, int]:
    sides = (box.left_mm, box.top_mm, box.right_mm, box.bottom_mm)
    left, top, right, bottom = (round(side * PX_PER_MM) for side in sides)
    return left, top, right, bottom
