import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Style
import "phrases.js" as Phrases

// A button of fixed size in the help bar or a panel; its words step back until they fit.
AbstractButton {
    id: root

    property bool chosen: false
    property real fontPx: Theme.edgePx
    property Component picture: null
    readonly property real pictureRoom: picture === null ? 0 : Theme.mm * 8.4
    readonly property color ink: chosen ? Theme.textOnPrimary : Theme.primary

    implicitHeight: Theme.mm * 13.2
    implicitWidth: Theme.mm * 26
    leftPadding: Theme.mm * 1.5
    rightPadding: Theme.mm * 1.5
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: Item {
        Loader { // Just before the letters, wherever they begin
            x: label.x + (label.width - label.contentWidth) / 2 - root.pictureRoom
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm * 6.4
            height: width
            sourceComponent: root.picture
        }
        Text {
            id: label

            x: root.pictureRoom
            width: parent.width - x
            height: parent.height
            text: Phrases.keptTogether(root.text)
            color: root.ink
            font.bold: true
            font.family: Theme.family
            font.pixelSize: root.fontPx
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.mm * 2.6
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            textFormat: Text.PlainText
            wrapMode: Text.WordWrap
        }
    }
    background: TouchSurface {
        button: root
        filled: root.chosen
    }
}
