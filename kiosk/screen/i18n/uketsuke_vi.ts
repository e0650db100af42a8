<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="attract.title">
        <source>マイナンバーカードを
置いてください</source>
        <translation>Hãy đặt
thẻ My Number</translation>
    </message>
    <message id="attract.body">
        <source>カードを置くと、受付が始まります。</source>
        <translation>Đặt thẻ vào để bắt đầu tiếp nhận.</translation>
    </message>
    <message id="attract.no_camera">
        <source>いまは顔認証を使えません。4桁の暗証番号で受付できます。</source>
        <translation>Hiện không dùng được nhận diện khuôn mặt. Hãy dùng mã PIN 4 số.</translation>
    </message>
    <message id="attract.no_service">
        <source>いま、保険の確認先につながりません。窓口で受付してください。</source>
        <translation>Hiện không kết nối được nơi kiểm tra bảo hiểm. Vui lòng làm thủ tục tại quầy.</translation>
    </message>
    <message id="place_phone.title">
        <source>スマートフォンを
置いてください</source>
        <translation>Hãy đặt điện thoại</translation>
    </message>
    <message id="place_phone.body">
        <source>カードと同じ手前の台に、画面を上にして置きます。受付が終わるまで、1分ほど動かさないでください。</source>
        <translation>Đặt lên khay trước mặt như đặt thẻ, màn hình hướng lên. Đừng di chuyển đến khi xong, khoảng một phút.</translation>
    </message>
    <message id="place_phone.iphone">
        <source>iPhone：サイドボタンを2回押し、顔か指紋で認証してから置きます。</source>
        <translation>iPhone: trước khi đặt, nhấn nút bên hai lần và xác nhận bằng khuôn mặt hoặc vân tay.</translation>
    </message>
    <message id="place_phone.android">
        <source>Android：画面のロックを解除して置きます。このあと、4桁の暗証番号をこの画面に入力します。</source>
        <translation>Android: mở khóa màn hình rồi đặt. Sau đó nhập mã PIN 4 số trên máy này.</translation>
    </message>
    <message id="place_phone.card_first">
        <source>先にカードをお取りください。</source>
        <translation>Trước hết, hãy lấy thẻ.</translation>
    </message>
    <message id="preparing.title">
        <source>受付の準備を
しています</source>
        <translation>Đang chuẩn bị</translation>
    </message>
    <message id="preparing.body">
        <source>少しお待ちください。</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message id="preparing.card.title">
        <source>少し
お待ちください</source>
        <translation>Xin chờ một lát</translation>
    </message>
    <message id="preparing.card.body">
        <source>カードは置いたままで大丈夫です。準備ができると、受付が始まります。</source>
        <translation>Cứ để thẻ ở đó. Việc tiếp nhận sẽ tự bắt đầu.</translation>
    </message>
    <message id="out_of_service.title">
        <source>いまは、ここで
受付できません</source>
        <translation>Hiện không thể
tiếp nhận tại đây</translation>
    </message>
    <message id="out_of_service.no_service">
        <source>カードを読み取る準備ができていません。</source>
        <translation>Máy đọc thẻ chưa sẵn sàng.</translation>
    </message>
    <message id="out_of_service.no_reader">
        <source>カードリーダーがつながっていません。</source>
        <translation>Máy đọc thẻ chưa được kết nối.</translation>
    </message>
    <message id="out_of_service.ledger_unusable">
        <source>同意を記録できません。係員を呼んでください。</source>
        <translation>Hiện không lưu được sự đồng ý. Xin gọi nhân viên.</translation>
    </message>
    <message id="out_of_service.no_worker">
        <source>受付の準備ができません。係員を呼んでください。</source>
        <translation>Máy chưa thể sẵn sàng. Xin gọi nhân viên.</translation>
    </message>
    <message id="out_of_service.remedy">
        <source>マイナンバーカードか資格確認書を持って、受付の窓口へお越しください。</source>
        <translation>Hãy mang thẻ My Number hoặc giấy xác nhận tư cách bảo hiểm (資格確認書) đến quầy.</translation>
    </message>
    <message id="reading.title">
        <source>カードを
読み取っています</source>
        <translation>Đang đọc thẻ</translation>
    </message>
    <message id="reading.body">
        <source>カードに触れずに、少しお待ちください。</source>
        <translation>Xin chờ một lát và đừng chạm vào thẻ.</translation>
    </message>
    <message id="reading.title.phone">
        <source>スマートフォンを
読み取っています</source>
        <translation>Đang đọc điện thoại</translation>
    </message>
    <message id="reading.body.phone">
        <source>動かさずに、少しお待ちください。</source>
        <translation>Xin chờ một lát và đừng di chuyển.</translation>
    </message>
    <message id="choose_method.title">
        <source>本人確認の方法を
選んでください</source>
        <translation>Chọn khuôn mặt
