import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Words in a place of fixed size: they step back until they fit.
AppText {
    id: root

    property real px: Theme.bodyPx
    property real leastPx: Theme.mm * (Theme.slim ? 2.4 : 2.6)

    readonly property real accents: (lineEms - 1) / 2 // They reach beyond the em, as tails do.
    // At the size that is wished, in the width that it has
    readonly property real wantedHeight: px * (lineEms * Phrases.lines(words, (width - 1) / px, letters).length + readingRoom + accents)

    leading: Theme.lineHeight
    bold: true
    font.pixelSize: Phrases.fittingPx(words, width - 1, height, px, leastPx, lineEms, readingRoom + accents, letters)
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    topPadding: font.pixelSize * (readingRoom > 0 ? readingRoom : 2 * accents)
}
