import QtQuick
import Uketsuke.Style

// A person behind a desk.
Item {
    id: root

    readonly property real unit: Math.min(width, height) / 100

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width

        Rectangle {
            x: 35 * root.unit
            y: 4 * root.unit
            width: 30 * root.unit
            height: width
            radius: width / 2
            color: Theme.tint
            border.color: Theme.primary
            border.width: 4 * root.unit
        }
        Rectangle {
            x: 22 * root.unit
            y: 39 * root.unit
            width: 56 * root.unit
            height: 44 * root.unit
            topLeftRadius: 26 * root.unit
            topRightRadius: 26 * root.unit
            color: Theme.tint
            border.color: Theme.primary
            border.width: 4 * root.unit
        }
        Rectangle {
            y: 76 * root.unit
            width: 100 * root.unit
            height: 20 * root.unit
            radius: 4 * root.unit
            color: Theme.primary
        }
    }
}