hoặc mã PIN</translation>
    </message>
    <message id="choose_method.staff">
        <source>どちらも難しいときは、「係員を呼ぶ」を押してください。</source>
        <translation>Nếu cả hai đều khó, hãy bấm “Gọi nhân viên”.</translation>
    </message>
    <message id="face_offer.ready">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Nhìn vào camera. Không cần mã PIN.</translation>
    </message>
    <message id="face_offer.preparing">
        <source>カメラに顔を映します。暗証番号はいりません。</source>
        <translation>Nhìn vào camera. Không cần mã PIN.</translation>
    </message>
    <message id="face_offer.no_photo">
        <source>このカードには顔写真がないため、顔認証は使えません。</source>
        <translation>Thẻ này không có ảnh nên không dùng được khuôn mặt.</translation>
    </message>
    <message id="face_offer.photo_unusable">
        <source>カードの顔写真を読み取れないため、顔認証は使えません。</source>
        <translation>Không đọc được ảnh trong thẻ nên không dùng được khuôn mặt.</translation>
    </message>
    <message id="face_offer.surface_unreadable">
        <source>カードのおもて面を読み取れないため、顔認証は使えません。カードを入れ物から出して置き直すと、使えることがあります。</source>
        <translation>Không đọc được mặt trước của thẻ. Hãy lấy thẻ ra khỏi bao và đặt lại.</translation>
    </message>
    <message id="face_offer.no_camera">
        <source>カメラが動いていないため、顔認証は使えません。</source>
        <translation>Camera không hoạt động nên không dùng được khuôn mặt.</translation>
    </message>
    <message id="face_offer.again">
        <source>顔を確認できませんでした。もう一度試せます。</source>
        <translation>Chưa nhận ra khuôn mặt. Bạn có thể thử lại.</translation>
    </message>
    <message id="face_offer.too_often">
        <source>顔認証を試した回数が多いため、しばらくお使いになれません。ほかの方法をお選びください。</source>
        <translation>Khuôn mặt đã được thử quá nhiều lần nên tạm thời chưa dùng được. Hãy chọn cách khác.</translation>
    </message>
    <message id="face_offer.unavailable">
        <source>この機械では、顔認証は使えません。</source>
        <translation>Máy này không dùng được nhận diện khuôn mặt.</translation>
    </message>
    <message id="face_offer.phone">
        <source>顔認証は、マイナンバーカードのときに使えます。</source>
        <translation>Chỉ dùng được khuôn mặt với thẻ My Number.</translation>
    </message>
    <message id="face_offer.not_matched">
        <source>顔では確認できませんでした。ほかの方法をお選びください。</source>
        <translation>Không xác nhận được bằng khuôn mặt. Hãy chọn cách khác.</translation>
    </message>
    <message id="pin_offer.ready">
        <source>カードの受け取り時に決めた、4桁の暗証番号を入力します。</source>
        <translation>Nhập mã PIN 4 số bạn đã đặt khi nhận thẻ.</translation>
    </message>
    <message id="pin_offer.locked">
        <source>暗証番号はロックされているため、使えません。解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Mã PIN đã bị khóa. Tòa thị chính có thể mở khóa.</translation>
    </message>
    <message id="pin_offer.no_pin">
        <source>このカードには暗証番号がありません。</source>
        <translation>Thẻ này không có mã PIN.</translation>
    </message>
    <message id="pin_offer.ready.phone">
        <source>スマートフォン用に決めた、4桁の暗証番号を入力します。</source>
        <translation>Nhập mã PIN 4 số bạn đã đặt cho điện thoại.</translation>
    </message>
    <message id="pin_offer.locked.phone">
        <source>スマートフォンの暗証番号はロックされているため、使えません。マイナンバーカードに替えると、受付できます。</source>
        <translation>Mã PIN của điện thoại đã bị khóa. Hãy dùng thẻ My Number.</translation>
    </message>
    <message id="face.preparing">
        <source>カードの写真を読んでいます。
枠に顔を合わせてください</source>
        <translation>Đang đọc ảnh trong thẻ.
Đưa mặt vào khung</translation>
    </message>
    <message id="guidance.none">
        <source>枠に顔を合わせて、
そのままお待ちください</source>
        <translation>Giữ mặt trong khung
và chờ</translation>
    </message>
    <message id="guidance.no_face">
        <source>カメラのほうに
顔を向けてください</source>
        <translation>Hãy nhìn về
phía camera</translation>
    </message>
    <message id="guidance.several_faces">
        <source>おひとりだけで
映ってください</source>
        <translation>Chỉ một người
đứng trước camera</translation>
    </message>
    <message id="guidance.come_closer">
        <source>もう少し
近づいてください</source>
        <translation>Lại gần
thêm một chút</translation>
    </message>
    <message id="guidance.step_back">
        <source>もう少し
離れてください</source>
        <translation>Lùi ra
một chút</translation>
    </message>
    <message id="guidance.move_left">
        <source>もう少し
左へ動いてください</source>
        <translation>Dịch sang trái
một chút</translation>
    </message>
    <message id="guidance.move_right">
        <source>もう少し
右へ動いてください</source>
        <translation>Dịch sang phải
một chút</translation>
    </message>
    <message id="guidance.move_up">
        <source>顔の位置を
少し上げてください</source>
        <translation>Đưa mặt lên
cao hơn một chút</translation>
    </message>
    <message id="guidance.move_down">
        <source>顔の位置を
少し下げてください</source>
        <translation>Đưa mặt xuống
thấp hơn một chút</translation>
    </message>
    <message id="guidance.turn_left">
        <source>顔をゆっくり
左に向けてください</source>
        <translation>Từ từ quay mặt
sang trái</translation>
    </message>
    <message id="guidance.turn_right">
        <source>顔をゆっくり
右に向けてください</source>
        <translation>Từ từ quay mặt
sang phải</translation>
    </message>
    <message id="guidance.nod">
        <source>ゆっくり一度
うなずいてください</source>
        <translation>Gật đầu chậm
một lần</translation>
    </message>
    <message id="guidance.blink">
        <source>まばたきを
してください</source>
        <translation>Hãy chớp mắt</translation>
    </message>
    <message id="guidance.look_straight">
        <source>正面を
見てください</source>
        <translation>Nhìn thẳng</translation>
    </message>
    <message id="guidance.hold_still">
        <source>そのまま
動かないでください</source>
        <translation>Giữ yên</translation>
    </message>
    <message id="guidance.too_dark">
        <source>暗くて顔が見えません。
明るい場所に移ってください</source>
        <translation>Tối quá.
