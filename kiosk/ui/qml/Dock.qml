pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Uketsuke.Kiosk
import Uketsuke.Style

// Hands and cables of the demo. Not for patients: sizes are those of a desktop.
Rectangle {
    id: root

    required property DockBridge bridge

    color: Theme.quiet

    component Heading: Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        color: Theme.text
        font.bold: true
        font.pixelSize: 15
    }

    component DockButton: Button {
        id: button

        property bool active: false
        property bool leftAligned: false

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        font.pixelSize: 14
        padding: 6

        Accessible.name: text

        contentItem: Text {
            text: button.text
            font: button.font
            color: button.active ? Theme.textOnPrimary : Theme.text
            wrapMode: Text.Wrap
            horizontalAlignment: button.leftAligned ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            implicitHeight: 32
            radius: 6
            color: {
                if (button.active)
                    return Theme.primary;
                return button.down ? Theme.tintPressed : Theme.page;
            }
            border.color: button.visualFocus ? Theme.focusOuter : Theme.line
            border.width: button.visualFocus ? 2 : 1
        }
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        anchors.margins: 14
        anchors.bottomMargin: status.height + 8
        contentWidth: availableWidth

        RowLayout {
            width: scroll.availableWidth
            spacing: 18

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 11
                Layout.alignment: Qt.AlignTop
                spacing: 6

                Heading {
                    Layout.topMargin: 0
                    text: qsTrId("dock.card")
                }
                DockButton {
                    objectName: "remove_card"
                    text: qsTrId("dock.card.remove")
                    onClicked: root.bridge.removeCard()
                }
                Repeater {
                    model: root.bridge.personKeys

                    DockButton {
                        required property string modelData
                        required property int index

                        objectName: "insert_" + modelData
                        text: root.bridge.personNames[index] + "  " + root.bridge.personStories[index]
                        leftAligned: true
                        active: root.bridge.card === modelData
                        onClicked: root.bridge.insertCard(modelData)
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.alignment: Qt.AlignTop
                spacing: 6

                Heading {
                    Layout.topMargin: 0
                    text: qsTrId("dock.camera")
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 3
                    columnSpacing: 6
                    rowSpacing: 6

                    Repeater {
                        model: root.bridge.personKeys

                        DockButton {
                            required property string modelData
                            required property int index

                            objectName: "stand_" + modelData
                            text: root.bridge.personNames[index]
                            active: root.bridge.standing === modelData
                            onClicked: root.bridge.stand(modelData)
                        }
                    }
                }
                DockButton {
                    objectName: "stand_nobody"
                    text: qsTrId("dock.nobody")
                    active: root.bridge.standing === ""
                    onClicked: root.bridge.stand("")
                }

                Heading {
                    text: qsTrId("dock.service")
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 2
                    columnSpacing: 6
                    rowSpacing: 6

                    Repeater {
                        model: root.bridge.serviceNames

                        DockButton {
                            required property string modelData

                            objectName: "service_" + modelData
                            text: qsTrId("dock.service." + modelData)
                            active: root.bridge.serviceName === modelData
                            onClicked: root.bridge.setService(modelData)
                        }
                    }
                }

                Heading {
                    text: qsTrId("dock.devices")
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 2
                    columnSpacing: 6
                    rowSpacing: 6

                    DockButton {
                        objectName: "unplug_reader"
                        text: qsTrId("dock.unplug_reader")
                        onClicked: root.bridge.unplugReader()
                    }
                    DockButton {
                        objectName: "plug_reader"
                        text: qsTrId("dock.plug_reader")
                        onClicked: root.bridge.plugReader()
                    }
                    DockButton {
                        objectName: "unplug_camera"
                        text: qsTrId("dock.unplug_camera")
                        onClicked: root.bridge.unplugCamera()
                    }
                    DockButton {
                        objectName: "plug_camera"
                        text: qsTrId("dock.plug_camera")
                        onClicked: root.bridge.plugCamera()
                    }
                    DockButton {
                        objectName: "cover_card"
                        text: qsTrId("dock.cover_card")
                        onClicked: root.bridge.coverCard()
                    }
                    DockButton {
                        objectName: "uncover_card"
                        text: qsTrId("dock.uncover_card")
                        onClicked: root.bridge.uncoverCard()
                    }
                }

                Heading {
                    text: qsTrId("dock.staff")
                }
                DockButton {
                    objectName: "staff_reset"
                    text: qsTrId("dock.staff_reset")
                    onClicked: root.bridge.staffReset()
                }
            }
        }
    }

    Label {
        id: status

        objectName: "status"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        padding: 8
        text: root.bridge.status
        color: Theme.text
        font.pixelSize: 13
        wrapMode: Text.Wrap
        background: Rectangle {
            color: Theme.page
        }
    }
}
