pragma Singleton

import QtQuick

// Sizes are millimetres on the screen, times `mm`; colours are the design tokens of the Digital
// Agency (DADS), text on its background at 7:1 or more in each of the three palettes.
QtObject {
    id: root

    // Set by the window.
    property real mm: 5
    property real widthMm: 194 // Of the screen
    property real heightMm: 345
    property int textSize: 1 // 0 small … 3 very large
    property string colours: "light"
    property string language: "ja"
    property bool calm: false // Nothing moves by itself.
    property bool low: false // Every control in the lower half, for somebody who sits
    // Set by the screen: the words of one screen in one language step back until they fit.
    property real fit: 1

    // Forms. A small panel is low as a whole: halving it would leave no room for a finger.
    readonly property bool halved: low && heightMm >= (portrait ? 240 : 100)
    readonly property real freeMm: halved ? heightMm / 2 : heightMm
    readonly property bool portrait: heightMm >= widthMm
    readonly property bool upright: freeMm >= widthMm // Words above controls, else beside them
    readonly property bool compact: Math.min(freeMm, widthMm) < 175 // The type steps back for the keys.
    readonly property bool flat: !upright && freeMm < 110 // So low that the keys lie in two rows
    readonly property bool slim: upright && heightMm < 240 // So low that the words keep to a line or two
    // Where controls lie, as the voice tells it: `kiosk.screen.voice.Form`
    readonly property string form: flat ? "rows" : upright ? "below" : "beside"
    readonly property bool edgeAbove: portrait || halved || flat
    readonly property bool edgeInLine: slim || (flat && !halved)

    // Colours
    readonly property Colours chosen: colours === "dark" ? dark : colours === "contrast" ? contrast : light
    readonly property color page: chosen.page
    readonly property color quiet: chosen.quiet
    readonly property color line: chosen.line
    readonly property color strongLine: chosen.strongLine
    readonly property color text: chosen.text
    readonly property color softText: chosen.softText
    readonly property color primary: chosen.primary
    readonly property color primaryPressed: chosen.primaryPressed
    readonly property color textOnPrimary: chosen.textOnPrimary
    readonly property color tint: chosen.tint
    readonly property color tintPressed: chosen.tintPressed
    readonly property color tintLine: chosen.tintLine
    readonly property color good: chosen.good
    readonly property color goodTint: chosen.goodTint
    readonly property color goodLine: chosen.goodLine
    readonly property color warnTint: chosen.warnTint
    readonly property color warnLine: chosen.warnLine
    readonly property color focusOuter: chosen.focusOuter
    readonly property color focusInner: chosen.focusInner

    readonly property Colours light: Colours {}
    readonly property Colours dark: Colours {
        page: "#1a1a1a" // gray-900
        quiet: "#000000"
        line: "#4d4d4d" // gray-700
        strongLine: "#949494" // gray-420
        text: "#ffffff"
        softText: "#cccccc" // gray-200
        primary: "#c5d7fb" // blue-200
        primaryPressed: "#e8f1fe" // blue-50
        textOnPrimary: "#000060" // blue-1200
        tint: "#000060" // blue-1200
        tintPressed: "#00118f" // blue-1000
        tintLine: "#4979f5" // blue-500
        good: "#e6f5ec" // green-50
        goodTint: "#0c472a" // green-1000
        goodLine: "#259d63" // green-600
        warnTint: "#000000"
        warnLine: "#ffd43d" // yellow-300
        focusOuter: "#ffffff"
        focusInner: "#000000"
    }
    readonly property Colours contrast: Colours {
        page: "#000000"
        quiet: "#000000"
        line: "#ffffff"
        strongLine: "#ffffff"
        text: "#ffffff"
        softText: "#ffffff"
        primary: "#ffd43d" // yellow-300
        primaryPressed: "#ffffff"
        textOnPrimary: "#000000"
        tint: "#000000"
        tintPressed: "#333333" // gray-800
        tintLine: "#ffffff"
        good: "#ffffff"
        goodTint: "#000000"
        goodLine: "#ffffff"
        warnTint: "#000000"
        warnLine: "#ffd43d"
        focusOuter: "#ffffff"
        focusInner: "#000000"
    }

    // Type: universal-design letters for Japanese; for the others the letters of their own country.
    // A Japanese typeface has some characters of Chinese in Japanese forms and lacks the rest, and
    // this one presses the tails of g and p into the height of a kanji: they look cut off.
    readonly property string family: familyOf(language)
    readonly property string latinFamily: "Noto Sans CJK JP"
    // For who must know how wide a word is
    readonly property list<FontMetrics> letters: [
        FontMetrics {
            font.family: "BIZ UDPGothic"
            font.bold: false
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "BIZ UDPGothic"
            font.bold: true
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK JP"
            font.bold: false
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK JP"
            font.bold: true
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK SC"
            font.bold: false
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK SC"
            font.bold: true
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK TC"
            font.bold: false
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK TC"
            font.bold: true
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK KR"
            font.bold: false
            font.pixelSize: 100
        },
        FontMetrics {
            font.family: "Noto Sans CJK KR"
            font.bold: true
            font.pixelSize: 100
        }
    ]
    // Of text of several lines whose lines are not of fixed height: the tails of one line and the
    // accents of the next need more than an em.
    readonly property real lineHeight: 1.15
    // The em, not the height of the capital
    readonly property real wished: [0.85, 1, 1.25, 1.55][textSize]
    readonly property real textScale: wished * fit * (flat && widthMm > 200 ? 1.3 : 1)
    readonly property real displayPx: mm * (flat ? 7 : compact ? 10.5 : 13) * textScale
    readonly property real titlePx: mm * (flat ? 6 : compact ? 7.6 : 9.4) * textScale
    readonly property real wishedTitlePx: mm * (flat ? 6 : compact ? 7.6 : 9.4) * wished // Before it steps back
    readonly property real leadPx: mm * (flat ? 5.2 : compact ? 6.4 : 7.4) * textScale
    readonly property real bodyPx: mm * (flat ? 4.9 : compact ? 5.6 : 6.4) * textScale
    readonly property real smallPx: mm * (flat ? 4.4 : compact ? 4.8 : 5.3) * textScale
    // What is in the same place on every screen has the same size on every screen.
    readonly property real edgePx: mm * (flat ? 4.4 : compact ? 4.8 : 5.3) * Math.min(wished, 1.2)
    readonly property real cardPx: mm * (flat ? 4.9 : compact ? 5.6 : 6.4) * Math.min(wished, edgeAbove ? 1.2 : 1)

    // Distances
    readonly property real gap: mm * (compact ? 3 : 4)
    readonly property real wideGap: mm * (flat ? 3 : compact ? 4 : 8)
    readonly property real margin: mm * (flat ? 2 : slim ? 3 : compact ? 6 : 10)
    readonly property real radius: mm * 2.2
    readonly property real stroke: Math.max(1, mm * 0.45)

    // Fingers (VVSG 2.0: 12.7 mm at least; PIN keys are larger)
    readonly property real target: mm * 13
    readonly property real buttonHeight: mm * (flat || slim ? 13 : compact ? 15 : 18)
    readonly property real pinKey: mm * 20.2
    readonly property real helpHeight: mm * (flat || slim ? 15 : compact ? 18 : 23)

    function lettersOf(family: string, bold: bool): FontMetrics {
        return letters.find(each => each.font.family === family && each.font.bold === bold) ?? letters[0];
    }

    function familyOf(language: string): string {
        switch (language) {
        case "ja":
        case "ja-x-easy":
            return "BIZ UDPGothic";
        case "zh-Hans":
            return "Noto Sans CJK SC";
        case "zh-Hant":
            return "Noto Sans CJK TC";
        case "ko":
            return "Noto Sans CJK KR";
        default:
            return latinFamily;
        }
    }
}