Hãy chuyển sang chỗ sáng hơn</translation>
    </message>
    <message id="guidance.too_bright">
        <source>まぶしくて顔が見えません。
光を背にしないでください</source>
        <translation>Chói quá.
Đừng quay lưng về phía sáng</translation>
    </message>
    <message id="guidance.uncover_eyes">
        <source>サングラスなどを外し、
目を見せてください</source>
        <translation>Hãy bỏ kính râm
để thấy mắt bạn</translation>
    </message>
    <message id="guidance.uncover_mouth">
        <source>マスクや手を、
顔から外してください</source>
        <translation>Hãy bỏ khẩu trang
hoặc tay khỏi mặt</translation>
    </message>
    <message id="guidance.no_picture">
        <source>カメラが映りません。
ほかの方法をお選びください</source>
        <translation>Camera không có hình.
Hãy chọn cách khác</translation>
    </message>
    <message id="face.preview">
        <source>カメラに映ったあなたの顔</source>
        <translation>Khuôn mặt của bạn trên camera</translation>
    </message>
    <message id="pin.title">
        <source>4桁の暗証番号を
入力してください</source>
        <translation>Nhập mã PIN
4 số</translation>
    </message>
    <message id="pin.title.phone">
        <source>スマートフォンの4桁の
暗証番号を入力してください</source>
        <translation>Nhập mã PIN 4 số
của điện thoại</translation>
    </message>
    <message id="pin.tries_left" numerus="yes">
        <source>入力できるのは、あと%n回です。</source>
        <translation><numerusform>Còn %n lần nhập.</numerusform></translation>
    </message>
    <message id="pin.wrong">
        <source>暗証番号が違います。</source>
        <translation>Mã PIN không đúng.</translation>
    </message>
    <message id="pin.too_few">
        <source>4桁すべて押してから、「確定」を押してください。</source>
        <translation>Bấm đủ 4 số rồi bấm “OK”.</translation>
    </message>
    <message id="pin.last_try.title">
        <source>次に間違えると、
暗証番号が使えなくなります</source>
        <translation>Sai thêm một lần
mã PIN sẽ bị khóa</translation>
    </message>
    <message id="pin.last_try.body">
        <source>暗証番号がロックされると、解除には市区町村の窓口での手続きが必要です。自信がないときは、ほかの方法をお選びください。</source>
        <translation>Nếu bị khóa, chỉ tòa thị chính mở được mã PIN. Nếu không chắc, hãy chọn cách khác.</translation>
    </message>
    <message id="pin.last_try.body.phone">
        <source>暗証番号がロックされると、スマートフォンでは受付できなくなります。自信がないときは、マイナンバーカードをお使いください。</source>
        <translation>Nếu mã PIN bị khóa, không dùng được điện thoại nữa. Nếu không chắc, hãy dùng thẻ My Number.</translation>
    </message>
    <message id="number_b.birth_date.title">
        <source>カードの生年月日を
入力してください</source>
        <translation>Nhập ngày sinh
ghi trên thẻ</translation>
    </message>
    <message id="number_b.birth_date.body">
        <source>年・月・日を2桁ずつ。昭和45年3月1日は450301、1985年3月1日は850301です。</source>
        <translation>Năm, tháng, ngày như in trên thẻ, mỗi phần hai số. 昭和45年3月1日: 450301. 1985年3月1日: 850301.</translation>
    </message>
    <message id="number_b.expiry_year.title">
        <source>カードの有効期限の年を
入力してください</source>
        <translation>Nhập năm hết hạn
của thẻ</translation>
    </message>
    <message id="number_b.expiry_year.body">
        <source>「2031年3月1日まで有効」なら、2031です。</source>
        <translation>Nếu ghi 2031年3月1日まで有効, nhấn 2031.</translation>
    </message>
    <message id="number_b.security_code.title">
        <source>セキュリティコードを
入力してください</source>
        <translation>Nhập mã
bảo mật</translation>
    </message>
    <message id="number_b.security_code.body">
        <source>カードのおもて面にある4桁の数字です。暗証番号ではありません。</source>
        <translation>4 số ở mặt trước của thẻ. Đây không phải mã PIN.</translation>
    </message>
    <message id="number_b.wrong">
        <source>カードの数字と合いません。もう一度入力してください。</source>
        <translation>Không khớp với số trên thẻ này. Hãy nhìn thẻ và nhập lại.</translation>
    </message>
    <message id="number_b.too_few">
        <source>数字をすべて押してから、「確定」を押してください。</source>
        <translation>Nhấn đủ các số rồi nhấn “OK”.</translation>
    </message>
    <message id="face_offer.number_b">
        <source>カードに書かれた数字を入力してから、カメラに顔を映します。</source>
        <translation>Nhập các số trên thẻ, rồi nhìn vào camera.</translation>
    </message>
    <message id="waiting.face_record">
        <source>カードの写真を
読み取っています</source>
        <translation>Đang đọc ảnh
trên thẻ</translation>
    </message>
    <message id="idle.title">
        <source>受付を
続けますか</source>
        <translation>Bạn có muốn
tiếp tục không?</translation>
    </message>
    <message id="idle.body">
        <source>画面に触れると続きます。触れないと、受付を終わります。</source>
        <translation>Chạm vào màn hình để tiếp tục. Nếu không, việc tiếp nhận sẽ kết thúc.</translation>
    </message>
    <message id="button.still_here">
        <source>続ける</source>
        <translation>Tiếp tục</translation>
    </message>
    <message id="card_left.title">
        <source>カードが
残っています</source>
        <translation>Có thẻ bị
bỏ quên</translation>
    </message>
    <message id="card_left.body">
        <source>カードをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Hãy lấy thẻ của bạn. Nếu không phải thẻ của bạn, hãy báo nhân viên.</translation>
    </message>
    <message id="card_left.notice">
        <source>カードが残っています。お取りください。</source>
        <translation>Thẻ vẫn còn ở đây. Hãy lấy thẻ.</translation>
    </message>
    <message id="card_left.title.phone">
        <source>スマホが
