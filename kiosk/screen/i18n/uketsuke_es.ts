<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>Coloque su
tarjeta My Number</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>La admisión empieza al colocar la tarjeta.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>El reconocimiento facial no funciona ahora. Use el PIN de 4 dígitos.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>Ahora no hay conexión con el servicio de seguros. Haga la admisión en el mostrador.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>Coloque su teléfono</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>Póngalo en la bandeja de delante, como una tarjeta, con la pantalla hacia arriba. No lo mueva hasta el final, alrededor de un minuto.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: antes, pulse dos veces el botón lateral y confirme con la cara o el dedo.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: desbloquéelo antes. Después, ingrese en esta pantalla el PIN de 4 dígitos.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>Primero, retire la tarjeta.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>Preparando</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>Espere un momento.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>Espere
un momento</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>Puede dejar la tarjeta en su sitio. La admisión empieza sola.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>Ahora no es posible
la admisión aquí</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>El lector aún no está listo.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>El lector de tarjetas no está conectado.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>Ahora no se puede guardar el consentimiento. Llame al personal.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>Ahora no se puede preparar la admisión. Llame al personal.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>Vaya al mostrador con su tarjeta My Number o su certificado de elegibilidad del seguro médico (資格確認書).</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>Leyendo la tarjeta</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>Espere un momento y no toque la tarjeta.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>Leyendo el teléfono</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>Espere un momento y no lo mueva.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>Elija cara
o PIN</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>Si ninguno le sirve, presione «Llamar al personal».</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Mire a la cámara. Sin PIN.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Mire a la cámara. Sin PIN.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>Esta tarjeta no tiene foto. No se puede comparar la cara.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>No se puede leer la foto. No se puede comparar la cara.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>No se puede leer el frente de la tarjeta. Sáquela de la funda y colóquela otra vez.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>La cámara no funciona. No se puede comparar la cara.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>No se reconoció su cara. Puede intentarlo otra vez.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>Demasiados intentos con la cara: por ahora no se puede usar. Elija otra forma.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>El reconocimiento facial no está disponible aquí.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>La cara solo se compara con la tarjeta My Number.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>No se pudo confirmar su cara. Elija otra forma.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>Ingrese el PIN de 4 dígitos que eligió al recibir la tarjeta.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>El PIN está bloqueado. En su municipalidad pueden desbloquearlo.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>Esta tarjeta no tiene PIN.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>Ingrese el PIN de 4 dígitos que eligió para el teléfono.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>El PIN del teléfono está bloqueado. Use su tarjeta My Number.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>Leyendo la foto de la tarjeta.
Ponga la cara en el óvalo</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>Mantenga la cara en el óvalo
y espere</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>Mire hacia
la cámara</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>Una sola persona,
por favor</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>Acérquese
un poco</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>Aléjese
un poco</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>Muévase un poco
a la izquierda</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>Muévase un poco
a la derecha</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>Ponga la cara
un poco más arriba</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>Ponga la cara
un poco más abajo</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>Gire despacio
la cara a la izquierda</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>Gire despacio
la cara a la derecha</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>Asienta con la cabeza
una vez, despacio</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>Parpadee</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>Mire al frente</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>No se mueva</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>Está oscuro.
Pase a un lugar más claro</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>Hay demasiada luz.
Evite la luz de atrás</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>Quítese los lentes oscuros
para que se vean sus ojos</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>Quítese la mascarilla o
aparte la mano de la cara</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>La cámara no da imagen.
Elija otra forma</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>Su cara vista por la cámara</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>Ingrese su PIN
de 4 dígitos</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>Ingrese el PIN de
4 dígitos del teléfono</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>Le queda un intento.</numerusform><numerusform>Le quedan %n intentos.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>El PIN no es correcto.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>Presione los 4 dígitos y después «OK».</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>Otro error
bloqueará su PIN</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>Un PIN bloqueado solo se desbloquea en la municipalidad. Si no está seguro, elija otra forma.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>Con el PIN bloqueado, el teléfono ya no sirve aquí. Si no está seguro, use su tarjeta My Number.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>Ingrese la fecha de
nacimiento de la tarjeta</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>Año, mes y día impresos, dos dígitos cada uno. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>Ingrese el año en que
caduca la tarjeta</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>Si pone 2031年3月1日まで有効, presione 2031.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>Ingrese el código
de seguridad</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>Los 4 dígitos del frente de la tarjeta. No es su PIN.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>No son los números de esta tarjeta. Mírela e ingréselos de nuevo.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>Presione todos los dígitos y luego «OK».</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>Primero ingrese los números de la tarjeta y luego mire a la cámara.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>Leyendo la foto
de su tarjeta</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>¿Quiere
continuar?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>Toque la pantalla para seguir. Si no, la admisión terminará.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>Continuar</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>Hay una tarjeta
olvidada</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Retire su tarjeta. Si no es suya, avise al personal.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>Su tarjeta sigue aquí. Retírela.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>Hay un teléfono
olvidado</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Retire su teléfono. Si no es suyo, avise al personal.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>Su teléfono sigue aquí. Retírelo.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>El personal comprueba</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>Personal: compare la cara con la foto e ingrese su número de 3 dígitos y PIN.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>El número o el PIN no es correcto.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>Demasiados intentos. Espere un momento.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>Número y PIN: al menos 7 dígitos.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>Confirmando
quién es usted</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>Comprobando
su seguro</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>Registrando la tarjeta
como tarjeta del seguro médico</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>Guardando
su admisión</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>Deje la tarjeta en su sitio. Un momento, por favor.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>Tarda más de lo habitual. Deje la tarjeta en su sitio, por favor.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>Deje el teléfono en su sitio. Un momento, por favor.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>Tarda más de lo habitual. Deje el teléfono en su sitio, por favor.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>Admisión completada</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>Retire su tarjeta</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>No olvide la tarjeta
y espere a que le llamen.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>Retire su teléfono</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>No olvide el teléfono
y espere a que le llamen.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>Admisión completada</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>Espere a que
le llamen</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>Tome asiento, por favor.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>Primera visita:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>Con cita:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>Con fiebre:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>El certificado de la tarjeta caduca pronto. Renuévelo en su municipalidad.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>El certificado de la tarjeta ha caducado. Hoy solo se comprueba el seguro. Renuévelo pronto en su municipalidad.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>Como el certificado ha caducado, solo se ha facilitado el seguro; no la atención médica, los medicamentos, los chequeos médicos ni el límite.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>Hay un seguro más reciente. Avise en el mostrador.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>El vale médico de este mes aún no ha llegado. Avise en el mostrador.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>El mostrador aún no ha recibido su admisión. Hable con el personal.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>No parece una
tarjeta My Number</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>Retire la tarjeta y coloque su tarjeta My Number. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo en el mostrador.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>Aquí no se leen
teléfonos</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Retire el teléfono y coloque su tarjeta My Number. Si no la tiene, muestre el certificado de elegibilidad del seguro médico (資格確認書) en el mostrador.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>Primero confirme
en el iPhone</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>Retire el iPhone, pulse dos veces el botón lateral, confirme con la cara o el dedo y colóquelo otra vez.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>El teléfono se movió
demasiado pronto</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>Colóquelo otra vez para empezar y no lo mueva hasta el final.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>El teléfono no está registrado
como tarjeta del seguro médico</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Puede registrarse con su tarjeta My Number. Retire el teléfono y coloque la tarjeta. Si no la tiene, muestre el certificado de elegibilidad del seguro médico (資格確認書) en el mostrador.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>El certificado del
teléfono ha caducado</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Retire el teléfono y coloque su tarjeta My Number. Si no la tiene, muestre el certificado de elegibilidad del seguro médico (資格確認書) en el mostrador.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>No se pudo
leer la tarjeta</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>Saque la tarjeta de la funda y colóquela recta. Si no funciona, muestre en el mostrador su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>La tarjeta se retiró
demasiado pronto</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>Coloque la tarjeta para empezar de nuevo y déjela hasta el final.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>La tarjeta no tiene
certificado</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>Hoy, muestre en el mostrador su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ. La municipalidad puede emitir el certificado de la tarjeta.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>El certificado de la
tarjeta ha caducado</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoy, muestre en el mostrador su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ. Puede renovarlo en la municipalidad.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>El certificado de la
tarjeta ya no vale</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoy, muestre en el mostrador su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ. La municipalidad emite uno nuevo.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>El certificado de la
tarjeta está suspendido</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoy, muestre en el mostrador su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ. La municipalidad levanta la suspensión.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>El personal
le ayudará</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>Espere aquí. Si tiene prisa, hable en el mostrador.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>La tarjeta no está registrada
como tarjeta del seguro médico</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>Hoy, muestre su certificado de elegibilidad del seguro médico (資格確認書) en el mostrador. También puede colocar la tarjeta otra vez y registrarla aquí.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>Su seguro
ha terminado</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Si tiene un seguro nuevo, avise en el mostrador. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>No se encontró
un seguro válido</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Pregunte en el mostrador. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>No hay conexión con
el servicio de seguros</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>En el mostrador, muestre su certificado de elegibilidad del seguro médico (資格確認書) o esta tarjeta con el aviso 資格情報のお知らせ. O coloque la tarjeta más tarde.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>No se pudo
comprobar su seguro</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Pregunte en el mostrador. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>No se pudo guardar
su consentimiento</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>La admisión no está completa. Hable en el mostrador.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>Terminó porque
no se tocó nada</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Retire la tarjeta y colóquela otra vez para empezar. Si necesita ayuda, llame al personal.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Retire el teléfono y colóquelo otra vez para empezar. Si necesita ayuda, llame al personal.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>El personal
terminó la admisión</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>Retire su tarjeta y siga al personal.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>Retire su teléfono y siga al personal.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>La máquina
tiene un problema</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Retire la tarjeta y hable en el mostrador. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Retire el teléfono y hable en el mostrador. Si tiene certificado de elegibilidad del seguro médico (資格確認書), muéstrelo.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>Línea gratuita My Number (presione 5)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>Lun–vie 9:30–20:00
Sáb, dom, festivos 9:30–17:30
(cerrado en Año Nuevo)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>Lectura</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>Identidad</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>Consentimiento</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>Fin</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>Coloque la tarjeta</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>No retire la tarjeta</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>Retire la tarjeta</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>No mueva el teléfono</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>Retire el teléfono</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>Cara</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>Teléfono</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>Usar la cara</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>Usar el PIN</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>Llamar al personal</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>Hable en el mostrador</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>Volver</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>Entendido</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>Borrar</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>Ingresar PIN</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>Un dígito ingresado</numerusform><numerusform>%n dígitos ingresados</numerusform></translation>
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
        <translation>Letra, color, sonido</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>Pequeña</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>Media</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>Grande</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>Enorme</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>Colores</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>Claro</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>Oscuro</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>Contraste</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>Sonido</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>Sin</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>Bajo</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>Medio</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>Alto</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>Repetir</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>Pantalla fija</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>Más abajo</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>Cerrar</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>Borrar todo</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>Ingresado</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>Un dígito borrado</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>Todo borrado</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>Ponga la tarjeta en la bandeja de delante, con la foto hacia arriba.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>La cámara está encima de la pantalla.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>La cámara está debajo de la pantalla.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>La cámara está a la izquierda de la pantalla.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>La cámara está a la derecha de la pantalla.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>Todos los botones están en la mitad inferior de la pantalla.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>Los botones están en la parte inferior de la pantalla.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>Arriba está la cara, abajo el PIN.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>A la izquierda está la cara, a la derecha el PIN.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>Las respuestas están abajo en la pantalla: la primera a la izquierda, la segunda a la derecha.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>La pregunta está en la pantalla. No se lee en voz alta para que otros no la oigan. Si no puede leerla, llame al personal.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>En el teclado, más avanza, Enter presiona y asterisco repite.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Las teclas están del centro de la pantalla hacia abajo, en el orden de un teléfono. OK está abajo a la derecha, Borrar abajo a la izquierda.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Las teclas están a la derecha de la pantalla, en el orden de un teléfono. OK está abajo a la derecha, Borrar abajo a la izquierda.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>Las teclas están en dos filas: del 1 al 5 arriba, del 6 al 0 abajo. En el extremo derecho, Borrar arriba y OK abajo.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>El orden de las teclas en la pantalla cambia cada vez. Use el teclado numérico.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>En el teclado, Enter es OK.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>El personal está ayudando</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>Su admisión se conserva. Espere un momento.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>Esta máquina está en mantenimiento.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>Esta máquina no está en uso ahora.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>Use otra máquina de admisión.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>Mensaje del personal</translation>
    </message>
</context>
</TS>
