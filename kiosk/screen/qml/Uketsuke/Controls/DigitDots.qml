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

    readonly property real gap: Theme.mm * (places > 4 ? 1.5 : 4)
    readonly property real placeWidth: Math.min(Theme.mm * 14, (width - gap * (places - 1)) / places)

    implicitHeight: Theme.mm * (Theme.flat ? 10 : Theme.compact ? 12 : 15)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTrId("digits.entered", count)
    Accessible.passwordEdit: true

    Row {
        x: root.centred ? (root.width - width) / 2 : 0
        spacing: root.gap

        Repeater {
            model: root.places

            Rectangle {
                id: place

                required property int index
                readonly property bool entered: index < root.count

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
                    font.bold: true
                    font.pixelSize: Math.min(place.height * 0.6, place.width * 0.7)
                }
            }
        }
    }
}
