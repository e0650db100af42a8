import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Where a phone is laid down, for how long, and what its owner does before.
Message {
    id: root

    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.compact ? 50 : 100)
    title: bridge.title
    body: bridge.body
    notice: bridge.notice
    noticeFirst: true
    beside: !Theme.upright && !Theme.flat
    picture: CardPicture {
        cardMay: "be_placed"
        isPhone: true
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.flat ? 2 : 1 // A flat panel has no room for a row of its own.
        columnSpacing: Theme.gap
        rowSpacing: Theme.wideGap

        InfoPanel {
            Layout.fillWidth: true
            words: root.bridge.remedy
            fontPx: Theme.compact ? Theme.smallPx : Theme.leadPx
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm * (Theme.flat ? 44 : 90)
            objectName: "back"
            text: qsTrId("button.back")
            onClicked: root.bridge.back()
        }
    }
}