残っています</source>
        <translation>Có điện thoại bị
bỏ quên</translation>
    </message>
    <message id="card_left.body.phone">
        <source>スマホをお取りください。お忘れ物を見つけた方は、係員にお知らせください。</source>
        <translation>Hãy lấy điện thoại của bạn. Nếu không phải của bạn, hãy báo nhân viên.</translation>
    </message>
    <message id="card_left.notice.phone">
        <source>スマホが残っています。お取りください。</source>
        <translation>Điện thoại vẫn còn ở đây. Hãy lấy điện thoại.</translation>
    </message>
    <message id="staff_check.title">
        <source>係員が確認します</source>
        <translation>Nhân viên kiểm tra</translation>
    </message>
    <message id="staff_check.body">
        <source>【係員】お顔とカードの写真を見比べ、職員番号3桁とPINを入力してください。</source>
        <translation>Nhân viên: so sánh người với ảnh trên thẻ rồi nhập số nhân viên 3 chữ số và PIN.</translation>
    </message>
    <message id="staff_check.wrong">
        <source>職員番号かPINが違います。</source>
        <translation>Số nhân viên hoặc PIN không đúng.</translation>
    </message>
    <message id="staff_check.locked">
        <source>続けて間違えたため、しばらく使えません。</source>
        <translation>Sai nhiều lần. Vui lòng thử lại sau.</translation>
    </message>
    <message id="staff_check.too_few">
        <source>番号とPINで7桁以上です。</source>
        <translation>Số và PIN có ít nhất 7 chữ số.</translation>
    </message>
    <message id="waiting.identity">
        <source>ご本人を
確認しています</source>
        <translation>Đang xác nhận
danh tính</translation>
    </message>
    <message id="waiting.qualification">
        <source>保険の資格を
確認しています</source>
        <translation>Đang kiểm tra
bảo hiểm</translation>
    </message>
    <message id="waiting.registration">
        <source>健康保険証としての
利用登録をしています</source>
        <translation>Đang đăng ký thẻ làm
thẻ bảo hiểm y tế</translation>
    </message>
    <message id="waiting.storage">
        <source>受付を
記録しています</source>
        <translation>Đang ghi lại
việc tiếp nhận</translation>
    </message>
    <message id="waiting.body">
        <source>カードはそのまま、少しお待ちください。</source>
        <translation>Để yên thẻ và chờ một lát.</translation>
    </message>
    <message id="waiting.slow">
        <source>いつもより時間がかかっています。カードはそのまま、お待ちください。</source>
        <translation>Lần này lâu hơn bình thường. Xin để yên thẻ và chờ.</translation>
    </message>
    <message id="waiting.body.phone">
        <source>スマートフォンは動かさずに、少しお待ちください。</source>
        <translation>Để yên điện thoại và chờ một lát.</translation>
    </message>
    <message id="waiting.slow.phone">
        <source>いつもより時間がかかっています。スマートフォンは動かさずに、お待ちください。</source>
        <translation>Lần này lâu hơn bình thường. Xin để yên điện thoại và chờ.</translation>
    </message>
    <message id="completed.badge">
        <source>受付完了</source>
        <translation>Tiếp nhận xong</translation>
    </message>
    <message id="completed.title">
        <source>カードを
お取りください</source>
        <translation>Hãy lấy thẻ</translation>
    </message>
    <message id="completed.body">
        <source>カードを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Đừng quên thẻ
và chờ được gọi.</translation>
    </message>
    <message id="completed.title.phone">
        <source>スマートフォンを
お取りください</source>
        <translation>Hãy lấy điện thoại</translation>
    </message>
    <message id="completed.body.phone">
        <source>スマートフォンを忘れずに、
お呼びするまでお待ちください。</source>
        <translation>Đừng quên điện thoại
và chờ được gọi.</translation>
    </message>
    <message id="farewell.badge">
        <source>受付完了</source>
        <translation>Tiếp nhận xong</translation>
    </message>
    <message id="farewell.title">
        <source>お呼びするまで
お待ちください</source>
        <translation>Hãy chờ
được gọi</translation>
    </message>
    <message id="farewell.body">
        <source>椅子にかけてお待ちください。</source>
        <translation>Mời bạn ngồi chờ.</translation>
    </message>
    <message id="what_next.first_visit">
        <source>初めての方：</source>
        <translation>Khám lần đầu:</translation>
    </message>
    <message id="what_next.reservation">
        <source>予約のある方：</source>
        <translation>Có đặt hẹn:</translation>
    </message>
    <message id="what_next.fever">
        <source>熱のある方：</source>
        <translation>Đang sốt:</translation>
    </message>
    <message id="notice.certificate_expires_soon">
        <source>カードの電子証明書の期限が近づいています。お住まいの市区町村の窓口で更新してください。</source>
        <translation>Chứng nhận điện tử trong thẻ sắp hết hạn. Hãy gia hạn tại tòa thị chính.</translation>
    </message>
    <message id="notice.certificate_grace">
        <source>カードの電子証明書の期限が切れています。今日は保険の資格だけを確認します。市区町村の窓口で早めに更新してください。</source>
        <translation>Chứng nhận điện tử trong thẻ đã hết hạn. Hôm nay chỉ kiểm tra bảo hiểm. Hãy sớm gia hạn tại tòa thị chính.</translation>
    </message>
    <message id="notice.grace_given">
        <source>電子証明書の期限が切れているため、保険の資格だけを提供しました。診療・お薬・健診・限度額の情報は提供していません。</source>
        <translation>Vì chứng nhận điện tử đã hết hạn, chỉ thông tin bảo hiểm được cung cấp. Thông tin khám chữa bệnh, thuốc, khám sức khỏe và mức giới hạn thì không.</translation>
    </message>
    <message id="notice.new_qualification_exists">
        <source>新しい保険の資格が見つかりました。窓口の係員にお知らせください。</source>
        <translation>Có bảo hiểm mới hơn. Hãy báo cho nhân viên tại quầy.</translation>
    </message>
    <message id="notice.no_medical_ticket">
        <source>今月の医療券は、まだこちらに届いていません。窓口の係員にお知らせください。</source>
        <translation>Phiếu y tế tháng này chưa đến đây. Hãy báo cho nhân viên tại quầy.</translation>
    </message>
    <message id="notice.result_delayed">
        <source>受付の結果が、まだ窓口に届いていません。係員に声をおかけください。</source>
        <translation>Quầy chưa nhận được kết quả tiếp nhận. Hãy báo cho nhân viên.</translation>
    </message>
    <message id="stopped.not_a_my_number_card.title">
        <source>マイナンバーカードでは
