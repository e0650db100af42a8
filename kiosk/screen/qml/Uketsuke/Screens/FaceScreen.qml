import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Kiosk
import Uketsuke.Style

// The patient's own face in an oval, one instruction, a ring that fills, and the way out.
Item {
    id: root

    required property Bridge bridge
    required property Preview preview

    Fitting {
        place: root
        words: root.bridge.title
        needed: grid.implicitHeight + 2 * Theme.margin + (Theme.upright ? Theme.mm * 60 : 0)
    }
    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Theme.margin
        columnSpacing: Theme.wideGap
        rowSpacing: Theme.gap

        TitleText {
            Layout.row: 0
            Layout.column: Theme.upright ? 0 : 1
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.upright
            // Two lines, also while there is one: the picture must not jump.
            Layout.preferredHeight: Math.max(implicitHeight, Theme.titlePx * 1.4 * 2)
            title: root.bridge.title
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        FaceOval {
            objectName: "oval"
            Layout.row: Theme.upright ? 1 : 0
            Layout.column: 0
            Layout.rowSpan: Theme.upright ? 1 : 2
            Layout.fillWidth: Theme.upright
            Layout.fillHeight: true
            Layout.preferredWidth: root.width * 0.48
            preview: root.preview
            progress: root.bridge.progress
        }
        GridLayout {
            Layout.row: Theme.upright ? 2 : 1
            Layout.column: Theme.upright ? 0 : 1
            Layout.fillWidth: true
            columns: Theme.upright || Theme.flat ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            AppButton {
                Layout.fillWidth: true
                objectName: "back"
                text: qsTrId("button.back")
                onClicked: root.bridge.back()
            }
            AppButton {
                Layout.fillWidth: true
                objectName: "choosePin"
                visible: root.bridge.pinOffered
                text: qsTrId("button.use_pin")
                onClicked: root.bridge.choosePin()
            }
        }
    }
}
