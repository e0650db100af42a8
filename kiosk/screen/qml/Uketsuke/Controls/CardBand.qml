import QtQuick
import Uketsuke.Style
import Uketsuke.Images

// Always the same place: must the card stay, or may it be taken.
Rectangle {
    id: root

    required property string cardMay // be_placed | stay | be_taken
    property bool isPhone: false
    property bool inLine: false
    property bool neutral: false
    readonly property bool taken: cardMay === "be_taken"
    readonly property bool wide: Theme.edgeAbove
    readonly property real pictureMm: inLine ? 12 : wide ? 20 : Theme.compact ? 26 : 40

    implicitHeight: wide ? Theme.mm * (inLine ? 9.5 : Theme.flat ? 14 : 17) : column.implicitHeight + Theme.mm * 8
    color: neutral ? Theme.quiet : taken ? Theme.goodTint : Theme.tint
    radius: wide ? 0 : Theme.radius

    Grid {
        id: column

        anchors.centerIn: parent
        width: root.wide ? undefined : root.width - Theme.mm * 6
        columns: root.wide ? 2 : 1
        spacing: Theme.mm * 3
        verticalItemAlignment: Grid.AlignVCenter
        horizontalItemAlignment: Grid.AlignHCenter

        CardPicture {
            width: Theme.mm * root.pictureMm
            height: width * (root.cardMay === "stay" ? 0.4 : 0.62)
            cardMay: root.cardMay
            isPhone: root.isPhone
            neutral: root.neutral
        }
        AppText {
            objectName: "cardText"
            topPadding: drop + font.pixelSize * readingRoom
            width: root.wide ? Math.min(naturalWidth, root.width - Theme.mm * (root.pictureMm + 6)) : root.width - Theme.mm * 6
            words: {
                switch (root.cardMay) {
                case "stay":
                    return root.isPhone ? qsTrId("card.stay.phone") : qsTrId("card.stay");
                case "be_taken":
                    return root.isPhone ? qsTrId("card.be_taken.phone") : qsTrId("card.be_taken");
                default:
                    return qsTrId("card.be_placed");
                }
            }
            color: root.neutral ? Theme.text : root.taken ? Theme.good : Theme.primary
            bold: true
            font.pixelSize: root.inLine ? Math.min(Theme.edgePx, root.height / (leading + readingRoom)) : Theme.cardPx
            leading: 1.2
            wrapMode: root.inLine ? Text.NoWrap : Text.Wrap
            fontSizeMode: root.inLine ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.mm * 2.6
            horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
        }
    }
}
