import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Uketsuke.Style

// One of two equal ways to go on: a picture, a word and what it means.
AbstractButton {
    id: root

    required property string note
    required property Component picture

    padding: Theme.mm * (Theme.compact ? 3 : 5)
    leftPadding: Theme.mm * (Theme.upright ? 10 : 5)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + topPadding + bottomPadding)

    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: note

    // Picture beside the words, or above them where there is height for it.
    readonly property bool upright: !Theme.upright && height > Theme.mm * (Theme.compact ? 70 : 84) && Theme.textSize < 2

    contentItem: GridLayout {
        id: row

        columns: root.upright ? 1 : 2
        columnSpacing: Theme.upright ? Theme.wideGap : Theme.gap
        rowSpacing: Theme.gap

        Loader {
            Layout.alignment: Qt.AlignCenter
            visible: root.upright || (!Theme.compact && Theme.textSize < 3)
            Layout.preferredWidth: Theme.mm * (Theme.upright ? 36 : Theme.compact ? 22 : (root.upright ? 36 : 26))
            Layout.preferredHeight: Layout.preferredWidth
            sourceComponent: root.picture
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.mm * 1.5

            AppText {
                Layout.fillWidth: true
                words: root.text
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.titlePx
                horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
            AppText {
                Layout.fillWidth: true
                words: root.note
                color: Theme.softText
                font.pixelSize: Theme.compact ? Theme.smallPx : Theme.leadPx
                horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
    background: TouchSurface {
        button: root
    }
}
