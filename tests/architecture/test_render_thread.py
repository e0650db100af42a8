"""No Python on Qt's render thread, and none around a window's event handling (docs/adr/0019)."""

import ast

from tests.architecture.source_tree import modules

DRAWN_BY_QT = ("QQuickItem", "QQuickPaintedItem", "QQuickView", "QQuickWindow", "QQuickFramebuffer")
OWN = {"updatePolish"}
"""Called on the GUI thread, which waits for nobody while it runs."""

RENDER_THREAD_SIGNALS = {
    "afterFrameEnd",
    "afterRendering",
    "afterRenderPassRecording",
    "beforeFrameBegin",
    "beforeRendering",
    "beforeRenderPassRecording",
    "beforeSynchronizing",
    "afterSynchronizing",
    "frameSwapped",
    "sceneGraphInitialized",
    "sceneGraphInvalidated",
}


def qt_names() -> set[str]:
    """Every method that Qt may call on an item or a window."""
    from PySide6.QtQuick import QQuickFramebufferObject, QQuickPaintedItem, QQuickView

    kinds = (QQuickPaintedItem, QQuickFramebufferObject, QQuickView)
    return {name for kind in kinds for name in dir(kind) if not name.startswith("_")}


def test_no_item_or_window_answers_qt_in_python() -> None:
    virtuals = qt_names() - OWN - {"close"}  # Called by us alone; Qt's own is not virtual.
    overridden = [
        f"{module.name}.{node.name}.{method.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and _is_drawn(node)
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name in virtuals
    ]
    assert overridden == []


def test_one_place_hears_of_the_render_thread() -> None:
    """Which has used its connection once before anything is drawn."""
    places = {
        module.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _connects_render_signal(node)
    }
    assert places == {"kiosk.screen.frames"}


def _is_drawn(node: ast.ClassDef) -> bool:
    return any(
        isinstance(base, ast.Name) and base.id.startswith(DRAWN_BY_QT) for base in node.bases
    )


def _connects_render_signal(node: ast.Call) -> bool:
    match node.func:
        case ast.Attribute(attr="connect", value=ast.Attribute(attr=signal)):
            return signal in RENDER_THREAD_SIGNALS
        case _:
            return False
