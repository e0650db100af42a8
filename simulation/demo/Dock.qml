pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Uketsuke.Kiosk
import Uketsuke.Style

// Hands and cables of the demo. Not for patients: sizes are those of a desktop.
// What is the case now is the filled button of each group; the others change it.
Pane {
    id: root

    required property DockBridge bridge

    padding: 0
    font.family: Theme.latinFamily // It has tails, and Japanese.

    background: Rectangle {
        color: Theme.quiet
    }

    // What a group is about, and why changing it would change nothing now.
    component Heading: ColumnLayout {
        id: heading

        property alias title: title.text
        property alias detail: detail.text
        property string why: ""

        Layout.fillWidth: true
        Layout.topMargin: 8
        spacing: 4

        RowLayout {
            spacing: 18

            Label {
                id: title

                color: Theme.text
                font.bold: true
                font.pixelSize: 15
            }
            Label {
                id: detail

                objectName: "detail"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                color: Theme.text
                font.pixelSize: 14
            }
        }
        Label {
            objectName: "why"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            // Also where there is nothing to say: no button may move under the pointer.
            text: heading.why === "" ? " " : qsTrId("dock.no_effect." + heading.why)
            color: Theme.softText
            font.pixelSize: 13
            wrapMode: Text.Wrap
        }
    }

    component DockButton: Button {
        id: button

        property bool active: false
        property bool leftAligned: false

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        enabled: !active
        font.pixelSize: 14
        padding: 5

        Accessible.name: text
        Accessible.checked: active

        contentItem: Text {
            text: button.text
            font: button.font
            color: {
                if (button.active)
                    return Theme.textOnPrimary;
                return button.enabled ? Theme.text : Theme.softText;
            }
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            horizontalAlignment: button.leftAligned ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            implicitHeight: 30
            radius: 6
            color: {
                if (button.active)
                    return Theme.primary;
                if (!button.enabled)
                    return Theme.quiet;
                return button.down ? Theme.tintPressed : Theme.page;
            }
            border.color: button.visualFocus ? Theme.focusOuter : Theme.line
            border.width: button.visualFocus ? 2 : 1
        }
    }

    component DockRow: RowLayout {
        Layout.fillWidth: true
        spacing: 5
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
                Layout.preferredWidth: 13
                Layout.alignment: Qt.AlignTop
                spacing: 5

                Heading {
                    objectName: "card"
                    Layout.topMargin: 0
                    title: qsTrId("dock.card")
                    detail: root.bridge.card === "" ? "" : qsTrId("dock.card.numbers").arg(root.bridge.pin).arg(root.bridge.numberB)
                    why: root.bridge.withoutEffect.card ?? ""
                }
                DockButton {
                    objectName: "remove_card"
                    text: qsTrId("dock.card.none")
                    leftAligned: true
                    active: root.bridge.card === ""
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
                spacing: 5

                Heading {
                    objectName: "person"
                    Layout.topMargin: 0
                    title: qsTrId("dock.person")
                    why: root.bridge.withoutEffect.person ?? ""
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 4
                    columnSpacing: 5
                    rowSpacing: 5

                    DockButton {
                        objectName: "stand_nobody"
                        text: qsTrId("dock.person.nobody")
                        active: root.bridge.standing === ""
                        onClicked: root.bridge.stand("")
                    }
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

                Heading {
                    objectName: "service"
                    title: qsTrId("dock.service")
                    why: root.bridge.withoutEffect.service ?? ""
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 3
                    columnSpacing: 5
                    rowSpacing: 5

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
                    title: qsTrId("dock.reader")
                }
                DockRow {
                    DockButton {
                        objectName: "plug_reader"
                        text: qsTrId("dock.plugged_in")
                        active: root.bridge.readerPlugged
                        onClicked: root.bridge.plugReader()
                    }
                    DockButton {
                        objectName: "unplug_reader"
                        text: qsTrId("dock.unplugged")
                        active: !root.bridge.readerPlugged
                        onClicked: root.bridge.unplugReader()
                    }
                }

                Heading {
                    objectName: "camera"
                    title: qsTrId("dock.camera")
                    why: root.bridge.withoutEffect.camera ?? ""
                }
                DockRow {
                    DockButton {
                        objectName: "plug_camera"
                        text: qsTrId("dock.plugged_in")
                        active: root.bridge.cameraPlugged
                        onClicked: root.bridge.plugCamera()
                    }
                    DockButton {
                        objectName: "unplug_camera"
                        text: qsTrId("dock.unplugged")
                        active: !root.bridge.cameraPlugged
                        onClicked: root.bridge.unplugCamera()
                    }
                }

                Heading {
                    objectName: "surface"
                    title: qsTrId("dock.surface")
                    why: root.bridge.withoutEffect.surface ?? ""
                }
                DockRow {
                    DockButton {
                        objectName: "uncover_card"
                        text: qsTrId("dock.surface.visible")
                        active: !root.bridge.surfaceCovered
                        onClicked: root.bridge.uncoverCard()
                    }
                    DockButton {
                        objectName: "cover_card"
                        text: qsTrId("dock.surface.covered")
                        active: root.bridge.surfaceCovered
                        onClicked: root.bridge.coverCard()
                    }
                }

                Heading {
                    objectName: "session"
                    title: qsTrId("dock.staff")
                    detail: qsTrId("dock.staff.password").arg(root.bridge.staffPassword)
                    why: root.bridge.withoutEffect.session ?? ""
                }
                DockButton {
                    objectName: "staff_reset"
                    text: qsTrId("dock.staff.reset")
                    enabled: root.bridge.withoutEffect.session === undefined
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
