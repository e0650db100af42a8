import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Words in a place of fixed size: they step back until they fit.
AppText {
    id: root

    property real px: Theme.bodyPx
    property real leastPx: Theme.mm * (Theme.slim ? 2.4 : 2.6)

    // Above the first line, for readings, or as much as there is below the last one
    readonly property real above: readingRoom > 0 ? readingRoom : lineEms - 1
    readonly property real room: above + (readingRoom > 0 ? 0.45 : 0.1) // Qt puts lines of fixed height a little low.
    // At the size that is wished, in the width that it has
    readonly property real wantedHeight: px * (lineEms * Phrases.lines(words, (width - 1) / px, letters).length + room)

    leading: Theme.lineHeight
    bold: true
    font.pixelSize: Phrases.fittingPx(words, width - 1, height, px, leastPx, lineEms, room, letters)
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    topPadding: font.pixelSize * above
}
