import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// What staff have written for whoever is here, over the screen until it is read.
Rectangle {
    id: root

    required property Bridge bridge

    color: Theme.page

    MouseArea { // What lies below cannot be touched.
        anchors.fill: parent
    }
    Message {
        anchors.fill: parent
        picture: StaffPicture {}
        title: qsTrId("staff_message.title")
        body: root.bridge.message

        AppButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm * 90
            objectName: "messageRead"
            filled: true
            text: qsTrId("button.close")
            onClicked: root.bridge.readMessage()
        }
    }
}
