pragma ComponentBehavior: Bound

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
    // Below it stands in the other languages, for whoever cannot read this one; where all of them
    // have no room, some after the other.
    readonly property string easy: "ja-x-easy" // Comes last: who reads it can read the other Japanese.
    readonly property int columns: Theme.flat ? (Theme.widthMm > 200 ? 3 : 2) : Theme.slim ? 1 : Theme.upright ? 2 : 3
    readonly property int atOnce: Theme.flat ? columns : Theme.slim ? 2 : 9
    readonly property list<int> others: preferences.languages.map((code, index) => index).filter(index => ![preferences.language, easy].includes(preferences.languages[index])).concat(preferences.language === easy ? [] : preferences.languages.indexOf(easy))
    readonly property list<int> invitations: Array.from({
        length: Math.min(atOnce, others.length)
    }, (none, place) => others[(page * atOnce + place) % others.length])
    property int page: 0

    pictureSize: Theme.mm * (Theme.upright ? 150 : Theme.compact ? 80 : 120)
    titlePx: Theme.displayPx
    title: bridge.title
    body: bridge.phoneOffered && !Theme.upright ? "" : bridge.body // The picture needs the room.
    notice: bridge.notice
    picture: CardPicture {
        cardMay: "be_placed"
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: lines.implicitHeight + Theme.mm * (Theme.flat || Theme.slim ? 2 : 5)
        radius: Theme.radius
        color: Theme.quiet

        GlobeIcon {
            x: Theme.mm * 4
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm * (Theme.flat || Theme.slim ? 5 : 8)
            height: width
        }
        GridLayout {
            id: lines

            x: Theme.mm * (Theme.flat || Theme.slim ? 11 : 16)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - Theme.mm * 4
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.mm
            uniformCellWidths: true

            Repeater {
                model: root.invitations

                AppText {
                    required property int modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "otherLanguage"
                    words: root.inOneLine(root.bridge.attractLines[modelData])
                    color: Theme.primary
                    bold: true
                    family: Theme.familyOf(root.preferences.languages[modelData])
                    font.pixelSize: Math.min(Theme.leadPx, Theme.cardPx)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.mm * 2.6
                    leading: 1.25
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    AppButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.mm * (Theme.slim ? 60 : 90)
        objectName: "choosePhone"
        visible: root.bridge.phoneOffered
        text: qsTrId("button.phone")
        onClicked: root.bridge.choosePhone()
    }
    Timer {
        interval: 6000
        repeat: true
        running: root.visible && !Theme.calm && root.others.length > root.atOnce
        onTriggered: root.page += 1
    }

    function inOneLine(title: string): string {
        return title.replace(/\n/g, /[A-Za-z\uac00-\ud7a3 ]/.test(title) ? " " : "");
    }
}
