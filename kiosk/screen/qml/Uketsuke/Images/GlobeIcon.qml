import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// The world: languages.
Item {
    id: root

    property color ink: Theme.primary
    readonly property real unit: Math.min(width, height) / 100

    Accessible.ignored: true

    Shape {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: root.ink
            strokeWidth: 8 * root.unit
            fillColor: "transparent"

            PathAngleArc {
                centerX: 50 * root.unit
                centerY: 50 * root.unit
                radiusX: 44 * root.unit
                radiusY: 44 * root.unit
                sweepAngle: 360
            }
            PathAngleArc { // Meridians
                centerX: 50 * root.unit
                centerY: 50 * root.unit
                radiusX: 19 * root.unit
                radiusY: 44 * root.unit
                sweepAngle: 360
            }
            PathMove {
                x: 6 * root.unit
                y: 50 * root.unit
            }
            PathLine {
                x: 94 * root.unit
                y: 50 * root.unit
            }
        }
    }
}
