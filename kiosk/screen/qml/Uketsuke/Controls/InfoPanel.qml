import QtQuick
import Uketsuke.Style

// Something to know, which cannot be touched: no border of a button, a quiet ground.
Rectangle {
    id: root

    property alias words: label.words
    property alias fontPx: label.px
    property alias leading: label.leading
    property alias alignment: label.horizontalAlignment
    property bool warning: false

    implicitHeight: label.implicitHeight + 2 * Theme.mm * (Theme.flat ? 1.5 : Theme.compact ? 2.5 : 4)
    implicitWidth: Theme.mm * 60
    radius: Theme.radius
    color: warning ? Theme.warnTint : Theme.quiet

    Rectangle {
        visible: root.warning
        width: Theme.mm * 1.6
        height: parent.height
        radius: width / 2
        color: Theme.warnLine
    }
    Paragraph {
        id: label

        objectName: "info"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: drop
        anchors.leftMargin: Theme.mm * 5
        anchors.rightMargin: Theme.mm * 4
        color: Theme.text
    }
}
