<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>請放置
個人編號卡</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>放好卡片後即可開始報到。</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>人臉辨識目前無法使用，可用4位密碼報到。</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>目前無法連接保險確認服務。請在窗口報到。</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>請放置手機</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>請像放卡片一樣，將手機螢幕朝上放在前方托盤上。完成之前約1分鐘，請勿移動。</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone：先按兩次側邊按鈕，用臉部或指紋驗證後再放置。</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android：先解鎖螢幕再放置，然後在本機上輸入4位密碼。</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>請先取走卡片。</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>正在準備</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>請稍候片刻。</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>請稍候片刻</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>卡片可以繼續放著，準備好後自動開始報到。</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>目前無法
在此報到</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>讀卡準備尚未完成。</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>讀卡機未連接。</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>目前無法記錄您的同意。請叫工作人員。</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>目前無法完成準備。請叫工作人員。</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>請攜帶個人編號卡或資格確認書到服務窗口。</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>正在讀取卡片</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>請勿觸碰卡片，稍候片刻。</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>正在讀取手機</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>請勿移動，稍候片刻。</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>請選擇
身分確認方式</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>如果都有困難，請按「呼叫工作人員」。</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>請看鏡頭，不需密碼。</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>請看鏡頭，不需密碼。</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>此卡沒有照片，無法使用人臉辨識。</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>無法讀取卡內照片，無法使用人臉辨識。</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>無法讀取卡片正面，不能使用人臉辨識。請將卡片從卡套取出後重新放置。</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>鏡頭未運作，無法使用人臉辨識。</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>未能辨識您的臉，可以再試一次。</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>人臉辨識嘗試次數過多，暫時無法使用。請選擇其他方式。</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>本機無法使用人臉辨識。</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>人臉辨識僅限使用個人編號卡時。</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>無法以臉部確認，請選擇其他方式。</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>請輸入領卡時設定的4位密碼。</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>密碼已鎖定，無法使用。可在居住地的市區町村窗口解鎖。</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>此卡沒有密碼。</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>請輸入為手機設定的4位密碼。</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>手機的密碼已鎖定，無法使用。可改用個人編號卡。</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>正在讀取卡內照片。
請將臉對準框內</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>請將臉對準框內，
稍候片刻</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>請面向鏡頭</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>請一個人
面對鏡頭</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>請再靠近一點</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>請再離遠一點</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>請向左
移動一點</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>請向右
移動一點</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>請把臉
抬高一點</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>請把臉
放低一點</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>請慢慢
把臉轉向左邊</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>請慢慢
把臉轉向右邊</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>請慢慢
點一次頭</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>請眨眼</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>請正視前方</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>請保持不動</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>光線太暗。
請移到明亮處</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>光線太強。
請避免背光</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>請摘下墨鏡，
露出眼睛</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>請摘下口罩，
或把手移開</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>鏡頭沒有畫面。
請選擇其他方式</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>鏡頭中您的臉</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>請輸入
4位密碼</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>請輸入手機的
4位密碼</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>還可以輸入%n次。</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>密碼不正確。</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>請輸入全部4位後，再按「確定」。</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>再錯一次，
密碼將被鎖定</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>密碼鎖定後，須到市區町村窗口辦理解鎖。如果沒有把握，請選擇其他方式。</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>密碼鎖定後，無法用手機報到。如果沒有把握，請使用個人編號卡。</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>請輸入卡上的
出生日期</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>依卡上所印，年、月、日各兩位。昭和45年3月1日：450301，1985年3月1日：850301。</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>請輸入卡片的
有效期限年份</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>如印有「2031年3月1日まで有効」，請輸入2031。</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>請輸入
安全碼</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>卡片正面的4位數字，不是密碼。</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>與此卡的數字不符。請看著卡片重新輸入。</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>請按完所有數字後再按「確定」。</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>先輸入卡上的數字，再看鏡頭。</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>正在讀取
卡上的照片</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>要繼續
辦理嗎？</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>觸碰畫面即可繼續。不觸碰將結束報到。</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>繼續</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>有卡片
遺留在此</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>請取走您的卡。如果不是您的卡，請告知工作人員。</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>卡片仍在此處，請取走。</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>有手機
遺留在此</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>請取走您的手機。如果不是您的手機，請告知工作人員。</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>手機仍在此處，請取走。</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>由工作人員確認</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>工作人員：請比對本人與卡上照片，然後輸入3位工號和PIN。</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>工號或PIN不正確。</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>輸錯次數過多，請稍後再試。</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>工號加PIN至少7位。</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>正在確認
您的身分</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>正在確認
您的保險資格</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>正在登記為
健康保險證</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>正在記錄
報到資訊</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>請勿取走卡片，稍候片刻。</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>比平時需要更長時間。請勿取走卡片，繼續稍候。</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>請勿移動手機，稍候片刻。</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>比平時需要更長時間。請勿移動手機，繼續稍候。</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>報到完成</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>請取走卡片</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>請勿忘記卡片，
並等候呼叫。</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>請取走手機</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>請勿忘記手機，
並等候呼叫。</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>報到完成</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>請等候呼叫</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>請就座等候。</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>初診：</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>有預約：</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>發燒：</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>卡內電子憑證即將到期，請到市區町村窗口更新。</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>卡內電子憑證已過期。今天只確認保險資格，請儘快到市區町村窗口更新。</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>因電子憑證已過期，只提供了保險資格，未提供診療、用藥、健檢和限額資訊。</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>發現了新的保險資格，請告知窗口工作人員。</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>本月的醫療券尚未送達本機構，請告知窗口工作人員。</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>報到結果尚未送達窗口，請告知工作人員。</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>這似乎不是
個人編號卡</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>請取走卡片，重新放置個人編號卡。持有資格確認書者請在窗口出示。</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>此處無法
讀取手機</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>請取走手機，放置個人編號卡。沒有攜帶卡片者，請在窗口出示資格確認書。</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>請先在iPhone上
驗證</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>請取走iPhone，按兩次側邊按鈕，用臉部或指紋驗證後重新放置。</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>手機在中途
被移開</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>重新放置即可從頭開始。完成之前請勿移動手機。</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>尚未登記為
健康保險證</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>可用個人編號卡登記。請取走手機，放置卡片。沒有攜帶卡片者，請在窗口出示資格確認書。</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>手機的電子憑證
已過期</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>請取走手機，放置個人編號卡。沒有攜帶卡片者，請在窗口出示資格確認書。</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>無法讀取卡片</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>請將卡片從卡套取出，重新放正。仍不成功時，請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>卡片在中途
被取走</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>重新放卡即可從頭開始。完成之前請勿取走卡片。</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>卡內沒有
電子憑證</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>今天請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。電子憑證可在市區町村窗口辦理。</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>電子憑證
已過期</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。可在市區町村窗口更新。</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>電子憑證
已失效</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。可在市區町村窗口重新辦理。</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>電子憑證
已被暫停使用</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。可在市區町村窗口解除暫停。</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>工作人員
將協助您</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>請在此等候。如需儘快處理，請告知窗口。</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>此卡未登記為
健康保險證</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>今天請在窗口出示資格確認書。也可重新放卡，在此登記。</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>您的保險資格
已失效</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>如已更換新的保險，請告知窗口工作人員。持有資格確認書者請出示。</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>未找到有效的
保險資格</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>請洽詢窗口工作人員。持有資格確認書者請出示。</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>無法連接
保險確認服務</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>請在窗口出示資格確認書，或個人編號卡和「資格情報のお知らせ」。也可稍後重新放卡。</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>無法確認
保險資格</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>請洽詢窗口工作人員。持有資格確認書者請出示。</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>無法記錄
您的同意</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>本次報到尚未完成，請告知窗口工作人員。</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>因無操作，
已結束</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>取走卡片並重新放置，即可從頭開始。需要協助時請呼叫工作人員。</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>取走手機並重新放置，即可從頭開始。需要協助時請呼叫工作人員。</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>工作人員
已結束報到</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>請取走卡片，並依工作人員的指示。</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>請取走手機，並依工作人員的指示。</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>機器發生故障，
無法繼續</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>請取走卡片，並告知窗口工作人員。持有資格確認書者請出示。</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>請取走手機，並告知窗口工作人員。持有資格確認書者請出示。</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>個人編號免付費電話（語音提示後按5）</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>平日 9:30–20:00
週末及假日 9:30–17:30
（年末年初休息）</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>讀卡</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>身分確認</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>同意</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>完成</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>請放置卡片</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>請勿取走卡片</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>請取走卡片</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>請勿移動手機</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>請取走手機</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>人臉辨識</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>密碼</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>手機</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>改用人臉辨識</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>改用密碼</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>呼叫工作人員</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>請告知窗口工作人員</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>返回</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>知道了</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>刪除</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>確定</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>輸入密碼</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>已輸入%n位數字</numerusform></translation>
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
        <translation>文字・顏色・聲音</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>文字大小</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>小</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>中</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>大</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>特大</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>顏色</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>明亮</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>黑暗</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>高對比</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>音量</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>無</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>小</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>中</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>大</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>再聽一次</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>停止動畫</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>顯示在下方</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>關閉</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>全部刪除</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>已輸入</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>已刪除一位</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>已全部刪除</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>請將卡片照片面朝上放在前方托盤上。</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>鏡頭在螢幕上方。</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>鏡頭在螢幕下方。</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>鏡頭在螢幕左側。</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>鏡頭在螢幕右側。</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>所有按鈕都在螢幕下半部。</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>按鈕在螢幕的下方。</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>上面是人臉辨識，下面是密碼。</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>左邊是人臉辨識，右邊是密碼。</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>答案在螢幕下方，前者在左，後者在右。</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>問題顯示在螢幕上。為避免他人聽到，不朗讀。如無法閱讀，請呼叫工作人員。</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>數字鍵盤上按加號前進，按輸入鍵確認，按星號重聽。</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>數字鍵在螢幕中部往下，排列與電話相同。右下是確定，左下是刪除。</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>數字鍵在螢幕右側，排列與電話相同。右下是確定，左下是刪除。</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>數字鍵有兩排：上排是1到5，下排是6到0。右端上面是刪除，下面是確定。</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>螢幕上數字的排列每次都會變化，請使用數字鍵盤。</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>數字鍵盤上按輸入鍵確定。</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>工作人員正在處理</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>您的報到會保留，請稍候。</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>本機正在調整。</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>本機暫停使用。</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>請使用其他報到機。</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>工作人員的通知</translation>
    </message>
</context>
</TS>
