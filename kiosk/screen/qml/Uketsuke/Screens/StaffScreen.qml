pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Kiosk
import Uketsuke.Style

// For staff alone: number and PIN, then a menu with its pages. Whoever waits reads at the top, in
// their own language, that staff are there.
Rectangle {
    id: root

    required property Bridge bridge
    required property Keypad keypad
    required property StaffDesk staff
    required property Preferences preferences

    readonly property string page: staff.page
    readonly property string family: Theme.familyOf("ja")
    readonly property int columns: Theme.upright ? 2 : 3

    color: Theme.page

    function word(key: string): string {
        return root.staff.word(key, root.staff.language);
    }

    component Choice: BarButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.maximumHeight: Theme.buttonHeight * 1.6
        Layout.minimumHeight: Theme.target
        ticks: true
        family: root.family
        fontPx: Theme.bodyPx
    }
    component Way: BarButton { // To another page, or back
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.mm * 40
        Layout.preferredHeight: Theme.buttonHeight
        family: root.family
        fontPx: Theme.bodyPx
    }
    component Words: AppText {
        Layout.fillWidth: true
        Layout.preferredWidth: 1 // From its place alone: its lines follow from it.
        family: root.family
        font.pixelSize: Math.min(Theme.bodyPx, Theme.mm * (Theme.flat ? 5 : 7))
        leading: 1.2
    }

    Loader {
        anchors.fill: parent
        sourceComponent: root.page === "sign_in" ? signIn : pages
    }

    Component {
        id: signIn

        PadPage {
            bridge: root.bridge
            keypad: root.keypad
            places: Math.max(7, root.keypad.count)
            tooFew: root.word("too_few")
            notice: root.staff.notice
            body: root.word("sign_in")

            AppButton {
                Layout.fillWidth: true
                objectName: "staffBack"
                text: root.word("back")
                fontPx: Theme.bodyPx
                onClicked: root.staff.back()
            }
        }
    }
    Component {
        id: pages

        ColumnLayout {
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.margin
                Layout.bottomMargin: 0
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.mm * 40
                    spacing: 0

                    Words { // In the language of whoever waits
                        words: root.bridge.title.replace("\n", " ")
                        family: Theme.family
                        font.pixelSize: Math.min(Theme.smallPx, Theme.mm * (Theme.flat || Theme.slim ? 4 : 6))
                    }
                    Words {
                        objectName: "staffTitle"
                        words: root.staff.notice.length > 0 ? root.staff.notice : root.word("menu") + "  " + root.staff.who
                        bold: true
                    }
                }
                Way {
                    Layout.maximumWidth: Theme.mm * 26
                    objectName: "staffTongue"
                    text: root.word("language")
                    onClicked: root.staff.turnLanguage()
                }
                Way {
                    visible: Theme.flat && root.page !== "menu"
                    objectName: "staffMenu"
                    text: root.word("to_menu")
                    onClicked: root.staff.open("menu")
                }
                Way {
                    visible: Theme.flat
                    objectName: "staffBack"
                    chosen: true
                    text: root.word("back")
                    onClicked: root.staff.back()
                }
            }
            Loader {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.margin
                Layout.bottomMargin: Theme.flat ? Theme.margin : 0
                sourceComponent: root.page === "menu" ? menu : root.page === "help" ? help : root.page === "status" ? findings : root.page === "screen" ? screen : closing
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.margin
                Layout.topMargin: 0
                spacing: Theme.gap
                visible: !Theme.flat

                Way {
                    visible: root.page !== "menu"
                    objectName: "staffMenu"
                    text: root.word("to_menu")
                    onClicked: root.staff.open("menu")
                }
                Way {
                    objectName: "staffBack"
                    chosen: true
                    text: root.word("back")
                    onClicked: root.staff.back()
                }
            }
        }
    }
    Component {
        id: menu

        GridLayout {
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Choice {
                objectName: "staffReset"
                text: root.word("reset")
                onClicked: root.staff.reset()
            }
            Choice {
                objectName: "staffCheck"
                text: root.word("check")
                onClicked: root.staff.checkByEye()
            }
            Choice {
                objectName: "staffHelp"
                text: root.word("help")
                onClicked: root.staff.open("help")
            }
            Choice {
                objectName: "staffStatus"
                text: root.word("status")
                onClicked: root.staff.open("status")
            }
            Choice {
                objectName: "staffSound"
                text: root.word("screen")
                onClicked: root.staff.open("screen")
            }
            Choice {
                objectName: "staffClose"
                text: root.word(root.staff.closed ? "open" : "close")
                onClicked: root.staff.closed ? root.staff.putBackInService() : root.staff.open("close")
            }
            Choice {
                objectName: "staffRestart"
                text: root.word("restart")
                onClicked: root.staff.restart()
            }
            Choice {
                objectName: "staffLeave"
                visible: root.staff.administrator
                text: root.word("leave")
                onClicked: root.staff.leave()
            }
        }
    }
    Component {
        id: help

        ColumnLayout {
            spacing: Theme.mm * 2

            GridLayout {
                Layout.fillHeight: true
                columns: Theme.slim ? 3 : Theme.upright ? 2 : 5
                columnSpacing: Theme.mm * 2.6
                rowSpacing: Theme.mm * 2.6

                Repeater {
                    model: root.preferences.languages

                    Choice {
                        required property string modelData

                        objectName: "staffLanguage_" + modelData
                        text: qsTrId("language." + modelData)
                        family: Theme.familyOf(modelData)
                        fontPx: Theme.smallPx
                        chosen: modelData === root.preferences.language
                        onClicked: root.staff.setLanguage(modelData)
                    }
                }
            }
            GridLayout {
                columns: Theme.upright ? 4 : 6
                columnSpacing: Theme.mm * 2.6
                rowSpacing: Theme.mm * 2.6

                Repeater {
                    model: 4

                    Choice {
                        required property int index

                        objectName: "staffSize_" + index
                        text: root.word("size_" + index)
                        fontPx: Theme.smallPx
                        chosen: root.preferences.textSize === index
                        onClicked: root.staff.setTextSize(index)
                    }
                }
                Choice {
                    Layout.columnSpan: Theme.upright ? 4 : 2
                    objectName: "staffMethods"
                    text: root.word("methods")
                    onClicked: root.staff.offerMethods()
                }
            }
        }
    }
    Component {
        id: findings

        ColumnLayout {
            spacing: Theme.mm

            Repeater {
                model: root.staff.findings

                Words {
                    required property string modelData
                    required property int index

                    objectName: "finding_" + index
                    words: modelData
                    font.pixelSize: Math.min(Theme.bodyPx, Theme.mm * (Theme.flat || Theme.slim ? 4.4 : 7))
                }
            }
        }
    }
    Component {
        id: screen

        ColumnLayout {
            spacing: Theme.mm * 2

            Words {
                words: root.word("volume")
            }
            RowLayout {
                spacing: Theme.mm * 2.6

                Repeater {
                    model: 4

                    Choice {
                        required property int index

                        objectName: "staffVolume_" + index
                        text: root.word("volume_" + index)
                        chosen: root.preferences.usualVolume === index
                        onClicked: root.staff.setVolume(index)
                    }
                }
            }
            Words {
                words: root.word("brightness")
            }
            RowLayout {
                spacing: Theme.mm * 2.6

                Repeater {
                    model: [25, 50, 75, 100]

                    Choice {
                        required property int modelData

                        objectName: "staffBrightness_" + modelData
                        text: modelData + " %"
                        chosen: root.preferences.brightness === modelData
                        onClicked: root.staff.setBrightness(modelData)
                    }
                }
            }
        }
    }
    Component {
        id: closing

        GridLayout {
            columns: Theme.flat ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Words {
                Layout.columnSpan: Theme.flat ? 3 : 1
                words: root.word("close_for")
            }
            Repeater {
                model: ["maintenance", "break", "other_kiosk"]

                Choice {
                    required property string modelData

                    objectName: "staffClose_" + modelData
                    text: root.word(modelData)
                    onClicked: root.staff.takeOutOfService(modelData)
                }
            }
        }
    }
}
