import QtQuick
import QtQuick.Layouts
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The kiosk gets ready by itself; a card that lies there already may stay.
Message {
    id: root

    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.compact ? 60 : 110)
    title: bridge.title
    body: bridge.body
    picture: bridge.cardMay === "stay" ? card : seat

    Component {
        id: card

        CardPicture {
            cardMay: "stay"
        }
    }
    Component {
        id: seat

        SeatPicture {}
    }
    WaitingDots {
        Layout.alignment: Qt.AlignHCenter
    }
}
