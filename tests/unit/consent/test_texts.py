"""The questions are complete, in every language, and their wording is pinned to its version."""

import hashlib

import pytest

from consent.port import Item
from consent.texts import TomlConsentTexts

TEXTS = TomlConsentTexts()

# A record names id, version and language; what they stand for must never change. After changing
# a text, give it a new version and add a line here; never alter a line.
WORDINGS = {
    ("medical-and-medicines", "2024-06.1", "ja"): "3499b26b07daab82",
    ("health-checkups", "2024-06.1", "ja"): "0f13db52c8ba0e3c",
    ("limit-information", "2024-06.1", "ja"): "895bcf5bbba7af4f",
    ("registration", "2024-06.1", "ja"): "d48ad7ec41e59904",
    ("medical-and-medicines", "2024-06.1", "en"): "bac0e266fdfaa46a",
    ("health-checkups", "2024-06.1", "en"): "d87f56ec80f0134c",
    ("limit-information", "2024-06.1", "en"): "d5870603eb9026f6",
    ("registration", "2024-06.1", "en"): "3ec499418fe4351f",
    ("all", "2024-10.1", "ja"): "dbfcf09be6e249a6",
    ("medicines", "2024-10.1", "ja"): "d406f0a53af220cb",
    ("medical-care", "2024-10.1", "ja"): "4ea44cd21961ae7e",
    ("surgery", "2024-10.1", "ja"): "b2b091418269de08",
    ("prescription", "2024-10.1", "ja"): "f238480d97c50961",
    ("subsidy", "2024-10.1", "ja"): "2f0d7d6c1d96b3eb",
    ("all", "2024-10.1", "en"): "10e0fbfe665e5911",
    ("medicines", "2024-10.1", "en"): "f0260279477bf5a8",
    ("medical-care", "2024-10.1", "en"): "cef26d00d4d64ec7",
    ("surgery", "2024-10.1", "en"): "b0aa1ee4cb6dd9a1",
    ("prescription", "2024-10.1", "en"): "6301693561ab7823",
    ("subsidy", "2024-10.1", "en"): "7c5732b1937917dc",
    ("medical-and-medicines", "2024-06.1", "ja-x-easy"): "c44baf29af6bdc75",
    ("health-checkups", "2024-06.1", "ja-x-easy"): "986d4c0d195f0bc9",
    ("limit-information", "2024-06.1", "ja-x-easy"): "2acc99e295266260",
    ("registration", "2024-06.1", "ja-x-easy"): "f76e69520156c034",
    ("medical-and-medicines", "2024-06.1", "zh-Hans"): "aed1042641088d35",
    ("health-checkups", "2024-06.1", "zh-Hans"): "1aa77b8cb6b18e6f",
    ("limit-information", "2024-06.1", "zh-Hans"): "f66a8faf0ab411a6",
    ("registration", "2024-06.1", "zh-Hans"): "cdb46effca155755",
    ("medical-and-medicines", "2024-06.1", "zh-Hant"): "df42816ae651947b",
    ("health-checkups", "2024-06.1", "zh-Hant"): "52dcafd0bd27b598",
    ("limit-information", "2024-06.1", "zh-Hant"): "c6e8d3b04d699613",
    ("registration", "2024-06.1", "zh-Hant"): "ce6420f1a1805154",
    ("medical-and-medicines", "2024-06.1", "ko"): "37e74a91c1a51f78",
    ("health-checkups", "2024-06.1", "ko"): "69f89dd64af78e87",
    ("limit-information", "2024-06.1", "ko"): "f8541222d038024c",
    ("registration", "2024-06.1", "ko"): "7625280ee15b1b9c",
    ("medical-and-medicines", "2024-06.1", "pt"): "8b539b8eb3f0b323",
    ("health-checkups", "2024-06.1", "pt"): "477a6cd80101fa69",
    ("limit-information", "2024-06.1", "pt"): "b2770d0998f189e3",
    ("registration", "2024-06.1", "pt"): "d1422fe937cc223b",
    ("medical-and-medicines", "2024-06.1", "vi"): "81c9e6fd6d85a022",
    ("health-checkups", "2024-06.1", "vi"): "36f607382ad5f408",
    ("limit-information", "2024-06.1", "vi"): "271bdee3df90543c",
    ("registration", "2024-06.1", "vi"): "bff1c84f78cdc2e7",
    ("medical-and-medicines", "2024-06.1", "es"): "aa283cfb6ceec769",
    ("health-checkups", "2024-06.1", "es"): "ed6a8c638ec78dd3",
    ("limit-information", "2024-06.1", "es"): "5db82755b31a1688",
    ("registration", "2024-06.1", "es"): "9228304e7cec6f08",
    ("medical-and-medicines", "2024-06.1", "fil"): "d150f76efe471147",
    ("health-checkups", "2024-06.1", "fil"): "326c59f99de67982",
    ("limit-information", "2024-06.1", "fil"): "610d92690bf14542",
    ("registration", "2024-06.1", "fil"): "66de082b328472af",
    ("all", "2024-10.1", "es"): "ca616bd71187c2d3",
    ("medicines", "2024-10.1", "es"): "d21bbe7ca316b21f",
    ("medical-care", "2024-10.1", "es"): "dc4b8fa2c7c66b24",
    ("surgery", "2024-10.1", "es"): "81c6a8bcd07a6fa1",
    ("prescription", "2024-10.1", "es"): "18c2f50aef400f3e",
    ("subsidy", "2024-10.1", "es"): "e3c75fbb74dab5c3",
    ("all", "2024-10.1", "fil"): "40a07fd09fb1bea5",
    ("medicines", "2024-10.1", "fil"): "8944617af2146596",
    ("medical-care", "2024-10.1", "fil"): "df418e4a938288cd",
    ("surgery", "2024-10.1", "fil"): "98bd45dad2217a42",
    ("prescription", "2024-10.1", "fil"): "c293cdb92b68f13b",
    ("subsidy", "2024-10.1", "fil"): "d99ad8815451f3d5",
    ("all", "2024-10.1", "ja-x-easy"): "1e81b6ab4ce1bfa6",
    ("medicines", "2024-10.1", "ja-x-easy"): "55eeb8f3826adae0",
    ("medical-care", "2024-10.1", "ja-x-easy"): "6cb0b64ea2906266",
    ("surgery", "2024-10.1", "ja-x-easy"): "de332d57f2c40ad6",
    ("prescription", "2024-10.1", "ja-x-easy"): "06e1dda43d3898b6",
    ("subsidy", "2024-10.1", "ja-x-easy"): "c3968af8d9d553e8",
    ("all", "2024-10.1", "ko"): "b09634ba11ddaa9c",
    ("medicines", "2024-10.1", "ko"): "bd331b66d43e1281",
    ("medical-care", "2024-10.1", "ko"): "406be0c7537944de",
    ("surgery", "2024-10.1", "ko"): "39e97146ee7219c1",
    ("prescription", "2024-10.1", "ko"): "4d34ce0b00d3a191",
    ("subsidy", "2024-10.1", "ko"): "0959461f3dd0f331",
    ("all", "2024-10.1", "pt"): "66e555f72d6c1fe8",
    ("medicines", "2024-10.1", "pt"): "c23e7764ee088003",
    ("medical-care", "2024-10.1", "pt"): "3d7c091471885316",
    ("surgery", "2024-10.1", "pt"): "21999ea128525e3c",
    ("prescription", "2024-10.1", "pt"): "2e80f90e8987baf2",
    ("subsidy", "2024-10.1", "pt"): "2fec1ae08023b53f",
    ("all", "2024-10.1", "vi"): "6e11ddd3d61b878e",
    ("medicines", "2024-10.1", "vi"): "0da0583fb68e57a8",
    ("medical-care", "2024-10.1", "vi"): "551755db0703859d",
    ("surgery", "2024-10.1", "vi"): "31cd1d19fb5a7def",
    ("prescription", "2024-10.1", "vi"): "8781362c4f7b7cb0",
    ("subsidy", "2024-10.1", "vi"): "e1e0103a33ac35cd",
    ("all", "2024-10.1", "zh-Hans"): "6ff3d1751e27d1a6",
    ("medicines", "2024-10.1", "zh-Hans"): "75cfc8801f0a6b5b",
    ("medical-care", "2024-10.1", "zh-Hans"): "cbc318a2d5775c8c",
    ("surgery", "2024-10.1", "zh-Hans"): "0d2daf95dfdc3a0e",
    ("prescription", "2024-10.1", "zh-Hans"): "c91d0fac9dc316af",
    ("subsidy", "2024-10.1", "zh-Hans"): "1ad03e2f623deff0",
    ("all", "2024-10.1", "zh-Hant"): "cab9a4e270ce2853",
    ("medicines", "2024-10.1", "zh-Hant"): "2de571a69deede89",
    ("medical-care", "2024-10.1", "zh-Hant"): "5235e550affea9c6",
    ("surgery", "2024-10.1", "zh-Hant"): "bc8a08c9a87d2fd1",
    ("prescription", "2024-10.1", "zh-Hant"): "d30d8c095ebf8968",
    ("subsidy", "2024-10.1", "zh-Hant"): "6cf6eac10884d5b7",
    ("medical-and-medicines", "2024-06.2", "es"): "d7e15312ad026645",
    ("health-checkups", "2024-06.2", "es"): "0714fab6709fdb94",
    ("limit-information", "2024-06.2", "es"): "d162f3f2f7eb726a",
    ("all", "2024-10.2", "es"): "2e2f55bff9fac18b",
    ("registration", "2024-06.2", "fil"): "6ee55ee712206e2c",
    ("all", "2024-10.2", "fil"): "f729b039b3d60090",
    ("medicines", "2024-10.2", "fil"): "5046bc2a73d6d7e0",
    ("medical-care", "2024-10.2", "fil"): "3695e0ddf410dd9c",
    ("surgery", "2024-10.2", "fil"): "10a984354fb86739",
    ("prescription", "2024-10.2", "fil"): "cf5c75b7142bc094",
    ("subsidy", "2024-10.2", "fil"): "93b297f703ba9267",
    ("medical-and-medicines", "2024-06.2", "ko"): "7c2fb416f2b7f98f",
    ("health-checkups", "2024-06.2", "ko"): "ab46056739ae63f8",
    ("medical-and-medicines", "2024-06.2", "pt"): "0d1444c51d69268f",
    ("health-checkups", "2024-06.2", "pt"): "0610633b241d9f7c",
    ("registration", "2024-06.2", "zh-Hans"): "8187753cabc013c1",
    ("registration", "2024-06.2", "zh-Hant"): "a64d6c8654eb5c4c",
    ("medical-and-medicines", "2024-06.3", "en"): "d1b3020d1ee7d78c",
    ("health-checkups", "2024-06.3", "en"): "693fabcf1f4adc31",
    ("limit-information", "2024-06.3", "en"): "b639670c0dc3d96f",
    ("registration", "2024-06.3", "en"): "8ee8226be590952c",
    ("all", "2024-10.3", "en"): "d77973629fabc83f",
    ("medicines", "2024-10.3", "en"): "538ab1a6bba37fd8",
    ("medical-care", "2024-10.3", "en"): "de694305bf69e4a6",
    ("surgery", "2024-10.3", "en"): "3533a68510a7ed6e",
    ("medical-and-medicines", "2024-06.3", "es"): "525b03e2e52ebf8c",
    ("health-checkups", "2024-06.3", "es"): "51f7161db3c162e6",
    ("limit-information", "2024-06.3", "es"): "8116160d95ccee07",
    ("registration", "2024-06.3", "es"): "f380c8e712c03924",
    ("all", "2024-10.3", "es"): "cf86defabf957d0e",
    ("medicines", "2024-10.3", "es"): "736166b644d70571",
    ("medical-care", "2024-10.3", "es"): "a2962ed8eebed8af",
    ("surgery", "2024-10.3", "es"): "b43a4337738ddff6",
    ("medical-and-medicines", "2024-06.3", "fil"): "a4a14784f75702ea",
    ("health-checkups", "2024-06.3", "fil"): "6bca0b6ad3511c68",
    ("limit-information", "2024-06.3", "fil"): "dfa5618c7ea9c9f3",
    ("registration", "2024-06.3", "fil"): "e5f6fd8d4118336a",
    ("all", "2024-10.3", "fil"): "b0c4aa1b7c5cb1d3",
    ("medicines", "2024-10.3", "fil"): "7ec49433e543f4a4",
    ("medical-care", "2024-10.3", "fil"): "6b550d94cfbe0f3c",
    ("surgery", "2024-10.3", "fil"): "c5bdd6b1ba816320",
    ("medical-and-medicines", "2024-06.3", "ja-x-easy"): "8c3763c06de30c7a",
    ("health-checkups", "2024-06.3", "ja-x-easy"): "34b5178ca1e4e429",
    ("limit-information", "2024-06.3", "ja-x-easy"): "86adc9bd15bc3240",
    ("registration", "2024-06.3", "ja-x-easy"): "f76e69520156c034",
    ("all", "2024-10.3", "ja-x-easy"): "917faba6172b0397",
    ("medicines", "2024-10.3", "ja-x-easy"): "9e94e1537c46909f",
    ("medical-care", "2024-10.3", "ja-x-easy"): "569c3dffdddac274",
    ("surgery", "2024-10.3", "ja-x-easy"): "e6e6cfc5efabf7b4",
    ("medical-and-medicines", "2024-06.3", "ja"): "feddff96361dc8a0",
    ("health-checkups", "2024-06.3", "ja"): "0f13db52c8ba0e3c",
    ("limit-information", "2024-06.3", "ja"): "895bcf5bbba7af4f",
    ("registration", "2024-06.3", "ja"): "a87d7afe396b7555",
    ("all", "2024-10.3", "ja"): "dbfcf09be6e249a6",
    ("medicines", "2024-10.3", "ja"): "d406f0a53af220cb",
    ("medical-care", "2024-10.3", "ja"): "4ea44cd21961ae7e",
    ("surgery", "2024-10.3", "ja"): "b2b091418269de08",
    ("medical-and-medicines", "2024-06.3", "ko"): "7c2fb416f2b7f98f",
    ("health-checkups", "2024-06.3", "ko"): "ab46056739ae63f8",
    ("limit-information", "2024-06.3", "ko"): "f8541222d038024c",
    ("registration", "2024-06.3", "ko"): "7625280ee15b1b9c",
    ("all", "2024-10.3", "ko"): "b09634ba11ddaa9c",
    ("medicines", "2024-10.3", "ko"): "bd331b66d43e1281",
    ("medical-care", "2024-10.3", "ko"): "406be0c7537944de",
    ("surgery", "2024-10.3", "ko"): "39e97146ee7219c1",
    ("medical-and-medicines", "2024-06.3", "pt"): "09023cb668753e1d",
    ("health-checkups", "2024-06.3", "pt"): "fcc5fdb1ab62aabb",
    ("limit-information", "2024-06.3", "pt"): "ce0602f8802b1a0a",
    ("registration", "2024-06.3", "pt"): "3d778cbb3b371364",
    ("all", "2024-10.3", "pt"): "bc647b5c80dc5341",
    ("medicines", "2024-10.3", "pt"): "f35c1067e1a9640b",
    ("medical-care", "2024-10.3", "pt"): "bdeb4dcf356ca9e2",
    ("surgery", "2024-10.3", "pt"): "e8e3f1b262f69e85",
    ("medical-and-medicines", "2024-06.3", "vi"): "35cb3adf3ba9c320",
    ("health-checkups", "2024-06.3", "vi"): "0fe4e26558b054ae",
    ("limit-information", "2024-06.3", "vi"): "deb1dfeb9f450719",
    ("registration", "2024-06.3", "vi"): "9319f5216b46779c",
    ("all", "2024-10.3", "vi"): "197fe6db73739283",
    ("medicines", "2024-10.3", "vi"): "822c72cd1cda6897",
    ("medical-care", "2024-10.3", "vi"): "5a075eff7d3bedfa",
    ("surgery", "2024-10.3", "vi"): "b7e1b6288737f333",
    ("medical-and-medicines", "2024-06.3", "zh-Hans"): "aed1042641088d35",
    ("health-checkups", "2024-06.3", "zh-Hans"): "1aa77b8cb6b18e6f",
    ("limit-information", "2024-06.3", "zh-Hans"): "f66a8faf0ab411a6",
    ("registration", "2024-06.3", "zh-Hans"): "8187753cabc013c1",
    ("all", "2024-10.3", "zh-Hans"): "6ff3d1751e27d1a6",
    ("medicines", "2024-10.3", "zh-Hans"): "75cfc8801f0a6b5b",
    ("medical-care", "2024-10.3", "zh-Hans"): "cbc318a2d5775c8c",
    ("surgery", "2024-10.3", "zh-Hans"): "0d2daf95dfdc3a0e",
    ("medical-and-medicines", "2024-06.3", "zh-Hant"): "df42816ae651947b",
    ("health-checkups", "2024-06.3", "zh-Hant"): "52dcafd0bd27b598",
    ("limit-information", "2024-06.3", "zh-Hant"): "c6e8d3b04d699613",
    ("registration", "2024-06.3", "zh-Hant"): "a64d6c8654eb5c4c",
    ("all", "2024-10.3", "zh-Hant"): "cab9a4e270ce2853",
    ("medicines", "2024-10.3", "zh-Hant"): "2de571a69deede89",
    ("medical-care", "2024-10.3", "zh-Hant"): "5235e550affea9c6",
    ("surgery", "2024-10.3", "zh-Hant"): "bc8a08c9a87d2fd1",
    ("specific-disease", "2026-11.1", "ja"): "1cfae6400faf83b7",
    ("specific-disease", "2026-11.1", "ja-x-easy"): "034db83fdb95bba4",
    ("specific-disease", "2026-11.1", "en"): "75f3c2d2869f1a8f",
    ("specific-disease", "2026-11.1", "zh-Hans"): "8b57ec4be855b760",
    ("specific-disease", "2026-11.1", "zh-Hant"): "ffd571dd40e6f55f",
    ("specific-disease", "2026-11.1", "ko"): "7543218dfd242825",
    ("specific-disease", "2026-11.1", "vi"): "5f6175a849685f51",
    ("specific-disease", "2026-11.1", "pt"): "8a2b3caf13c3b24f",
    ("specific-disease", "2026-11.1", "es"): "7bfca6300178a2a9",
    ("specific-disease", "2026-11.1", "fil"): "39946ecc963715a4",
    ("dispensing", "2026-11.1", "ja"): "2bd178d7165c77e5",
    ("dispensing", "2026-11.1", "ja-x-easy"): "74614c96af06bdb7",
    ("dispensing", "2026-11.1", "en"): "ad15e54c37051b07",
    ("dispensing", "2026-11.1", "zh-Hans"): "aa174d912df3280d",
    ("dispensing", "2026-11.1", "zh-Hant"): "509b429d29105755",
    ("dispensing", "2026-11.1", "ko"): "27f81777d0ca2fb8",
    ("dispensing", "2026-11.1", "vi"): "4d9013a755c2ab5d",
    ("dispensing", "2026-11.1", "pt"): "7381a485c595ee16",
    ("dispensing", "2026-11.1", "es"): "da5373483e04f594",
    ("dispensing", "2026-11.1", "fil"): "91653bb9cafaa7cd",
}


