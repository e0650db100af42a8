<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fil_PH" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>Ilagay ang
My Number Card</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>Magsisimula ang check-in kapag nailagay na ang card.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>Hindi gumagana ang camera ngayon. Gamitin ang 4-digit na PIN.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>Hindi maabot ngayon ang insurance service. Mag-check-in po sa reception.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>Ilagay ang telepono</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>Ilagay ito sa patungan sa harap, gaya ng card, nakataas ang screen. Huwag galawin hanggang matapos, mga isang minuto.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: pindutin muna nang dalawang beses ang side button at kumpirmahin sa mukha o daliri.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: i-unlock muna. Pagkatapos, ilagay sa screen na ito ang 4-digit na PIN.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>Kunin muna ang card.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>Inihahanda pa</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>Sandali lang po.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>Sandali lang po</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>Hayaan muna ang card sa lugar nito. Kusang magsisimula ang check-in.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>Hindi puwedeng
mag-check in dito</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>Hindi pa handa ang card reader.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>Hindi nakakabit ang card reader.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>Hindi maitala ang pahintulot ngayon. Tawagin po ang staff.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>Hindi pa makapaghanda ang makina. Tawagin po ang staff.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>Pumunta sa reception dala ang My Number Card o Health Insurance Eligibility Certificate (資格確認書).</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>Binabasa ang card</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>Sandali lang po. Huwag galawin ang card.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>Binabasa ang telepono</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>Sandali lang po. Huwag itong galawin.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>Pumili: mukha
o PIN</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>Kung mahirap ang dalawa, pindutin ang “Tawagin ang staff”.</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Tumingin sa camera. Walang PIN.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Tumingin sa camera. Walang PIN.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>Walang litrato ang card na ito kaya hindi magagamit ang mukha.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>Hindi mabasa ang litrato sa card kaya hindi magagamit ang mukha.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>Hindi mabasa ang harap ng card. Alisin sa lalagyan at ilagay muli.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>Hindi gumagana ang camera kaya hindi magagamit ang mukha.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>Hindi nakilala ang mukha. Puwedeng subukan muli.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>Napakaraming beses nang sinubukan ang mukha kaya hindi muna ito magagamit. Pumili ng ibang paraan.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>Hindi magagamit ang mukha sa makinang ito.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>Sa My Number Card lang magagamit ang mukha.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>Hindi nakumpirma ang mukha. Pumili ng ibang paraan.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>Ilagay ang 4-digit na PIN na pinili ninyo nang kunin ang card.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Naka-lock ang PIN. Mabubuksan ito sa city o town office.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>Walang PIN ang card na ito.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>Ilagay ang 4-digit na PIN na pinili ninyo para sa telepono.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>Naka-lock ang PIN ng telepono. Gamitin ang My Number Card.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>Binabasa ang litrato sa card.
Itapat ang mukha sa bilog</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>Itapat ang mukha sa bilog
at maghintay</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>Humarap
sa camera</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>Isang tao lang,
pakiusap</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>Lumapit
nang kaunti</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>Lumayo
nang kaunti</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>Umusod nang kaunti
sa kaliwa</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>Umusod nang kaunti
sa kanan</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>Itaas nang kaunti
ang mukha</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>Ibaba nang kaunti
ang mukha</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>Dahan-dahang
lumingon sa kaliwa</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>Dahan-dahang
lumingon sa kanan</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>Tumango nang isang
beses, dahan-dahan</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>Kumurap</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>Tumingin nang
diretso</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>Huwag gumalaw</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>Madilim.
Lumipat sa mas maliwanag</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>Masyadong maliwanag.
Umiwas sa silaw</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>Alisin ang madilim na salamin
para makita ang mata</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>Alisin ang mask o
ang kamay sa mukha</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>Walang larawan ang camera.
Pumili ng ibang paraan</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>Ang mukha ninyo sa camera</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>Ilagay ang inyong
4-digit na PIN</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>Ilagay ang 4-digit na
PIN ng telepono</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>Isang subok na lang.</numerusform><numerusform>%n subok pa ang natitira.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>Mali ang PIN.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>Pindutin ang 4 na numero, saka “OK”.</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>Isa pang mali at
mala-lock ang PIN</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>Sa city o town office lang mabubuksan ang naka-lock na PIN. Kung hindi sigurado, pumili ng ibang paraan.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>Kapag na-lock ang PIN, hindi na magagamit dito ang telepono. Kung hindi sigurado, gamitin ang My Number Card.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>Ilagay ang petsa ng
kapanganakan sa card</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>Taon, buwan at araw na nakalimbag, tig-dalawa. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>Ilagay ang taon ng
pagkapaso ng card</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>Kung nakasulat ay 2031年3月1日まで有効, pindutin ang 2031.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>Ilagay ang
security code</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>Ang 4 na numero sa harap ng card. Hindi ito ang PIN.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>Hindi ito ang mga numero ng card. Tingnan ang card at ilagay muli.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>Pindutin ang lahat ng numero, saka “OK”.</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>Ilagay muna ang mga numero sa card, saka tumingin sa camera.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>Binabasa ang litrato
sa inyong card</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>Gusto ba ninyong
magpatuloy?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>Hawakan ang screen para magpatuloy. Kung hindi, matatapos ang check-in.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>Magpatuloy</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>May naiwang
card</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Kunin ang inyong card. Kung hindi sa inyo, sabihin sa staff.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>Nandito pa ang inyong card. Pakikuha ito.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>May naiwang
telepono</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Kunin ang inyong telepono. Kung hindi sa inyo, sabihin sa staff.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>Nandito pa ang inyong telepono. Pakikuha ito.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>Titingnan ng staff</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>Staff: ihambing ang tao sa litrato ng card, saka ilagay ang 3-digit na numero at PIN.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>Mali ang numero o PIN.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>Maraming maling subok. Maghintay muna.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>Hindi bababa sa 7 na numero ang lahat.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>Kinukumpirma
kung sino kayo</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>Tinitingnan ang
inyong insurance</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>Inirerehistro ang card
bilang health insurance card</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>Itinatala ang
inyong check-in</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>Huwag munang kunin ang card. Sandali lang po.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>Mas matagal kaysa dati. Huwag munang kunin ang card.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>Huwag munang galawin ang telepono. Sandali lang po.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>Mas matagal kaysa dati. Huwag munang galawin ang telepono.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>Tapos na ang check-in</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>Kunin ang card</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Huwag kalimutan ang card,
at hintaying tawagin.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>Kunin ang telepono</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Huwag kalimutan ang telepono,
at hintaying tawagin.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>Tapos na ang check-in</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>Hintaying
tawagin kayo</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>Maupo po muna.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>Unang beses:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>May appointment:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>May lagnat:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>Malapit nang mapaso ang certificate ng card. I-renew sa city o town office.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>Paso na ang certificate ng card. Insurance lang ang titingnan ngayon. I-renew agad sa city o town office.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>Dahil paso na ang certificate, insurance lang ang ibinigay. Hindi ibinigay ang pagpapagamot, gamot, health check-up at limitasyon.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>May mas bagong insurance. Sabihin sa staff.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>Wala pa rito ang medical ticket ngayong buwan. Sabihin sa staff.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>Wala pa sa reception ang check-in ninyo. Kausapin ang staff.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>Mukhang hindi ito
My Number Card</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>Kunin ang card at ilagay ang My Number Card. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita sa reception.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>Hindi nababasa dito
ang telepono</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Kunin ang telepono at ilagay ang My Number Card. Kung wala ito, ipakita ang Health Insurance Eligibility Certificate (資格確認書) sa reception.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>Kumpirmahin muna
sa iPhone</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>Kunin ang iPhone, pindutin nang dalawang beses ang side button, kumpirmahin sa mukha o daliri, at ilagay muli.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>Masyadong maagang
nagalaw ang telepono</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>Ilagay muli para magsimula at huwag galawin hanggang matapos.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>Hindi pa rehistrado
bilang health insurance card</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Makakapagrehistro gamit ang My Number Card. Kunin ang telepono at ilagay ang card. Kung wala ito, ipakita ang Health Insurance Eligibility Certificate (資格確認書) sa reception.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>Paso na ang certificate
ng telepono</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Kunin ang telepono at ilagay ang My Number Card. Kung wala ito, ipakita ang Health Insurance Eligibility Certificate (資格確認書) sa reception.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>Hindi mabasa
ang card</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>Alisin ang card sa lalagyan at ilagay nang tuwid. Kung ayaw pa rin, ipakita sa reception ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>Masyadong maagang
kinuha ang card</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>Ilagay ang card para magsimula muli at huwag kunin hanggang matapos.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>Walang certificate
ang card</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>Ngayon, ipakita sa reception ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ. Sa city o town office makukuha ang certificate ng card.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>Paso na ang
certificate ng card</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Ngayon, ipakita sa reception ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ. I-renew ang certificate sa city o town office.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>Wala nang bisa ang
certificate ng card</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>Ngayon, ipakita sa reception ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ. Magbibigay ng bago ang city o town office.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>Pansamantalang nakahinto
ang certificate ng card</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Ngayon, ipakita sa reception ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ. Maaalis ng city o town office ang paghinto.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>Tutulungan kayo
ng staff</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>Maghintay dito. Kung nagmamadali, magsabi sa reception.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>Hindi pa rehistrado ang card
bilang health insurance card</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>Ngayon, ipakita ang Health Insurance Eligibility Certificate (資格確認書) sa reception. Puwede ring ilagay muli ang card at magparehistro dito.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>Tapos na ang
insurance mo</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Kung may bagong insurance, sabihin sa staff. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita ito.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>Walang nakitang
may-bisang insurance</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Magtanong sa staff. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita ito.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>Hindi maabot ang
insurance service</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>Sa reception, ipakita ang Health Insurance Eligibility Certificate (資格確認書), o ang card na ito kasama ang abisong 資格情報のお知らせ. Puwede ring ilagay muli ang card mamaya.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>Hindi makumpirma
ang insurance</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Magtanong sa staff. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita ito.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>Hindi naitala ang
inyong pahintulot</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>Hindi pa tapos ang check-in. Magsabi sa reception.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>Huminto dahil
walang pinindot</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Kunin at ilagay muli ang card para magsimula. Kung kailangan ng tulong, tawagin ang staff.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Kunin at ilagay muli ang telepono para magsimula. Kung kailangan ng tulong, tawagin ang staff.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>Tinapos ng staff
ang check-in</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>Kunin ang card at sundin ang staff.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>Kunin ang telepono at sundin ang staff.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>May problema
ang makina</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Kunin ang card at magsabi sa reception. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita ito.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Kunin ang telepono at magsabi sa reception. Kung may Health Insurance Eligibility Certificate (資格確認書), ipakita ito.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>My Number libreng linya (pindutin 5)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>Lun–Biy 9:30–20:00
Sab, Lin, holiday 9:30–17:30
(sarado sa Bagong Taon)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>Pagbasa</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>Pagkilala</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>Pahintulot</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>Tapos</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>Ilagay ang card</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>Huwag alisin ang card</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>Kunin na ang card</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>Huwag galawin ang telepono</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>Kunin na ang telepono</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>Mukha</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>Telepono</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>Gamitin ang mukha</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>Gamitin ang PIN</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>Tawagin ang staff</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>Kausapin ang staff</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>Bumalik</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>Sige</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>Burahin</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>Ilagay ang PIN</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>Isang numero ang nailagay</numerusform><numerusform>%n numero ang nailagay</numerusform></translation>
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
        <translation>Titik, kulay, tunog</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>Laki ng titik</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>Maliit</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>Normal</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>Malaki</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>Sobrang laki</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>Kulay</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>Maliwanag</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>Madilim</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>Kontrast</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>Tunog</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>Wala</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>Mahina</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>Normal</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>Malakas</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>Ulitin</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>Walang galaw</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>Mas mababa</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>Isara</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>Burahin lahat</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>Nailagay na</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>Nabura ang isa</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>Nabura ang lahat</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>Ilagay ang card sa patungan sa harap, nakataas ang litrato.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>Nasa itaas ng screen ang camera.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>Nasa ibaba ng screen ang camera.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>Nasa kaliwa ng screen ang camera.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>Nasa kanan ng screen ang camera.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>Nasa ibabang kalahati ng screen ang lahat ng pindutan.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>Nasa bandang ibaba ng screen ang mga pindutan.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>Nasa itaas ang mukha, nasa ibaba ang PIN.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>Nasa kaliwa ang mukha, nasa kanan ang PIN.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>Nasa ibaba ng screen ang mga sagot: nasa kaliwa ang una, nasa kanan ang ikalawa.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>Nasa screen ang tanong. Hindi ito binabasa nang malakas para hindi marinig ng iba. Kung hindi mabasa, tawagin ang staff.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>Sa keypad, plus para sumunod, Enter para pindutin, asterisk para ulitin.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Mula gitna pababa ng screen ang mga numero, gaya ng ayos sa telepono. Nasa kanang ibaba ang OK, nasa kaliwang ibaba ang Burahin.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Nasa kanan ng screen ang mga numero, gaya ng ayos sa telepono. Nasa kanang ibaba ang OK, nasa kaliwang ibaba ang Burahin.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>Dalawang hanay ang mga numero: 1 hanggang 5 sa itaas, 6 hanggang 0 sa ibaba. Sa dulong kanan, Burahin sa itaas at OK sa ibaba.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>Nag-iiba ang ayos ng mga numero sa screen sa bawat pagkakataon. Gamitin ang keypad.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>Sa keypad, Enter ang OK.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>Tumutulong ang staff</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>Nakatago ang inyong check-in. Maghintay po sandali.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>Inaayos ang makinang ito.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>Hindi muna ginagamit ang makinang ito.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>Gamitin po ang ibang makina sa check-in.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>Mensahe mula sa staff</translation>
    </message>
</context>
</TS>
