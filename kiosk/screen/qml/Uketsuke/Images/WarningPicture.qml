import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// Mind what comes next.
Item {
    id: root

    readonly property real unit: Math.min(width, height) / 100

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Shape {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.warnLine
            strokeWidth: 8 * root.unit
            fillColor: Theme.page
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: [[50, 10], [94, 88], [6, 88], [50, 10]].map(([x, y]) => Qt.point(x * root.unit, y * root.unit))
            }
        }
    }
    Rectangle {
        x: (root.width - width) / 2
        y: (root.height - 100 * root.unit) / 2 + 36 * root.unit
        width: 9 * root.unit
        height: 28 * root.unit
        radius: width / 2
        color: Theme.text
    }
    Rectangle {
        x: (root.width - width) / 2
        y: (root.height - 100 * root.unit) / 2 + 69 * root.unit
        width: 10 * root.unit
        height: width
        radius: width / 2
        color: Theme.text
    }
}
