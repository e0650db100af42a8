import QtQuick
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// All is done; the card must not be forgotten.
Message {
    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.upright ? 130 : Theme.compact ? 70 : 110)
    titlePx: Theme.displayPx
    ground: Theme.goodTint
    badge: qsTrId("completed.badge")
    title: bridge.title
    body: bridge.body
    notice: bridge.notice
    picture: CardPicture {
        cardMay: "be_taken"
    }
}
