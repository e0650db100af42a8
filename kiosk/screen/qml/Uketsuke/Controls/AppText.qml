import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Running text.
Text {
    id: root

    property string words
    property real leading: Theme.compact ? 1.4 : 1.5 // Line height in ems, the same in every script

    // A line of fixed height has its letters at the top; this far down they would be in its middle.
    readonly property real drop: font.pixelSize * (leading - 1) / 2

    text: Phrases.keptTogether(words)
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.bodyPx
    lineHeight: font.pixelSize * leading
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.role: Accessible.StaticText
    Accessible.name: words
}
