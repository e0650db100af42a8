pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Uketsuke.Controls
import Uketsuke.Kiosk
import Uketsuke.Screens
import Uketsuke.Style

// Progress and card at the edge, one screen in the middle, language, settings and help below.
ScreenView {
    id: root

    required property Bridge bridge
    required property Preferences preferences
    required property Keypad keypad
    required property StaffDesk staff
    required property Preview preview
    required property real panelDiagonalMm

    // These screens say themselves, large, where the card is.
    readonly property bool cardBandShown: !["Attract", "PlacePhone", "Preparing", "OutOfService", "Completed", "Farewell"].includes(bridge.screen)

    // Nobody has touched the screen for long.
    readonly property bool idle: bridge.idleWarningMs > 0

    ground: Theme.page
    focus: true

    // Two keys reach everything: Tab, + or an arrow goes on to the next control, Enter presses it.
    // On a numeric keypad - goes back, digits and Backspace write on the PIN pad, * speaks again.
    Keys.onPressed: event => {
        event.accepted = true;
        if (root.staff.isKey(event.key, event.modifiers))
            return;
        const wasIdle = root.idle;
        root.bridge.stillHere();
        if (wasIdle)
            return; // Whichever key it is, it says no more than that somebody is there.
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            keypad.digit(event.key - Qt.Key_0);
        else
            switch (event.key) {
            case Qt.Key_Backspace:
            case Qt.Key_Delete:
                keypad.erase();
                break;
            case Qt.Key_Plus:
            case Qt.Key_Right:
            case Qt.Key_Down:
                move(true);
                break;
            case Qt.Key_Minus:
            case Qt.Key_Left:
            case Qt.Key_Up:
                move(false);
                break;
            case Qt.Key_Asterisk:
                bridge.repeatVoice();
                break;
            case Qt.Key_Enter:
            case Qt.Key_Return:
                press();
                break;
            default:
                event.accepted = false;
            }
    }

    function move(forward: bool) {
        const next = (Window.activeFocusItem ?? root).nextItemInFocusChain(forward);
        if (next)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    function press() {
        if (focused)
            focused.click();
        else
            keypad.enter();
    }

    // Whoever cannot see the ring around a control hears its name.
    readonly property AbstractButton focused: Window.activeFocusItem as AbstractButton
    onFocusedChanged: {
        if (focused && focused.visualFocus)
            bridge.tellFocus(focused.objectName, focused.Accessible.name);
    }

    // Whatever a touch or a key means to the control that takes it, it also means that somebody is
    // there. Keys that no control takes come to `Keys` above.
    PointHandler {
        id: point

        onActiveChanged: {
            if (!active)
                return;
            root.bridge.stillHere();
            // Above every button's place: staff's way in begins there.
            const at = root.picture.mapFromItem(null, point.point.scenePosition.x, point.point.scenePosition.y);
            if (at.y < Theme.target && (at.x < Theme.target || at.x > root.picture.width - Theme.target))
                root.staff.corner(at.x < Theme.target ? 0 : 1);
        }
    }
    Connections {
        target: root.focused

        function onPressed() {
            root.bridge.stillHere();
        }
    }

    // Nothing is chosen beforehand on a new screen, not even by the focus.
    Connections {
        target: root.bridge

        function onSceneChanged() {
            root.forceActiveFocus();
        }
    }

    // The voice tells where to reach.
    readonly property string form: Theme.form
    readonly property bool low: Theme.halved
    onFormChanged: bridge.setForm(form, low)
    onLowChanged: bridge.setForm(form, low)

    Binding {
        target: Theme
        property: "mm"
        when: root.picture.width > 0
        value: Math.hypot(root.picture.width, root.picture.height) / root.panelDiagonalMm
    }
    Binding {
        target: Theme
        property: "widthMm"
        when: root.picture.width > 0
        value: root.picture.width / Theme.mm
    }
    Binding {
        target: Theme
        property: "heightMm"
        when: root.picture.width > 0
        value: root.picture.height / Theme.mm
    }
    Binding {
        target: Theme
        property: "language"
        value: root.preferences.language
    }
    Binding {
        target: Theme
        property: "textSize"
        value: root.preferences.textSize
    }
    Binding {
        target: Theme
        property: "colours"
        value: root.preferences.colours
    }
    Binding {
        target: Theme
        property: "calm"
        value: root.preferences.calm
    }
    Binding {
        target: Theme
        property: "low"
        value: root.preferences.low
    }
    Binding {
        target: root.preview
        property: "seen"
        value: root.bridge.screen === "Face" && screen.visible
    }

    Edge {
        id: edge

        bridge: root.bridge
        cardShown: root.cardBandShown
        width: Theme.edgeAbove ? root.picture.width : Theme.mm * (Theme.compact ? 54 : 76)
        height: Theme.edgeAbove ? implicitHeight : root.picture.height - help.height
    }
    Loader {
        id: screen

        objectName: "screen"
        x: Theme.edgeAbove ? 0 : edge.width
        // For somebody who sits, all that is touched lies in the lower half.
        y: Theme.halved ? Math.max(root.picture.height / 2, edge.height) : Theme.edgeAbove ? edge.height : 0
        width: root.picture.width - x
        height: root.picture.height - (help.visible ? help.height : 0) - y
        visible: root.preferences.panel === "" && !root.idle
        sourceComponent: root.screenFor(root.bridge.screen)
    }
    Loader {
        objectName: "panel"
        x: screen.x
        y: screen.y
        width: screen.width
        height: screen.height
        sourceComponent: root.idle ? idleWarning : root.preferences.panel === "languages" ? languages : root.preferences.panel === "settings" ? settings : null
    }
    Loader {
        id: warmer

        visible: false
    }
    Loader {
        objectName: "message"
        x: screen.x
        y: screen.y
        width: screen.width
        height: screen.height
        active: root.bridge.message.length > 0 && root.bridge.screen !== "Staff"
        sourceComponent: message
    }
    HelpBar {
        id: help

        visible: root.bridge.screen !== "Staff"

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        bridge: root.bridge
        preferences: root.preferences
    }

    Repeater { // Once the upper corners were touched in order
        model: root.staff.armed ? [3, 2] : []

        MouseArea {
            required property int modelData
            required property int index

            objectName: "corner" + modelData
            x: index * (root.picture.width - width)
            y: root.picture.height - height
            z: 1
            width: Theme.target
            height: Theme.target
            onPressed: root.staff.corner(modelData)
        }
    }
    Rectangle { // Dims the screen where the machine cannot
        anchors.fill: parent
        z: 2
        visible: root.preferences.brightness < 100
        color: "#000000"
        opacity: (100 - root.preferences.brightness) / 100
    }
    Component {
        id: message

        StaffMessage {
            bridge: root.bridge
        }
    }
    Component {
        id: idleWarning

        IdleWarning {
            bridge: root.bridge
        }
    }
    Component {
        id: languages

        LanguagePanel {
            bridge: root.bridge
            preferences: root.preferences
        }
    }
    Component {
        id: settings

        SettingsPanel {
            bridge: root.bridge
            preferences: root.preferences
        }
    }

    // Makes every screen once and throws it away: what a first time costs is paid before the first
    // patient comes, and no screen stalls when it is first shown.
    function warm() {
        const names = ["Attract", "PlacePhone", "Preparing", "OutOfService", "Reading", "ChooseMethod", "Face", "Pin", "NumberB", "StaffCheck", "Question", "Waiting", "Completed", "Farewell", "Stopped", "Staff"];
        for (const name of names)
            warmer.sourceComponent = screenFor(name);
        warmer.sourceComponent = null;
    }

    function screenFor(name: string): Component {
        switch (name) {
        case "Attract":
            return attract;
        case "PlacePhone":
            return placePhone;
        case "Preparing":
            return preparing;
        case "OutOfService":
            return outOfService;
        case "Reading":
            return reading;
        case "ChooseMethod":
            return chooseMethod;
        case "Face":
            return face;
        case "Pin":
            return pin;
        case "NumberB":
            return numberB;
        case "StaffCheck":
            return staffCheck;
        case "Question":
            return question;
        case "Waiting":
            return waiting;
        case "Completed":
            return completed;
        case "Farewell":
            return farewell;
        case "Stopped":
            return stopped;
        case "Staff":
            return staffScreen;
        default:
            return null;
        }
    }

    Component {
        id: attract

        AttractScreen {
            bridge: root.bridge
            preferences: root.preferences
        }
    }
    Component {
        id: placePhone

        PlacePhoneScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: preparing

        PreparingScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: outOfService

        OutOfServiceScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: reading

        ReadingScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: chooseMethod

        ChooseMethodScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: face

        FaceScreen {
            bridge: root.bridge
            preview: root.preview
        }
    }
    Component {
        id: pin

        PinScreen {
            bridge: root.bridge
            keypad: root.keypad
        }
    }
    Component {
        id: numberB

        NumberBScreen {
            bridge: root.bridge
            keypad: root.keypad
        }
    }
    Component {
        id: staffCheck

        StaffCheckScreen {
            bridge: root.bridge
            keypad: root.keypad
        }
    }
    Component {
        id: question

        QuestionScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: waiting

        WaitingScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: completed

        CompletedScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: farewell

        FarewellScreen {
            bridge: root.bridge
        }
    }
    Component {
        id: staffScreen

        StaffScreen {
            bridge: root.bridge
            keypad: root.keypad
            staff: root.staff
            preferences: root.preferences
        }
    }
    Component {
        id: stopped

        StoppedScreen {
            bridge: root.bridge
        }
    }
}
