import QtQuick
import QtQuick.Layouts
import Uketsuke.Style

// A picture on a tinted ground. The words of a screen come first: it takes what they leave.
Rectangle {
    id: root

    property alias picture: picture.sourceComponent
    property real pictureSize // Width of the picture where there is room for it
    property real most: Infinity // Height of the picture

    readonly property bool hasPicture: picture.status === Loader.Ready
    readonly property real padding: Theme.mm * (Theme.flat ? 1.5 : Theme.compact ? 4 : 9)
    // For who measures how much room the words need
    readonly property real wanted: visible ? Layout.preferredHeight : 0

    Layout.alignment: Qt.AlignHCenter
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.minimumHeight: 0
    Layout.preferredHeight: Math.min(pictureSize * 0.62, most) + 2 * padding
    Layout.maximumHeight: Layout.preferredHeight
    visible: hasPicture
    opacity: height < Theme.mm * 12 + 2 * padding ? 0 : 1
    radius: Theme.radius * 3
    color: Theme.tint

    Loader {
        id: picture

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * root.padding, root.pictureSize)
        height: parent.height - 2 * root.padding
    }
}
