import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Style

// A picture with a title and a sentence, in the middle of the screen; controls go below.
Item {
    id: root

    property alias picture: pictureArea.picture
    property real pictureSize: Theme.mm * (Theme.compact ? 36 : 60)
    property alias ground: pictureArea.color
    property string badge: ""
    property string title: ""
    property real titlePx: Theme.titlePx
    property string body: ""
    property string notice: ""
    default property alias below: below.data

    Fitting {
        place: root
        words: root.title + root.body + root.notice
        needed: column.implicitHeight - pictureArea.wanted + 2 * Theme.margin
    }
    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm * 260)
        height: Math.min(parent.height - 2 * Theme.margin, implicitHeight)
        spacing: Theme.compact ? Theme.gap : Theme.wideGap

        PictureArea {
            id: pictureArea

            pictureSize: root.pictureSize
            most: root.height * 0.43
        }
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            visible: root.badge.length > 0
            implicitWidth: badgeText.width + Theme.mm * 12
            implicitHeight: badgeText.implicitHeight + Theme.mm * 4
            radius: height / 2
            color: Theme.goodTint
            border.color: Theme.goodLine
            border.width: Theme.stroke

            AppText {
                id: badgeText

                objectName: "badge"
                anchors.centerIn: parent
                anchors.verticalCenterOffset: drop
                width: Math.min(implicitWidth, column.width - Theme.mm * 12)
                words: root.badge
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.mm * 2.6
                color: Theme.good
                font.bold: true
            }
        }
        TitleText {
            Layout.fillWidth: true
            title: root.title
            px: root.titlePx
            horizontalAlignment: Text.AlignHCenter
        }
        Paragraph {
            Layout.fillWidth: true
            visible: words.length > 0
            objectName: "body"
            words: root.body
            px: Theme.leadPx
            horizontalAlignment: Text.AlignHCenter
        }
        InfoPanel {
            Layout.fillWidth: true
            visible: words.length > 0
            warning: true
            words: root.notice
        }
        ColumnLayout {
            id: below

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignHCenter
            visible: children.length > 0
            spacing: Theme.wideGap
        }
    }
}
