<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>Place your
My Number Card</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>Check-in starts when the card is in place.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>Face recognition is not working now. You can check in with your 4-digit PIN.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>The insurance service cannot be reached right now. Please check in at the desk.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>Place your phone</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>Lay it on the tray in front of you, as a card, screen side up. Do not move it until check-in is complete, about one minute.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: press the side button twice and confirm with your face or finger before you place it.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: unlock it before you place it. Then enter your 4-digit PIN on this screen.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>Please take your card first.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>Getting ready</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>Please wait a moment.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>Please wait
a moment</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>Your card may stay where it is. Check-in starts by itself.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>Check-in is not
possible here now</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>The card reader is not ready.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>The card reader is not connected.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>Your consent cannot be recorded now. Please call the staff.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>This machine cannot get ready. Please call the staff.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>Please go to the reception desk with your My Number Card or your Health Insurance Eligibility Certificate (資格確認書).</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>Reading your card</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>Please wait a moment and do not touch the card.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>Reading your phone</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>Please wait a moment and do not move it.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>Choose how to
confirm your identity</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>If neither works for you, press “Call staff”.</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Look into the camera. No PIN needed.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Look into the camera. No PIN needed.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>This card has no photo, so your face cannot be compared.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>The photo in the card cannot be read, so your face cannot be compared.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>The front of the card cannot be read, so your face cannot be compared. Taking the card out of its cover and placing it again may help.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>The camera is not working, so your face cannot be compared.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>Your face was not recognised. You can try again.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>Face recognition was tried too many times and cannot be used for a while. Please choose another way.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>Face recognition is not available on this machine.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>Your face can be compared with a My Number Card only.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>Your face could not be confirmed. Please choose another way.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>Enter the 4-digit PIN you chose when you received the card.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>The PIN is locked and cannot be used. Your city or town office can unlock it.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>This card has no PIN.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>Enter the 4-digit PIN you chose for your phone.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>The phone’s PIN is locked and cannot be used. You can check in with your My Number Card instead.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>Reading the photo in your card.
Put your face in the oval</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>Keep your face in the oval
and wait</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>Turn your face
to the camera</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>One person only,
please</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>Come a little
closer</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>Move back
a little</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>Move a little
to your left</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>Move a little
to your right</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>Move your face
a little higher</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>Move your face
a little lower</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>Look straight
ahead</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>Hold still</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>It is too dark.
Move to a brighter place</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>It is too bright.
Step out of the glare</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>Please take off dark glasses
so we can see your eyes</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>Please take off your mask
or move your hand away</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>The camera shows no picture.
Please choose another way</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>Slowly turn your head
to your left</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>Slowly turn your head
to your right</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>Please nod once,
slowly</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>Please blink</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>Your face as the camera sees it</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>Enter your
4-digit PIN</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>Enter your phone’s
4-digit PIN</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>You have one try left.</numerusform><numerusform>You have %n tries left.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>That PIN is not right.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>Press all 4 digits, then “OK”.</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>One more mistake
will lock your PIN</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>A locked PIN can only be unlocked at your city or town office. If you are not sure, please choose another way.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>With a locked PIN you can no longer check in with this phone. If you are not sure, please use your My Number Card.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>Enter the date of
birth on the card</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>Year, month and day as printed, two digits each. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>Enter the year in which
the card expires</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>Where it says 2031年3月1日まで有効, press 2031.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>Enter the
security code</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>The 4 digits on the front of the card. This is not your PIN.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>These are not the numbers of this card. Please look at the card and enter them again.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>Press all the digits, then “OK”.</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>First enter the numbers on the card, then look into the camera.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>Reading the photo
on your card</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>Do you want
to go on?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>Touch the screen to go on. Otherwise this check-in will end.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>Go on</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>A card was
left here</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Please take your card. If it is not yours, please tell a member of staff.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>Your card is still here. Please take it.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>A phone was
left here</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Please take your phone. If it is not yours, please tell a member of staff.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>Your phone is still here. Please take it.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>Staff will check</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>For staff: compare the person with the photo on the card, then enter your 3-digit number and PIN.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>That number or PIN is not right.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>Too many wrong PINs. Please wait a while.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>Number and PIN have at least 7 digits.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>Confirming
who you are</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>Checking your
insurance</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>Registering your card
as a health insurance card</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>Recording
your check-in</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>Leave the card in place. One moment, please.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>This takes longer than usual. Please leave the card in place.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>Leave the phone in place. One moment, please.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>This takes longer than usual. Please leave the phone in place.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>Check-in complete</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>Take your card</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Do not forget your card,
and wait until you are called.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>Take your phone</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Do not forget your phone,
and wait until you are called.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>Check-in complete</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>Please wait
until you are called</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>Please take a seat.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>First visit:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>With an appointment:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>With a fever:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>The certificate in your card will expire soon. Please renew it at your city or town office.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>The certificate in your card has expired. Today only your insurance is checked. Please renew it soon at your city or town office.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>As the certificate has expired, only your insurance was shared. Medical care, medicines, health check-ups and payment limit were not.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>A newer insurance was found. Please tell the staff at the desk.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>This month's medical ticket has not arrived here yet. Please tell the staff at the desk.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>The desk has not received your check-in yet. Please speak to the staff.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>This does not seem to be
a My Number Card</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>Take the card and place your My Number Card. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it at the desk.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>Phones are not
read here</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Take your phone and place your My Number Card. If you do not have it with you, please show your Health Insurance Eligibility Certificate (資格確認書) at the desk.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>Please confirm on
your iPhone first</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>Take your iPhone, press the side button twice, confirm with your face or finger, and place it again.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>The phone was moved
too early</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>Place it again to start over, and do not move it until check-in is complete.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>You are not registered to use
a health insurance card</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>You can register with your My Number Card. Take your phone and place the card. If you do not have it with you, please show your Health Insurance Eligibility Certificate (資格確認書) at the desk.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>The certificate in your
phone has expired</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Take your phone and place your My Number Card. If you do not have it with you, please show your Health Insurance Eligibility Certificate (資格確認書) at the desk.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>The card could not
be read</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>Take the card out of its cover and place it again, straight. If that does not help, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ at the desk.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>The card was taken
too early</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>Place the card to start again, and leave it in place until check-in is complete.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>The card holds
no certificate</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>Today, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ at the desk. Your city or town office can put a certificate into the card.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>The certificate in your
card has expired</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Today, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ at the desk. You can renew the certificate at your city or town office.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>The certificate in your
card is no longer valid</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>Today, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ at the desk. Your city or town office can issue a new certificate.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>The certificate in your
card is suspended</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Today, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ at the desk. Your city or town office can lift the suspension.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>Staff will
help you</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>Please wait here. If you are in a hurry, speak to the staff at the desk.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>The card is not registered
as a health insurance card</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>Today, please show your Health Insurance Eligibility Certificate (資格確認書) at the desk. You can also place the card again and register it here.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>Your insurance
has ended</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>If you have a new insurance, please tell the staff at the desk. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>No valid insurance
was found</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Please ask the staff at the desk. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>The insurance service
cannot be reached</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>At the desk, please show your Health Insurance Eligibility Certificate (資格確認書), or this card with the notice 資格情報のお知らせ. You can also place the card again a little later.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>Your insurance could
not be checked</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Please ask the staff at the desk. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>Your consent could not
be recorded</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>This check-in is not complete. Please speak to the staff at the desk.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>We stopped because
nothing was pressed</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Take the card and place it again to start over. If you need help, please call staff.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Take the phone and place it again to start over. If you need help, please call staff.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>Staff ended
this check-in</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>Take your card and follow the staff’s advice.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>Take your phone and follow the staff’s advice.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>Something went wrong
with this machine</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Take your card and speak to the staff at the desk. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Take your phone and speak to the staff at the desk. If you have a Health Insurance Eligibility Certificate (資格確認書), please show it.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>My Number toll-free line (press 5)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>Mon–Fri 9:30–20:00
Sat, Sun, holidays 9:30–17:30
(closed at New Year)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>Read card</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>Identity</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>Consent</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>Complete</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>Place your card</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>Leave your card in place</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>Take your card now</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>Leave your phone in place</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>Take your phone now</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>Face</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>Smartphone</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>Use my face</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>Use my PIN</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>Call staff</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>Please speak to the staff at the desk</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>Back</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>OK</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>Erase</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>Enter PIN</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>One digit entered</numerusform><numerusform>%n digits entered</numerusform></translation>
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
        <translation>Text, colour, sound</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>Text size</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>Very large</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>Colours</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>Light</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>Dark</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>High contrast</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>Sound</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>Off</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>Quiet</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>Loud</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>Say it again</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>Stop motion</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>Lower position</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>Erase all</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>Entered</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>One erased</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>All erased</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>Lay the card on the tray in front of you, photo side up.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>The camera is above the screen.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>The camera is below the screen.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>The camera is to the left of the screen.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>The camera is to the right of the screen.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>All the buttons are in the lower half of the screen.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>The buttons are in the lower part of the screen.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>Face is above, PIN is below.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>Face is on the left, PIN is on the right.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>The answers are at the bottom of the screen: the first on the left, the second on the right.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>The question is on the screen. It is not read aloud, so that others do not hear it. If you cannot read it, please call staff.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>On the keypad, plus goes on, Enter presses, and asterisk says it again.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>The keys are from the middle of the screen down, in the order of a telephone. OK is at the bottom right, Erase at the bottom left.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>The keys are on the right side of the screen, in the order of a telephone. OK is at the bottom right, Erase at the bottom left.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>The keys are in two rows: 1 to 5 above, 6 to 0 below. At the right end, Erase is above and OK below.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>The order of the keys on the screen changes each time. Please use the keypad.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>On the keypad, Enter is OK.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>Staff are helping</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>Your check-in is kept. Please wait a moment.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>This machine is being adjusted.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>This machine is not in use now.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>Please use another check-in machine.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>A message from the staff</translation>
    </message>
</context>
</TS>
