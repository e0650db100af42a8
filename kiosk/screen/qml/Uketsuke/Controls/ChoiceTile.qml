import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Uketsuke.Style
import "phrases.js" as Phrases

// One of two equal ways to go on: a picture, a word and what it means.
AbstractButton {
    id: root

    required property string note
    required property Component picture

    padding: Theme.mm * (Theme.compact ? 3 : 5)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + topPadding + bottomPadding)

    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: Phrases.plain(text)
    Accessible.description: Phrases.plain(note)

    // Picture beside the words, or above them where there is height for it.
    readonly property bool upright: !Theme.upright && height > Theme.mm * (Theme.compact ? 70 : 84) && Theme.textSize < 2

    contentItem: GridLayout {
        id: row

        columns: root.upright ? 1 : 2
        columnSpacing: Theme.upright ? Theme.wideGap : Theme.gap
        rowSpacing: Theme.gap

        Rectangle { // The ground of the picture
            readonly property real pictureSize: Theme.mm * (Theme.upright || root.upright ? 36 : Theme.compact ? 22 : 26)

            Layout.fillWidth: root.upright
            Layout.fillHeight: true
            Layout.preferredWidth: pictureSize + Theme.mm * (Theme.compact ? 6 : 14)
            Layout.preferredHeight: pictureSize + Theme.mm * 2
            visible: root.upright || (!Theme.compact && Theme.textSize < 3)
            radius: Theme.radius
            color: Theme.tint

            Loader {
                anchors.centerIn: parent
                width: Math.min(parent.pictureSize, parent.width, parent.height)
                height: width
                sourceComponent: root.picture
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.mm * 1.5

            Paragraph {
                Layout.fillWidth: true
                words: root.text
                color: Theme.primary
                bold: true
                px: Theme.titlePx
                horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
            Paragraph {
                Layout.fillWidth: true
                // Two lines, also while there is one: both pictures are of one size.
                Layout.preferredHeight: Math.max(implicitHeight, root.upright ? 2 * lineHeight : 0)
                words: root.note
                color: Theme.softText
                px: Theme.compact ? Theme.smallPx : Theme.leadPx
                horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
    background: TouchSurface {
        button: root
    }
}
