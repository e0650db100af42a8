import QtQuick

// All of a window. Its content is turned clockwise by quarter turns, and touched where it is seen.
Rectangle {
    id: root

    required property int turnDegrees
    required property bool closable
    property rect part // Of the window, where the picture belongs; empty: all of it
    property alias ground: picture.color
    readonly property alias picture: picture
    default property alias content: picture.data

    color: "black"

    Rectangle { // Its corners lie on whole pixels: letters must not blur.
        id: picture

        readonly property rect place: root.part.width > 0 ? root.part : Qt.rect(0, 0, root.width, root.height)
        readonly property bool onItsSide: root.turnDegrees % 180 !== 0

        x: place.x + (root.turnDegrees === 90 || root.turnDegrees === 180 ? place.width : 0)
        y: place.y + (root.turnDegrees === 180 || root.turnDegrees === 270 ? place.height : 0)
        width: onItsSide ? place.height : place.width
        height: onItsSide ? place.width : place.height
        rotation: root.turnDegrees
        transformOrigin: Item.TopLeft
    }
    // Nothing that a patient can press closes it.
    Connections {
        target: root.Window.window
        enabled: !root.closable

        function onClosing(close) {
            close.accepted = false;
        }
    }
}
