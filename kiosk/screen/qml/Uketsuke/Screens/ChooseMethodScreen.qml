pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// Face or PIN. A way that is closed is not a grey button but a sentence that says why.
Item {
    id: root

    required property Bridge bridge
    // A way that closes while the patient reaches out leaves the other one in its place.
    property bool faceFirst: true

    Component.onCompleted: faceFirst = bridge.faceOffered

    readonly property bool pinStays: faceFirst && !bridge.faceOffered && bridge.pinOffered

    // Both ways weigh the same: as high as the one with more to say.
    readonly property real wayHeight: tiles.visibleChildren.reduce((most, way) => Math.max(most, way.implicitHeight), 0)

    Component {
        id: facePicture

        FacePicture {}
    }
    Component {
        id: hindrancePicture

        HindrancePicture {
            hindrance: root.bridge.hindrance
        }
    }
    Fitting {
        place: root
        words: [root.bridge.title, root.bridge.faceNote, root.bridge.pinNote, root.bridge.notice, root.bridge.phoneOffered].join()
        needed: column.implicitHeight + tiles.implicitHeight - tiles.Layout.maximumHeight + 2 * Theme.margin
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.compact ? Theme.gap : Theme.wideGap

        TitleText {
            Layout.fillWidth: true
            // Half the height has no room for it beside a notice and three ways, which say what to do.
            visible: !(Theme.halved && root.bridge.phoneOffered && root.bridge.notice.length > 0)
            title: root.bridge.title
            horizontalAlignment: Text.AlignHCenter
        }
        InfoPanel {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.halved ? -Theme.gap / 2 : 0
            visible: words.length > 0
            warning: true
            words: root.bridge.notice
        }
        Item {
            visible: !Theme.halved // There the tiles take all that is left.
            Layout.fillHeight: true
        }
        GridLayout {
            id: tiles

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.mm * (Theme.upright ? 188 : 104)
            Layout.preferredHeight: Layout.maximumHeight
            columns: Theme.upright ? 1 : 2
            columnSpacing: Theme.wideGap
            rowSpacing: Theme.wideGap
            uniformCellWidths: true
            uniformCellHeights: true

            ChoiceTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.wayHeight
                objectName: "chooseFace"
                visible: root.bridge.faceOffered
                text: qsTrId("button.face")
                note: root.bridge.faceNote
                picture: root.bridge.hindrance ? hindrancePicture : facePicture
                onClicked: root.bridge.chooseFace()
            }
            InfoPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.wayHeight
                visible: root.pinStays
                words: root.bridge.faceNote
            }
            ChoiceTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.wayHeight
                objectName: "choosePin"
                visible: root.bridge.pinOffered
                text: qsTrId("button.pin")
                note: root.bridge.pinNote
                picture: PadPicture {}
                onClicked: root.bridge.choosePin()
            }
            InfoPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.wayHeight
                visible: !root.bridge.faceOffered && !root.pinStays
                words: root.bridge.faceNote
            }
            InfoPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.wayHeight
                visible: !root.bridge.pinOffered
                words: root.bridge.pinNote
            }
        }
        Item {
            visible: !Theme.halved // There the tiles take all that is left.
            Layout.fillHeight: true
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm * 90
            objectName: "choosePhone"
            visible: root.bridge.phoneOffered
            text: qsTrId("button.phone")
            onClicked: root.bridge.choosePhone()
        }
        Paragraph {
            Layout.fillWidth: true
            // A low panel has no room for it beside a notice; the button says it as well.
            visible: !Theme.flat && (!Theme.compact || root.bridge.notice.length === 0)
            words: qsTrId("choose_method.staff")
            color: Theme.softText
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
