pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style

// Something is going on: one of four dots is dark, in turn. Steps, not motion: easy on the eye
// and on a processor without graphics.
Row {
    id: root

    property int dark: 0

    spacing: Theme.mm * 5

    Accessible.ignored: true

    Timer {
        interval: 400
        repeat: true
        running: root.visible && !Theme.calm
        onTriggered: root.dark = (root.dark + 1) % 4
    }
    Repeater {
        model: 4

        Rectangle {
            required property int index

            width: Theme.mm * 6
            height: width
            radius: width / 2
            color: index === root.dark ? Theme.primary : Theme.tintPressed
        }
    }
}
