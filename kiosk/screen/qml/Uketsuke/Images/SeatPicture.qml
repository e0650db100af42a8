import QtQuick
import Uketsuke.Style

// A person on a chair, waiting.
Item {
    id: root

    readonly property real unit: Math.min(width, height) / 100

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width

        Rectangle { // Back rest
            x: 18 * root.unit
            y: 30 * root.unit
            width: 8 * root.unit
            height: 66 * root.unit
            radius: 4 * root.unit
            color: Theme.tintLine
        }
        Rectangle { // Seat
            x: 18 * root.unit
            y: 66 * root.unit
            width: 50 * root.unit
            height: 8 * root.unit
            radius: 4 * root.unit
            color: Theme.tintLine
        }
        Rectangle { // Front leg of the chair
            x: 56 * root.unit
            y: 70 * root.unit
            width: 8 * root.unit
            height: 26 * root.unit
            radius: 4 * root.unit
            color: Theme.tintLine
        }
        Rectangle { // Head
            x: 32 * root.unit
            y: 4 * root.unit
            width: 22 * root.unit
            height: width
            radius: width / 2
            color: Theme.primary
        }
        Rectangle { // Body
            x: 32 * root.unit
            y: 29 * root.unit
            width: 22 * root.unit
            height: 36 * root.unit
            radius: 10 * root.unit
            color: Theme.primary
        }
        Rectangle { // Thigh
            x: 32 * root.unit
            y: 50 * root.unit
            width: 48 * root.unit
            height: 15 * root.unit
            radius: 7 * root.unit
            color: Theme.primary
        }
        Rectangle { // Shin
            x: 67 * root.unit
            y: 52 * root.unit
            width: 13 * root.unit
            height: 44 * root.unit
            radius: 6 * root.unit
            color: Theme.primary
        }
    }
}
