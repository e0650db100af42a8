pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// A face in the corners of a view-finder.
Item {
    id: root

    readonly property real unit: Math.min(width, height) / 100

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Repeater { // The four corners, one picture turned
        model: 4

        Item {
            required property int index

            anchors.centerIn: parent
            width: 100 * root.unit
            height: width
            rotation: index * 90

            Rectangle {
                width: 26 * root.unit
                height: 6 * root.unit
                radius: 3 * root.unit
                color: Theme.primary
            }
            Rectangle {
                width: 6 * root.unit
                height: 26 * root.unit
                radius: 3 * root.unit
                color: Theme.primary
            }
        }
    }
    Rectangle {
        x: (root.width - width) / 2
        y: (root.height - height) / 2
        width: 52 * root.unit
        height: 64 * root.unit
        radius: 26 * root.unit
        color: Theme.tint
        border.color: Theme.primary
        border.width: 4 * root.unit

        Rectangle {
            x: 13 * root.unit
            y: 23 * root.unit
            width: 7 * root.unit
            height: width
            radius: width / 2
            color: Theme.primary
        }
        Rectangle {
            x: 32 * root.unit
            y: 23 * root.unit
            width: 7 * root.unit
            height: width
            radius: width / 2
            color: Theme.primary
        }
        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: Theme.primary
                strokeWidth: 4 * root.unit
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                startX: 16 * root.unit
                startY: 42 * root.unit

                PathQuad {
                    x: 36 * root.unit
                    y: 42 * root.unit
                    controlX: 26 * root.unit
                    controlY: 52 * root.unit
                }
            }
        }
    }
}