ないようです</source>
        <translation>Đây có vẻ không phải
thẻ My Number</translation>
    </message>
    <message id="stopped.not_a_my_number_card.remedy">
        <source>カードを取り、マイナンバーカードを置き直してください。資格確認書をお持ちの方は、窓口でお見せください。</source>
        <translation>Lấy thẻ ra và đặt thẻ My Number. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy đưa cho quầy.</translation>
    </message>
    <message id="stopped.phone_not_read.title">
        <source>スマートフォンは
ここでは使えません</source>
        <translation>Ở đây không đọc
được điện thoại</translation>
    </message>
    <message id="stopped.phone_not_read.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Lấy điện thoại ra và đặt thẻ My Number. Nếu không có thẻ, hãy đưa giấy xác nhận tư cách bảo hiểm (資格確認書) cho quầy.</translation>
    </message>
    <message id="stopped.phone_not_confirmed.title">
        <source>iPhoneでの本人確認が
まだのようです</source>
        <translation>Hãy xác nhận
trên iPhone trước</translation>
    </message>
    <message id="stopped.phone_not_confirmed.remedy">
        <source>iPhoneを取り、サイドボタンを2回押して、顔か指紋で認証してから、もう一度置いてください。</source>
        <translation>Lấy iPhone ra, nhấn nút bên hai lần, xác nhận bằng khuôn mặt hoặc vân tay rồi đặt lại.</translation>
    </message>
    <message id="stopped.phone_removed.title">
        <source>途中でスマートフォンが
離れました</source>
        <translation>Điện thoại bị di chuyển
quá sớm</translation>
    </message>
    <message id="stopped.phone_removed.remedy">
        <source>もう一度置くと、はじめからやり直せます。受付が終わるまで、動かさないでください。</source>
        <translation>Đặt lại để bắt đầu lại và đừng di chuyển đến khi xong.</translation>
    </message>
    <message id="stopped.phone_not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>Chưa đăng ký làm
thẻ bảo hiểm y tế</translation>
    </message>
    <message id="stopped.phone_not_registered.remedy">
        <source>登録は、マイナンバーカードでできます。スマートフォンを取り、カードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Có thể đăng ký bằng thẻ My Number. Lấy điện thoại ra và đặt thẻ. Nếu không có thẻ, hãy đưa giấy xác nhận tư cách bảo hiểm (資格確認書) cho quầy.</translation>
    </message>
    <message id="stopped.phone_certificate_expired.title">
        <source>スマートフォンの
電子証明書が期限切れです</source>
        <translation>Chứng nhận điện tử trong
điện thoại đã hết hạn</translation>
    </message>
    <message id="stopped.phone_certificate_expired.remedy">
        <source>スマートフォンを取り、マイナンバーカードを置いてください。カードがない方は、窓口で資格確認書をお見せください。</source>
        <translation>Lấy điện thoại ra và đặt thẻ My Number. Nếu không có thẻ, hãy đưa giấy xác nhận tư cách bảo hiểm (資格確認書) cho quầy.</translation>
    </message>
    <message id="stopped.card_unreadable.title">
        <source>カードを
読み取れませんでした</source>
        <translation>Không đọc được thẻ</translation>
    </message>
    <message id="stopped.card_unreadable.remedy">
        <source>カードを取り、入れ物から出して、まっすぐ置き直してください。うまくいかないときは、窓口で資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。</source>
        <translation>Lấy thẻ ra khỏi bao và đặt thẳng lại. Nếu vẫn không được, hãy xuất trình tại quầy giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ.</translation>
    </message>
    <message id="stopped.card_removed.title">
        <source>途中でカードが
取り出されました</source>
        <translation>Thẻ bị lấy ra
quá sớm</translation>
    </message>
    <message id="stopped.card_removed.remedy">
        <source>カードを置くと、はじめからやり直せます。終わるまで、カードは置いたままにしてください。</source>
        <translation>Đặt thẻ lại để bắt đầu lại và để yên đến khi xong.</translation>
    </message>
    <message id="stopped.certificate_missing.title">
        <source>カードに電子証明書が
入っていません</source>
        <translation>Thẻ không có
chứng nhận điện tử</translation>
    </message>
    <message id="stopped.certificate_missing.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。電子証明書は、お住まいの市区町村の窓口で発行できます。</source>
        <translation>Hôm nay hãy xuất trình tại quầy giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ. Tòa thị chính cấp chứng nhận điện tử.</translation>
    </message>
    <message id="stopped.certificate_expired.title">
        <source>電子証明書の期限が
切れています</source>
        <translation>Chứng nhận điện tử trong thẻ
