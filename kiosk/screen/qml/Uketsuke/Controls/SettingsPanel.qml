pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Kiosk
import Uketsuke.Style

// Type, colours, sound, motion and height: each choice shows at once what it does.
Rectangle {
    id: root

    required property Bridge bridge
    required property Preferences preferences

    color: Theme.page

    component Heading: AppText {
        Layout.fillWidth: true
        bold: true
        font.pixelSize: Math.min(Theme.leadPx, Theme.edgePx * 1.2)
        leading: 1.2
    }
    component Choice: BarButton {
        ticks: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Theme.flat || Theme.slim ? implicitHeight : Theme.target * 1.25
        fontPx: Math.min(Theme.smallPx, Theme.edgePx)
    }

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.margin
        columns: Theme.upright ? 1 : 2
        columnSpacing: Theme.wideGap
        rowSpacing: Theme.upright ? Theme.gap * 1.5 : Theme.mm * 2.6
        uniformCellWidths: true

        ColumnLayout {
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.mm

            Heading {
                words: qsTrId("settings.text")
            }
            RowLayout {
                spacing: Theme.mm * 2.6

                Repeater {
                    model: 4

                    Choice {
                        required property int index

                        objectName: "textSize_" + index
                        text: qsTrId("settings.text." + index)
                        chosen: root.preferences.textSize === index
                        onClicked: root.preferences.setTextSize(index)
                    }
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.mm

            Heading {
                words: qsTrId("settings.colours")
            }
            RowLayout {
                spacing: Theme.mm * 2.6

                Repeater {
                    model: ["light", "dark", "contrast"]

                    Choice {
                        required property string modelData

                        objectName: "colours_" + modelData
                        text: qsTrId("settings.colours." + modelData)
                        chosen: root.preferences.colours === modelData
                        onClicked: root.preferences.setColours(modelData)
                    }
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.mm

            Heading {
                words: qsTrId("settings.volume")
            }
            RowLayout {
                spacing: Theme.mm * 2.6

                Repeater {
                    model: 4

                    Choice {
                        required property int index

                        objectName: "volume_" + index
                        text: qsTrId("settings.volume." + index)
                        chosen: root.preferences.volume === index
                        onClicked: root.preferences.setVolume(index)
                    }
                }
            }
        }
        GridLayout {
            Layout.alignment: Qt.AlignBottom
            columns: Theme.flat ? 4 : 2
            columnSpacing: Theme.mm * 2.6
            rowSpacing: Theme.mm * 2.6
            uniformCellWidths: true

            Choice {
                objectName: "repeat"
                text: qsTrId("settings.repeat")
                onClicked: root.bridge.repeatVoice()
            }
            Choice {
                objectName: "calm"
                toggles: true
                text: qsTrId("settings.calm")
                chosen: root.preferences.calm
                onClicked: root.preferences.setCalm(!root.preferences.calm)
            }
            Choice {
                objectName: "low"
                toggles: true
                text: qsTrId("settings.low")
                chosen: root.preferences.low
                onClicked: root.preferences.setLow(!root.preferences.low)
            }
            Choice {
                objectName: "closePanel"
                text: qsTrId("button.close")
                onClicked: root.preferences.close()
            }
        }
    }
}
