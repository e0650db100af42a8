import QtQuick
import QtQuick.Layouts
import Uketsuke.Style

// The one question or instruction of a screen. Its texts say where two lines part; on a wide panel
// they are joined where one line holds them.
AppText {
    id: root

    property string title
    readonly property string joined: title.replace(/\n/g, /[A-Za-z\uac00-\ud7a3]/.test(title) ? " " : "")

    objectName: "title"
    // Its width comes from its place alone: whether the lines are joined must not change it.
    Layout.preferredWidth: 1
    width: 1 // Until the layout sets it
    words: !Theme.upright && metrics.advanceWidth * Theme.wishedTitlePx / 100 < width ? joined : title
    font.bold: true
    font.pixelSize: Theme.titlePx
    leading: 1.4

    Accessible.role: Accessible.Heading
    Accessible.name: title

    TextMetrics {
        id: metrics

        font.bold: true
        font.pixelSize: 100 // Not the size that is drawn: that one follows from the lines.
        text: root.joined
    }
}
