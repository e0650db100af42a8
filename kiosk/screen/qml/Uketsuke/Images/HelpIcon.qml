import QtQuick
import Uketsuke.Style

// A member of staff who raises an arm.
Item {
    id: root

    property color ink: Theme.primary
    readonly property real unit: Math.min(width, height) / 100

    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width

        Rectangle { // Head
            x: 30 * root.unit
            y: 8 * root.unit
            width: 32 * root.unit
            height: width
            radius: width / 2
            color: root.ink
        }
        Rectangle { // Shoulders
            x: 14 * root.unit
            y: 48 * root.unit
            width: 64 * root.unit
            height: 46 * root.unit
            topLeftRadius: 30 * root.unit
            topRightRadius: 30 * root.unit
            bottomLeftRadius: 6 * root.unit
            bottomRightRadius: 6 * root.unit
            color: root.ink
        }
        Rectangle { // Arm
            x: 70 * root.unit
            y: 10 * root.unit
            width: 15 * root.unit
            height: 62 * root.unit
            radius: width / 2
            rotation: 14
            color: root.ink
        }
    }
}
