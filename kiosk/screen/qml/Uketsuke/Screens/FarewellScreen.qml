import QtQuick
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The card is gone; the patient waits to be called.
Message {
    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.compact ? 55 : 95)
    titlePx: Theme.displayPx
    badge: qsTrId("farewell.badge")
    title: bridge.title
    body: bridge.body
    notice: bridge.notice
    picture: SeatPicture {}
}