def test_japanese_and_english_are_there() -> None:
    assert {"ja", "en"} <= set(TEXTS.languages)


@pytest.mark.parametrize("item", Item)
def test_every_question_is_complete(item: Item) -> None:
    for language in TEXTS.languages:
        text = TEXTS.text(item, language)
        assert text.language == language
        for words in (text.text_id, text.version, text.title, text.body, text.agree, text.decline):
            assert words, language
            assert words == words.strip()
        assert text.agree != text.decline


@pytest.mark.parametrize("item", Item)
def test_wording_is_the_one_known_by_its_version(item: Item) -> None:
    for language in TEXTS.languages:
        text = TEXTS.text(item, language)
        shown = "\n".join((text.title, text.body, text.agree, text.decline))
        digest = hashlib.sha256(shown.encode()).hexdigest()[:16]
        named = text.text_id, text.version, language
        assert (named, digest) == (named, WORDINGS.get(named))


@pytest.mark.parametrize("item", Item)
def test_an_unknown_language_falls_back_to_japanese_and_says_so(item: Item) -> None:
    assert TEXTS.text(item, "fr") == TEXTS.text(item, "ja")
    assert TEXTS.text(item, "fr").language == "ja"


def test_a_regional_language_finds_its_base_language() -> None:
    assert TEXTS.text(Item.REGISTRATION, "en-GB").language == "en"


def test_the_answers_are_those_of_the_leaflet() -> None:
    leaflet = {
        Item.MEDICAL_AND_MEDICINES: ("同意する", "同意しない"),
        Item.HEALTH_CHECKUPS: ("同意する", "同意しない・40歳未満"),
        Item.LIMIT_INFORMATION: ("提供する", "提供しない"),
        Item.REGISTRATION: ("登録する", "登録しない"),
    }
    for item, answers in leaflet.items():
        text = TEXTS.text(item, "ja")
        assert (text.agree, text.decline) == answers
