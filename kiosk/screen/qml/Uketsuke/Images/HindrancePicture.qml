pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Uketsuke.Style

// What was wrong with the face in the picture: too far, in the dark, turned, covered, not alone.
Item {
    id: root

    required property string hindrance // The name of a guidance

    readonly property real unit: Math.min(width, height) / 100
    readonly property bool dark: hindrance === "too_dark"
    readonly property bool backLit: hindrance === "too_bright"
    readonly property bool several: hindrance === "several_faces"
    readonly property bool still: hindrance === "hold_still"
    readonly property bool empty: hindrance === "no_face" || hindrance === "no_picture"
    readonly property real faceSize: hindrance === "come_closer" ? 0.5 : hindrance === "step_back" ? 1.5 : several ? 0.72 : 1
    // As in a mirror: whoever must move to their left stands too far to the right.
    readonly property real aside: hindrance === "move_left" ? 22 : hindrance === "move_right" ? -22 : several ? -17 : 0
    readonly property real below: hindrance === "move_up" ? 24 : hindrance === "move_down" ? -24 : 0
    // Night is dark in every theme.
    readonly property color night: "#3a3f4a"
    readonly property color nightFace: "#4a505d"
    readonly property color nightLine: "#8d93a1"
    readonly property color ground: dark ? night : backLit ? Theme.page : Theme.tint
    readonly property color line: dark ? nightLine : Theme.primary

    component Face: Item {
        id: face

        property real look: 0 // How far eyes and mouth lie to the side
        property bool mask: false
        property bool glasses: false

        width: 46 * root.unit
        height: 58 * root.unit

        Rectangle {
            anchors.fill: parent
            radius: width / 2
            color: root.backLit ? Theme.softText : root.dark ? root.nightFace : Theme.page
            border.color: root.line
            border.width: 4 * root.unit
        }
        Repeater { // Eyes, or dark glasses before them
            model: 2

            Rectangle {
                required property int index
                readonly property real across: face.glasses ? 15 : 6

                x: ((index === 0 ? 14 : 32) + face.look - across / 2) * root.unit
                y: (face.glasses ? 18 : 21) * root.unit
                width: across * root.unit
                height: (face.glasses ? 12 : 6) * root.unit
                radius: 3 * root.unit
                color: face.glasses ? Theme.text : root.line
            }
        }
        Rectangle { // The mouth, or a mask over it
            x: (face.mask ? 5 : 16 + face.look) * root.unit
            y: (face.mask ? 31 : 40) * root.unit
            width: (face.mask ? 36 : 14) * root.unit
            height: (face.mask ? 21 : 4) * root.unit
            radius: (face.mask ? 8 : 2) * root.unit
            color: face.mask ? Theme.tintPressed : root.line
            border.color: root.line
            border.width: face.mask ? 3 * root.unit : 0
        }
    }

    Accessible.role: Accessible.Graphic
    Accessible.ignored: true

    Rectangle { // What the camera sees
        anchors.centerIn: parent
        width: 96 * root.unit
        height: width
        radius: 10 * root.unit
        color: root.ground
        clip: true

        Shape { // A window's light, from behind
            visible: root.backLit
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: Theme.warnLine
                strokeWidth: 5 * root.unit
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathMultiline {
                    paths: [0, 1, 2, 3, 4, 5, 6, 7].map(ray => [40, 46].map(far => Qt.point((48 + far * Math.cos(ray * Math.PI / 4)) * root.unit, (48 + far * Math.sin(ray * Math.PI / 4)) * root.unit)))
                }
            }
        }
        Face {
            visible: root.several
            x: 48 * root.unit
            y: (96 * root.unit - height) / 2
            scale: root.faceSize
        }
        Face {
            visible: !root.empty
            x: (48 + root.aside) * root.unit - width / 2
            y: (48 + root.below) * root.unit - height / 2
            scale: root.faceSize
            look: root.hindrance === "look_straight" ? 9 : 0
            mask: root.hindrance === "uncover_mouth"
            glasses: root.hindrance === "uncover_eyes"
        }
        Repeater { // It shakes
            model: root.still ? [8, 16, 76, 84] : []

            Rectangle {
                required property real modelData

                x: modelData * root.unit
                y: 34 * root.unit
                width: 4 * root.unit
                height: 28 * root.unit
                radius: width / 2
                color: Theme.warnLine
            }
        }
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: "transparent"
            border.color: Theme.warnLine
            border.width: 5 * root.unit
        }
    }
}
