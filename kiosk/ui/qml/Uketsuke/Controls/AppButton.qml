import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Style
import "phrases.js" as Phrases

// A button for a finger that trembles: tall, with a word on it.
AbstractButton {
    id: root

    property bool filled: false
    property real fontPx: Theme.leadPx
    // What it does, where the word on it does not say enough.
    property string spokenName: text

    implicitHeight: Math.max(Theme.buttonHeight, Math.min(label.implicitHeight, Theme.mm * 40) + Theme.mm * (Theme.flat ? 2 : 5))
    implicitWidth: Theme.mm * 40
    leftPadding: Theme.mm * 3
    rightPadding: Theme.mm * 3
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: spokenName

    contentItem: Text {
        id: label

        text: Phrases.keptTogether(root.text)
        color: root.filled ? Theme.textOnPrimary : Theme.primary
        font.bold: true
        font.family: Theme.family
        font.pixelSize: root.fontPx
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.mm * 3
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
    }
    background: TouchSurface {
        button: root
        filled: root.filled
    }
}
