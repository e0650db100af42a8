import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Style

// What says "touch me": the same edge, fill and focus ring on everything that can be touched.
Rectangle {
    id: root

    required property AbstractButton button
    property bool filled: false

    radius: Theme.radius
    color: {
        if (filled)
            return button.down ? Theme.primaryPressed : Theme.primary;
        return button.down ? Theme.tintPressed : Theme.page;
    }
    border.color: Theme.primary
    border.width: filled ? 0 : Theme.stroke

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.stroke * 3
        visible: root.button.visualFocus
        radius: root.radius + Theme.stroke * 3
        color: "transparent"
        border.color: Theme.focusOuter
        border.width: Theme.stroke * 2

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.stroke * 2
            radius: root.radius + Theme.stroke
            color: "transparent"
            border.color: Theme.focusInner
            border.width: Theme.stroke
        }
    }
}
