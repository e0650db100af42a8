import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Style
import "phrases.js" as Phrases

// A button of fixed size in the help bar or a panel; its words step back until they fit.
AbstractButton {
    id: root

    property bool chosen: false
    property real fontPx: Theme.edgePx

    implicitHeight: Theme.mm * 13.2
    implicitWidth: Theme.mm * 26
    leftPadding: Theme.mm * 1.5
    rightPadding: Theme.mm * 1.5
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: Text {
        text: Phrases.keptTogether(root.text)
        color: root.chosen ? Theme.textOnPrimary : Theme.primary
        font.bold: true
        font.pixelSize: root.fontPx
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.mm * 2.6
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    background: TouchSurface {
        button: root
        filled: root.chosen
    }
}
