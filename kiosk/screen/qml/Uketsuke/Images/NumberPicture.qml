pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style

// The face of the card, with the number that is to be typed in a frame.
Item {
    id: root

    required property string part // A value of `NumberBPart`
    readonly property real unit: Math.min(width / 86, height / 54)

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Rectangle { // As printed: 86 × 54 mm
        anchors.centerIn: parent
        width: 86 * root.unit
        height: 54 * root.unit
        radius: 3 * root.unit
        color: Theme.page
        border.color: Theme.primary
        border.width: Theme.stroke

        Repeater { // Name and address
            model: [[4, 5, 40], [4, 11, 70]]

            Rectangle {
                required property list<real> modelData

                x: modelData[0] * root.unit
                y: modelData[1] * root.unit
                width: modelData[2] * root.unit
                height: 2.6 * root.unit
                color: Theme.tintPressed
            }
        }
        Rectangle { // Photo
            x: 4.5 * root.unit
            y: 21.5 * root.unit
            width: 19 * root.unit
            height: 25 * root.unit
            radius: root.unit
            color: Theme.tintPressed

            Rectangle {
                x: 6 * root.unit
                y: 5 * root.unit
                width: 7 * root.unit
                height: width
                radius: width / 2
                color: Theme.primary
            }
            Rectangle {
                x: 3.5 * root.unit
                y: 14 * root.unit
                width: 12 * root.unit
                height: 11 * root.unit
                topLeftRadius: 6 * root.unit
                topRightRadius: 6 * root.unit
                color: Theme.primary
            }
        }
        Repeater {
            model: [
                {
                    part: "birth_date",
                    at: [28, 23, 54, 6]
                },
                {
                    part: "expiry_year",
                    at: [28, 31, 44, 6]
                },
                {
                    part: "security_code",
                    at: [28, 39, 21, 6]
                }
            ]

            Rectangle {
                id: number

                required property var modelData
                readonly property bool wanted: modelData.part === root.part

                x: modelData.at[0] * root.unit
                y: modelData.at[1] * root.unit
                width: modelData.at[2] * root.unit
                height: modelData.at[3] * root.unit
                radius: root.unit
                color: "transparent"
                border.color: wanted ? Theme.warnLine : "transparent"
                border.width: Theme.stroke * 2

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 1.7 * root.unit
                    color: number.wanted ? Theme.text : Theme.tintPressed
                }
            }
        }
    }
}
