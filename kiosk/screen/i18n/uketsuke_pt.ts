<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>Coloque seu
cartão My Number</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>O check-in começa quando você coloca o cartão.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>O reconhecimento facial não funciona agora. Use a senha de 4 dígitos.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>O serviço de seguro não responde agora. Faça o check-in no balcão.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>Coloque seu celular</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>Coloque-o na bandeja à sua frente, como um cartão, com a tela para cima. Não o mova até o fim, cerca de um minuto.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: antes, aperte duas vezes o botão lateral e confirme com o rosto ou o dedo.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: desbloqueie a tela antes. Depois, digite nesta tela a senha de 4 dígitos.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>Primeiro, retire o cartão.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>Preparando</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>Aguarde um momento.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>Aguarde
um momento</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>Pode deixar o cartão no lugar. O check-in começa sozinho.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>O check-in não é
possível aqui agora</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>O leitor ainda não está pronto.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>O leitor de cartão não está conectado.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>Não é possível registrar o consentimento agora. Chame um atendente.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>Não é possível preparar o check-in agora. Chame um atendente.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>Vá ao balcão com seu cartão My Number ou seu comprovante de elegibilidade do seguro de saúde (資格確認書).</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>Lendo o cartão</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>Aguarde um momento e não toque no cartão.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>Lendo o celular</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>Aguarde um momento e não o mova.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>Escolha rosto
ou senha</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>Se nenhum servir, toque em “Chamar atendente”.</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Olhe para a câmera. Sem senha.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Olhe para a câmera. Sem senha.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>Este cartão não tem foto. O rosto não pode ser comparado.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>A foto do cartão não pode ser lida. O rosto não pode ser comparado.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>A frente do cartão não pode ser lida. Tire o cartão da capa e coloque de novo.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>A câmera não funciona. O rosto não pode ser comparado.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>Seu rosto não foi reconhecido. Você pode tentar de novo.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>Muitas tentativas com o rosto: por enquanto não pode ser usado. Escolha outra forma.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>O reconhecimento facial não está disponível aqui.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>O rosto só pode ser comparado com o cartão My Number.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>Seu rosto não pôde ser confirmado. Escolha outra forma.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>Digite a senha de 4 dígitos que você escolheu ao receber o cartão.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>A senha está bloqueada. A prefeitura pode desbloqueá-la.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>Este cartão não tem senha.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>Digite a senha de 4 dígitos que você escolheu para o celular.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>A senha do celular está bloqueada. Use o cartão My Number.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>Lendo a foto do cartão.
Coloque o rosto no oval</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>Mantenha o rosto no oval
e aguarde</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>Olhe para
a câmera</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>Só uma pessoa,
por favor</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>Chegue um pouco
mais perto</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>Afaste-se
um pouco</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>Mova-se um pouco
para a esquerda</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>Mova-se um pouco
para a direita</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>Ponha o rosto
um pouco mais alto</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>Ponha o rosto
um pouco mais baixo</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>Vire devagar
o rosto à esquerda</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>Vire devagar
o rosto à direita</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>Incline a cabeça
uma vez, devagar</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>Pisque os olhos</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>Olhe para
a frente</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>Não se mova</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>Está escuro.
Vá para um lugar mais claro</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>Está claro demais.
Evite a luz atrás de você</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>Tire os óculos escuros
e mostre os olhos</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>Tire a máscara ou
afaste a mão do rosto</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>A câmera não mostra imagem.
Escolha outra forma</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>Seu rosto visto pela câmera</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>Digite sua senha
de 4 dígitos</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>Digite a senha de
4 dígitos do celular</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>Você tem mais uma tentativa.</numerusform><numerusform>Você tem mais %n tentativas.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>A senha não está correta.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>Digite os 4 dígitos e depois “OK”.</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>Mais um erro
bloqueia sua senha</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>Só a prefeitura desbloqueia a senha. Se não tiver certeza, escolha outra forma.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>Com a senha bloqueada, o celular não serve mais aqui. Se não tiver certeza, use o cartão My Number.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>Digite a data de
nascimento do cartão</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>Ano, mês e dia como impressos, dois dígitos cada. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>Digite o ano de
validade do cartão</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>Se estiver escrito 2031年3月1日まで有効, digite 2031.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>Digite o código
de segurança</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>Os 4 dígitos na frente do cartão. Não é a sua senha.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>Não são os números deste cartão. Olhe para o cartão e digite de novo.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>Digite todos os números e depois “OK”.</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>Primeiro digite os números do cartão, depois olhe para a câmera.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>Lendo a foto
do seu cartão</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>Quer
continuar?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>Toque na tela para continuar. Senão, o check-in será encerrado.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>Continuar</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>Um cartão foi
esquecido aqui</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Retire seu cartão. Se não for seu, avise um atendente.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>Seu cartão ainda está aqui. Retire-o.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>Um celular foi
esquecido aqui</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Retire seu celular. Se não for seu, avise um atendente.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>Seu celular ainda está aqui. Retire-o.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>Um atendente
vai conferir</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>Atendente: compare a pessoa com a foto do cartão e digite seu número de 3 dígitos e o PIN.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>O número ou o PIN não está correto.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>Muitas tentativas erradas. Aguarde um pouco.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>Número e PIN têm pelo menos 7 dígitos.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>Confirmando
quem você é</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>Verificando
seu seguro</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>Registrando o cartão
como cartão do seguro de saúde</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>Registrando
o check-in</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>Deixe o cartão no lugar. Um momento, por favor.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>Está demorando mais do que o normal. Deixe o cartão no lugar, por favor.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>Deixe o celular no lugar. Um momento, por favor.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>Está demorando mais do que o normal. Deixe o celular no lugar, por favor.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>Check-in concluído</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>Retire o cartão</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Não esqueça o cartão
e aguarde a chamada.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>Retire o celular</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Não esqueça o celular
e aguarde a chamada.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>Check-in concluído</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>Aguarde
a chamada</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>Sente-se, por favor.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>Primeira visita:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>Com hora marcada:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>Com febre:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>O certificado do cartão vence em breve. Renove-o na prefeitura.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>O certificado do cartão venceu. Hoje só o seguro é verificado. Renove-o logo na prefeitura.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>Como o certificado venceu, só o seguro foi informado. Atendimentos, remédios, exames de saúde e limite não foram.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>Foi encontrado um seguro mais novo. Avise o balcão.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>A guia médica deste mês ainda não chegou aqui. Avise o balcão.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>A recepção ainda não recebeu seu check-in. Fale com um atendente.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>Este não parece ser
um cartão My Number</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>Retire o cartão e coloque o cartão My Number. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o no balcão.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>Celulares não são
lidos aqui</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Retire o celular e coloque o cartão My Number. Se não o tiver, mostre o comprovante de elegibilidade do seguro de saúde (資格確認書) no balcão.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>Primeiro confirme
no iPhone</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>Retire o iPhone, aperte duas vezes o botão lateral, confirme com o rosto ou o dedo e coloque-o de novo.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>O celular foi
movido cedo</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>Coloque-o de novo para recomeçar e não o mova até o fim.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>Falta o registro como
cartão do seguro de saúde</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>O registro é feito com o cartão My Number. Retire o celular e coloque o cartão. Se não o tiver, mostre o comprovante de elegibilidade do seguro de saúde (資格確認書) no balcão.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>O certificado do
celular venceu</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Retire o celular e coloque o cartão My Number. Se não o tiver, mostre o comprovante de elegibilidade do seguro de saúde (資格確認書) no balcão.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>O cartão não
pôde ser lido</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>Tire o cartão da capa e coloque-o reto de novo. Se não der certo, mostre no balcão o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>O cartão foi
retirado cedo</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>Coloque o cartão para recomeçar e deixe-o até o fim.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>O cartão não tem
certificado</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>Hoje, mostre no balcão o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ. A prefeitura pode emitir o certificado do cartão.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>O certificado do
cartão venceu</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoje, mostre no balcão o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ. A prefeitura renova o certificado do cartão.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>O certificado do
cartão não vale mais</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoje, mostre no balcão o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ. A prefeitura emite um novo.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>O certificado do
cartão está suspenso</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hoje, mostre no balcão o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ. A prefeitura retira a suspensão.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>Um atendente
vai ajudar</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>Aguarde aqui. Se tiver pressa, fale no balcão.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>O cartão não está registrado
como cartão do seguro de saúde</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>Hoje, mostre o comprovante de elegibilidade do seguro de saúde (資格確認書) no balcão. Você também pode recolocar o cartão e registrá-lo aqui.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>Seu seguro
terminou</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Se tiver um seguro novo, avise no balcão. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>Nenhum seguro válido
foi encontrado</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Pergunte no balcão. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>O serviço de seguro
não responde</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>No balcão, mostre o comprovante de elegibilidade do seguro de saúde (資格確認書) ou este cartão com o aviso 資格情報のお知らせ. Ou recoloque o cartão mais tarde.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>O seguro não pôde
ser verificado</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Pergunte no balcão. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>Seu consentimento
não foi gravado</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>O check-in não foi concluído. Fale com a recepção.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>Paramos porque
nada foi tocado</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Retire o cartão e coloque-o de novo para recomeçar. Se precisar, chame um atendente.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Retire o celular e coloque-o de novo para recomeçar. Se precisar, chame um atendente.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>Um atendente
encerrou o check-in</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>Retire o cartão e siga a orientação do atendente.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>Retire o celular e siga a orientação do atendente.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>Há um problema
com a máquina</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Retire o cartão e fale no balcão. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Retire o celular e fale no balcão. Se tiver comprovante de elegibilidade do seguro de saúde (資格確認書), mostre-o.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>Linha gratuita My Number (tecle 5)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>Seg–sex 9:30–20:00
Sáb, dom, feriados 9:30–17:30
(fechado no Ano-Novo)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>Leitura</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>Identidade</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>Consentimento</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>Concluído</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>Coloque o cartão</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>Deixe o cartão no lugar</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>Retire o cartão agora</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>Deixe o celular no lugar</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>Retire o celular agora</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>Rosto</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>Senha</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>Celular</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>Usar o rosto</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>Usar a senha</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>Chamar atendente</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>Fale com a recepção</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>Voltar</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>Entendi</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>Apagar</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>Digitar senha</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>Um dígito inserido</numerusform><numerusform>%n dígitos inseridos</numerusform></translation>
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
        <translation>Letra, cor, som</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>Tamanho da letra</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>Pequena</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>Média</translation>
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
        <translation>Cores</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>Claro</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>Escuro</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>Contraste</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>Som</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>Sem</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>Baixo</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>Médio</translation>
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
        <translation>Tela fixa</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>Mais abaixo</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>Fechar</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>Apagar tudo</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>Digitado</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>Um dígito apagado</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>Tudo apagado</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>Coloque o cartão na bandeja à sua frente, com a foto para cima.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>A câmera fica acima da tela.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>A câmera fica abaixo da tela.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>A câmera fica à esquerda da tela.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>A câmera fica à direita da tela.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>Todos os botões ficam na metade de baixo da tela.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>Os botões ficam na parte de baixo da tela.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>Em cima está o rosto, embaixo a senha.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>À esquerda está o rosto, à direita a senha.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>As respostas ficam na parte de baixo da tela: a primeira à esquerda, a segunda à direita.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>A pergunta está na tela. Ela não é lida em voz alta para que outros não ouçam. Se não puder ler, chame um atendente.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>No teclado, mais avança, Enter confirma e asterisco repete.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>As teclas vão do meio da tela para baixo, na ordem de um telefone. OK fica embaixo à direita, Apagar embaixo à esquerda.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>As teclas ficam à direita na tela, na ordem de um telefone. OK fica embaixo à direita, Apagar embaixo à esquerda.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>As teclas estão em duas fileiras: de 1 a 5 em cima, de 6 a 0 embaixo. No fim, à direita, Apagar em cima e OK embaixo.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>A ordem das teclas na tela muda a cada vez. Use o teclado numérico.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>No teclado, Enter é OK.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>O atendente está ajudando</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>Seu check-in está guardado. Aguarde um momento.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>Esta máquina está em ajuste.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>Esta máquina não está em uso agora.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>Use outra máquina de check-in.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>Mensagem dos atendentes</translation>
    </message>
</context>
</TS>
