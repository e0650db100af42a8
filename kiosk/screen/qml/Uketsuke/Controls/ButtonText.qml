import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Words in a place of fixed size: they step back until they fit.
Text {
    property string words

    text: Phrases.keptTogether(words)
    font.bold: true
    font.family: Theme.family
    fontSizeMode: Text.Fit
    minimumPixelSize: Theme.mm * (Theme.slim ? 2.4 : 2.6)
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    lineHeight: Theme.lineHeight
    topPadding: font.pixelSize * 0.11 // Accents and tails reach beyond the em.
    bottomPadding: topPadding
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
