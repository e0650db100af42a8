pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Controls
import Uketsuke.Style

// The kiosk cannot start: patients are sent to the desk, and whoever set it up reads why.
ScreenView {
    id: root

    required property var patientLines // Title and what to do, in one language after the other
    required property string staffLine

    readonly property real em: Math.min(picture.width, picture.height) / 22

    ground: "#ffffff"

    Column {
        anchors.centerIn: parent
        width: parent.width - 4 * root.em
        spacing: root.em

        Repeater {
            model: root.patientLines

            Text {
                required property string modelData
                required property int index

                width: parent.width
                text: modelData
                font.family: Theme.familyOf(index < 2 ? "ja" : "en")
                font.bold: index % 2 === 0
                font.pixelSize: root.em * (index % 2 === 0 ? 1.5 : 1)
                color: "#1a1a1a"
                lineHeight: 1.3
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }
        }
        Text {
            objectName: "staffLine"
            width: parent.width
            topPadding: 2 * root.em
            text: root.staffLine
            color: "#4d4d4d"
            font.family: Theme.latinFamily
            lineHeight: 1.3
            font.pixelSize: Math.max(14, root.em * 0.55)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
