import QtQuick

// The colours of one theme; these are the light ones.
QtObject {
    property color page: "#ffffff"
    property color quiet: "#f2f2f2" // gray-50
    property color line: "#cccccc" // gray-200
    property color strongLine: "#767676" // gray-536
    property color text: "#1a1a1a" // gray-900
    property color softText: "#4d4d4d" // gray-700
    property color primary: "#0017c1" // blue-900
    property color primaryPressed: "#000060" // blue-1200
    property color textOnPrimary: "#ffffff"
    property color tint: "#e8f1fe" // blue-50
    property color tintPressed: "#c5d7fb" // blue-200
    property color tintLine: "#9db7f9" // blue-300
    property color good: "#115a36" // green-900
    property color goodTint: "#e6f5ec" // green-50
    property color goodLine: "#259d63" // green-600
    property color warnTint: "#fbf5e0" // yellow-50
    property color warnLine: "#927200" // yellow-900
    property color focusOuter: "#000000"
    property color focusInner: "#ffd43d" // yellow-300
}
