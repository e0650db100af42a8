import QtQuick
import QtQuick.Layouts
import Uketsuke.Style
import "phrases.js" as Phrases

// The one question or instruction of a screen. Its texts say where two lines part; they are joined
// where one line holds them on a wide panel, and where a line of its own would not hold its words.
Paragraph {
    id: root

    property string title
    readonly property string joined: title.replace(/\n/g, /[A-Za-z\uac00-\ud7a3 （]/.test(title) ? " " : "")
    // Not the size that is drawn: that one follows from the lines.
    readonly property real wishedPx: px / Theme.fit

    objectName: "title"
    // Its width comes from its place alone: whether the lines are joined must not change it.
    Layout.preferredWidth: 1
    words: !Theme.upright && holds(joined) || !title.split("\n").every(holds) ? joined : title
    px: Theme.titlePx
    bold: true
    leading: 1.4

    Accessible.role: Accessible.Heading
    Accessible.name: Phrases.plain(title)

    function holds(line: string): bool {
        return Phrases.naturalWidth(line, letters) * wishedPx < width;
    }
}
