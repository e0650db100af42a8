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
    required property Preferences preferences
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
            text: root.preferences.language === "en" ? "Language" : qsTrId("language." + root.preferences.language)
            english: root.preferences.language === "en" ? "" : "Language"
            Accessible.name: qsTrId("language." + root.preferences.language) + ", Language"
            chosen: root.preferences.panel === "languages"
            onClicked: root.preferences.toggle("languages")
        }
        BarButton {
            id: settings

            Layout.preferredWidth: root.buttonWidth
            objectName: "openSettings"
            picture: LettersIcon {
                ink: settings.ink
            }
            text: qsTrId("settings.open")
            chosen: root.preferences.panel === "settings"
            onClicked: root.preferences.toggle("settings")
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
