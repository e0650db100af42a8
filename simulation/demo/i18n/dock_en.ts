<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="dock.card">
        <source>カード</source>
        <translation>Card</translation>
    </message>
    <message id="dock.card.none">
        <source>カードを置いていない</source>
        <translation>No card on the reader</translation>
    </message>
    <message id="dock.card.numbers">
        <source>暗証番号 %1　照合番号B %2</source>
        <translation>PIN %1   Number B %2</translation>
    </message>
    <message id="dock.person">
        <source>カメラの前に立つ人</source>
        <translation>Who stands before the camera</translation>
    </message>
    <message id="dock.person.nobody">
        <source>だれもいない</source>
        <translation>Nobody</translation>
    </message>
    <message id="dock.service">
        <source>資格確認サービス</source>
        <translation>Online qualification service</translation>
    </message>
    <message id="dock.service.ok">
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message id="dock.service.slow">
        <source>遅い</source>
        <translation>Slow</translation>
    </message>
    <message id="dock.service.down">
        <source>停止</source>
        <translation>Down</translation>
    </message>
    <message id="dock.service.unknown_card">
        <source>該当資格なし</source>
        <translation>Unknown card</translation>
    </message>
    <message id="dock.service.unregistered">
        <source>利用登録なし</source>
        <translation>Unregistered</translation>
    </message>
    <message id="dock.service.certificate_expired">
        <source>証明書期限切れ</source>
        <translation>Cert. expired</translation>
    </message>
    <message id="dock.reader">
        <source>カードリーダー</source>
        <translation>Card reader</translation>
    </message>
    <message id="dock.camera">
        <source>カメラ</source>
        <translation>Camera</translation>
    </message>
    <message id="dock.plugged_in">
        <source>接続</source>
        <translation>Plugged in</translation>
    </message>
    <message id="dock.unplugged">
        <source>未接続</source>
        <translation>Unplugged</translation>
    </message>
    <message id="dock.surface">
        <source>カードの券面</source>
        <translation>Printed side of the card</translation>
    </message>
    <message id="dock.surface.visible">
        <source>見える</source>
        <translation>Visible</translation>
    </message>
    <message id="dock.surface.covered">
        <source>隠れている</source>
        <translation>Covered</translation>
    </message>
    <message id="dock.staff">
        <source>係員</source>
        <translation>Staff</translation>
    </message>
    <message id="dock.staff.reset">
        <source>受付を終了させる</source>
        <translation>End the reception</translation>
    </message>
    <message id="dock.staff.password">
        <source>係員のパスワード %1</source>
        <translation>Staff password %1</translation>
    </message>
    <message id="dock.simulation">
        <source>カード：%1　サービス：%2</source>
        <translation>Card: %1   Service: %2</translation>
    </message>
    <message id="dock.no_effect.reader_unplugged">
        <source>リーダーが未接続です。つなぐとカードに気づきます。</source>
        <translation>The reader is unplugged: it sees a card once it is plugged in.</translation>
    </message>
    <message id="dock.no_effect.camera_unplugged">
        <source>カメラが未接続です。だれが立っても映りません。</source>
        <translation>The camera is unplugged: it sees nobody.</translation>
    </message>
    <message id="dock.no_effect.no_face_check">
        <source>今は顔認証をしていません。次の顔認証から変わります。</source>
        <translation>No face check is running: counts from the next one.</translation>
    </message>
    <message id="dock.no_effect.surface_read">
        <source>このカードは読み取り済みです。次のカードから変わります。</source>
        <translation>This card has been read: counts from the next one.</translation>
    </message>
    <message id="dock.no_effect.service_has_answered">
        <source>この患者の資格は確認済みです。今変わるのは「遅い」「停止」だけです。</source>
        <translation>It has answered for this patient: now only “Slow” and “Down” count.</translation>
    </message>
    <message id="dock.no_effect.service_is_done">
        <source>この受付は報告済みです。次の受付から変わります。</source>
        <translation>This reception has been reported: counts from the next one.</translation>
    </message>
    <message id="dock.no_effect.no_session">
        <source>受付をしていません。</source>
        <translation>No reception is going on.</translation>
    </message>
    <message id="demo.open">
        <source>デモを開きました。資格情報のファイルは %1 に入ります。</source>
        <translation>uketsuke demo is open; results go to %1</translation>
    </message>
    <message id="demo.silent">
        <source>まだ音声がありません。`make voices` で録音できます（数分）。</source>
        <translation>It does not speak yet: `make voices` records it, in some minutes.</translation>
    </message>
</context>
</TS>
