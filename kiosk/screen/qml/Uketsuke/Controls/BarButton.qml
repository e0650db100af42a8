pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Images
import Uketsuke.Style
import "phrases.js" as Phrases

// A button of fixed size in the help bar or a panel; its words step back until they fit.
AbstractButton {
    id: root

    property bool chosen: false
    property bool ticks: false // Has a tick while it is chosen: not by its colour alone
    property bool toggles: false // Can be on or off for itself
    property string family: Theme.family
    property string english: "" // The same below it, for whoever cannot read the language that is shown
    property real fontPx: Theme.edgePx
    property Component picture: null
    // What is chosen on a slim panel has more to say than room.
    readonly property bool ticked: toggles || (ticks && chosen)
    readonly property bool pictured: ticked || (picture !== null && !(Theme.slim && chosen))
    readonly property bool tickAbove: ticked && Theme.compact
    readonly property real pictureSize: Theme.mm * (tickAbove ? 3.6 : ticked ? 4.4 : Theme.slim ? 5.2 : 6.4)
    readonly property real pictureRoom: pictured && !tickAbove ? pictureSize + Theme.mm * (Theme.slim || ticked ? 1 : 2) : 0
    readonly property bool filled: chosen && !toggles
    readonly property color ink: filled ? Theme.textOnPrimary : Theme.primary

    implicitHeight: Theme.mm * 13.2
    implicitWidth: Theme.mm * 26
    leftPadding: Theme.mm * (Theme.slim ? 1 : 1.5)
    rightPadding: leftPadding
    topPadding: Theme.mm * 0.8
    bottomPadding: Theme.mm * 0.8
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: Phrases.plain(text)
    Accessible.checked: chosen

    contentItem: Item {
        Loader { // Just before the letters, wherever they begin
            x: root.tickAbove ? (parent.width - width) / 2 : label.x + (label.width - Math.max(label.contentWidth, english.contentWidth)) / 2 - root.pictureRoom
            y: root.tickAbove ? 0 : (parent.height - height) / 2
            visible: root.pictured
            width: root.pictureSize
            height: width
            sourceComponent: root.ticked ? tick : root.picture
        }
        ButtonText {
            id: label

            x: root.pictureRoom
            y: root.tickAbove ? root.pictureSize : 0
            width: parent.width - x
            height: root.english === "" ? parent.height - y : parent.height * 0.56
            words: root.text
            color: root.ink
            family: root.family
            px: Math.min(root.fontPx, height * 0.78) // One line of them must fit.
        }
        ButtonText {
            id: english

            x: label.x
            y: parent.height - height
            width: label.width
            height: parent.height * 0.43
            words: root.english
            color: root.ink
            family: Theme.latinFamily
            px: label.font.pixelSize * 0.84
        }
    }
    background: TouchSurface {
        button: root
        filled: root.filled
    }

    Component {
        id: tick

        CheckIcon {
            ink: root.ink
            boxed: root.toggles
            checked: root.chosen
        }
    }
}
