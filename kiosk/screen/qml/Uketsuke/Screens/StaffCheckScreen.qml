import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Style

// 目視: staff compare the person with the card's photo and type their number and PIN.
PadPage {
    id: root

    places: Math.max(7, keypad.count)
    tooFew: qsTrId("staff_check.too_few")

    AppButton {
        Layout.fillWidth: true
        objectName: "back"
        text: qsTrId("button.back")
        fontPx: Theme.bodyPx
        onClicked: root.bridge.back()
    }
}
