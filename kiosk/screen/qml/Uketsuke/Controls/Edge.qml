import QtQuick
import Uketsuke.Kiosk
import Uketsuke.Style

// How far the patient is and where the card is: above the screen on an upright panel, at the left
// on a wide one, in one line on a small one.
Rectangle {
    id: root

    required property Bridge bridge
    required property bool cardShown

    // Steps and the green of success would say that it went well.
    readonly property bool failed: bridge.screen === "Stopped"

    implicitHeight: Theme.edgeInLine ? Theme.mm * 9.5 : (failed ? 0 : steps.height + Theme.mm * (Theme.compact ? 6 : 12)) + (cardShown ? band.height : 0)
    color: Theme.page

    ProgressSteps {
        id: steps

        visible: !Theme.edgeInLine && !root.failed
        x: Theme.edgeAbove ? Theme.mm * 4 : Theme.margin
        y: Theme.edgeAbove ? Theme.mm * (Theme.compact ? 3 : 6) : Theme.margin
        width: parent.width - 2 * x
        step: root.bridge.step
    }
    AppText { // The current step alone
        visible: Theme.edgeInLine && root.bridge.step > 0
        x: Theme.margin
        y: (parent.height - height) / 2
        width: band.x - 2 * Theme.margin
        words: root.bridge.step + "/4 " + steps.labels[Math.max(0, root.bridge.step - 1)]
        color: Theme.primary
        bold: true
        font.pixelSize: Math.min(Theme.edgePx, parent.height / (leading + readingRoom))
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.mm * 2.6
        leading: 1.2
        Accessible.name: words
    }
    CardBand {
        id: band

        inLine: Theme.edgeInLine
        x: Theme.edgeInLine ? parent.width * (Theme.slim ? 0.4 : 0.5) : Theme.edgeAbove ? 0 : Theme.mm * 4
        y: Theme.edgeInLine ? 0 : parent.height - height - (Theme.edgeAbove ? 0 : Theme.mm * 4)
        width: Theme.edgeInLine ? parent.width - x : parent.width - 2 * x
        visible: root.cardShown
        cardMay: root.bridge.cardMay
        isPhone: root.bridge.isPhone
        neutral: root.failed
    }
    Rectangle { // Where the edge ends
        x: Theme.edgeAbove ? 0 : parent.width
        y: Theme.edgeAbove ? parent.height : 0
        width: Theme.edgeAbove ? parent.width : Theme.stroke
        height: Theme.edgeAbove ? Theme.stroke : parent.height
        color: Theme.tintPressed
    }
}
