pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Kiosk
import Uketsuke.Style

// Every language, written in itself.
Rectangle {
    id: root

    required property Bridge bridge
    required property Preferences preferences

    color: Theme.page

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.margin
        spacing: Theme.wideGap

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.upright ? 2 : !Theme.flat ? 3 : Theme.widthMm > 200 ? 5 : 4
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.preferences.languages

                BarButton {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.buttonHeight
                    objectName: "language_" + modelData
                    text: qsTrId("language." + modelData)
                    family: Theme.familyOf(modelData)
                    fontPx: Theme.bodyPx
                    ticks: true
                    chosen: modelData === root.preferences.language
                    onClicked: {
                        root.preferences.setLanguage(modelData);
                        root.preferences.close();
                    }
                }
            }
        }
        BarButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.mm * 60
            Layout.preferredHeight: Theme.buttonHeight
            objectName: "closePanel"
            text: qsTrId("button.close")
            fontPx: Theme.bodyPx
            onClicked: root.preferences.close()
        }
    }
}
