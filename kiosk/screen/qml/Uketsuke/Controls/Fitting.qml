import QtQuick
import Uketsuke.Kiosk
import Uketsuke.Style

// Lets the words of a screen step back until they fit.
Fitter {
    id: root

    property string words: ""

    cause: [Theme.textSize, Theme.mm, root.place.width, root.place.height, words].join()
}
