pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// The reader and the card, or a phone in its place: going in, lying in it, or coming out.
Item {
    id: root

    required property string cardMay // be_placed | stay | be_taken
    property bool isPhone: false
    property bool neutral: false
    readonly property bool stays: cardMay === "stay"
    readonly property real highUnits: stays ? 40 : 62
    readonly property real unit: Math.min(width / 100, height / highUnits)
    readonly property color ink: neutral ? Theme.text : cardMay === "be_taken" ? Theme.good : Theme.primary

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: root.highUnits * root.unit

        Rectangle { // The reader's tray, open to the front
            x: 8 * root.unit
            y: 0
            width: 84 * root.unit
            height: 40 * root.unit
            radius: 5 * root.unit
            color: Theme.page
            border.color: root.ink
            border.width: 2 * root.unit

            Rectangle { // Its mat
                anchors.fill: parent
                anchors.margins: 5 * root.unit
                radius: 3 * root.unit
                color: Theme.tint
            }
        }
        Item { // The card
            id: card

            x: 24 * root.unit
            y: (root.stays ? 4 : 25) * root.unit
            width: 52 * root.unit
            height: 33 * root.unit

            Rectangle {
                anchors.fill: parent
                radius: (root.isPhone ? 5 : 3) * root.unit
                color: Theme.page
                border.color: root.ink
                border.width: 1.6 * root.unit
            }
            Rectangle { // A phone's screen
                visible: root.isPhone
                anchors.fill: parent
                anchors.margins: 4 * root.unit
                radius: 2.5 * root.unit
                color: Theme.tintPressed

                Rectangle { // Its camera
                    x: 2.5 * root.unit
                    anchors.verticalCenter: parent.verticalCenter
                    width: 2.4 * root.unit
                    height: 7 * root.unit
                    radius: width / 2
                    color: root.ink
                }
            }
            Rectangle { // Photo
                visible: !root.isPhone
                x: 5 * root.unit
                y: 8 * root.unit
                width: 13 * root.unit
                height: 17 * root.unit
                radius: root.unit
                color: Theme.tintPressed

                Rectangle {
                    x: 4 * root.unit
                    y: 3 * root.unit
                    width: 5 * root.unit
                    height: width
                    radius: width / 2
                    color: root.ink
                }
                Rectangle {
                    x: 2.5 * root.unit
                    y: 9.5 * root.unit
                    width: 8 * root.unit
                    height: 7.5 * root.unit
                    topLeftRadius: 4 * root.unit
                    topRightRadius: 4 * root.unit
                    color: root.ink
                }
            }
            Repeater { // Print
                model: root.isPhone ? [] : [24, 17, 21]

                Rectangle {
                    required property int index
                    required property int modelData

                    x: 22 * root.unit
                    y: (9 + index * 6) * root.unit
                    width: modelData * root.unit
                    height: 2.2 * root.unit
                    radius: height / 2
                    color: Theme.tintLine
                }
            }
        }
        Repeater { // Which way the card goes, on both sides of it
            model: [5, 83]

            Shape {
                required property int modelData

                visible: !root.stays
                x: modelData * root.unit
                y: 43 * root.unit
                width: 12 * root.unit
                height: 18 * root.unit
                rotation: root.cardMay === "be_taken" ? 180 : 0

                ShapePath {
                    strokeWidth: -1
                    fillColor: root.ink

                    PathPolyline {
                        path: [[6, 0], [12, 9], [8.2, 9], [8.2, 18], [3.8, 18], [3.8, 9], [0, 9], [6, 0]].map(([x, y]) => Qt.point(x * root.unit, y * root.unit))
                    }
                }
            }
        }
    }
}
