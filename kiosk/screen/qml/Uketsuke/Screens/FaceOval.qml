import QtQuick
import QtQuick.Shapes
import Uketsuke.Kiosk
import Uketsuke.Style

// The mirrored picture of the camera, an oval around the face, which follows one that is low or
// high (a wheelchair, a child), and the ring that fills as good pictures arrive.
Item {
    id: root

    required property Preview preview
    required property real progress // 0..1
    readonly property real ovalWidth: Math.min(width * 0.72, height * 0.72 * 0.76)
    readonly property real ovalHeight: ovalWidth / 0.76
    readonly property real ringWidth: Theme.mm * (Theme.flat ? 2 : 3)
    readonly property real atRest: 0.06 // Of the height: nobody is quite in the middle, or still.
    readonly property real lowest: height > 0 ? (1 - (ovalHeight + ringWidth) / height) / 2 : 0
    readonly property real away: Math.max(0, Math.abs(preview.faceBelow) - atRest)
    property real below: Math.sign(preview.faceBelow) * Math.min(lowest, away)
    readonly property real ovalY: height * (0.5 + below)

    Behavior on below {
        NumberAnimation {
            duration: 400
            easing.type: Easing.OutCubic
        }
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTrId("face.preview")

    Image {
        objectName: "preview"
        anchors.fill: parent
        source: root.preview.source
        cache: false // Nothing of a patient is kept.
        mirror: true
    }
    Binding {
        target: root.preview
        property: "aspect"
        value: root.width / root.height
    }
    Shape { // Everything outside the oval is pale; the corners are round.
        anchors.fill: parent

        ShapePath {
            strokeWidth: -1
            fillColor: Qt.alpha(Theme.page, 0.72)
            fillRule: ShapePath.OddEvenFill

            PathRectangle {
                width: root.width
                height: root.height
            }
            PathAngleArc {
                centerX: root.width / 2
                centerY: root.ovalY
                radiusX: root.ovalWidth / 2
                radiusY: root.ovalHeight / 2
                startAngle: 0
                sweepAngle: 360
                moveToStart: true
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Theme.page
            fillRule: ShapePath.OddEvenFill

            PathRectangle { // A pixel beyond: an edge between two pixels is covered by half.
                x: -1
                y: -1
                width: root.width + 2
                height: root.height + 2
            }
            PathRectangle {
                width: root.width
                height: root.height
                radius: Theme.radius * 2
            }
        }
        ShapePath {
            strokeColor: Theme.tintPressed
            strokeWidth: root.ringWidth
            fillColor: "transparent"

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.ovalY
                radiusX: root.ovalWidth / 2
                radiusY: root.ovalHeight / 2
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: root.progress > 0 ? Theme.primary : "transparent"
            strokeWidth: root.ringWidth
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.ovalY
                radiusX: root.ovalWidth / 2
                radiusY: root.ovalHeight / 2
                startAngle: -90
                sweepAngle: 360 * root.progress
            }
        }
    }
}
