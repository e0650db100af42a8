import QtQuick
import Uketsuke.Style

// Lets the words of a screen step back until they fit: a long language in large type on a small
// panel would otherwise leave the glass. Starts anew whenever words, type or panel change.
Item {
    id: root

    required property Item place // What the words have
    required property real needed // The height that they need now
    readonly property real free: place.height
    // In which the words were measured last; another one starts from the wished size.
    readonly property string cause: [Theme.textSize, Theme.mm, place.width, free, words].join()
    property string words: ""

    visible: false

    property real measuredAt: 0 // The fit for which `needed` is known

    // A screen that is on its way out must not speak any more.
    readonly property bool shown: place.Window.window !== null && place.visible

    onCauseChanged: restart()
    onShownChanged: restart()
    onNeededChanged: {
        measuredAt = Theme.fit;
        shrink();
    }
    onFreeChanged: shrink()

    function restart() {
        if (!shown)
            return;
        Theme.fit = 1;
        if (measuredAt === 1)
            shrink(); // Layouts that did not change will not report again.
    }

    function shrink() {
        if (shown && free > 0 && needed > free + 1 && Theme.fit > 0.3)
            Theme.fit *= Math.max(0.8, Math.min(0.97, Math.sqrt(free / needed)));
    }
}
