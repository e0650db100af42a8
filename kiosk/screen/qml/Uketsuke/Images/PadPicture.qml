pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style

// Four hidden digits above a number pad.
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
            x: 4 * root.unit
            width: 92 * root.unit
            height: 30 * root.unit
            radius: 6 * root.unit
            color: Theme.tint
            border.color: Theme.primary
            border.width: 4 * root.unit

            Row {
                anchors.centerIn: parent
                spacing: 9 * root.unit

                Repeater {
                    model: 4

                    Rectangle {
                        width: 10 * root.unit
                        height: width
                        radius: width / 2
                        color: Theme.primary
                    }
                }
            }
        }
        Grid {
            x: (parent.width - width) / 2
            y: 40 * root.unit
            columns: 3
            columnSpacing: 8 * root.unit
            rowSpacing: 6 * root.unit

            Repeater {
                model: 9

                Rectangle {
                    width: 20 * root.unit
                    height: 16 * root.unit
                    radius: 4 * root.unit
                    color: Theme.page
                    border.color: Theme.primary
                    border.width: 3 * root.unit
                }
            }
        }
    }
}
