pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// All is done; the card must not be forgotten.
Message {
    id: root

    required property Bridge bridge

    pictureSize: Theme.mm * (Theme.upright ? 130 : Theme.compact ? 70 : 110)
    titlePx: Theme.displayPx
    ground: bridge.cardLeft ? Theme.warnTint : Theme.goodTint
    badge: bridge.cardLeft ? "" : qsTrId("completed.badge")
    title: bridge.title
    body: bridge.body
    notice: bridge.notice
    picture: bridge.cardLeft ? warning : card

    Component {
        id: warning

        WarningPicture {}
    }
    Component {
        id: card

        CardPicture {
            cardMay: "be_taken"
            isPhone: root.bridge.isPhone
        }
    }
}
