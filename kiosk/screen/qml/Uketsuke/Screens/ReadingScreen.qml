pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The card is being read.
Message {
    id: root

    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.compact ? 60 : 110)
    title: bridge.title
    body: bridge.body
    picture: CardPicture {
        cardMay: "stay"
        isPhone: root.bridge.isPhone
    }

    WaitingDots {
        Layout.alignment: Qt.AlignHCenter
    }
}
