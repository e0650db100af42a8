<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>请放置
个人编号卡</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>放好卡后即可开始报到。</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>人脸识别目前无法使用，可用4位密码报到。</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>目前无法连接保险确认服务。请在窗口报到。</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>请放置手机</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>请像放卡片一样，将手机屏幕朝上放在前方托盘上。完成之前约1分钟，请勿移动。</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone：先按两次侧边按钮，用面容或指纹验证后再放置。</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android：先解锁屏幕再放置，然后在本机上输入4位密码。</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>请先取走卡片。</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>正在准备</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>请稍等片刻。</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>请稍等片刻</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>卡片可以继续放着，准备好后自动开始报到。</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>目前无法
在此报到</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>读卡准备尚未完成。</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>读卡器未连接。</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>目前无法记录您的同意。请叫工作人员。</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>目前无法完成准备。请叫工作人员。</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>请携带个人编号卡或资格确认书到服务窗口。</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>正在读取卡片</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>请勿触碰卡片，稍等片刻。</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>正在读取手机</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>请勿移动，稍等片刻。</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>请选择
身份确认方式</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>如果都有困难，请按“呼叫工作人员”。</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>请看摄像头，无需密码。</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>请看摄像头，无需密码。</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>此卡没有照片，无法使用人脸识别。</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>无法读取卡内照片，无法使用人脸识别。</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>无法读取卡片正面，不能使用人脸识别。请将卡从卡套中取出后重新放置。</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>摄像头未工作，无法使用人脸识别。</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>未能识别您的面部，可以再试一次。</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>人脸识别尝试次数过多，暂时无法使用。请选择其他方式。</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>本机无法使用人脸识别。</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>人脸识别仅限使用个人编号卡时。</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>无法通过面部确认，请选择其他方式。</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>请输入领卡时设定的4位密码。</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>密码已锁定，无法使用。可在居住地的市区町村窗口解锁。</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>此卡没有密码。</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>请输入为手机设定的4位密码。</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>手机的密码已锁定，无法使用。可改用个人编号卡。</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>正在读取卡内照片。
请将面部对准框内</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>请将面部对准框内，
稍等片刻</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>请面向摄像头</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>请一个人
面对摄像头</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>请再靠近一点</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>请再离远一点</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>请向左
移动一点</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>请向右
移动一点</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>请把脸
抬高一点</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>请把脸
放低一点</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>请慢慢
把脸转向左边</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>请慢慢
把脸转向右边</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>请慢慢
点一次头</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>请眨眼</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>请正视前方</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>请保持不动</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>光线太暗。
请移到明亮处</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>光线太强。
请避免背光</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>请摘下墨镜，
露出眼睛</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>请摘下口罩，
或把手移开</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>摄像头没有画面。
请选择其他方式</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>摄像头中您的面部</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>请输入
4位密码</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>请输入手机的
4位密码</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>还可以输入%n次。</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>密码不正确。</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>请输入全部4位后，再按“确定”。</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>再错一次，
密码将被锁定</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>密码锁定后，须到市区町村窗口办理解锁。如果没有把握，请选择其他方式。</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>密码锁定后，无法用手机报到。如果没有把握，请使用个人编号卡。</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>请输入卡上的
出生日期</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>按卡上所印，年、月、日各两位。昭和45年3月1日：450301，1985年3月1日：850301。</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>请输入卡的
有效期年份</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>如印有“2031年3月1日まで有効”，请输入2031。</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>请输入
安全码</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>卡片正面的4位数字，不是密码。</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>与此卡的数字不符。请看着卡片重新输入。</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>请按完所有数字后再按“确定”。</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>先输入卡上的数字，再看摄像头。</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>正在读取
卡上的照片</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>要继续
办理吗？</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>触摸屏幕即可继续。不触摸将结束报到。</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>继续</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>有卡片
遗留在此</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>请取走您的卡。如果不是您的卡，请告知工作人员。</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>卡片仍在此处，请取走。</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>有手机
遗留在此</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>请取走您的手机。如果不是您的手机，请告知工作人员。</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>手机仍在此处，请取走。</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>由工作人员确认</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>工作人员：请比对本人与卡上照片，然后输入3位工号和PIN。</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>工号或PIN不正确。</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>输错次数过多，请稍后再试。</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>工号加PIN至少7位。</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>正在确认
您的身份</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>正在确认
您的保险资格</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>正在登记为
健康保险证</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>正在记录
报到信息</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>请勿取走卡片，稍等片刻。</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>比平时需要更长时间。请勿取走卡片，继续稍候。</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>请勿移动手机，稍等片刻。</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>比平时需要更长时间。请勿移动手机，继续稍候。</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>报到完成</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>请取走卡片</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>请勿忘记卡片，
并等候呼叫。</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>请取走手机</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>请勿忘记手机，
并等候呼叫。</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>报到完成</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>请等候呼叫</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>请就座等候。</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>初诊：</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>有预约：</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>发热：</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>卡内电子证书即将到期，请到市区町村窗口更新。</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>卡内电子证书已过期。今天只确认保险资格，请尽快到市区町村窗口更新。</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>因电子证书已过期，只提供了保险资格，未提供诊疗、用药、体检和限额信息。</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>发现了新的保险资格，请告知窗口工作人员。</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>本月的医疗券尚未送达本机构，请告知窗口工作人员。</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>报到结果尚未送达窗口，请告知工作人员。</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>这似乎不是
个人编号卡</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>请取走卡片，重新放置个人编号卡。持有资格确认书的人士请在窗口出示。</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>此处无法
读取手机</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>请取走手机，放置个人编号卡。没有携带卡片的人士，请在窗口出示资格确认书。</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>请先在iPhone上
验证</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>请取走iPhone，按两次侧边按钮，用面容或指纹验证后重新放置。</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>手机在中途
被移开</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>重新放置即可从头开始。完成之前请勿移动手机。</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>尚未登记为
健康保险证</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>可用个人编号卡登记。请取走手机，放置卡片。没有携带卡片的人士，请在窗口出示资格确认书。</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>手机的电子证书
已过期</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>请取走手机，放置个人编号卡。没有携带卡片的人士，请在窗口出示资格确认书。</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>无法读取卡片</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>请将卡从卡套中取出，重新放正。仍不成功时，请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>卡片在中途
被取走</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>重新放卡即可从头开始。完成之前请勿取走卡片。</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>卡内没有
电子证书</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>今天请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。电子证书可在市区町村窗口办理。</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>电子证书
已过期</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。可在市区町村窗口更新。</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>电子证书
已失效</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。可在市区町村窗口重新办理。</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>电子证书
已被暂停使用</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>今天请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。可在市区町村窗口解除暂停。</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>工作人员
将协助您</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>请在此等候。如需尽快处理，请告知窗口。</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>此卡未登记为
健康保险证</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>今天请在窗口出示资格确认书。也可重新放卡，在此登记。</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>您的保险资格
已失效</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>如已更换新的保险，请告知窗口工作人员。持有资格确认书的人士请出示。</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>未找到有效的
保险资格</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>请咨询窗口工作人员。持有资格确认书的人士请出示。</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>无法连接
保险确认服务</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>请在窗口出示资格确认书，或个人编号卡和“資格情報のお知らせ”。也可稍后重新放卡。</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>无法确认
保险资格</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>请咨询窗口工作人员。持有资格确认书的人士请出示。</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>无法记录
您的同意</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>本次报到尚未完成，请告知窗口工作人员。</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>因无操作，
已结束</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>取走卡片并重新放置，即可从头开始。需要帮助时请呼叫工作人员。</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>取走手机并重新放置，即可从头开始。需要帮助时请呼叫工作人员。</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>工作人员
已结束报到</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>请取走卡片，并按工作人员的指引操作。</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>请取走手机，并按工作人员的指引操作。</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>机器出现故障，
无法继续</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>请取走卡片，并告知窗口工作人员。持有资格确认书的人士请出示。</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>请取走手机，并告知窗口工作人员。持有资格确认书的人士请出示。</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>个人编号免费电话（语音提示后按5）</translation>
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
周末及节日 9:30–17:30
（年末年初休息）</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>读卡</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>身份确认</translation>
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
        <translation>请放置卡片</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>请勿取走卡片</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>请取走卡片</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>请勿移动手机</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>请取走手机</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>人脸识别</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>密码</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>手机</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>改用人脸识别</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>改用密码</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>呼叫工作人员</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>请告知窗口工作人员</translation>
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
        <translation>删除</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>确定</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>输入密码</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>已输入%n位数字</numerusform></translation>
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
        <translation>文字・颜色・声音</translation>
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
        <translation>颜色</translation>
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
        <translation>高对比度</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>音量</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>无</translation>
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
        <translation>再听一次</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>停止动画</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>显示在下方</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>关闭</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>全部删除</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>已输入</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>已删除一位</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>已全部删除</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>请将卡片照片面朝上放在前方托盘上。</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>摄像头在屏幕上方。</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>摄像头在屏幕下方。</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>摄像头在屏幕左侧。</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>摄像头在屏幕右侧。</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>所有按钮都在屏幕下半部。</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>按钮在屏幕的下方。</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>上面是人脸识别，下面是密码。</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>左边是人脸识别，右边是密码。</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>答案在屏幕下方，前者在左，后者在右。</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>问题显示在屏幕上。为避免他人听到，不朗读。如无法阅读，请呼叫工作人员。</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>数字键盘上按加号前进，按回车确认，按星号重听。</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>数字键在屏幕中部往下，排列与电话相同。右下是确定，左下是删除。</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>数字键在屏幕右侧，排列与电话相同。右下是确定，左下是删除。</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>数字键有两排：上排是1到5，下排是6到0。右端上面是删除，下面是确定。</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>屏幕上数字的排列每次都会变化，请使用数字键盘。</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>数字键盘上按回车确定。</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>工作人员正在处理</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>您的报到会保留，请稍候。</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>本机正在调整。</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>本机暂停使用。</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>请使用其他报到机。</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>工作人员的通知</translation>
    </message>
</context>
</TS>
