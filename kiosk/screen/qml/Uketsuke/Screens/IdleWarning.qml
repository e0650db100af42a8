import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Nobody has touched the screen for long: a touch anywhere goes on, and a bar shows how long there is.
Message {
    id: root

    required property Bridge bridge

    ground: Theme.warnTint
    picture: WarningPicture {}
    title: qsTrId("idle.title")
    body: qsTrId("idle.body")

    AppButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.mm * (Theme.flat ? 60 : 90)
        objectName: "stillHere"
        filled: true
        text: qsTrId("button.still_here")
        // A press is enough, and the window has told it already.
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.mm * 160
        Layout.alignment: Qt.AlignHCenter
        implicitHeight: Theme.mm * 3
        radius: height / 2
        color: Theme.line

        Rectangle {
            width: parent.width * root.timeLeft
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }

    property real timeLeft: 1

    NumberAnimation on timeLeft {
        from: 1
        to: 0
        duration: root.bridge.idleWarningMs
        running: !Theme.calm
    }
}
