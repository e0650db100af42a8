import QtQuick
import QtQuick.Layouts
import Uketsuke.Style
import "phrases.js" as Phrases

// The one question or instruction of a screen. Its texts say where two lines part; they are joined
// where one line holds them on a wide panel, and where a line of its own would not hold its words.
AppText {
    id: root

    property string title
    property real px: Theme.titlePx
    readonly property string joined: title.replace(/\n/g, /[A-Za-z\uac00-\ud7a3]/.test(title) ? " " : "")
    // Not the size that is drawn: that one follows from the lines.
    readonly property real wishedPx: px / Theme.fit
    // No word is so long that it must be parted.
    readonly property real longest: Phrases.unbroken(title).reduce((most, piece) => Math.max(most, metrics.advanceWidth(piece)), 1)

    objectName: "title"
    // Its width comes from its place alone: whether the lines are joined must not change it.
    Layout.preferredWidth: 1
    width: Theme.mm * 100 // Until the layout sets it; from nothing, each letter would be a line
    words: !Theme.upright && holds(joined) || !title.split("\n").every(holds) ? joined : title
    font.bold: true
    font.pixelSize: Math.min(px, (width - 1) * metrics.font.pixelSize / longest)
    leading: 1.4

    Accessible.role: Accessible.Heading
    Accessible.name: title

    function holds(line: string): bool {
        return metrics.advanceWidth(line) * wishedPx / metrics.font.pixelSize < width;
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: root.font.family
        font.pixelSize: 100
    }
}
