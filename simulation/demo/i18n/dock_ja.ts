<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="ja_JP">
<context>
    <name></name>
    <message id="dock.card">
        <source>カード</source>
        <translation>カード</translation>
    </message>
    <message id="dock.card.none">
        <source>カードを置いていない</source>
        <translation>カードを置いていない</translation>
    </message>
    <message id="dock.card.numbers">
        <source>暗証番号 %1　照合番号B %2</source>
        <translation>暗証番号 %1　照合番号B %2</translation>
    </message>
    <message id="dock.person">
        <source>カメラの前に立つ人</source>
        <translation>カメラの前に立つ人</translation>
    </message>
    <message id="dock.person.nobody">
        <source>だれもいない</source>
        <translation>だれもいない</translation>
    </message>
    <message id="dock.service">
        <source>資格確認サービス</source>
        <translation>資格確認サービス</translation>
    </message>
    <message id="dock.service.ok">
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message id="dock.service.slow">
        <source>遅い</source>
        <translation>遅い</translation>
    </message>
    <message id="dock.service.down">
        <source>停止</source>
        <translation>停止</translation>
    </message>
    <message id="dock.service.unknown_card">
        <source>該当資格なし</source>
        <translation>該当資格なし</translation>
    </message>
    <message id="dock.service.unregistered">
        <source>利用登録なし</source>
        <translation>利用登録なし</translation>
    </message>
    <message id="dock.service.certificate_expired">
        <source>証明書期限切れ</source>
        <translation>証明書期限切れ</translation>
    </message>
    <message id="dock.reader">
        <source>カードリーダー</source>
        <translation>カードリーダー</translation>
    </message>
    <message id="dock.camera">
        <source>カメラ</source>
        <translation>カメラ</translation>
    </message>
    <message id="dock.plugged_in">
        <source>接続</source>
        <translation>接続</translation>
    </message>
    <message id="dock.unplugged">
        <source>未接続</source>
        <translation>未接続</translation>
    </message>
    <message id="dock.surface">
        <source>カードの券面</source>
        <translation>カードの券面</translation>
    </message>
    <message id="dock.surface.visible">
        <source>見える</source>
        <translation>見える</translation>
    </message>
    <message id="dock.surface.covered">
        <source>隠れている</source>
        <translation>隠れている</translation>
    </message>
    <message id="dock.staff">
        <source>係員</source>
        <translation>係員</translation>
    </message>
    <message id="dock.staff.reset">
        <source>受付を終了させる</source>
        <translation>受付を終了させる</translation>
    </message>
    <message id="dock.staff.password">
        <source>係員のパスワード %1</source>
        <translation>係員のパスワード %1</translation>
    </message>
    <message id="dock.simulation">
        <source>カード：%1　サービス：%2</source>
        <translation>カード：%1　サービス：%2</translation>
    </message>
    <message id="dock.no_effect.reader_unplugged">
        <source>リーダーが未接続です。つなぐとカードに気づきます。</source>
        <translation>リーダーが未接続です。つなぐとカードに気づきます。</translation>
    </message>
    <message id="dock.no_effect.camera_unplugged">
        <source>カメラが未接続です。だれが立っても映りません。</source>
        <translation>カメラが未接続です。だれが立っても映りません。</translation>
    </message>
    <message id="dock.no_effect.no_face_check">
        <source>今は顔認証をしていません。次の顔認証から変わります。</source>
        <translation>今は顔認証をしていません。次の顔認証から変わります。</translation>
    </message>
    <message id="dock.no_effect.surface_read">
        <source>このカードは読み取り済みです。次のカードから変わります。</source>
        <translation>このカードは読み取り済みです。次のカードから変わります。</translation>
    </message>
    <message id="dock.no_effect.service_has_answered">
        <source>この患者の資格は確認済みです。今変わるのは「遅い」「停止」だけです。</source>
        <translation>この患者の資格は確認済みです。今変わるのは「遅い」「停止」だけです。</translation>
    </message>
    <message id="dock.no_effect.service_is_done">
        <source>この受付は報告済みです。次の受付から変わります。</source>
        <translation>この受付は報告済みです。次の受付から変わります。</translation>
    </message>
    <message id="dock.no_effect.no_session">
        <source>受付をしていません。</source>
        <translation>受付をしていません。</translation>
    </message>
    <message id="demo.open">
        <source>デモを開きました。資格情報のファイルは %1 に入ります。</source>
        <translation>デモを開きました。資格情報のファイルは %1 に入ります。</translation>
    </message>
    <message id="demo.silent">
        <source>まだ音声がありません。`make voices` で録音できます（数分）。</source>
        <translation>まだ音声がありません。`make voices` で録音できます（数分）。</translation>
    </message>
</context>
</TS>
