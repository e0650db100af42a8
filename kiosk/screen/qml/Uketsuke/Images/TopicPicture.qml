pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// What a question is about: records, money or a card.
Item {
    id: root

    required property string topic // A value of `consent.port.Item`
    readonly property real unit: Math.min(width, height) / 100

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Loader {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: width
        sourceComponent: {
            switch (root.topic) {
            case "limit_information":
                return money;
            case "registration":
            case "subsidy":
            case "specific_disease":
                return card;
            default:
                return records;
            }
        }
    }

    Component {
        id: records

        Item {
            Rectangle { // Clipboard
                x: 14 * root.unit
                y: 10 * root.unit
                width: 72 * root.unit
                height: 88 * root.unit
                radius: 7 * root.unit
                color: Theme.page
                border.color: Theme.primary
                border.width: 5 * root.unit
            }
            Rectangle {
                x: 34 * root.unit
                y: 2 * root.unit
                width: 32 * root.unit
                height: 16 * root.unit
                radius: 5 * root.unit
                color: Theme.primary
            }
            Rectangle { // Cross
                x: 44 * root.unit
                y: 28 * root.unit
                width: 12 * root.unit
                height: 34 * root.unit
                radius: 2 * root.unit
                color: Theme.primary
            }
            Rectangle {
                x: 33 * root.unit
                y: 39 * root.unit
                width: 34 * root.unit
                height: 12 * root.unit
                radius: 2 * root.unit
                color: Theme.primary
            }
            Repeater { // Print
                model: [46, 32]

                Rectangle {
                    required property int index
                    required property int modelData

                    x: 27 * root.unit
                    y: (71 + index * 11) * root.unit
                    width: modelData * root.unit
                    height: 4.5 * root.unit
                    radius: height / 2
                    color: Theme.tintLine
                }
            }
        }
    }
    Component {
        id: money

        Rectangle {
            radius: width / 2
            color: Theme.page
            border.color: Theme.primary
            border.width: 5 * root.unit

            Rectangle {
                anchors.fill: parent
                anchors.margins: 10 * root.unit
                radius: width / 2
                color: "transparent"
                border.color: Theme.tintLine
                border.width: 3 * root.unit
            }
            Shape { // Yen
                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Theme.primary
                    strokeWidth: 7 * root.unit
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathMultiline {
                        paths: [[[32, 27], [50, 52], [68, 27]], [[50, 52], [50, 77]], [[35, 54], [65, 54]], [[35, 65], [65, 65]]].map(line => line.map(([x, y]) => Qt.point(x * root.unit, y * root.unit)))
                    }
                }
            }
        }
    }
    Component {
        id: card

        Item {
            Rectangle {
                y: 18 * root.unit
                width: 100 * root.unit
                height: 64 * root.unit
                radius: 7 * root.unit
                color: Theme.page
                border.color: Theme.primary
                border.width: 5 * root.unit
            }
            Rectangle { // Photo
                x: 12 * root.unit
                y: 34 * root.unit
                width: 24 * root.unit
                height: 32 * root.unit
                radius: 3 * root.unit
                color: Theme.tintPressed
            }
            Repeater { // Print
                model: [46, 32, 40]

                Rectangle {
                    required property int index
                    required property int modelData

                    x: 43 * root.unit
                    y: (35 + index * 12) * root.unit
                    width: modelData * root.unit
                    height: 4.5 * root.unit
                    radius: height / 2
                    color: Theme.tintLine
                }
            }
        }
    }
}
