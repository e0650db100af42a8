import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The kiosk cannot go on: what to do now.
Message {
    id: root

    required property Bridge bridge

    title: bridge.title
    body: bridge.remedy
    notice: bridge.notice
    beside: !Theme.upright && !Theme.flat
    picture: StaffPicture {}

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.flat ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.wideGap

        PhonePanel {
            Layout.fillWidth: true
            visible: root.bridge.phoneShown
        }
        RowLayout {
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: !Theme.flat
            spacing: Theme.gap

            Item {
                Layout.fillWidth: !Theme.flat // The button stands in the middle
                implicitWidth: Theme.flat ? 0 : code.implicitWidth
            }
            AppButton {
                Layout.fillWidth: !Theme.flat
                Layout.preferredWidth: Theme.mm * 44
                Layout.maximumWidth: Theme.mm * (Theme.flat ? 44 : 90)
                objectName: "finish"
                text: qsTrId("button.finish")
                filled: true
                onClicked: root.bridge.finish()
            }
            AppText {
                id: code

                Layout.fillWidth: !Theme.flat
                objectName: "code"
                words: root.bridge.code
                color: Theme.softText
                font.pixelSize: Theme.edgePx
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
