import QtQuick
import QtQuick.Layouts
import Uketsuke.Style

// The number of the leaflet, large enough to be copied down, with its hours.
Rectangle {
    id: root

    implicitHeight: grid.implicitHeight + Theme.mm * (Theme.flat ? 2 : 6)
    radius: Theme.radius
    color: Theme.quiet

    GridLayout {
        id: grid

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.mm * 4
        columns: Theme.upright ? 1 : 2
        columnSpacing: Theme.wideGap
        rowSpacing: 0
        uniformCellWidths: true

        Paragraph {
            Layout.fillWidth: true
            words: qsTrId("free_dial.name")
            px: Theme.smallPx
            leading: Theme.flat ? 1.15 : 1.5
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            Layout.fillWidth: true
            Layout.row: Theme.upright ? 2 : 0
            Layout.column: Theme.upright ? 0 : 1
            Layout.rowSpan: Theme.upright ? 1 : 2
            words: qsTrId("free_dial.hours")
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.mm * (Theme.flat ? 2.2 : 2.8)
            font.pixelSize: Theme.smallPx
            leading: Theme.flat ? 1.15 : 1.5
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            Layout.fillWidth: true
            Layout.row: 1
            Layout.column: 0
            objectName: "phone"
            words: qsTrId("free_dial.number")
            bold: true
            font.pixelSize: Theme.titlePx
            leading: 1.2
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.mm * 3
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
