pragma ComponentBehavior: Bound

import QtQuick
import Uketsuke.Style
import "phrases.js" as Phrases

// Running text: its lines break between words, and readings of kanji stand above them.
Text {
    id: root

    property string words
    property string family: Theme.family
    property bool bold: false
    property real leading: Theme.compact ? 1.4 : 1.5 // Line height in ems, the same in every script

    readonly property FontMetrics letters: Theme.lettersOf(family, bold)
    readonly property real readingRoom: Phrases.withReadings(words) ? Phrases.readingRoomEms : 0
    readonly property bool alone: wrapMode === Text.NoWrap && !words.includes("\n") // No line below it has readings.
    readonly property real lineEms: Math.max(leading, readingRoom > 0 && !alone ? 1.6 : 0)
    // A line of fixed height has its letters at the top; this far down they would be in its middle.
    readonly property real drop: Math.max(0, font.pixelSize * (lineEms - 1 - readingRoom) / 2)
    // As wide as it would be without a line break
    readonly property real naturalWidth: Math.ceil(Phrases.naturalWidth(words, letters) * font.pixelSize) + 2

    readonly property var lines: Phrases.typeset(words, wrapMode === Text.NoWrap ? Infinity : (width - 1) / font.pixelSize, letters)

    text: lines.text
    topPadding: font.pixelSize * readingRoom
    color: Theme.text
    font.family: family
    font.bold: bold
    font.pixelSize: Theme.bodyPx
    lineHeight: font.pixelSize * lineEms
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.role: Accessible.StaticText
    Accessible.name: Phrases.plain(words)

    Repeater {
        model: root.lines.readings

        Text {
            required property var modelData
            readonly property real em: root.fontInfo.pixelSize // Less than wished where it has stepped back
            readonly property real start: root.effectiveHorizontalAlignment === Text.AlignHCenter ? (root.width - modelData.lineEms * em) / 2 : 0
            // A little wider than its kanji at most
            readonly property real most: (modelData.widthEms + 0.5) * em

            x: start + (modelData.leftEms + modelData.widthEms / 2) * em - width / 2
            y: root.baselineOffset + modelData.line * root.lineHeight - em * 0.9 - height
            height: em * Phrases.readingEms
            width: implicitWidth
            text: modelData.words
            color: root.color
            font.family: root.font.family
            font.bold: root.font.bold
            font.pixelSize: Math.max(1, Math.min(em * Phrases.readingEms, most / modelData.words.length))
            lineHeight: height
            lineHeightMode: Text.FixedHeight
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}
