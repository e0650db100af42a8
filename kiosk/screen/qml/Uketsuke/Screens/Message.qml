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
    property bool beside: false // The picture lies beside the words, not above them.
    property bool noticeFirst: false // What went wrong is said before what to do.
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
    PictureArea {
        x: Theme.margin
        y: column.y
        width: column.x - Theme.wideGap - x
        height: column.height
        visible: root.beside
        color: root.ground
        pictureSize: root.pictureSize
        picture: pictureArea.picture
    }
    ColumnLayout {
        id: column

        readonly property real room: root.width - 2 * Theme.margin

        x: root.beside ? Theme.margin + room * 0.26 + Theme.wideGap : (root.width - width) / 2
        y: (root.height - height) / 2
        width: root.beside ? room * 0.74 - Theme.wideGap : Math.min(room, Theme.mm * 260)
        height: Math.min(parent.height - 2 * Theme.margin, implicitHeight)
        spacing: Theme.compact ? Theme.gap : Theme.wideGap

        PictureArea {
            id: pictureArea

            visible: !root.beside && hasPicture
            pictureSize: root.pictureSize
            most: root.height * 0.43
        }
        InfoPanel {
            Layout.fillWidth: true
            visible: root.noticeFirst && words.length > 0
            warning: true
            words: root.notice
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
                width: Math.min(naturalWidth, column.width - Theme.mm * 12)
                words: root.badge
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.mm * 2.6
                color: Theme.good
                bold: true
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
            visible: !root.noticeFirst && words.length > 0
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
