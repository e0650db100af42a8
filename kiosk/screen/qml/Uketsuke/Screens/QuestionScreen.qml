pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// One question; two answers of equal weight, nothing chosen beforehand.
Item {
    id: root

    required property Bridge bridge
    readonly property bool beside: !Theme.upright && !Theme.flat
    readonly property real answerHeight: Theme.mm * (Theme.flat || Theme.slim ? 18 : Theme.upright ? 48 : Theme.compact ? 26 : 40)

    Fitting {
        place: root
        words: root.bridge.title + root.bridge.body
        needed: column.implicitHeight - pictureArea.wanted + 2 * Theme.margin
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.wideGap

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 0
            spacing: Theme.wideGap

            PictureArea { // Beside the words where the panel is wide, above them where it is upright
                Layout.fillWidth: false
                Layout.preferredWidth: root.width * 0.24
                Layout.maximumHeight: Infinity
                visible: root.beside
                picture: pictureArea.picture
                pictureSize: pictureArea.pictureSize
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 0
                spacing: Theme.wideGap

                PictureArea {
                    id: pictureArea

                    visible: !root.beside
                    pictureSize: Theme.mm * (Theme.compact ? 50 : Theme.upright ? 84 : 60)
                    picture: TopicPicture {
                        topic: root.bridge.topic
                    }
                }
                TitleText {
                    Layout.fillWidth: true
                    title: root.bridge.title
                    px: Theme.titlePx * (Theme.compact ? 1 : 1.12)
                }
                Paragraph {
                    Layout.fillWidth: true
                    objectName: "body"
                    words: root.bridge.body
                    px: Theme.leadPx
                    leading: Theme.compact ? 1.4 : 1.6
                }
                Item {
                    Layout.fillHeight: true
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            uniformCellSizes: true
            spacing: Theme.wideGap

            AppButton {
                Layout.fillWidth: true
                Layout.preferredHeight: root.answerHeight
                objectName: "agree"
                text: root.bridge.agreeText
                fontPx: Theme.titlePx
                onClicked: root.bridge.answer(true)
            }
            AppButton {
                Layout.fillWidth: true
                Layout.preferredHeight: root.answerHeight
                objectName: "decline"
                text: root.bridge.declineText
                fontPx: Theme.titlePx
                onClicked: root.bridge.answer(false)
            }
        }
    }
}
