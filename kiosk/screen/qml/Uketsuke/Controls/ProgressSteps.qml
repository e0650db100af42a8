pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Style

// Where the patient is: 1 読み取り, 2 本人確認, 3 同意取得, 4 受付完了.
GridLayout {
    id: root

    required property int step // 0 while nobody is here
    readonly property list<string> labels: [qsTrId("step.1"), qsTrId("step.2"), qsTrId("step.3"), qsTrId("step.4")]

    columns: Theme.edgeAbove ? 4 : 1
    columnSpacing: 0
    rowSpacing: 0

    Repeater {
        model: 4

        Item {
            id: part

            required property int index
            readonly property bool done: index + 1 < root.step
            readonly property bool current: index + 1 === root.step

            Layout.fillWidth: true
            Layout.preferredWidth: 1 // Equal shares
            implicitHeight: Theme.edgeAbove ? circle.height + Theme.edgePx * 1.4 + Theme.mm * 1.5 : circle.height + Theme.mm * (Theme.compact ? 4 : 9)

            Accessible.role: Accessible.StaticText
            Accessible.name: (index + 1) + " " + root.labels[index]

            Rectangle { // From this circle to the next
                visible: part.index < 3
                x: Theme.edgeAbove ? part.width / 2 + circle.width / 2 : circle.width / 2 - width / 2
                y: Theme.edgeAbove ? circle.height / 2 - height / 2 : circle.height
                width: Theme.edgeAbove ? part.width - circle.width : Theme.stroke * 2
                height: Theme.edgeAbove ? Theme.stroke * 2 : part.height - circle.height
                color: part.done ? Theme.primary : Theme.line
            }
            Rectangle {
                id: circle

                x: Theme.edgeAbove ? (part.width - width) / 2 : 0
                width: Theme.mm * (Theme.compact ? 8.5 : 10)
                height: width
                radius: width / 2
                color: part.current || part.done ? Theme.primary : Theme.page
                border.color: part.current || part.done ? Theme.primary : Theme.strongLine
                border.width: Theme.stroke

                Text {
                    anchors.centerIn: parent
                    text: part.done ? "✓" : part.index + 1
                    color: part.current || part.done ? Theme.textOnPrimary : Theme.softText
                    font.bold: true
                    font.family: Theme.family
                    font.pixelSize: Theme.edgePx
                }
            }
            AppText {
                id: label

                x: Theme.edgeAbove ? Theme.mm : circle.width + Theme.mm * 3
                y: Theme.edgeAbove ? circle.height + Theme.mm * 1.5 : (circle.height - height) / 2
                width: part.width - x - Theme.mm
                words: root.labels[part.index]
                Accessible.ignored: true
                leading: 1
                wrapMode: Text.NoWrap
                color: part.current ? Theme.primary : Theme.softText
                bold: part.current
                font.pixelSize: Theme.edgePx
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.mm * 2.6
                horizontalAlignment: Theme.edgeAbove ? Text.AlignHCenter : Text.AlignLeft
            }
        }
    }
}
