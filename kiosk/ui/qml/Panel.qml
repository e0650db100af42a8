import QtQuick
import Uketsuke.Kiosk

// The glass, turned as the panel hangs: the picture, and with it every touch.
Item {
    id: root

    required property Bridge bridge
    required property Wishes wishes
    required property Preview preview
    required property real panelDiagonalMm
    required property int turnDegrees // Clockwise: 0, 90, 180 or 270
    required property bool closable
    readonly property bool sideways: turnDegrees % 180 !== 0

    function warm() {
        main.warm();
    }

    Main {
        id: main

        anchors.centerIn: parent
        width: root.sideways ? root.height : root.width
        height: root.sideways ? root.width : root.height
        rotation: root.turnDegrees
        bridge: root.bridge
        wishes: root.wishes
        preview: root.preview
        panelDiagonalMm: root.panelDiagonalMm
    }
    Connections {
        target: root.Window.window

        function onClosing(close) {
            close.accepted = root.closable;
        }
    }
}
