pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Images
import Uketsuke.Style

// One of the three numbers printed on the card, for a kiosk that cannot read them by itself.
PadPage {
    id: root

    places: keypad.places
    units: bridge.numberPart === "birth_date" ? "年月日" : ""
    picture: NumberPicture {
        part: root.bridge.numberPart
    }
    tooFew: qsTrId("number_b.too_few")

    AppButton {
        Layout.fillWidth: true
        objectName: "back"
        text: qsTrId("button.back")
        fontPx: Theme.bodyPx
        onClicked: root.bridge.back()
    }
}
