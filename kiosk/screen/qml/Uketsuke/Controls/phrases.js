.pragma library

// Japanese has no spaces, and a line may break between any two characters. Lines that break
// between phrases read more easily: after punctuation and the particle を, and where hiragana (the
// end of a phrase) meet kanji, katakana or the polite お and ご (the start of the next). A text
// with readings in brackets is written with spaces, and breaks there.

const wordJoiner = "\u2060"; // No line break here (Unicode line breaking, class WJ)
const kana = /[\u3041-\u3096\u30a1-\u30fa]/;
const hiragana = /[\u3041-\u309f]/;
const kanjiOrKatakana = /[\u30a1-\u30fa\u3400-\u9fff]/;
const reading = /[\u3400-\u9fff]（[\u3041-\u3096]+）/;
const foreign = /[A-Za-z\uac00-\ud7a3]{3}/;
const polite = /[おご]/;
const closing = /[、。」』）】・～〜！？!?を]/;
const pause = /[、。」・]/;
const opening = /[（「『【]/;
const shortLength = 6; // A name of kanji alone; what is longer is Chinese, and breaks anywhere.

function mayBreak(before, after, next) {
    if (/\s/.test(before) || /\s/.test(after))
        return true;
    if (closing.test(before) || opening.test(after))
        return !closing.test(after) && !opening.test(before);
    if (!hiragana.test(before) || polite.test(before))
        return false;
    return kanjiOrKatakana.test(after) || (polite.test(after) && kanjiOrKatakana.test(next));
}

function mayBreakWithReadings(before, after) {
    return /\s/.test(before) || /\s/.test(after) || (pause.test(before) && !closing.test(after));
}

// Japanese as it is printed on a card, quoted in another language
function keepsQuote(text) {
    return text.replace(/([^\s])(?=[\u3040-\u9fff])|([\u3040-\u9fff])(?=[^\s])/g, "$&" + wordJoiner);
}

// The text with joiners wherever a Japanese phrase should stay in one piece.
function keptTogether(text) {
    if (foreign.test(text) && /[\u3040-\u9fff]/.test(text))
        return keepsQuote(text);
    const characters = Array.from(text);
    const isJapanese = kana.test(text) || (/[\u3400-\u9fff]/.test(text) && characters.length <= shortLength);
    if (!isJapanese)
        return text;
    const breaks = reading.test(text) ? mayBreakWithReadings : mayBreak;
    let kept = "";
    for (let i = 0; i < characters.length; i++) {
        kept += characters[i];
        const last = i + 1 === characters.length;
        if (!last && !breaks(characters[i], characters[i + 1], characters[i + 2] ?? ""))
            kept += wordJoiner;
    }
    return kept;
}

// The pieces of a text that should not be parted.
function unbroken(text) {
    const kept = keptTogether(text);
    if (kept === text && /[\u3400-\u9fff]/.test(text))
        return Array.from(text); // Chinese
    const piece = kept === text ? /[^\s]+/gu : /(?:[^\s]\u2060)*[^\s]/gu;
    return kept.match(piece) ?? [];
}
