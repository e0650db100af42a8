import QtQuick
import QtQuick.Layouts
import Uketsuke.Controls
import Uketsuke.Kiosk
import Uketsuke.Style

// What to type, how much of it is in, and the keys. The keys lie below the words on an upright
// panel, beside them on a wide one, and below one line of words on a small flat one. A small panel
// has room for the key that erases one digit alone.
Item {
    id: root

    required property Bridge bridge
    required property Keypad keypad
    required property int places
    required property string tooFew
    property alias picture: picture.sourceComponent
    property string units: ""
    property string notice: bridge.notice
    property string body: bridge.body
    default property alias others: others.data

    readonly property bool inLine: Theme.flat && Theme.widthMm < 200
    readonly property bool beside: (Theme.flat && !inLine) || Theme.slim // The other way lies beside what is typed.
    readonly property bool small: Theme.flat || Theme.slim
    readonly property bool terse: inLine || Theme.slim // One thing is said at a time.
    readonly property bool stacked: Theme.upright || inLine
    readonly property int alignment: Theme.upright ? Text.AlignHCenter : Text.AlignLeft
    readonly property string info: keypad.tooFew ? tooFew : notice

    Fitting {
        readonly property real lowest: root.beside ? Math.max(entered.implicitHeight, others.implicitHeight) : entered.implicitHeight + others.implicitHeight + grid.rowSpacing

        place: root
        words: root.bridge.title + root.body + root.info
        needed: (root.stacked ? grid.implicitHeight : wording.implicitHeight + grid.rowSpacing + lowest) + 2 * Theme.margin
    }
    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Theme.margin
        columnSpacing: root.inLine ? Theme.gap : Theme.wideGap
        rowSpacing: root.small ? Theme.mm * 2.6 : Theme.gap

        ColumnLayout {
            id: wording

            Layout.row: 0
            Layout.column: 0
            Layout.columnSpan: root.beside ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            spacing: root.small ? Theme.mm * 0.5 : Theme.gap

            TitleText {
                Layout.fillWidth: true
                // One line has room for one thing: what went wrong, or else what to do.
                visible: !root.small || root.info.length === 0
                title: root.bridge.title
                horizontalAlignment: root.alignment
                leading: root.terse ? 1.15 : 1.4
            }
            InfoPanel {
                Layout.fillWidth: true
                visible: root.terse && words.length > 0
                warning: true
                words: root.info
                fontPx: Theme.smallPx
                leading: 1.15
            }
            Paragraph {
                Layout.fillWidth: true
                objectName: "body"
                words: root.body
                px: root.small ? Theme.smallPx : Theme.bodyPx
                leading: root.small ? 1.15 : Theme.compact ? 1.4 : 1.5
                horizontalAlignment: root.alignment
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !root.terse

                Loader {
                    id: picture

                    anchors.centerIn: parent
                    visible: height > Theme.mm * 18
                    width: Math.min(parent.width, Theme.mm * 110)
                    height: Math.min(parent.height - Theme.mm * 2, Theme.mm * 70)
                }
            }
            InfoPanel {
                Layout.fillWidth: true
                visible: !root.terse && words.length > 0
                warning: true
                words: root.info
            }
        }
        RowLayout { // As wide as the keys below it, or as the words above it
            id: entered

            Layout.row: root.inLine ? 0 : 1
            Layout.column: root.inLine ? 1 : 0
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: !root.stacked || root.beside
            Layout.preferredWidth: root.inLine ? Theme.mm * 40 : Theme.upright ? pad.width : -1
            spacing: pad.spacing

            DigitDots {
                Layout.fillWidth: true
                centred: Theme.upright
                count: root.keypad.count
                readable: root.keypad.readable
                places: root.places
                units: root.units
            }
            BarButton {
                Layout.preferredWidth: Theme.upright ? pad.keyWidth : Theme.mm * 30
                objectName: "eraseAll"
                visible: !root.small
                text: qsTrId("button.erase_all")
                onClicked: root.keypad.eraseAll()
            }
        }
        NumberPad {
            id: pad

            Layout.row: root.inLine ? 1 : Theme.upright ? 2 : 0
            Layout.column: root.stacked ? 0 : root.beside ? 2 : 1
            Layout.rowSpan: root.stacked ? 1 : root.beside ? 2 : 3
            Layout.columnSpan: root.inLine ? 3 : root.stacked && root.beside ? 2 : 1
            Layout.alignment: Qt.AlignCenter
            keypad: root.keypad
            keyWidth: Theme.flat ? Theme.pinKey : Theme.upright ? Math.min(Theme.mm * 50, (root.width - 2 * Theme.margin - 2 * spacing) / 3) : Theme.mm * (Theme.compact ? 22 : 38)
            keyHeight: Theme.compact ? Theme.pinKey : Theme.mm * (Theme.upright ? 29 : 28)
        }
        ColumnLayout {
            id: others

            Layout.row: root.inLine ? 0 : root.beside ? 1 : Theme.upright ? 3 : 2
            Layout.column: root.inLine ? 2 : root.beside ? 1 : 0
            Layout.fillWidth: !root.small
            Layout.preferredWidth: root.small ? Theme.mm * 34 : -1
            Layout.topMargin: Theme.upright && !root.beside ? Theme.gap : 0
        }
    }
}
