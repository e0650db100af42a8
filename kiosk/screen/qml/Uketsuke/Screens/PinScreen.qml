pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Four digits, hidden; or, before the last try, the warning that it is the last.
Item {
    id: root

    required property Bridge bridge
    required property Keypad keypad

    Loader {
        anchors.fill: parent
        sourceComponent: root.bridge.lastTryPending ? warning : pad
    }

    Component {
        id: pad

        PadPage {
            bridge: root.bridge
            keypad: root.keypad
            places: keypad.places
            tooFew: qsTrId("pin.too_few")

            AppButton {
                Layout.fillWidth: true
                objectName: "chooseFace"
                visible: root.bridge.faceOffered
                text: qsTrId("button.use_face")
                fontPx: Theme.bodyPx
                onClicked: root.bridge.chooseFace()
            }
            AppButton {
                Layout.fillWidth: true
                objectName: "back"
                visible: !root.bridge.faceOffered
                text: qsTrId("button.back")
                fontPx: Theme.bodyPx
                onClicked: root.bridge.back()
            }
        }
    }

    Component {
        id: warning

        Message {
            title: root.bridge.title
            body: root.bridge.body
            notice: root.bridge.notice
            noticeFirst: true
            ground: Theme.warnTint
            picture: WarningPicture {}

            GridLayout {
                Layout.fillWidth: true
                columns: Theme.upright ? 1 : 3
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                AppButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: implicitHeight
                    objectName: "chooseFace"
                    visible: root.bridge.faceOffered
                    text: qsTrId("button.use_face")
                    filled: true // What costs nothing weighs more than what can lock the PIN.
                    onClicked: root.bridge.chooseFace()
                }
                AppButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: implicitHeight
                    objectName: "back"
                    text: qsTrId("button.back")
                    filled: !root.bridge.faceOffered
                    onClicked: root.bridge.back()
                }
                AppButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: implicitHeight
                    objectName: "confirmLastTry"
                    text: qsTrId("button.last_try")
                    fontPx: Theme.smallPx
                    onClicked: root.bridge.confirmLastTry()
                }
            }
        }
    }
}