đã hết hạn</translation>
    </message>
    <message id="stopped.certificate_expired.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hôm nay hãy xuất trình tại quầy giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ. Gia hạn tại tòa thị chính.</translation>
    </message>
    <message id="stopped.certificate_revoked.title">
        <source>電子証明書が
失効しています</source>
        <translation>Chứng nhận điện tử trong thẻ
không còn hiệu lực</translation>
    </message>
    <message id="stopped.certificate_revoked.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。再発行は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hôm nay hãy xuất trình tại quầy giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ. Tòa thị chính cấp lại chứng nhận điện tử.</translation>
    </message>
    <message id="stopped.certificate_on_hold.title">
        <source>電子証明書が
一時停止中です</source>
        <translation>Chứng nhận điện tử trong thẻ
đang bị tạm dừng</translation>
    </message>
    <message id="stopped.certificate_on_hold.remedy">
        <source>今日は窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。停止の解除は、お住まいの市区町村の窓口でできます。</source>
        <translation>Hôm nay hãy xuất trình tại quầy giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ. Tòa thị chính sẽ mở lại chứng nhận điện tử.</translation>
    </message>
    <message id="stopped.staff_called.title">
        <source>係員が
お手伝いします</source>
        <translation>Nhân viên
sẽ giúp bạn</translation>
    </message>
    <message id="stopped.staff_called.remedy">
        <source>そのままお待ちください。お急ぎのときは、窓口で声をおかけください。</source>
        <translation>Hãy chờ ở đây. Nếu gấp, hãy báo nhân viên tại quầy.</translation>
    </message>
    <message id="stopped.not_registered.title">
        <source>健康保険証としての
利用登録がありません</source>
        <translation>Thẻ chưa đăng ký làm
thẻ bảo hiểm y tế</translation>
    </message>
    <message id="stopped.not_registered.remedy">
        <source>今日は窓口で資格確認書をお見せください。カードを置き直すと、ここで登録することもできます。</source>
        <translation>Hôm nay hãy xuất trình giấy xác nhận tư cách bảo hiểm (資格確認書) tại quầy. Cũng có thể đặt lại thẻ và đăng ký tại đây.</translation>
    </message>
    <message id="stopped.lapsed.title">
        <source>保険の資格が
切れています</source>
        <translation>Bảo hiểm của bạn
đã hết hiệu lực</translation>
    </message>
    <message id="stopped.lapsed.remedy">
        <source>新しい保険に変わった方は、窓口の係員にお知らせください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Nếu đã chuyển sang bảo hiểm mới, hãy báo cho nhân viên ở quầy. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy xuất trình.</translation>
    </message>
    <message id="stopped.not_qualified.title">
        <source>有効な保険の資格が
見つかりませんでした</source>
        <translation>Không tìm thấy
bảo hiểm còn hiệu lực</translation>
    </message>
    <message id="stopped.not_qualified.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Hãy hỏi nhân viên ở quầy. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy xuất trình.</translation>
    </message>
    <message id="stopped.service_unreachable.title">
        <source>保険の確認先に
つながりません</source>
        <translation>Không kết nối được
nơi kiểm tra bảo hiểm</translation>
    </message>
    <message id="stopped.service_unreachable.remedy">
        <source>窓口で、資格確認書か、マイナンバーカードと「資格情報のお知らせ」をお見せください。少し待って、カードを置き直すこともできます。</source>
        <translation>Tại quầy, hãy xuất trình giấy xác nhận tư cách bảo hiểm (資格確認書), hoặc thẻ này cùng thông báo 資格情報のお知らせ. Cũng có thể đặt lại thẻ sau ít lâu.</translation>
    </message>
    <message id="stopped.service_refused.title">
        <source>保険の資格を
確認できませんでした</source>
        <translation>Không kiểm tra được
bảo hiểm</translation>
    </message>
    <message id="stopped.service_refused.remedy">
        <source>窓口の係員にご相談ください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Hãy hỏi nhân viên ở quầy. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy xuất trình.</translation>
    </message>
    <message id="stopped.consent_not_stored.title">
        <source>同意を
記録できませんでした</source>
        <translation>Không ghi được
sự đồng ý</translation>
    </message>
    <message id="stopped.consent_not_stored.remedy">
        <source>この受付は完了していません。窓口の係員に声をおかけください。</source>
        <translation>Việc tiếp nhận chưa xong. Hãy báo nhân viên tại quầy.</translation>
    </message>
    <message id="stopped.timed_out.title">
        <source>操作がなかったため、
終了しました</source>
        <translation>Đã dừng vì
không có thao tác</translation>
    </message>
    <message id="stopped.timed_out.remedy">
        <source>カードを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Lấy thẻ ra và đặt lại để bắt đầu lại. Nếu cần giúp, hãy gọi nhân viên.</translation>
    </message>
    <message id="stopped.timed_out.remedy.phone">
        <source>スマートフォンを取り、もう一度置くと、はじめからやり直せます。お手伝いが必要なときは、係員を呼んでください。</source>
        <translation>Lấy điện thoại ra và đặt lại để bắt đầu lại. Nếu cần giúp, hãy gọi nhân viên.</translation>
    </message>
    <message id="stopped.reset_by_staff.title">
        <source>係員が手続きを
終了しました</source>
        <translation>Nhân viên
đã kết thúc</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy">
        <source>カードを取り、係員の案内にしたがってください。</source>
        <translation>Hãy lấy thẻ và làm theo hướng dẫn của nhân viên.</translation>
    </message>
    <message id="stopped.reset_by_staff.remedy.phone">
        <source>スマートフォンを取り、係員の案内にしたがってください。</source>
        <translation>Hãy lấy điện thoại và làm theo hướng dẫn của nhân viên.</translation>
    </message>
    <message id="stopped.internal_fault.title">
        <source>機械の調子が悪く、
