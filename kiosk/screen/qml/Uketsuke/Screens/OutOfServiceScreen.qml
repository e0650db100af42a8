import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Kiosk
import Uketsuke.Style

// The reader does not work: where to go instead.
Message {
    id: root

    required property Bridge bridge

    title: bridge.title
    body: bridge.body
    picture: StaffPicture {}

    InfoPanel {
        Layout.fillWidth: true
        words: root.bridge.remedy
        fontPx: Theme.leadPx
        alignment: Text.AlignHCenter
    }
}
