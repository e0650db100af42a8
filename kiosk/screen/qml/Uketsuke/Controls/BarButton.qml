import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Style

// A button of fixed size in the help bar or a panel; its words step back until they fit.
AbstractButton {
    id: root

    property bool chosen: false
    property string family: Theme.family
    property string english: "" // The same below it, for whoever cannot read the language that is shown
    property real fontPx: Theme.edgePx
    property Component picture: null
    // What is chosen on a slim panel has more to say than room.
    readonly property bool pictured: picture !== null && !(Theme.slim && chosen)
    readonly property real pictureRoom: pictured ? Theme.mm * (Theme.slim ? 6.2 : 8.4) : 0
    readonly property color ink: chosen ? Theme.textOnPrimary : Theme.primary

    implicitHeight: Theme.mm * 13.2
    implicitWidth: Theme.mm * 26
    leftPadding: Theme.mm * (Theme.slim ? 1 : 1.5)
    rightPadding: leftPadding
    topPadding: Theme.mm * 0.8
    bottomPadding: Theme.mm * 0.8
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checked: chosen

    contentItem: Item {
        Loader { // Just before the letters, wherever they begin
            x: label.x + (label.width - Math.max(label.contentWidth, english.contentWidth)) / 2 - root.pictureRoom
            anchors.verticalCenter: parent.verticalCenter
            visible: root.pictured
            width: Theme.mm * (Theme.slim ? 5.2 : 6.4)
            height: width
            sourceComponent: root.picture
        }
        ButtonText {
            id: label

            x: root.pictureRoom
            width: parent.width - x
            height: parent.height * (root.english === "" ? 1 : 0.56)
            words: root.text
            color: root.ink
            font.family: root.family
            font.pixelSize: Math.min(root.fontPx, height * 0.78) // One line of them must fit.
        }
        ButtonText {
            id: english

            x: label.x
            y: parent.height - height
            width: label.width
            height: parent.height * 0.43
            words: root.english
            color: root.ink
            font.family: Theme.latinFamily
            font.pixelSize: label.font.pixelSize * 0.84
        }
    }
    background: TouchSurface {
        button: root
        filled: root.chosen
    }
}
