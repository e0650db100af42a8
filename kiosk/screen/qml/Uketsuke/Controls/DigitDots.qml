pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style

// How many digits are in, never which.
Item {
    id: root

    required property int count
    required property int places
    property bool centred: true
    property string readable: "" // The digits themselves, where nobody needs to hide them
    property string units: "" // As on the card: what two digits each stand for

    readonly property real gap: Theme.mm * (places > 4 ? 1.5 : 4)
    readonly property real unitWidth: Theme.mm * (Theme.flat ? 4 : 5.5)
    readonly property real placeWidth: Math.min(Theme.mm * 14, (width - gap * (places - 1) - unitWidth * units.length) / places)

    implicitHeight: Theme.mm * (Theme.flat ? 10 : Theme.compact ? 12 : 15)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTrId("digits.entered", count)
    Accessible.passwordEdit: true

    Item {
        x: root.centred ? (root.width - width) / 2 : 0
        width: root.places * (root.placeWidth + root.gap) - root.gap + root.units.length * root.unitWidth

        Repeater {
            model: root.places

            Rectangle {
                id: place

                required property int index
                readonly property bool entered: index < root.count
                readonly property string unit: index % 2 === 1 ? root.units.charAt((index - 1) / 2) : ""

                x: index * (root.placeWidth + root.gap) + (root.units.length > 0 ? Math.floor(index / 2) * root.unitWidth : 0)
                width: root.placeWidth
                height: root.height
                radius: Theme.radius
                color: Theme.page
                border.color: entered ? Theme.primary : Theme.strongLine
                border.width: Theme.stroke

                Rectangle {
                    anchors.centerIn: parent
                    visible: place.entered && root.readable.length === 0
                    width: Math.min(Theme.mm * 4.5, place.width * 0.6)
                    height: width
                    radius: width / 2
                    color: Theme.text
                }
                AppText {
                    anchors.centerIn: parent
                    visible: root.readable.length > 0
                    words: root.readable.charAt(place.index)
                    bold: true
                    wrapMode: Text.NoWrap
                    font.pixelSize: Math.min(place.height * 0.6, place.width * 0.7)
                }
                Text {
                    x: place.width + (root.gap + root.unitWidth - width) / 2 - root.gap / 2
                    anchors.verticalCenter: parent.verticalCenter
                    visible: place.unit.length > 0
                    text: place.unit
                    color: Theme.text
                    font.family: Theme.familyOf("ja")
                    font.pixelSize: root.unitWidth * 0.85
                    Accessible.ignored: true
                }
            }
        }
    }
}
