pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Language, type and colours, and help: in the same place on every screen.
Rectangle {
    id: root

    required property Bridge bridge
    required property Wishes wishes
    readonly property real spacing: Theme.slim ? Theme.mm * 2.6 : Theme.gap
    readonly property real buttonWidth: (width - 2 * Theme.margin - 2 * spacing) / 3

    implicitHeight: Theme.helpHeight
    color: Theme.quiet

    Rectangle { // Where the bar begins, also where all grounds are black
        width: parent.width
        height: Theme.stroke
        color: Theme.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: root.spacing

        BarButton {
            id: languages

            Layout.preferredWidth: root.buttonWidth
            objectName: "openLanguages"
            picture: GlobeIcon {
                ink: languages.ink
            }
            text: root.bridge.language === "en" ? "Language" : qsTrId("language." + root.bridge.language)
            english: root.bridge.language === "en" ? "" : "Language"
            Accessible.name: qsTrId("language." + root.bridge.language) + ", Language"
            chosen: root.wishes.panel === "languages"
            onClicked: root.wishes.toggle("languages")
        }
        BarButton {
            id: settings

            Layout.preferredWidth: root.buttonWidth
            objectName: "openSettings"
            picture: LettersIcon {
                ink: settings.ink
            }
            text: qsTrId("settings.open")
            chosen: root.wishes.panel === "settings"
            onClicked: root.wishes.toggle("settings")
        }
        BarButton {
            id: staff

            Layout.preferredWidth: root.buttonWidth
            objectName: "callStaff"
            picture: HelpIcon {
                ink: staff.ink
            }
            visible: root.bridge.screen !== "StaffCheck"
            text: root.bridge.staffCalled ? qsTrId("help.ask") : qsTrId("button.staff")
            chosen: root.bridge.staffCalled
            onClicked: root.bridge.callStaff()
        }
        Item {
            Layout.preferredWidth: root.buttonWidth
            visible: root.bridge.screen === "StaffCheck"
        }
    }
}
