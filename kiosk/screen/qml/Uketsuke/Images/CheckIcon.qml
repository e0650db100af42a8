import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// A tick: what is chosen is told by more than its colour. In a box where it can be on or off.
Item {
    id: root

    property color ink: Theme.primary
    property bool checked: true
    property bool boxed: false

    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        visible: root.boxed
        radius: width * 0.15
        color: "transparent"
        border.color: root.ink
        border.width: Theme.stroke
    }
    Shape {
        anchors.fill: parent
        visible: root.checked
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: root.ink
            strokeWidth: Math.max(2, root.width * 0.14)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: [[0.22, 0.52], [0.42, 0.74], [0.8, 0.26]].map(([x, y]) => Qt.point(x * root.width, y * root.height))
            }
        }
    }
}
