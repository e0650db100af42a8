.pragma library
.import "undivided.js" as Undivided

// Lines are broken here and not by Qt, which knows no words of Japanese, Chinese, Korean or
// Vietnamese, and the readings of kanji are set above them.

// Japanese has no spaces. Lines that break between phrases read more easily: after punctuation and
// the particle を, and where hiragana (the end of a phrase) meet kanji, katakana or the polite お
// and ご (the start of the next). A text with readings is written with spaces, and breaks there.
// Chinese breaks between words.
const kana = /[\u3041-\u3096\u30a1-\u30fa]/;
const hiragana = /[\u3041-\u309f]/;
const kanjiOrKatakana = /[\u30a1-\u30fa\u3400-\u9fff]/;
const kanji = /[\u3400-\u9fff]/;
const hangul = /[\uac00-\ud7a3]/;
const latin = /[A-Za-z\u00c0-\u1ef9]{2}/;
const reading = /([\u3400-\u9fff々]+)（([\u3041-\u3096ー]+)）/g;
const hasReading = /[\u3400-\u9fff々]（[\u3041-\u3096ー]+）/;
const polite = /[おご]/;
const closing = /[、。，．：；」』）”】・～〜！？!?,.:;]/;
const ending = /[、。，；：」』）】”・～〜！？!?を]/;
const pause = /[、。」・]/;
const opening = /[（「『“【]/;
const word = /[0-9A-Za-z%]/;
const endsWithNumber = /^[0-9]{1,2}[)）]/; // As in "(press 5)"
const shortLength = 6; // A name of kanji alone; what is longer is Chinese.

// Kanji above which their reading is set: so much smaller, and so much room.
const readingEms = 0.5;
const readingRoomEms = 0.58;

function withReadings(text) {
    return hasReading.test(text);
}

// Without the readings, for who hears it.
function plain(text) {
    return text.replace(reading, "$1");
}

function writtenWithSpaces(text) {
    return hangul.test(text) || (latin.test(text) && !kana.test(text.replace(/[0-9].*[0-9]/, ""))) || !/[\u3041-\u9fff]/.test(text);
}

const undividedJapanese = Undivided.japanese.split(" ");
const undividedChinese = Undivided.chinese.split(" ");
const undividedVietnamese = Undivided.vietnamese.split("|");

// Each place in `text` inside of something that must stay whole.
function heldPlaces(text, undivided) {
    const held = new Set();
    const lower = text.toLowerCase();
    for (const whole of undivided) {
        for (let at = lower.indexOf(whole); at >= 0; at = lower.indexOf(whole, at + 1))
            for (let inside = 1; inside < whole.length; inside++)
                held.add(at + inside);
    }
    return held;
}

function mayBreakJapanese(before, after, next) {
    if (ending.test(before) || opening.test(after))
        return true;
    if (!hiragana.test(before) || polite.test(before))
        return false;
    return kanjiOrKatakana.test(after) || (polite.test(after) && kanjiOrKatakana.test(next));
}

function mayBreakChinese(before, after) {
    return !(word.test(before) && (word.test(after) || kanji.test(after)));
}

// What was found out about a text is kept: one screen asks for the same dozens of times, while the
// patient's finger waits. Not without limit: staff's messages are always new.
const mostKept = 5000;

function keep(known, key, value) {
    if (known.size >= mostKept)
        known.clear();
    known.set(key, value);
    return value;
}

const cutTexts = new Map();

// The pieces of one line between which it may be broken; a space belongs to the piece before it.
function pieces(text) {
    return cutTexts.get(text) ?? keep(cutTexts, text, cutIntoPieces(text));
}

function cutIntoPieces(text) {
    const found = [];
    let start = 0;
    const cut = at => {
        if (at > start)
            found.push(text.slice(start, at));
        start = at;
    };
    const spaced = writtenWithSpaces(text);
    const easy = withReadings(text);
    const japanese = !spaced && (kana.test(text) || text.length <= shortLength);
    const held = heldPlaces(text, spaced ? undividedVietnamese : japanese ? undividedJapanese : undividedChinese);
    for (let at = 1; at < text.length; at++) {
        const before = text[at - 1], after = text[at];
        if (closing.test(after) || opening.test(before) || after === " ")
            continue;
        if (before === " ") {
            if (!held.has(at) && !endsWithNumber.test(text.slice(at)))
                cut(at);
        } else if (spaced || held.has(at)) {
            continue;
        } else if (easy) {
            if (pause.test(before))
                cut(at);
        } else if (japanese ? mayBreakJapanese(before, after, text[at + 1] ?? "") : mayBreakChinese(before, after)) {
            cut(at);
        }
    }
    cut(text.length);
    return found;
}

function withoutEnd(text) {
    return text.replace(/ +$/, "");
}

const widths = new Map(); // Of each typeface

// In ems.
function widthOf(text, metrics) {
    const known = widths.get(metrics) ?? keep(widths, metrics, new Map());
    return known.get(text) ?? keep(known, text, metrics.advanceWidth(text) / metrics.font.pixelSize);
}

// In ems: the widest piece that cannot be broken.
function widestPiece(text, metrics) {
    let widest = 0;
    for (const line of text.split("\n"))
        for (const piece of pieces(line))
            widest = Math.max(widest, widthOf(withoutEnd(plain(piece)), metrics));
    return widest;
}

// In ems: the widest line, when no line is broken.
function naturalWidth(text, metrics) {
    return plain(text).split("\n").reduce((most, line) => Math.max(most, widthOf(line, metrics)), 0);
}

// `text` in lines that are no wider than `widthEms`, with their readings.
function lines(text, widthEms, metrics) {
    const set = [];
    for (const hard of text.split("\n")) {
        let line = "";
        for (const piece of pieces(hard)) {
            if (line !== "" && widthOf(withoutEnd(plain(line + piece)), metrics) > widthEms) {
                set.push(withoutEnd(line));
                line = "";
            }
            line += piece;
        }
        set.push(withoutEnd(line));
    }
    return set;
}

// What is drawn: the lines without readings, and each reading with its place, in ems.
function typeset(text, widthEms, metrics) {
    const set = lines(text, widthEms, metrics);
    const readings = [];
    if (withReadings(text))
        set.forEach((line, number) => {
            const lineEms = widthOf(plain(line), metrics);
            const next = new RegExp(reading.source, "g");
            for (let match = next.exec(line); match; match = next.exec(line)) {
                const before = plain(line.slice(0, match.index));
                const left = widthOf(before, metrics);
                const right = widthOf(before + match[1], metrics);
                readings.push({
                    words: match[2],
                    line: number,
                    lineEms: lineEms,
                    leftEms: left,
                    widthEms: right - left
                });
            }
        });
    return {
        text: set.map(plain).join("\n"),
        count: set.length,
        readings: readings
    };
}

// The largest size at which the lines fit into a place, from `wished` down to `least`.
function fittingPx(text, width, height, wished, least, lineEms, roomEms, metrics) {
    let px = Math.max(1, Math.floor(wished));
    for (; px > least; px--)
        if (lines(text, width / px, metrics).length * lineEms * px + roomEms * px <= height && widestPiece(text, metrics) * px <= width)
            break;
    return px;
}
