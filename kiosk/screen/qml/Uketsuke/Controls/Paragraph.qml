import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Text that wraps in a place given to it, and steps back before a word would be parted.
AppText {
    id: root

    property real px: Theme.bodyPx

    readonly property real longest: Phrases.widestPiece(words, letters) // In ems

    width: Theme.mm * 100 // Until a layout sets it; from nothing, each letter would be a line
    font.pixelSize: Math.min(px, Math.floor((width - 1) / Math.max(longest, 1)))
}