続けられません</source>
        <translation>Máy có sự cố,
không thể tiếp tục</translation>
    </message>
    <message id="stopped.internal_fault.remedy">
        <source>カードを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Hãy lấy thẻ và báo nhân viên tại quầy. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy xuất trình.</translation>
    </message>
    <message id="stopped.internal_fault.remedy.phone">
        <source>スマートフォンを取り、窓口の係員に声をおかけください。資格確認書をお持ちの方は、お見せください。</source>
        <translation>Hãy lấy điện thoại và báo nhân viên tại quầy. Nếu có giấy xác nhận tư cách bảo hiểm (資格確認書), hãy xuất trình.</translation>
    </message>
    <message id="free_dial.name">
        <source>マイナンバー総合フリーダイヤル（音声案内で5番）</source>
        <translation>Đường dây miễn phí My Number (bấm 5)</translation>
    </message>
    <message id="free_dial.number">
        <source>0120-95-0178</source>
        <translation>0120-95-0178</translation>
    </message>
    <message id="free_dial.hours">
        <source>平日 9時30分〜20時00分
土日祝 9時30分〜17時30分
（年末年始を除く）</source>
        <translation>T2–T6 9:30–20:00
T7, CN, lễ 9:30–17:30
(nghỉ Tết dương lịch)</translation>
    </message>
    <message id="step.1">
        <source>読み取り</source>
        <translation>Đọc thẻ</translation>
    </message>
    <message id="step.2">
        <source>本人確認</source>
        <translation>Xác nhận</translation>
    </message>
    <message id="step.3">
        <source>同意取得</source>
        <translation>Đồng ý</translation>
    </message>
    <message id="step.4">
        <source>受付完了</source>
        <translation>Xong</translation>
    </message>
    <message id="card.be_placed">
        <source>カードを置いてください</source>
        <translation>Hãy đặt thẻ</translation>
    </message>
    <message id="card.stay">
        <source>カードは置いたままで</source>
        <translation>Để yên thẻ</translation>
    </message>
    <message id="card.be_taken">
        <source>カードをお取りください</source>
        <translation>Hãy lấy thẻ</translation>
    </message>
    <message id="card.stay.phone">
        <source>スマホは動かさないで</source>
        <translation>Để yên điện thoại</translation>
    </message>
    <message id="card.be_taken.phone">
        <source>スマホをお取りください</source>
        <translation>Hãy lấy điện thoại</translation>
    </message>
    <message id="button.face">
        <source>顔認証</source>
        <translation>Khuôn mặt</translation>
    </message>
    <message id="button.pin">
        <source>暗証番号</source>
        <translation>Mã PIN</translation>
    </message>
    <message id="button.phone">
        <source>スマートフォン</source>
        <translation>Điện thoại</translation>
    </message>
    <message id="button.use_face">
        <source>顔認証にする</source>
        <translation>Dùng khuôn mặt</translation>
    </message>
    <message id="button.use_pin">
        <source>暗証番号にする</source>
        <translation>Dùng mã PIN</translation>
    </message>
    <message id="button.staff">
        <source>係員を呼ぶ</source>
        <translation>Gọi nhân viên</translation>
    </message>
    <message id="help.ask">
        <source>窓口の係員に声をおかけください</source>
        <translation>Hãy báo nhân viên ở quầy</translation>
    </message>
    <message id="button.back">
        <source>もどる</source>
        <translation>Quay lại</translation>
    </message>
    <message id="button.finish">
        <source>わかりました</source>
        <translation>Đã hiểu</translation>
    </message>
    <message id="button.erase">
        <source>1つ消す</source>
        <translation>Xóa</translation>
    </message>
    <message id="button.enter">
        <source>確定</source>
        <translation>OK</translation>
    </message>
    <message id="button.last_try">
        <source>もう一度だけ入力する</source>
        <translation>Nhập mã PIN</translation>
    </message>
    <message id="digits.entered" numerus="yes">
        <source>入力した数字は%n個です</source>
        <translation><numerusform>Đã nhập %n số</numerusform></translation>
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
        <translation>Chữ, màu, âm thanh</translation>
    </message>
    <message id="settings.text">
        <source>文字の大きさ</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message id="settings.text.0">
        <source>小</source>
        <translation>Nhỏ</translation>
    </message>
    <message id="settings.text.1">
        <source>中</source>
        <translation>Vừa</translation>
    </message>
    <message id="settings.text.2">
        <source>大</source>
        <translation>Lớn</translation>
    </message>
    <message id="settings.text.3">
        <source>特大</source>
        <translation>Rất lớn</translation>
    </message>
    <message id="settings.colours">
        <source>色</source>
        <translation>Màu</translation>
    </message>
    <message id="settings.colours.light">
        <source>明るい</source>
        <translation>Sáng</translation>
    </message>
    <message id="settings.colours.dark">
        <source>暗い</source>
        <translation>Tối</translation>
    </message>
    <message id="settings.colours.contrast">
        <source>くっきり</source>
        <translation>Tương phản</translation>
    </message>
    <message id="settings.volume">
        <source>音の大きさ</source>
        <translation>Âm thanh</translation>
    </message>
    <message id="settings.volume.0">
        <source>なし</source>
        <translation>Tắt</translation>
    </message>
    <message id="settings.volume.1">
        <source>小</source>
        <translation>Nhỏ</translation>
    </message>
    <message id="settings.volume.2">
        <source>中</source>
        <translation>Vừa</translation>
    </message>
    <message id="settings.volume.3">
        <source>大</source>
        <translation>Lớn</translation>
    </message>
    <message id="settings.repeat">
        <source>もういちど聞く</source>
        <translation>Nghe lại</translation>
    </message>
    <message id="settings.calm">
        <source>動きを止める</source>
        <translation>Dừng chuyển động</translation>
    </message>
    <message id="settings.low">
        <source>低い位置に出す</source>
        <translation>Hiện thấp hơn</translation>
    </message>
    <message id="button.close">
        <source>閉じる</source>
        <translation>Đóng</translation>
    </message>
    <message id="button.erase_all">
        <source>全部消す</source>
        <translation>Xóa hết</translation>
    </message>
    <message id="voice.entered">
        <source>入力しました</source>
        <translation>Đã nhập</translation>
    </message>
    <message id="voice.erased">
        <source>1つ消しました</source>
        <translation>Đã xóa một số</translation>
    </message>
    <message id="voice.erased_all">
        <source>全部消しました</source>
        <translation>Đã xóa hết</translation>
    </message>
    <message id="voice.where_card">
        <source>カードは、手前の台に、写真を上にして置きます。</source>
        <translation>Đặt thẻ lên khay trước mặt, mặt có ảnh hướng lên.</translation>
    </message>
    <message id="voice.where_camera.above">
        <source>カメラは画面の上にあります。</source>
        <translation>Camera ở phía trên màn hình.</translation>
    </message>
    <message id="voice.where_camera.below">
        <source>カメラは画面の下にあります。</source>
        <translation>Camera ở phía dưới màn hình.</translation>
    </message>
    <message id="voice.where_camera.left">
        <source>カメラは画面の左にあります。</source>
        <translation>Camera ở bên trái màn hình.</translation>
    </message>
    <message id="voice.where_camera.right">
        <source>カメラは画面の右にあります。</source>
        <translation>Camera ở bên phải màn hình.</translation>
    </message>
    <message id="voice.low">
        <source>押すところは、すべて画面の下半分にあります。</source>
        <translation>Tất cả các nút ở nửa dưới màn hình.</translation>
    </message>
    <message id="voice.keys">
        <source>押すところは、画面の下のほうにあります。</source>
        <translation>Các nút ở phía dưới màn hình.</translation>
    </message>
    <message id="voice.ways.upright">
        <source>上が顔認証、下が暗証番号です。</source>
        <translation>Phía trên là khuôn mặt, phía dưới là mã PIN.</translation>
    </message>
    <message id="voice.ways.beside">
        <source>左が顔認証、右が暗証番号です。</source>
        <translation>Bên trái là khuôn mặt, bên phải là mã PIN.</translation>
    </message>
    <message id="voice.answers">
        <source>答えは、画面の下に、この順に左と右に並んでいます。</source>
        <translation>Các câu trả lời ở phía dưới màn hình: câu đầu bên trái, câu sau bên phải.</translation>
    </message>
    <message id="voice.private_question">
        <source>質問は画面に出ています。ほかの方に聞こえないように、読み上げません。読めないときは、係員を呼んでください。</source>
        <translation>Câu hỏi ở trên màn hình. Để người khác không nghe thấy, câu hỏi không được đọc to. Nếu không đọc được, hãy gọi nhân viên.</translation>
    </message>
    <message id="voice.keypad">
        <source>テンキーでは、プラスで次へ進み、エンターで押します。アスタリスクでもう一度聞けます。</source>
        <translation>Trên bàn phím số, dấu cộng để chuyển, Enter để chọn, dấu sao để nghe lại.</translation>
    </message>
    <message id="voice.pad.below">
        <source>数字は画面の中ほどから下に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Phím số từ giữa màn hình trở xuống, thứ tự như điện thoại. OK ở góc dưới bên phải, Xóa ở góc dưới bên trái.</translation>
    </message>
    <message id="voice.pad.beside">
        <source>数字は画面の右側に、電話と同じ並びです。右下が確定、左下が1つ消すです。</source>
        <translation>Phím số ở bên phải màn hình, thứ tự như điện thoại. OK ở góc dưới bên phải, Xóa ở góc dưới bên trái.</translation>
    </message>
    <message id="voice.pad.rows">
        <source>数字は2段です。上が1から5、下が6から0。右端は、上が1つ消す、下が確定です。</source>
        <translation>Phím số có hai hàng: hàng trên từ 1 đến 5, hàng dưới từ 6 đến 0. Ở cuối bên phải, Xóa ở trên và OK ở dưới.</translation>
    </message>
    <message id="voice.pad.shuffled">
        <source>数字の並びは毎回変わります。テンキーをお使いください。</source>
        <translation>Thứ tự phím số trên màn hình thay đổi mỗi lần. Hãy dùng bàn phím số.</translation>
    </message>
    <message id="voice.pad.enter">
        <source>テンキーではエンターで確定します。</source>
        <translation>Trên bàn phím số, Enter là OK.</translation>
    </message>
    <message id="staff_here.title">
        <source>係員が対応しています</source>
        <translation>Nhân viên đang hỗ trợ</translation>
    </message>
    <message id="staff_here.body">
        <source>受付はそのままです。少しお待ちください。</source>
        <translation>Việc tiếp nhận vẫn được giữ. Vui lòng chờ một chút.</translation>
    </message>
    <message id="out_of_service.maintenance">
        <source>ただいま調整中です。</source>
        <translation>Máy đang được chỉnh sửa.</translation>
    </message>
    <message id="out_of_service.break">
        <source>ただいま休止しています。</source>
        <translation>Máy đang tạm nghỉ.</translation>
    </message>
    <message id="out_of_service.other_kiosk">
        <source>ほかの受付機をご利用ください。</source>
        <translation>Xin dùng máy tiếp nhận khác.</translation>
    </message>
    <message id="staff_message.title">
        <source>係員からのお知らせ</source>
        <translation>Thông báo từ nhân viên</translation>
    </message>
</context>
</TS>
