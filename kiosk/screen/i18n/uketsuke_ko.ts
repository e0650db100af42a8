<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>마이넘버카드를
올려 주세요</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>카드를 올리면 접수가 시작됩니다.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>지금은 얼굴 인증을 사용할 수 없습니다. 4자리 비밀번호로 접수할 수 있습니다.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>지금은 보험 확인 서비스에 연결되지 않습니다. 창구에서 접수해 주세요.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>스마트폰을
올려 주세요</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>카드와 같은 앞쪽 받침대에 화면이 위로 오게 올려 주세요. 끝날 때까지 1분 정도 움직이지 마세요.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: 측면 버튼을 두 번 누르고 얼굴이나 지문으로 인증한 뒤 올려 주세요.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: 화면 잠금을 풀고 올려 주세요. 그다음 이 화면에 4자리 비밀번호를 입력합니다.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>먼저 카드를 가져가 주세요.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>접수를
준비하고 있습니다</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>잠시 기다려 주세요.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>잠시
기다려 주세요</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>카드는 그대로 두셔도 됩니다. 준비되면 접수가 시작됩니다.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>지금은 여기에서
접수할 수 없습니다</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>카드를 읽을 준비가 되지 않았습니다.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>카드 리더가 연결되어 있지 않습니다.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>지금은 동의를 기록할 수 없습니다. 직원을 불러 주세요.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>지금은 접수를 준비할 수 없습니다. 직원을 불러 주세요.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>마이넘버카드나 자격확인서를 가지고 접수 창구로 와 주세요.</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>카드를
읽고 있습니다</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>카드를 건드리지 말고 잠시 기다려 주세요.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>스마트폰을
읽고 있습니다</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>움직이지 말고 잠시 기다려 주세요.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>본인 확인 방법을
선택해 주세요</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>둘 다 어려우면 ‘직원 호출’을 눌러 주세요.</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>카메라를 봅니다. 비밀번호는 필요 없습니다.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>카메라를 봅니다. 비밀번호는 필요 없습니다.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>이 카드에는 사진이 없어 얼굴 인증을 사용할 수 없습니다.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>카드의 사진을 읽을 수 없어 얼굴 인증을 사용할 수 없습니다.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>카드 앞면을 읽을 수 없어 얼굴 인증을 사용할 수 없습니다. 케이스에서 꺼내 다시 올려 주세요.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>카메라가 작동하지 않아 얼굴 인증을 사용할 수 없습니다.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>얼굴을 확인하지 못했습니다. 다시 시도할 수 있습니다.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>얼굴 인증을 여러 번 시도하여 당분간 사용할 수 없습니다. 다른 방법을 선택해 주세요.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>이 기기에서는 얼굴 인증을 사용할 수 없습니다.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>얼굴 인증은 마이넘버카드로만 사용할 수 있습니다.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>얼굴로 확인하지 못했습니다. 다른 방법을 선택해 주세요.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>카드를 받을 때 정한 4자리 비밀번호를 입력합니다.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>비밀번호가 잠겨 사용할 수 없습니다. 시구정촌 창구에서 풀 수 있습니다.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>이 카드에는 비밀번호가 없습니다.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>스마트폰용으로 정한 4자리 비밀번호를 입력합니다.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>스마트폰의 비밀번호가 잠겨 사용할 수 없습니다. 마이넘버카드로 접수할 수 있습니다.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>카드의 사진을 읽고 있습니다.
얼굴을 틀에 맞춰 주세요</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>얼굴을 틀에 맞추고
기다려 주세요</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>카메라 쪽을
봐 주세요</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>한 분만
화면에 나오게 해 주세요</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>조금 더
가까이 와 주세요</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>조금 더
떨어져 주세요</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>왼쪽으로 조금
움직여 주세요</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>오른쪽으로 조금
움직여 주세요</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>얼굴 위치를
조금 올려 주세요</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>얼굴 위치를
조금 내려 주세요</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>얼굴을 천천히
왼쪽으로 돌려 주세요</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>얼굴을 천천히
오른쪽으로 돌려 주세요</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>천천히 한 번
고개를 끄덕이세요</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>눈을
깜빡여 주세요</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>정면을
봐 주세요</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>그대로
움직이지 마세요</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>너무 어둡습니다.
밝은 곳으로 옮겨 주세요</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>너무 밝습니다.
빛을 등지지 마세요</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>선글라스를 벗고
눈을 보여 주세요</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>마스크를 벗거나
손을 치워 주세요</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>카메라 화면이 나오지 않습니다.
다른 방법을 선택해 주세요</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>카메라에 비친 얼굴</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>4자리 비밀번호를
입력해 주세요</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>스마트폰의 4자리
비밀번호를 입력해 주세요</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>%n번 더 입력할 수 있습니다.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>비밀번호가 맞지 않습니다.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>4자리를 모두 누른 뒤 ‘확인’을 눌러 주세요.</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>한 번 더 틀리면
비밀번호가 잠깁니다</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>비밀번호가 잠기면 시구정촌 창구에서 풀어야 합니다. 자신이 없으면 다른 방법을 선택해 주세요.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>비밀번호가 잠기면 스마트폰으로 접수할 수 없습니다. 자신이 없으면 마이넘버카드를 사용해 주세요.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>카드에 적힌 생년월일을
입력해 주세요</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>카드에 적힌 대로 연·월·일을 두 자리씩. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>카드 유효기간의 연도를
입력해 주세요</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>「2031年3月1日まで有効」라고 적혀 있으면 2031입니다.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>보안 코드를
입력해 주세요</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>카드 앞면에 있는 4자리 숫자입니다. 비밀번호가 아닙니다.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>이 카드의 숫자와 다릅니다. 카드를 보면서 다시 입력해 주세요.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>숫자를 모두 누른 뒤 ‘확인’을 눌러 주세요.</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>카드에 적힌 숫자를 입력한 뒤 카메라를 봅니다.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>카드의 사진을
읽고 있습니다</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>접수를
계속할까요?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>화면을 만지면 계속됩니다. 만지지 않으면 접수가 끝납니다.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>계속하기</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>카드가
남아 있습니다</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>카드를 가져가 주세요. 본인의 카드가 아니면 직원에게 알려 주세요.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>카드가 남아 있습니다. 가져가 주세요.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>스마트폰이
남아 있습니다</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>스마트폰을 가져가 주세요. 본인의 것이 아니면 직원에게 알려 주세요.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>스마트폰이 남아 있습니다. 가져가 주세요.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>직원이 확인합니다</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>직원: 얼굴과 카드 사진을 비교하고 직원 번호 3자리와 PIN을 입력해 주세요.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>직원 번호 또는 PIN이 맞지 않습니다.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>여러 번 틀려서 잠시 사용할 수 없습니다.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>번호와 PIN은 합쳐서 7자리 이상입니다.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>본인을
확인하고 있습니다</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>보험 자격을
확인하고 있습니다</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>건강보험증으로
등록하고 있습니다</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>접수를
기록하고 있습니다</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>카드는 그대로 두고 잠시 기다려 주세요.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>평소보다 시간이 걸리고 있습니다. 카드는 그대로 두고 기다려 주세요.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>스마트폰은 그대로 두고 잠시 기다려 주세요.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>평소보다 시간이 걸리고 있습니다. 스마트폰은 그대로 두고 기다려 주세요.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>접수 완료</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>카드를
가져가 주세요</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>카드를 잊지 마시고
호명될 때까지 기다려 주세요.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>스마트폰을
가져가 주세요</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>스마트폰을 잊지 마시고
호명될 때까지 기다려 주세요.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>접수 완료</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>호명될 때까지
기다려 주세요</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>의자에 앉아 기다려 주세요.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>처음 오신 분:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>예약하신 분:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>열이 있는 분:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>카드의 전자증명서 기한이 곧 끝납니다. 시구정촌 창구에서 갱신해 주세요.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>카드의 전자증명서 기한이 지났습니다. 오늘은 보험 자격만 확인합니다. 시구정촌 창구에서 빨리 갱신해 주세요.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>전자증명서 기한이 지나 보험 자격만 제공했습니다. 진료·약·건강검진·한도액 정보는 제공하지 않았습니다.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>새 보험 자격이 있습니다. 창구 직원에게 알려 주세요.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>이번 달 의료권이 아직 도착하지 않았습니다. 창구 직원에게 알려 주세요.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>접수 결과가 아직 창구에 도착하지 않았습니다. 직원에게 말씀해 주세요.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>마이넘버카드가
아닌 것 같습니다</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>카드를 빼고 마이넘버카드를 올려 주세요. 자격확인서가 있으면 창구에 보여 주세요.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>여기서는 스마트폰을
읽을 수 없습니다</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>스마트폰을 치우고 마이넘버카드를 올려 주세요. 카드가 없으면 창구에 자격확인서를 보여 주세요.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>먼저 iPhone에서
인증해 주세요</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>iPhone을 들고 측면 버튼을 두 번 눌러 얼굴이나 지문으로 인증한 뒤 다시 올려 주세요.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>도중에 스마트폰이
움직였습니다</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>다시 올리면 처음부터 할 수 있습니다. 끝날 때까지 움직이지 마세요.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>건강보험증 이용 등록이
없습니다</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>등록은 마이넘버카드로 할 수 있습니다. 스마트폰을 치우고 카드를 올려 주세요. 카드가 없으면 창구에 자격확인서를 보여 주세요.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>스마트폰의 전자증명서
기한이 지났습니다</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>스마트폰을 치우고 마이넘버카드를 올려 주세요. 카드가 없으면 창구에 자격확인서를 보여 주세요.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>카드를
읽지 못했습니다</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>카드를 케이스에서 꺼내 똑바로 다시 올려 주세요. 안 되면 창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>도중에 카드가
빠졌습니다</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>카드를 올리면 처음부터 다시 할 수 있습니다. 끝날 때까지 그대로 두세요.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>카드에 전자증명서가
없습니다</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>오늘은 창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요. 전자증명서는 시구정촌 창구에서 발급합니다.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>전자증명서 기한이
지났습니다</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>오늘은 창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요. 갱신은 시구정촌 창구에서 할 수 있습니다.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>전자증명서가
효력을 잃었습니다</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>오늘은 창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요. 시구정촌 창구에서 다시 발급합니다.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>전자증명서가
일시 정지되어 있습니다</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>오늘은 창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요. 시구정촌 창구에서 정지를 해제합니다.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>직원이
도와드립니다</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>그대로 기다려 주세요. 급하시면 창구에 말씀해 주세요.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>건강보험증 이용 등록이
없습니다</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>오늘은 창구에 자격확인서를 보여 주세요. 카드를 다시 올려 여기서 등록할 수도 있습니다.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>보험 자격이
종료되었습니다</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>새 보험으로 바뀌었다면 창구 직원에게 알려 주세요. 자격확인서가 있으면 보여 주세요.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>유효한 보험 자격을
찾지 못했습니다</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>창구 직원에게 문의해 주세요. 자격확인서가 있으면 보여 주세요.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>보험 확인 서비스에
연결되지 않습니다</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>창구에서 자격확인서 또는 마이넘버카드와 「資格情報のお知らせ」를 보여 주세요. 잠시 뒤 카드를 다시 올려도 됩니다.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>보험 자격을
확인하지 못했습니다</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>창구 직원에게 문의해 주세요. 자격확인서가 있으면 보여 주세요.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>동의를
기록하지 못했습니다</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>접수가 완료되지 않았습니다. 창구 직원에게 말씀해 주세요.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>조작이 없어
종료했습니다</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>카드를 빼고 다시 올리면 처음부터 할 수 있습니다. 도움이 필요하면 직원을 불러 주세요.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>스마트폰을 들고 다시 올리면 처음부터 할 수 있습니다. 도움이 필요하면 직원을 불러 주세요.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>직원이 접수를
종료했습니다</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>카드를 가져가고 직원의 안내에 따라 주세요.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>스마트폰을 가져가고 직원의 안내에 따라 주세요.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>기기 문제로
계속할 수 없습니다</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>카드를 가져가고 창구 직원에게 말씀해 주세요. 자격확인서가 있으면 보여 주세요.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>스마트폰을 가져가고 창구 직원에게 말씀해 주세요. 자격확인서가 있으면 보여 주세요.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>마이넘버 무료 전화 (음성 5번)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>평일 9:30–20:00
주말·공휴일 9:30–17:30
(연말연시 제외)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>읽기</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>본인 확인</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>동의</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>완료</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>카드를 올려 주세요</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>카드를 그대로 두세요</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>카드를 가져가 주세요</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>스마트폰을 그대로 두세요</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>스마트폰을 가져가 주세요</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>얼굴 인증</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>비밀번호</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>스마트폰</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>얼굴로 하기</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>비밀번호로 하기</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>직원 호출</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>창구 직원에게 말씀해 주세요</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>뒤로</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>알겠습니다</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>지우기</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>확인</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>비밀번호 입력</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>입력한 숫자는 %n개입니다</numerusform></translation>
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
        <translation>글자・색・소리</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>글자 크기</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>작게</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>보통</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>크게</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>아주 크게</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>색</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>밝게</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>어둡게</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>고대비</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>소리</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>없음</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>작게</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>보통</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>크게</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>다시 듣기</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>움직임 멈춤</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>아래에 표시</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>닫기</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>모두 지우기</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>입력했습니다</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>한 자리를 지웠습니다</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>모두 지웠습니다</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>카드를 사진이 위로 오게 앞의 받침대에 올려 주세요.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>카메라는 화면 위에 있습니다.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>카메라는 화면 아래에 있습니다.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>카메라는 화면 왼쪽에 있습니다.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>카메라는 화면 오른쪽에 있습니다.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>버튼은 모두 화면 아래쪽 절반에 있습니다.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>버튼은 화면 아래쪽에 있습니다.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>위가 얼굴 인증, 아래가 비밀번호입니다.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>왼쪽이 얼굴 인증, 오른쪽이 비밀번호입니다.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>답은 화면 아래에 있습니다. 먼저 말한 답이 왼쪽, 다음 답이 오른쪽입니다.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>질문은 화면에 있습니다. 다른 분에게 들리지 않도록 읽지 않습니다. 읽을 수 없으면 직원을 불러 주세요.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>숫자 키패드에서는 더하기로 이동하고, 엔터로 누르고, 별표로 다시 듣습니다.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>숫자는 화면 가운데부터 아래에, 전화기와 같은 순서로 있습니다. 오른쪽 아래가 확인, 왼쪽 아래가 지우기입니다.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>숫자는 화면 오른쪽에, 전화기와 같은 순서로 있습니다. 오른쪽 아래가 확인, 왼쪽 아래가 지우기입니다.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>숫자는 두 줄입니다. 위는 1부터 5, 아래는 6부터 0입니다. 오른쪽 끝은 위가 지우기, 아래가 확인입니다.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>화면의 숫자 배열은 매번 바뀝니다. 숫자 키패드를 사용해 주세요.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>숫자 키패드에서는 엔터로 확인합니다.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>직원이 도와드리고 있습니다</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>접수는 그대로 유지됩니다. 잠시만 기다려 주세요.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>지금 점검 중입니다.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>지금은 사용하지 않습니다.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>다른 접수기를 이용해 주세요.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>직원이 알려 드립니다</translation>
    </message>
</context>
</TS>
