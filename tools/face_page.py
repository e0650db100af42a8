"""The tables of `docs/face-accuracy.md`, from what the commands printed (docs/face-figures/)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = DOCS / "face-accuracy.md"
FIGURES = DOCS / "face-figures"
"""`evaluate-MODEL.json`, `london.json`, `attempts.json` and `cover.json`: each the answer of a
command that the page names."""

_BLOCK = re.compile(r"(?s)(<!-- figures: (\S+) -->\n).*?(<!-- end -->)")

Rate = dict[str, float]


def page() -> str:
    """The page as it is, with its tables written anew."""
    text = PAGE.read_text("utf-8")
    return _BLOCK.sub(lambda found: found[1] + TABLES[found[2]]() + found[3], text)


def figures(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIGURES / f"{name}.json").read_text("utf-8"))
    return found


def operating_point() -> str:
    sface, dlib = figures("evaluate-sface"), figures("evaluate-dlib")
    rows = []
    for name, each in sface["sets"].items():
        stock, other = each["stock"], dlib["sets"][name]["operating_point"]
        rows.append(
            [
                name,
                f"{each['genuine_pairs']:,} / {each['impostor_pairs']:,}",
                share(each["operating_point"]["tar"]),
                accepts(each["operating_point"]["far"]),
                f"{share(other['tar'])}, {accepts(other['far'])}",
                f"{share(stock['operating_point']['far'])}, {share(stock['tar_at_far']['1e-3'])}",
            ]
        )
    return table(
        [
            "Set",
            "genuine / stranger comparisons",
            "true accepts",
            "false accepts",
            "dlib's network: true, false accepts",
            "stock: false accepts at 0.6, true accepts at 0.1 %",
        ],
        rows,
    )


def set_left_out() -> str:
    sface, dlib = (figures(f"evaluate-{name}")["set_left_out"] for name in ("sface", "dlib"))
    return table(
        ["Left out", "threshold", "true accepts", "false accepts", "dlib's network: true, false"],
        [
            [
                name,
                f"{each['threshold']:.3f}",
                share(each["tar"]),
                accepts(each["far"]),
                f"{share(dlib[name]['tar'])}, {accepts(dlib[name]['far'])}",
            ]
            for name, each in sface.items()
        ],
    )


def degraded() -> str:
    found = figures("evaluate-sface")["degraded"]
    kinds = list(next(iter(found.values())))
    rows = []
    for kind in kinds:
        frames, not_found, refused = (
            sum(each[kind].get(key, 0) for each in found.values())
            for key in ("frames", "not_found", "refused")
        )
        of_frames = f"{not_found} and {refused} of {frames}" if frames else ""
        rows.append([kind, *(true_accepts(each[kind]) for each in found.values()), of_frames])
    return table(["True accepts", *found, "frames not found, and refused by the gate"], rows)


def london() -> str:
    found = figures("london")
    return table(
        ["People", "genuine", "true accepts", "strangers", "false accepts", "at most, by pairs"],
        [
            [
                f"{name.removeprefix('london-').replace('-', ' ')} ({each['identities']})",
                f"{each['genuine_pairs']:,}",
                share(each["operating_point"]["tar"]),
                f"{each['impostor_pairs']:,}",
                accepts(each["operating_point"]["far"]),
                share(each["operating_point"]["far_upper_if_only_person_pairs_count"]),
            ]
            for name, each in found["sets"].items()
        ],
    )


def attempts() -> str:
    found = figures("attempts")
    strangers = found.pop("strangers")
    tries = f"{strangers['tries']} tries each" if "tries" in strangers else "one try"
    sums = {key: sum(each[key] for each in found.values()) for key in COUNTED}
    rows = [
        [
            kind,
            *(str(each[key]) for key in COUNTED),
            milliseconds(each["median_ms"], each["p95_ms"]),
        ]
        for kind, each in found.items()
    ]
    return table(
        ["Frames", "attempts", "let in", "within 3 s of the first face", "median, 95th percentile"],
        [
            *rows,
            ["**all of these**", *(f"**{sums[key]}**" for key in COUNTED), ""],
            [f"strangers, {tries}", *(str(strangers[key]) for key in COUNTED), ""],
        ],
    )


def cover() -> str:
    found = figures("cover")
    return table(
        [
            "Drawn over the face",
            "found as a face",
            "people left out: told to uncover mouth, eyes; highest score",
            "the weights that ship: the same",
        ],
        [
            [name, str(left_out["faces"]), told(left_out), told(found["shipped"][name])]
            for name, left_out in found["left_out"].items()
        ],
    )


def told(each: dict[str, float]) -> str:
    """The scores of what is told are high, as they should be: they are left out."""
    if each["mouth"] or each["eyes"]:
        return f"{share(each['mouth'])}, {share(each['eyes'])}"
    return f"0 %, 0 %; {each['highest_mouth']:.2f}, {each['highest_eyes']:.2f}"


COUNTED = ("attempts", "matches", "within_3_s")


def milliseconds(median: int, late: int) -> str:
    return f"{median} ms, {late} ms"


TABLES: dict[str, Callable[[], str]] = {
    "operating-point": operating_point,
    "set-left-out": set_left_out,
    "degraded": degraded,
    "london": london,
    "attempts": attempts,
    "cover": cover,
}


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def share(value: float) -> str:
    """As a percentage of four digits at most; only what is whole is written as whole."""
    if value in (0.0, 1.0):
        return f"{value * 100:.0f} %"
    digits = 1 if value < 0.995 and value > 0.01 else 2
    return f"{value:.{digits}%}".replace("%", " %")


def accepts(rate: Rate) -> str:
    """False accepts, with how many there might have been among other people."""
    return share(rate["value"]) + (f" (up to {share(rate['ci95_high'])})" if rate["value"] else "")


def true_accepts(each: dict[str, Any]) -> str:
    if each["tar"] is None:
        return "too few"
    rejects = each["frr"]
    if not rejects["value"]:
        return share(each["tar"])
    return f"{share(each['tar'])} (from {share(1 - rejects['ci95_high'])})"
