pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Kiosk
import Uketsuke.Style

// Digits as on a telephone, with a key to correct and a key to confirm.
Grid {
    id: root

    required property Keypad keypad
    property real keyWidth: Theme.mm * 36
    property real keyHeight: Theme.pinKey

    // On a flat panel two rows of six: four rows of 20 mm would be higher than the panel. The order
    // stays that of counting, erase and confirm stay at the ends of the rows.
    readonly property list<string> inRows: Theme.flat ? ["1", "2", "3", "4", "5", "erase", "6", "7", "8", "9", "0", "enter"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]

    columns: Theme.flat ? 6 : 3
    spacing: Theme.mm * (Theme.flat || Theme.slim ? 2.6 : 3)

    Repeater {
        model: root.inRows.map(key => key.length === 1 ? root.keypad.keys[parseInt(key)] : key)

        AppButton {
            required property string modelData
            readonly property bool isDigit: modelData.length === 1

            objectName: isDigit ? "digit" + modelData : modelData
            width: root.keyWidth
            height: root.keyHeight
            leftPadding: Theme.mm
            rightPadding: Theme.mm
            filled: modelData === "enter"
            fontPx: isDigit ? Theme.mm * (Theme.compact ? 9 : 11) : Theme.mm * (Theme.flat ? 4.9 : 6)
            text: {
                switch (modelData) {
                case "erase":
                    return qsTrId("button.erase");
                case "enter":
                    return qsTrId("button.enter");
                default:
                    return modelData;
                }
            }
            onClicked: {
                switch (modelData) {
                case "erase":
                    return root.keypad.erase();
                case "enter":
                    return root.keypad.enter();
                default:
                    return root.keypad.digit(parseInt(modelData));
                }
            }
        }
    }
}
