<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>カードを
置（お）いてください</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>マイナンバーカードを 置（お）くと、受付（うけつけ）が 始（はじ）まります。</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>いま、顔（かお）の カメラは 使（つか）えません。暗証番号（あんしょうばんごう）で できます。</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>いま、保険（ほけん）を 確（たし）かめられません。窓口（まどぐち）で 受付（うけつけ）してください。</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>スマートフォンを
置（お）いてください</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>前（まえ）の 台（だい）に、画面（がめん）を 上（うえ）にして 置（お）きます。終（お）わるまで、1分（いっぷん）くらい 動（うご）かさないでください。</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone：横（よこ）の ボタンを 2回（にかい） 押（お）して、顔（かお）か 指（ゆび）で 確（たし）かめてから 置（お）きます。</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android：画面（がめん）の ロックを 外（はず）して 置（お）きます。つぎに、暗証番号（あんしょうばんごう）を この 画面（がめん）で 押（お）します。</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>先（さき）に カードを 取（と）ってください。</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>準備（じゅんび）を
しています</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>少（すこ）し
待（ま）ってください</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>カードは そのままで いいです。もうすぐ 受付（うけつけ）が 始（はじ）まります。</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>いま、ここで
受付（うけつけ）できません</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>カードを 読（よ）む 準備（じゅんび）が できていません。</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>カードを 読（よ）む 機械（きかい）が つながっていません。</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>いま、答（こた）えを 残（のこ）せません。係（かかり）の 人（ひと）を 呼（よ）んでください。</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>いま、受付（うけつけ）の 準備（じゅんび）が できません。係（かかり）の 人（ひと）を 呼（よ）んでください。</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>マイナンバーカードか 資格確認書（しかくかくにんしょ）を 持（も）って、窓口（まどぐち）へ 来（き）てください。</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>カードを
読（よ）んでいます</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>カードに さわらないで、少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>スマートフォンを
読（よ）んでいます</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>動（うご）かさないで、少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>どちらで
確（たし）かめますか</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>できないときは、「係（かかり）の 人（ひと）を 呼（よ）ぶ」を 押（お）してください。</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>カメラを 見（み）ます。暗証番号（あんしょうばんごう）は いりません。</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>カメラを 見（み）ます。暗証番号（あんしょうばんごう）は いりません。</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>このカードには 顔（かお）の 写真（しゃしん）が ありません。顔（かお）では 確（たし）かめられません。</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>カードの 写真（しゃしん）を 読（よ）めません。顔（かお）では 確（たし）かめられません。</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>カードの 表（おもて）を 読（よ）めません。カードを ケースから 出（だ）して、もう一度（いちど） 置（お）いてください。</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>カメラが 動（うご）いていません。顔（かお）では 確（たし）かめられません。</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>顔（かお）が わかりませんでした。もう一度（いちど） できます。</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>顔（かお）を 何回（なんかい）も 試（ため）したので、今（いま）は 使（つか）えません。ほかの 方法（ほうほう）を 選（えら）んでください。</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>この 機械（きかい）では、顔（かお）は 使（つか）えません。</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>顔（かお）は、マイナンバーカードの ときに 使（つか）えます。</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>顔（かお）では わかりませんでした。ほかの 方法（ほうほう）を 選（えら）んでください。</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>カードを もらったとき 決（き）めた 暗証番号（あんしょうばんごう）を 押（お）します。</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>暗証番号（あんしょうばんごう）は ロックされています。市役所（しやくしょ）などで 直（なお）すことが できます。</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>このカードには 暗証番号（あんしょうばんごう）が ありません。</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>スマートフォンのために 決（き）めた 暗証番号（あんしょうばんごう）を 押（お）します。</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>スマートフォンの 暗証番号（あんしょうばんごう）は ロックされています。マイナンバーカードなら、受付（うけつけ）できます。</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>カードの 写真（しゃしん）を 読（よ）んでいます。
顔（かお）を 丸（まる）の 中（なか）に 入（い）れてください</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>顔（かお）を 丸（まる）の 中（なか）に 入（い）れて、
待（ま）ってください</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>カメラを
見（み）てください</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>ひとりだけで
カメラの 前（まえ）に 立（た）ってください</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>もう少（すこ）し
近（ちか）づいてください</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>もう少（すこ）し
離（はな）れてください</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>もう少（すこ）し
左（ひだり）へ 動（うご）いてください</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>もう少（すこ）し
右（みぎ）へ 動（うご）いてください</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>顔（かお）を 少（すこ）し
上（うえ）に 動（うご）かしてください</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>顔（かお）を 少（すこ）し
下（した）に 動（うご）かしてください</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>ゆっくり 顔（かお）を
左（ひだり）に</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>ゆっくり 顔（かお）を
右（みぎ）に</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>ゆっくり １回（かい）
うなずいて</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>まばたきを
してください</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>まっすぐ
前（まえ）を 見（み）てください</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>そのまま
動（うご）かないでください</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>暗（くら）いです。
明（あか）るい ところに 来（き）てください</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>まぶしいです。
後（うし）ろの 光（ひかり）を さけてください</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>サングラスを とって、
目（め）を 見（み）せてください</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>マスクや 手（て）を
顔（かお）から はなしてください</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>カメラが うつりません。
ほかの 方法（ほうほう）を 選（えら）んでください</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>カメラに うつった あなたの 顔（かお）</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>暗証番号（あんしょうばんごう）を押（お）してください</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>スマートフォンの 暗証番号（あんしょうばんごう）を押（お）してください</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>あと %n回（かい） できます。</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>暗証番号（あんしょうばんごう）が 違（ちが）います。</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>4つ 全部（ぜんぶ） 押（お）してから、「OK」を 押（お）してください。</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>次（つぎ）に 間違（まちが）えると、
暗証番号（あんしょうばんごう）が 使（つか）えなくなります</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>暗証番号（あんしょうばんごう）が ロックされると、市役所（しやくしょ）などで 直（なお）す 必要（ひつよう）が あります。わからないときは、ほかの 方法（ほうほう）を 選（えら）んでください。</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>暗証番号（あんしょうばんごう）が ロックされると、スマートフォンは 使（つか）えません。わからないときは、マイナンバーカードを 使（つか）ってください。</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>カードの 生年月日（せいねんがっぴ）を
押（お）してください</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>年（ねん）・月（つき）・日（ひ）を 2つずつ。昭和（しょうわ）45年3月1日は 450301、1985年3月1日は 850301です。</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>カードの 終（お）わる 年（とし）を
押（お）してください</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>「2031年3月1日まで有効」は、2031です。</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>セキュリティコードを
押（お）してください</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>カードの 表（おもて）にある 4つの 数字（すうじ）です。暗証番号（あんしょうばんごう）では ありません。</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>カードの 数字（すうじ）と 違（ちが）います。カードを 見（み）て、もう一度（いちど） 押（お）してください。</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>数字（すうじ）を 全部（ぜんぶ） 押（お）してから、「OK」を 押（お）してください。</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>カードの 数字（すうじ）を 押（お）してから、カメラを 見（み）ます。</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>カードの 写真（しゃしん）を
読（よ）んでいます</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>受付（うけつけ）を
続（つづ）けますか</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>画面（がめん）に 触（さわ）ると 続（つづ）きます。触（さわ）らないと、受付（うけつけ）が 終（お）わります。</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>続（つづ）ける</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>カードが
残（のこ）っています</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>カードを 取（と）ってください。自分（じぶん）の カードでは ないときは、係（かかり）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>カードが 残（のこ）っています。取（と）ってください。</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>スマホが
残（のこ）っています</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>スマホを 取（と）ってください。自分（じぶん）の ものでは ないときは、係（かかり）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>スマホが 残（のこ）っています。取（と）ってください。</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>係（かかり）の 人（ひと）が
確（たし）かめます</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>職員番号（しょくいんばんごう）か PINが 違（ちが）います。</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>まちがいが 続（つづ）いたので、しばらく 待（ま）ってください。</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>番号（ばんごう）と PINで 7桁（けた）以上（いじょう）です。</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>あなたを
確（たし）かめています</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>保険（ほけん）を
確（たし）かめています</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>保険証（ほけんしょう）として
登録（とうろく）しています</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>受付（うけつけ）を
記録（きろく）しています</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>カードは そのままで、少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>いつもより 時間（じかん）が かかっています。カードは そのままで、待（ま）ってください。</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>スマートフォンは そのままで、少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>いつもより 時間（じかん）が かかっています。スマートフォンは そのままで、待（ま）ってください。</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>受付（うけつけ）が 終（お）わりました</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>カードを
取（と）ってください</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>カードを 忘（わす）れないでください。
呼（よ）ばれるまで 待（ま）ってください。</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>スマートフォンを
取（と）ってください</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>スマートフォンを 忘（わす）れないでください。
呼（よ）ばれるまで 待（ま）ってください。</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>受付（うけつけ）が 終（お）わりました</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>呼（よ）ばれるまで
待（ま）ってください</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>いすに 座（すわ）って 待（ま）ってください。</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>初（はじ）めての人（ひと）：</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>予約（よやく）が ある人（ひと）：</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>熱（ねつ）が ある人（ひと）：</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>カードの 電子証明書（でんししょうめいしょ）の 期限（きげん）が もうすぐです。市役所（しやくしょ）などで 新（あたら）しくしてください。</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>カードの 電子証明書（でんししょうめいしょ）の 期限（きげん）が 切（き）れています。今日（きょう）は 保険（ほけん）だけ 確（たし）かめます。早（はや）く 市役所（しやくしょ）などで 新（あたら）しくしてください。</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>電子証明書（でんししょうめいしょ）の 期限（きげん）が 切（き）れています。保険（ほけん）だけ 伝（つた）えました。治療（ちりょう）・薬（くすり）・健診（けんしん）・限度額（げんどがく）は 伝（つた）えていません。</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>新（あたら）しい 保険（ほけん）が ありました。窓口（まどぐち）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>今月（こんげつ）の 医療券（いりょうけん）が まだ 来（き）ていません。窓口（まどぐち）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>受付（うけつけ）の 結果（けっか）が まだ 届（とど）いていません。窓口（まどぐち）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>マイナンバーカードでは
ありません</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>カードを 取（と）って、マイナンバーカードを 置（お）いてください。資格確認書（しかくかくにんしょ）は 窓口（まどぐち）で 見（み）せてください。</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>スマートフォンは
ここでは 使（つか）えません</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>スマートフォンを 取（と）って、マイナンバーカードを 置（お）いてください。カードが ない 人（ひと）は、資格確認書（しかくかくにんしょ）を 窓口（まどぐち）で 見（み）せてください。</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>iPhoneで
確（たし）かめてください</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>iPhoneを 取（と）って、横（よこ）の ボタンを 2回（にかい） 押（お）してください。顔（かお）か 指（ゆび）で 確（たし）かめてから、もう一度（いちど） 置（お）いてください。</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>途中（とちゅう）で スマートフォンが
動（うご）きました</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>もう一度（いちど） 置（お）いてください。終（お）わるまで、動（うご）かさないでください。</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>保険証（ほけんしょう）としての
登録（とうろく）が ありません</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>登録（とうろく）は マイナンバーカードで できます。スマートフォンを 取（と）って、カードを 置（お）いてください。カードが ない 人（ひと）は、資格確認書（しかくかくにんしょ）を 窓口（まどぐち）で 見（み）せてください。</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>スマートフォンの 電子証明書（でんししょうめいしょ）の
期限（きげん）が 切（き）れています</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>スマートフォンを 取（と）って、マイナンバーカードを 置（お）いてください。カードが ない 人（ひと）は、資格確認書（しかくかくにんしょ）を 窓口（まどぐち）で 見（み）せてください。</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>カードを
読（よ）めませんでした</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>カードを ケースから 出（だ）して、まっすぐ 置（お）いてください。できないときは、窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>途中（とちゅう）で カードを
取（と）りました</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>もう一度（いちど） カードを 置（お）いてください。終（お）わるまで、そのままに してください。</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>カードに 電子証明書（でんししょうめいしょ）が
ありません</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>今日（きょう）は 窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。電子証明書（でんししょうめいしょ）は、市役所（しやくしょ）などで 作（つく）れます。</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>電子証明書（でんししょうめいしょ）の 期限（きげん）が
切（き）れています</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>今日（きょう）は 窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。市役所（しやくしょ）などで 新（あたら）しく できます。</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>電子証明書（でんししょうめいしょ）が
使（つか）えません</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>今日（きょう）は 窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。市役所（しやくしょ）などで もう一度（いちど） 作（つく）れます。</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>電子証明書（でんししょうめいしょ）が
止（と）まっています</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>今日（きょう）は 窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。市役所（しやくしょ）などで また 使（つか）えるように できます。</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>係（かかり）の 人（ひと）が
手伝（てつだ）います</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>ここで 待（ま）ってください。急（いそ）ぐときは、窓口（まどぐち）で 言（い）ってください。</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>保険証（ほけんしょう）としての
登録（とうろく）が ありません</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>今日（きょう）は 窓口（まどぐち）で 資格確認書（しかくかくにんしょ）を 見（み）せてください。カードを もう一度（いちど） 置（お）くと、ここで 登録（とうろく）できます。</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>保険（ほけん）が
切（き）れています</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>保険（ほけん）が 新（あたら）しくなった 人（ひと）は、窓口（まどぐち）の 人（ひと）に 言（い）ってください。資格確認書（しかくかくにんしょ）が あれば、見（み）せてください。</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>使（つか）える 保険（ほけん）が
ありませんでした</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>窓口（まどぐち）の 人（ひと）に 聞（き）いてください。資格確認書（しかくかくにんしょ）が あれば、見（み）せてください。</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>保険（ほけん）を 確（たし）かめる ところに
つながりません</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>窓口（まどぐち）で、資格確認書（しかくかくにんしょ）か、マイナンバーカードと「資格（しかく）情報（じょうほう）の お知（し）らせ」を 見（み）せてください。少（すこ）し 待（ま）って、カードを もう一度（いちど） 置（お）くことも できます。</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>保険（ほけん）を
確（たし）かめられませんでした</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>窓口（まどぐち）の 人（ひと）に 聞（き）いてください。資格確認書（しかくかくにんしょ）が あれば、見（み）せてください。</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>あなたの 答（こた）えを
記録（きろく）できませんでした</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>受付（うけつけ）は 終（お）わっていません。窓口（まどぐち）の 人（ひと）に 言（い）ってください。</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>何（なに）も 押（お）さなかったので、
終（お）わりました</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>カードを 取（と）って、もう一度（いちど） 置（お）くと、はじめから できます。困（こま）ったときは、係（かかり）の 人（ひと）を 呼（よ）んでください。</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>スマートフォンを 取（と）って、もう一度（いちど） 置（お）くと、はじめから できます。困（こま）ったときは、係（かかり）の 人（ひと）を 呼（よ）んでください。</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>係（かかり）の 人（ひと）が
終（お）わりに しました</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>カードを 取（と）って、係（かかり）の 人（ひと）の 話（はなし）を 聞（き）いてください。</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>スマートフォンを 取（と）って、係（かかり）の 人（ひと）の 話（はなし）を 聞（き）いてください。</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>機械（きかい）の 調子（ちょうし）が
悪（わる）いです</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>カードを 取（と）って、窓口（まどぐち）の 人（ひと）に 言（い）ってください。資格確認書（しかくかくにんしょ）が あれば、見（み）せてください。</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>スマートフォンを 取（と）って、窓口（まどぐち）の 人（ひと）に 言（い）ってください。資格確認書（しかくかくにんしょ）が あれば、見（み）せてください。</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>マイナンバーの 無料（むりょう） 電話（でんわ） 5番（ばん）</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>月〜金 9:30〜20:00
土・日・祝日 9:30〜17:30
ねんまつねんし 休（やす）み</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>読（よ）む</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>確（たし）かめる</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>答（こた）える</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>終（お）わり</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>カードを 置（お）いてください</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>カードは そのままで</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>カードを 取（と）ってください</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>スマホは そのままで</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>スマホを 取（と）ってください</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>顔（かお）</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>暗証番号（あんしょうばんごう）</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>スマートフォン</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>顔（かお）で する</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>暗証番号で する</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>係（かかり）の 人（ひと）を 呼（よ）ぶ</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>窓口（まどぐち）の 人（ひと）に 言（い）ってください</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>もどる</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>わかりました</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>1つ 消（け）す</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>暗証番号を 押（お）す</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>押（お）した 数字（すうじ）は %n個（こ）です</numerusform></translation>
    </message>
    <message id="language.ja">
        <source>日本語</source>
        <translation>日本語</translation>
    </message>
    <message id="language.en">
        <source>English</source>
        <translation>English</translation>
    </message>
    <message id="language.ja-x-easy">
        <source>やさしい日本語</source>
        <translation>やさしい日本語</translation>
    </message>
    <message id="language.zh-Hans">
        <source>中文（简体）</source>
        <translation>中文（简体）</translation>
    </message>
    <message id="language.zh-Hant">
        <source>中文（繁體）</source>
        <translation>中文（繁體）</translation>
    </message>
    <message id="language.ko">
        <source>한국어</source>
        <translation>한국어</translation>
    </message>
    <message id="language.pt">
        <source>Português</source>
        <translation>Português</translation>
    </message>
    <message id="language.vi">
        <source>Tiếng Việt</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message id="language.es">
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message id="language.fil">
        <source>Filipino</source>
        <translation>Filipino</translation>
    </message>
    <message id="settings.open">
        <source>文字・色・音</source>
        <translation>文字（もじ）・色（いろ）・音（おと）</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>文字（もじ）の 大（おお）きさ</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>ちいさい</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>ふつう</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>おおきい</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>とても おおきい</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>色（いろ）</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>明（あか）るい</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>暗（くら）い</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>はっきり</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>音（おと）</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>なし</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>ちいさい</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>ふつう</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>おおきい</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>もういちど きく</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>うごかない</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>下（した）に 出（だ）す</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>閉（と）じる</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>全部（ぜんぶ） 消（け）す</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>入（はい）りました</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>1つ 消（け）しました</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>全部（ぜんぶ） 消（け）しました</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>カードを 前（まえ）の 台（だい）に、写真（しゃしん）を 上（うえ）にして 置（お）きます。</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>カメラは 画面（がめん）の 上（うえ）に あります。</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>カメラは 画面（がめん）の 下（した）に あります。</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>カメラは 画面（がめん）の 左（ひだり）に あります。</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>カメラは 画面（がめん）の 右（みぎ）に あります。</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>押（お）すところは、全部（ぜんぶ） 画面（がめん）の 下（した） 半分（はんぶん）に あります。</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>押（お）すところは、画面（がめん）の 下（した）の ほうに あります。</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>上（うえ）が 顔（かお）、下（した）が 暗証番号（あんしょうばんごう）です。</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>左（ひだり）が 顔（かお）、右（みぎ）が 暗証番号（あんしょうばんごう）です。</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>答（こた）えは、画面（がめん）の 下（した）に あります。はじめの 答（こた）えが 左（ひだり）、次（つぎ）の 答（こた）えが 右（みぎ）です。</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>質問（しつもん）は 画面（がめん）に あります。ほかの 人（ひと）に 聞（き）こえないように、声（こえ）に 出（だ）しません。読（よ）めないときは、係（かかり）の 人（ひと）を 呼（よ）んでください。</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>キーでは、プラスで 次（つぎ）へ、エンターで 押（お）します。アスタリスクで もういちど 聞（き）けます。</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>数字（すうじ）は 画面（がめん）の まんなかから 下（した）に あります。電話（でんわ）と 同（おな）じ 並（なら）びです。右下（みぎした）が OK、左下（ひだりした）が 1つ 消（け）すです。</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>数字（すうじ）は 画面（がめん）の 右（みぎ）に あります。電話（でんわ）と 同（おな）じ 並（なら）びです。右下（みぎした）が OK、左下（ひだりした）が 1つ 消（け）すです。</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>数字（すうじ）は 2段（だん）です。上（うえ）が 1から 5、下（した）が 6から 0。右（みぎ）の はしは、上（うえ）が 1つ 消（け）す、下（した）が OKです。</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>数字（すうじ）の 並（なら）びは いつも 変（か）わります。数字（すうじ）の キーを 使（つか）ってください。</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>数字（すうじ）の キーでは、エンターが OKです。</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>係（かかり）の 人（ひと）が 対応（たいおう）しています</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>受付（うけつけ）は そのままです。少（すこ）し 待（ま）ってください。</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>いま なおしています。</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>いまは お休（やす）みです。</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>ほかの 受付（うけつけ）の 機械（きかい）を 使（つか）ってください。</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>係（かかり）の 人（ひと）からの お知（し）らせ</translation>
    </message>
</context>
</TS>
