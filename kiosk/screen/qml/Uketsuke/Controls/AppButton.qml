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

    implicitHeight: Math.max(Theme.buttonHeight, Math.min(label.wantedHeight, Theme.mm * 40) + Theme.mm * (Theme.flat ? 2 : 5))
    implicitWidth: Theme.mm * 40
    leftPadding: Theme.mm * 3
    rightPadding: Theme.mm * 3
    topPadding: Theme.mm * 0.8
    bottomPadding: Theme.mm * 0.8
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: Phrases.plain(spokenName)

    contentItem: ButtonText {
        id: label

        words: root.text
        color: root.filled ? Theme.textOnPrimary : Theme.primary
        px: root.fontPx
        leastPx: Theme.mm * 3
    }
    background: TouchSurface {
        button: root
        filled: root.filled
    }
}
