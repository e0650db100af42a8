pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style

// A small letter and a large one: how the screen looks and sounds.
Item {
    id: root

    property color ink: Theme.primary

    Accessible.ignored: true

    Row {
        anchors.centerIn: parent

        Repeater {
            model: [0.62, 1]

            Text {
                required property real modelData

                anchors.baseline: parent.bottom
                text: "A"
                color: root.ink
                font.bold: true
                font.pixelSize: root.height * modelData
                Accessible.ignored: true
            }
        }
    }
}
