.pragma library

// Japanese has no spaces, and a line may break between any two characters. Lines that break
// between phrases read more easily: after punctuation and the particle を, and where hiragana (the
// end of a phrase) meet kanji, katakana or the polite お and ご (the start of the next).

const wordJoiner = "\u2060"; // No line break here (Unicode line breaking, class WJ)
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/;
const hiragana = /[\u3041-\u309f]/;
const kanjiOrKatakana = /[\u30a1-\u30fa\u3400-\u9fff]/;
const polite = /[おご]/;
const closing = /[、。」』）】・～〜！？!?を]/;
const opening = /[（「『【]/;

function mayBreak(before, after, next) {
    if (/\s/.test(before) || /\s/.test(after))
        return true;
    if (closing.test(before) || opening.test(after))
        return !closing.test(after) && !opening.test(before);
    if (!hiragana.test(before) || polite.test(before))
        return false;
    return kanjiOrKatakana.test(after) || (polite.test(after) && kanjiOrKatakana.test(next));
}

// The text with joiners wherever a Japanese phrase should stay in one piece.
function keptTogether(text) {
    if (!japanese.test(text))
        return text;
    const characters = Array.from(text);
    let kept = "";
    for (let i = 0; i < characters.length; i++) {
        kept += characters[i];
        const last = i + 1 === characters.length;
        if (!last && !mayBreak(characters[i], characters[i + 1], characters[i + 2] ?? ""))
            kept += wordJoiner;
    }
    return kept;
}
