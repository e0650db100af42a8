import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Nobody is here: what to do, in one picture and one line.
Message {
    id: root

    required property Bridge bridge
    required property Preferences preferences
    property int other: 1 % preferences.languages.length // Which language says it below, for whoever cannot read the one above

    pictureSize: Theme.mm * (Theme.upright ? 150 : Theme.compact ? 80 : 120)
    titlePx: Theme.displayPx
    title: bridge.title
    body: bridge.body
    notice: bridge.notice
    picture: CardPicture {
        cardMay: "be_placed"
    }

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.mm * 150
        implicitHeight: line.height + Theme.mm * (Theme.flat ? 2 : 6)
        radius: height / 2
        color: Theme.quiet

        GlobeIcon {
            x: Theme.mm * 6
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm * (Theme.flat ? 5 : 7)
            height: width
        }
        AppText {
            id: line

            objectName: "otherLanguage"
            anchors.verticalCenter: parent.verticalCenter
            topPadding: drop
            x: Theme.mm * 16
            width: parent.width - 2 * x
            words: root.bridge.attractLines[root.other].replace(/\n/g, " ")
            color: Theme.primary
            font.bold: true
            font.family: Theme.familyOf(root.preferences.languages[root.other])
            font.pixelSize: Math.min(Theme.leadPx, Theme.cardPx)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.mm * 3
            leading: 1.2
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
        }
    }
    Timer {
        interval: 3000
        repeat: true
        running: root.visible && !Theme.calm
        onTriggered: root.other = (root.other + 1) % root.bridge.attractLines.length
    }
}
