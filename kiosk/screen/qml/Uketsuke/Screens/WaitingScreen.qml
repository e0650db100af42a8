import QtQuick
import QtQuick.Layouts
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The kiosk works; the patient can only wait.
Message {
    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.compact ? 60 : 110)
    title: bridge.title
    body: bridge.body
    picture: CardPicture {
        cardMay: "stay"
    }

    WaitingDots {
        Layout.alignment: Qt.AlignHCenter
    }
}
