"""The Japanese of what operators read; by the English that the code says, with its places."""

JAPANESE = {
    # The commands
    "受付: the reception kiosk that reads a My Number Card.": (
        "受付：マイナンバーカードを読む受付機です。"
    ),
    "Say the version and exit.": "版を表示して終わります。",
    "Run the kiosk fullscreen on real hardware.": "実機で、受付を全画面で動かします。",
    "The configuration, a TOML file": "設定ファイル（TOML）",
    'Compositor to start it in, for example "cage -d"': "中で起動するコンポジター。例：「cage -d」",
    "CSV of species,outcome": "species,outcome の CSV",
    "Error rates of presentation attacks and of people (docs/pad-test.md).": (
        "なりすましと本人の誤り率を計算する（docs/pad-test.md）。"
    ),
    "Log each event of a session, by its kind": "受付の出来事をその種類だけ一つずつログに書く",
    "Without the process that restarts a frozen kiosk": "固まったときに起動し直す親プロセスなしで",
    "Say what the running kiosk of this configuration is doing.": (
        "この設定で動いている受付機の、いまの状態を表示します。"
    ),
    "End the session that goes on at the kiosk of this configuration.": (
        "この設定の受付機で進んでいる受付を終わらせます。"
    ),
    "Write an archive for support: findings, settings, state and log, and nothing personal.": (
        "サポートに送る記録をまとめます（点検結果、設定、状態、ログ。個人情報は入りません）。"
    ),
    "Folder in which the archive is written": "記録を書き出すフォルダー",
    "The kiosk's configuration.": "端末の設定。",
    "Look at the file, its drop-ins and all that they name, without any device.": (
        "設定ファイル、追加ファイル（conf.d）、そこに書かれたファイルを点検します。機器は使いません。"
    ),
    "Print every setting that holds: file, drop-ins, environment and defaults; no secret.": (
        "有効な設定をすべて表示します（ファイル、追加ファイル、環境変数、既定値。秘密は伏せます）。"
    ),
    "Print what may be set, as JSON Schema.": "設定できる項目を JSON Schema で表示します。",
    "there is no such setting{meant}": "この設定はありません{meant}",
    "it is missing": "設定がありません",
    "it is a section: write [{section}] and its settings below": (
        "これは節です。[{section}] と書き、その下に設定を書いてください"
    ),
    "Look at all that the kiosk needs: files, devices, service; each with its remedy.": (
        "受付機に必要なもの（ファイル・機器・サービス）を確かめ、直し方を示します。"
    ),
    "One JSON object per finding": "確かめたこと1つごとに JSON を1つ",
    "Run the kiosk on simulated hardware, in a window with a dock.": (
        "模擬の機器と操作パネルで受付機を動かします。"
    ),
    "Whose card is placed at the start": "はじめに置くカードの持ち主",
    "portrait or landscape": "portrait（縦）か landscape（横）",
    "pcsc or loopback; by default pcsc where it can run": (
        "pcsc か loopback。省くと、使えるところでは pcsc"
    ),
    "Only make the demo world, then end": "デモ用のデータだけを作って終わります",
    "Play a scripted patient against the real application.": (
        "台本どおりの患者で、本物のアプリケーションを動かします。"
    ),
    "Its name, as `--list` tells it": "台本の名前（--list で一覧）",
    "List the scenarios": "台本の一覧",
    "One JSON object per run": "1回ごとに JSON を1つ",
    "Save every screen passed here": "通った画面をこのフォルダーに保存します",
    "Of another panel than Full HD, for example 1280x800": (
        "フル HD 以外の画面の大きさ。例：1280x800"
    ),
    "Play it so many times": "繰り返す回数",
    "ja, en or another of the screens": "画面の言語。ja、en など",
    "Instead of the scenario's own": "台本の患者の代わり",
    "The flow: leaflet-2024-06 or current-2024-10": (
        "受付の流れ：leaflet-2024-06 か current-2024-10"
    ),
    "offscreen, or a real window of its own: x11 or wayland": (
        "offscreen（画面なし）か、本物のウィンドウ：x11 か wayland"
    ),
    "The ledger of consents.": "同意の記録。",
    "Compare it with what the service remembers of it": (
        "サービスが覚えている台帳の先頭と比べます"
    ),
    "--anchor asks the kiosk's service: name the configuration (--config).": (
        "--anchor は受付機のサービスに尋ねます。設定（--config）を指定してください。"
    ),
    "Another ledger of this kiosk held {entries} entries, and was moved aside.": (
        "この受付機の別の台帳（{entries} 件）は、わきへ移されています。"
    ),
    "The service remembers nothing of this kiosk's ledger.": (
        "サービスは、この受付機の台帳をまだ覚えていません。"
    ),
    "Go on with a ledger whose witness file is lost: say that it is the newest there is.": (
        "証人ファイルを失った台帳で続けます。これが最新だと確かめた人が実行します。"
    ),
    "Find any deleted, changed, reordered, truncated or foreign record, and name it.": (
        "消された・変えられた・並べ替えられた・切られた・よその記録を見つけ、どれかを示します。"
    ),
    "The folder that storage.state names": "storage.state のフォルダー",
    "The kiosk's configuration, which names it too": "受付機の設定（そこにも書いてあります）",
    "The consent key, where it does not lie in that folder": ("同意の鍵。そのフォルダーにないとき"),
    "Print the consents of some days for an audit.": "監査のために、ある期間の同意を出力します。",
    "First day, YYYY-MM-DD, in Japan": "はじめの日（YYYY-MM-DD、日本時間）",
    "Last day, YYYY-MM-DD": "終わりの日（YYYY-MM-DD）",
    "csv or jsonl": "csv か jsonl",
    "Remove old consents by the retention rule; the chain stays verifiable.": (
        "保存期間を過ぎた同意を消します。残りは確かめられるままです。"
    ),
    "Remove what is older than this day, YYYY-MM-DD": "この日（YYYY-MM-DD）より古いものを消します",
    "Results for the receipt computer.": "レセプトコンピューターへの結果。",
    "List what has not reached the receipt computer yet; nothing personal is shown.": (
        "まだレセプトコンピューターに届いていないものの一覧。 個人の情報は表示しません。"
    ),
    "Print each result as it arrives: a reference for a receipt computer's author.": (
        "結果が届くたびに表示します。 レセプトコンピューターを作る方の手本です。"
    ),
    "The folder storage.results names": "storage.results のフォルダー",
    "Also what lies there already": "すでにあるものも",
    "End after so many results": "この件数で終わります",
    "Print names and numbers, as a receipt computer takes them in": (
        "氏名や番号も表示します（レセプトコンピューターが取り込むとおりに）"
    ),
    "Reading any card.": "カードの読み取り。",
    "Read a card and print one JSON object; what needs a PIN or number is null without it.\n\n"
    "A wrong PIN costs a try, also the last one.": (
        "カードを読み、JSON を1つ出力します。暗証番号や照合番号が要る項目は、なければ null です。"
        "\n\n"
        "暗証番号を間違えると、残りの回数が1回減ります。最後の1回でも同じです。"
    ),
    "Part of the reader's name": "カードリーダーの名前の一部",
    "Holds the 4-digit PIN; - is stdin": "4桁の暗証番号が入ったファイル。- は標準入力",
    "Holds the 14 digits of 照合番号B; - is stdin": (
        "照合番号B（14桁）が入ったファイル。- は標準入力"
    ),
    "Write the card's photo here (JP2)": "カードの顔写真（JP2）の書き出し先",
    "Public key (PEM) that certifies face records": "券面の記録を証明する公開鍵（PEM）",
    "Write every exchange to standard error: personal data!": (
        "すべてのやりとりを標準エラーに出します。 個人情報です！"
    ),
    "On one line": "1行で",
    "Lay a virtual card on pcscd's virtual reader until interrupted.": (
        "止めるまで、pcscd の仮想リーダーに仮想カードを置きます。"
    ),
    "Whose card: a key or name of `card people`": "だれのカードか（`card people` の key か氏名）",
    "Where pcscd's virtual reader (vpcd) listens": "pcscd の仮想リーダー（vpcd）のポート",
    "File that keeps tries left and changed PINs": "残り回数と変えた暗証番号を覚えるファイル",
    "none, nfc106 or nfc424": "none、nfc106、nfc424 のどれか",
    "remove@N, sw@N=6F00, truncate@N=BYTES, delay@N=MS; comma between": (
        "remove@N、sw@N=6F00、truncate@N=バイト数、delay@N=ミリ秒。コンマで並べます"
    ),
    "List the demo people with what their virtual cards hold.": (
        "デモの人物と、仮想カードの中身の一覧。"
    ),
    "One JSON array": "JSON の配列を1つ",
    "Face authentication, measured.": "顔認証の測定。",
    "Say whether the probes, taken together, show the person of the reference.": (
        "撮った写真をまとめて見て、基準の写真の人かどうかを判定します。"
    ),
    "The card's photo": "カードの顔写真",
    "Pictures of one live person": "ひとりの人を撮った写真",
    "sface, dlib, or the path of a manifest": "sface、dlib、または定義ファイルの場所",
    "One JSON object": "JSON を1つ",
    "Describe what a recording shows of life, and what speaks against it.": (
        "録画に、本人がいるしるしと、疑わしいしるしがどれだけあるかを示します。"
    ),
    "A clip, or a folder of frames": "動画か、画像のフォルダー",
    "Measure rates over sets of people.": "人物の集まりで誤り率を測ります。",
    "The stock recipe beside ours; twice as long": "既製の方法とも比べる（時間は2倍かかります）",
    "Play whole attempts as at the kiosk: who is let in, and how soon.\n\n"
    "Strangers have all the tries of a visit; where there are several sets, the thresholds for "
    "those\nof one come from the others.": (
        "端末での顔認証を最初から最後まで再現し、だれが何秒で通るかを測ります。\n\n"
        "他人には、1回の来院で試せる回数をすべて使わせます。集まりが複数あるときは、"
        "ある集まりの他人を、ほかの集まりで作ったしきい値で判定します。"
    ),
    "Cards of each person": "1人あたりの本人のカードの枚数",
    "Cards of others, for each person": "1人あたりの他人のカードの枚数",
    "One kind of frames, or strangers; without it, all": (
        "映像の種類を1つに、または他人だけに絞る（省略するとすべて）"
    ),
    "--only is one of: {kinds}": "--only に指定できるもの：{kinds}",
    "Folders of PERSON/IMAGE": "「人物/画像」のフォルダー",
    "Live frames fused": "まとめて判定する枚数",
    "References as grey JPEG 2000, 3 KB": "基準の写真を、灰色の JPEG 2000（3 KB）にして",
    "Bad frames and a poor card too; three times as long": (
        "写りの悪い写真や古いカードでも。3倍の時間がかかります"
    ),
    "Draws for intervals": "信頼区間のための抽出の回数",
    "PNG of DET curves and scores": "DET 曲線とスコアの図（PNG）",
    "Make a calibration from people who agreed to it; prints what its thresholds rest on.": (
        "同意した人の写真から較正を作り、しきい値の根拠を表示します。"
    ),
    "The calibration file": "較正のファイル",
    "Whose pictures, on what terms": "だれの写真を、どんな条件で使うか",
    "sface, dlib, or a manifest, whose calibration need not be there": (
        "sface、dlib、または定義ファイル（較正はまだなくてもかまいません）"
    ),
    "False-accept target": "他人受入率の目標",
    "Nobody comes whose group is in none of the sets": (
        "どの集まりにもいない集団の人は来ないものとします"
    ),
    "Ed25519 key (PEM) that signs; else one used once": (
        "署名する Ed25519 の鍵（PEM）。省くと、一度だけの鍵"
    ),
    "The mock online qualification service.": "オンライン資格確認の模擬サービス。",
    "Serve the demo world's people until Ctrl-C.": "デモの人物で、Ctrl-C まで動かします。",
    "Address to listen on": "待ち受けるアドレス",
    "0: any free port": "0 は空いているポート",
    "SQLAlchemy URL, e.g. postgresql+psycopg://…; default: SQLite": (
        "SQLAlchemy の URL。例：postgresql+psycopg://…。省くと SQLite"
    ),
    "A fault to play; `list` names them": "起こす障害。`list` で一覧",
    "How long the scenario slow waits": "slow の待ち時間（ミリ秒）",
    "crl (daily list) or ocsp (asked each time)": "crl（日々の一覧）か ocsp（毎回の問い合わせ）",
    "Of identity, that are taken: pin, attested, terminal": (
        "受け付ける本人確認：pin、attested、terminal"
    ),
    "More than one needs PostgreSQL": "2つ以上には PostgreSQL が要ります",
    "Serve what the database holds already": "データベースにあるものをそのまま使います",
    "Revoke a person's certificate: seen by OCSP at once, by CRL after the next download.": (
        "証明書を失効させます。OCSP ではすぐに、CRL では次の取得のあとで分かります。"
    ),
    "Key of a person with a card, e.g. taro": "カードを持つ人の key。例：taro",
    "一時利用停止: can be taken back": "一時利用停止：取り消せます",
    "Take a hold (一時利用停止) back.": "一時利用停止を取り消します。",
    "Key of a person with a card": "カードを持つ人の key",
    "Take a kiosk's client certificate back; servers that run notice it.": (
        "受付機のクライアント証明書を取り消します。動いているサーバーにも効きます。"
    ),
    "Id of the kiosk, e.g. demo-kiosk": "受付機の ID。例：demo-kiosk",
    "Fill the database with invented persons, for load tests; then serve with --keep.": (
        "負荷試験のために、架空の人でデータベースを満たします。続けて --keep で動かします。"
    ),
    "How many persons": "人数",
    "The camera above the card.": "カードの上のカメラ。",
    "Read rendered captures of the demo people's cards, and print how well it went.": (
        "デモの人物のカードを写した画像を読み、読み取りの成績を表示します。"
    ),
    "Pictures to take": "撮る枚数",
    "Another number, other pictures": "数を変えると、別の画像になります",
    # Updates
    "Another version of the program, and back.": "プログラムの更新と、前の版への復帰。",
    "Say which version is current, and which one the kiosk would go back to.": (
        "いまの版と、戻るときの版を表示します。"
    ),
    "Put a version in place and start it when no patient is there; it goes back by itself.": (
        "新しい版を置き、患者さんがいないときに切り替えます。動かなければ自動で前の版に戻ります。"
    ),
    "Go back to the version before, when no patient is there.": (
        "患者さんがいないときに、前の版に戻します。"
    ),
    "Look for a newer version in this kiosk's ring, and apply it.": (
        "この受付機の配布グループに新しい版があれば、取り寄せて切り替えます。"
    ),
    "No update.source is set. Name the folder or address of your supplier.": (
        "update.source がありません。納入業者のフォルダーかアドレスを設定してください。"
    ),
    "Nothing newer is there.": "新しい版はありません。",
    "{address} names no archive. Its one line has to be like uketsuke-1.2.3-x86_64.tar.": (
        "{address} に更新ファイルの名前がありません。uketsuke-1.2.3-x86_64.tar のように"
        "1行で書いてください。"
    ),
    "{folder} has no room for {name}. Make room on that disk.": (
        "{folder} に {name} を置く空きがありません。ディスクを空けてください。"
    ),
    "{address} cannot be read ({why}). Look at update.source and update.ring, and at the "
    "network.": (
        "{address} を読めません（{why}）。update.source と update.ring、ネットワークを"
        "確かめてください。"
    ),
    "From your supplier (.tar)": "納入業者から届いたファイル（.tar）",
    "How long to wait until no patient is there": "患者さんがいなくなるまで待つ時間（秒）",
    "So soon it must receive patients": "受付できるようになるまでの制限時間（秒）",
    "Version {version} is in place. It starts when no patient is there.": (
        "版 {version} を置きました。患者さんがいないときに切り替わります。"
    ),
    "Version {version} runs from the kiosk's next start on.": (
        "版 {version} は、受付機の次の起動から使われます。"
    ),
    "Version {version} runs.": "版 {version} で動いています。",
    "Version {version} did not come up in time; the version before runs again.": (
        "版 {version} は時間内に動き出しませんでした。前の版に戻っています。"
    ),
    "{path} is signed with none of the keys in {keys}. Take the archive from your supplier, or "
    "put the supplier's new key there.": (
        "{path} の署名は、{keys} のどの鍵とも合いません。納入業者から届いたファイルを使うか、"
        "納入業者の新しい鍵をそこに置いてください。"
    ),
    "No key of a supplier lies in {folder}. Put the supplier's public key there (PEM).": (
        "{folder} に納入業者の鍵がありません。納入業者の公開鍵（PEM）を置いてください。"
    ),
    "{path} is no public Ed25519 key in PEM. Put the supplier's key there.": (
        "{path} は Ed25519 の公開鍵（PEM）ではありません。納入業者の鍵を置いてください。"
    ),
    "{path} can be written by others. Look at it, then: chmod go-w {same}.": (
        "{path} はほかの利用者が書き換えられます。中身を確かめてから、chmod go-w {same} を"
        "実行してください。"
    ),
    "{path} is no archive of a version: {why}. Fetch it anew from your supplier.": (
        "{path} は更新ファイルとして使えません：{why}。納入業者からもう一度受け取ってください。"
    ),
    "it was cut, or is none": "途中で切れているか、別のファイルです",
    "it has no program": "プログラムが入っていません",
    "the path {path} leads out of its folder": "{path} がフォルダーの外を指しています",
    "the link {path} leads out of its folder": "リンク {path} がフォルダーの外を指しています",
    "the path {path} leads through a link": "{path} がリンクを通っています",
    "it was cut or altered": "途中で切れているか、書き換えられています",
    "{file} in it is not what the manifest says": "中の {file} が目録と違います",
    "{file} is missing in it": "中に {file} がありません",
    "its content cannot be unpacked ({error})": "中身を取り出せません（{error}）",
    "The version of the Debian package runs, and none before it is kept. Install the package that "
    "you want: apt-get install --allow-downgrades ./uketsuke_….deb.": (
        "Debian パッケージの版で動いていて、それより前の版は残っていません。使いたいパッケージを"
        "入れてください：apt-get install --allow-downgrades ./uketsuke_….deb"
    ),
    "{folder} may not be written. Run this command as root.": (
        "{folder} に書き込めません。このコマンドを root で実行してください。"
    ),
    "Another update goes on. Wait until it has ended.": (
        "ほかの更新が進んでいます。終わるまでお待ちください。"
    ),
    "Version {version} was not judged yet. Wait until it has started, or go back: uketsuke update "
    "rollback.": (
        "版 {version} はまだ確認中です。起動するまで待つか、uketsuke update rollback で"
        "前の版に戻してください。"
    ),
    "{path} is for {its}, and this machine is {ours}. Take the archive that was made for it.": (
        "{path} は {its} 用で、この機械は {ours} です。この機械用のファイルを使ってください。"
    ),
    "{path} is version {its}, and {ours} runs. To go back to the version before: uketsuke update "
    "rollback.": (
        "{path} は版 {its} で、いまの版は {ours} です。前の版に戻すには uketsuke update rollback を"
        "実行してください。"
    ),
    "{path} goes on from version {oldest}, and {ours} runs, which could not read what it leaves. "
    "Apply an archive between the two first.": (
        "{path} は版 {oldest} 以降から更新できます。いまの版 {ours} に戻ったとき、"
        "新しい版の記録を読めないためです。先に、間の版に更新してください。"
    ),
    "{folder} has {free} MiB free, and {needed} MiB are needed. Make room on that disk.": (
        "{folder} の空きは {free} MiB で、{needed} MiB が必要です。ディスクを空けてください。"
    ),
    "{path} was not read back as it was written. Look at this machine's disk before anything "
    "else.": ("{path} が書いたとおりに読み出せません。まず、この機械のディスクを調べてください。"),
    # What the commands print
    "uketsuke: {fault}": "uketsuke: {fault}",
    "Who of the staff may act at the kiosk.": "受付機を操作できる職員。",
    "As the audit names them": "監査記録に残す氏名",
    "An administrator may also leave the kiosk's screen": (
        "administrator（管理者）は受付機の画面を終了することもできます"
    ),
    "3 digits; without it the lowest free one": "3桁。省くと、空いている最も小さい番号",
    "Last day on which it can be used, YYYY-MM-DD": "使える最後の日（YYYY-MM-DD）",
    "Add somebody; their PIN (4 to 12 digits) is read from standard input.": (
        "職員を加えます。PIN（4〜12桁）は標準入力から読みます。"
    ),
    "A PIN of staff is 4 to 12 digits, given on standard input.": (
        "職員の PIN は4〜12桁です。標準入力に与えてください。"
    ),
    "Staff number {number}: at the kiosk, type it and then the PIN.": (
        "職員番号 {number}：受付機では、この番号に続けて PIN を入力します。"
    ),
    "List everybody, by number.": "全員を番号順に表示します。",
    "Remove somebody; they cannot sign in from now on.": (
        "職員を除きます。以後、その人は操作できません。"
    ),
    "Their staff number": "職員番号",
    "{text} is no date. Write YYYY-MM-DD.": (
        "{text} は日付ではありません。YYYY-MM-DD と書いてください。"
    ),
    "A name has 1 to {most} letters.": "氏名は1〜{most}文字です。",
    "A staff number has {digits} digits and belongs to one person. Choose another, or leave it "
    "out.": "職員番号は{digits}桁で、一人に一つです。別の番号にするか、省いてください。",
    "There is no staff number {number}. `uketsuke staff list` lists all.": (
        "職員番号 {number} はありません。`uketsuke staff list` で一覧できます。"
    ),
    "The staff accounts {file} cannot be read: {error}. Give the kiosk's user the right to read "
    "them.": (
        "職員の登録 {file} を読めません：{error}。受付機のユーザーが読めるようにしてください。"
    ),
    "The staff accounts {file} cannot be written: {error}. Make room on that disk, or run this "
    "command as the kiosk's user.": (
        "職員の登録 {file} に書けません：{error}。ディスクの空きを作るか、受付機のユーザーで実行"
        "してください。"
    ),
    "The staff accounts {file} are damaged. Remove the file and add staff anew with `uketsuke "
    "staff add`.": (
        "職員の登録 {file} が壊れています。ファイルを削除し、`uketsuke staff add` で"
        "登録し直してください。"
    ),
    "What staff did: who, when, at which kiosk.": "職員の操作の記録：誰が、いつ、どの受付機で。",
    "Find any line that was changed, removed, put in or torn, and name it.": (
        "変更・削除・挿入・欠損のある行を見つけ、示します。"
    ),
    "Print all entries, the oldest first.": "すべての記録を古い順に表示します。",
    "The staff audit {file} cannot be read: {error}.": (
        "職員の操作の記録 {file} を読めません：{error}。"
    ),
    "{count} entries, intact": "{count} 件、異常なし",
    "{count} entries, NOT intact": "{count} 件、異常あり",
    "{count} entries removed": "{count} 件を消しました",
    "{done_at}  session {session}  {state} ({age})": (
        "{done_at}  セッション {session}  {state}（{age}）"
    ),
    "{seconds} s": "{seconds} 秒",
    "{seconds} s, late: match it by hand": "{seconds} 秒。遅れ：手で突き合わせてください",
    "waits for the online service": "オンライン資格確認を待っています",
    "waits for the receipt computer's folder": ("レセプトコンピューターのフォルダーを待っています"),
    "refused by the online service: place the card again": (
        "オンライン資格確認に断られました：カードを置き直してください"
    ),
    "{count} waiting": "{count} 件が待っています",
    "watching {folder}; Ctrl-C ends": "{folder} を見ています。Ctrl-C で終わります",
    "The card of {person} goes to {address}. Stop with Ctrl-C.": (
        "{person} のカードを {address} に送ります。Ctrl-C で止めます。"
    ),
    "The card was taken, as planned.": "予定どおり、カードが取り出されました。",
    "It lies in the reader.": "リーダーに置かれました。",
    "The reader is gone. Waiting for it.": "リーダーがなくなりました。待っています。",
    "Nobody takes the card. Is pcscd running, with its virtual reader (Debian: pcscd, "
    "vsmartcard-vpcd)? Does another card lie there? Waiting.": (
        "カードを受け取るものがありません。pcscd と仮想リーダーは動いていますか"
        "（Debian：pcscd、vsmartcard-vpcd）。別のカードが置かれていませんか。待っています。"
    ),
    "{count} persons in {registry}'s registry": "{registry} の登録に {count} 人",
    "captures             {value}": "枚数                 {value}",
    "all three exact      {value}": "3つとも正しい        {value}",
    "unreadable           {value}": "読めない             {value}",
    "wrong, caught        {value}": "誤り（見つけた）     {value}",
    "wrong, accepted      {value}": "誤り（通した）       {value}",
    "median, 95 %         {value}": "中央値、95 %         {value}",
    # What can be wrong with a command
    "Only one of --pin-file and --number-b-file can be standard input.": (
        "標準入力にできるのは、--pin-file と --number-b-file のどちらか1つです。"
    ),
    "--photo needs --number-b-file, which opens the photo.": (
        "--photo には、写真を開く --number-b-file が要ります。"
    ),
    "--photo {path} cannot be written ({why}). Name a file in a folder of yours.": (
        "--photo {path} に書き込めません（{why}）。書けるフォルダーの中のファイルにしてください。"
    ),
    "{option} {path} cannot be read ({why}). Name a file that you may read.": (
        "{option} {path} を読めません（{why}）。読めるファイルを指定してください。"
    ),
    "{option} must hold {digits} digits and nothing else.": (
        "{option} には、数字 {digits} 桁だけを入れてください。"
    ),
    "--authority {path} is not a public key in PEM form. Name the file of the key that vouches for "
    "the photos of cards.": (
        "--authority {path} は PEM 形式の公開鍵ではありません。カードの写真を証明する鍵のファイルを"
        "指定してください。"
    ),
    "--format {value}: choose csv or jsonl.": "--format {value}：csv か jsonl を選んでください。",
    "--from {start} is later than --to {end}: name the first day first.": (
        "--from {start} が --to {end} より後です。はじめの日を先にしてください。"
    ),
    "There is no consent ledger at {path}: see --state.": (
        "{path} に同意の記録がありません。--state を確かめてください。"
    ),
    "{text} is not a day; write it as YYYY-MM-DD.": (
        "{text} は日付ではありません。YYYY-MM-DD で書いてください。"
    ),
    "{path} does not exist.": "{path} がありません。",
    "{folder} is no folder. Name the one that storage.results names.": (
        "{folder} はフォルダーではありません。storage.results のフォルダーを指定してください。"
    ),
    "Name the kiosk's configuration with --config, or its folder with --state.": (
        "--config で設定を、または --state でフォルダーを指定してください。"
    ),
    "--latency {value}: choose {choices}.": "--latency {value}：{choices} から選んでください。",
    "--state {path} cannot be kept ({why}).": "--state {path} に保存できません（{why}）。",
    "--size {value}: give width and height, as in 1280x800.": (
        "--size {value}：幅と高さを指定してください。例：1280x800"
    ),
    "Name a scenario; `uketsuke rehearse --list` lists them.": (
        "台本を指定してください。`uketsuke rehearse --list` で一覧が出ます。"
    ),
    "--orientation {value}: choose portrait or landscape.": (
        "--orientation {value}：portrait か landscape を選んでください。"
    ),
    "--language {value}: choose one of {choices}.": (
        "--language {value}：{choices} から選んでください。"
    ),
    "--screens {path} cannot be a folder ({why}).": (
        "--screens {path} をフォルダーにできません（{why}）。"
    ),
    "--profile {value}: choose {choices}.": "--profile {value}：{choices} から選んでください。",
    "--display {value}: choose offscreen, x11 or wayland.": (
        "--display {value}：offscreen、x11、wayland から選んでください。"
    ),
    "--transport {value}: choose pcsc or loopback.": (
        "--transport {value}：pcsc か loopback を選んでください。"
    ),
    "Two sets have the same name; the folders must be named differently.": (
        "同じ名前のフォルダーがあります。別の名前にしてください。"
    ),
    "{option} {path} cannot be written: name a file in a folder of yours.": (
        "{option} {path} に書き込めません。書けるフォルダーの中のファイルにしてください。"
    ),
    "--scenario {value}: choose one of {choices}.": (
        "--scenario {value}：{choices} から選んでください。"
    ),
    "--processes: several server processes need PostgreSQL (--db).": (
        "--processes：2つ以上のサーバーには PostgreSQL（--db）が要ります。"
    ),
    "{person}: no such person; start the service once before.": (
        "{person}：その人はいません。先に一度サービスを起動してください。"
    ),
    "--revocation {value}: choose crl or ocsp.": (
        "--revocation {value}：crl か ocsp を選んでください。"
    ),
    "--proofs {value}: choose of {choices}, with commas.": (
        "--proofs {value}：{choices} から、コンマで並べてください。"
    ),
    "--proofs {value}: pin belongs to it; every kiosk offers the PIN.": (
        "--proofs {value}：pin も入れてください。暗証番号はどの受付機にもあります。"
    ),
    "The OCR engine is not installed (package rapidocr).": (
        "OCR エンジンがありません（パッケージ rapidocr）。"
    ),
    # What can be wrong with a kiosk
    "The configuration file {path} does not exist. Copy the sample there (of the sources "
    "packaging/uketsuke.toml, of Debian's package /usr/share/uketsuke/config.toml), and fill it "
    "in.": (
        "設定ファイル {path} がありません。見本（ソースでは packaging/uketsuke.toml、Debian の"
        "パッケージでは /usr/share/uketsuke/config.toml）をそこに写し、記入してください。"
    ),
    "{place}: {setting}: {what}. What may be set: uketsuke config schema.": (
        "{place}：{setting}：{what}。設定できる項目は uketsuke config schema で見られます。"
    ),
    "expected {what}": "{what} のどれかを書いてください",
    "it is still the sample's; write this facility's own code": (
        "見本のままです。この施設のコードを書いてください"
    ),
    "expected https://HOST or https://HOST:PORT": (
        "https://ホスト名 か https://ホスト名:ポート番号 の形で書いてください"
    ),
    "expected HOST:PORT": "ホスト名:ポート番号 の形で書いてください",
    "{item} is not a facility's to choose": "{item} は施設が選ぶ項目ではありません",
    '"prescription" is asked by those who issue prescriptions': (
        '"prescription" は、処方箋を出す施設だけの項目です'
    ),
    "{variable} in the environment is no list. Write it as in the file, for example "
    '["medicines"].': (
        "環境変数 {variable} は一覧ではありません。ファイルと同じように、たとえば "
        '["medicines"] と書いてください。'
    ),
    "The configuration file {path} cannot be read: {why}. Give the kiosk's user the right to read "
    "it.": (
        "設定ファイル {path} を読めません：{why}。受付機のユーザーが読めるようにしてください。"
    ),
    "The configuration file {path} is not valid TOML: {why}. Correct that line.": (
        "設定ファイル {path} は TOML として正しくありません：{why}。その行を直してください。"
    ),
    "The configuration file {path} is not UTF-8 text. Save it in that encoding.": (
        "設定ファイル {path} は UTF-8 ではありません。UTF-8 で保存してください。"
    ),
    "Serve /metrics and /health on this port of 127.0.0.1": (
        "127.0.0.1 のこのポートで /metrics と /health を公開する"
    ),
    "Print counts and times without persons, as Prometheus reads them.": (
        "件数と時間を Prometheus の形式で表示します（個人に関する情報はありません）。"
    ),
    "{address} cannot be listened on ({why}). Choose another --port.": (
        "{address} で待ち受けできません（{why}）。--port で別の番号を指定してください。"
    ),
    "Folder for the copy, of nobody else's": "写しを置くフォルダー（ほかの人が使わないもの）",
    "Copy the ledger while the kiosk goes on, and verify the copy; its key is not copied.": (
        "端末を動かしたまま台帳を写し、その写しを検証します（鍵は写しません）。"
    ),
    # Keys and certificates
    "Settings, staff, keys and certificates of this kiosk.": (
        "この端末の設定、職員、鍵、証明書を用意します。"
    ),
    "Take in settings, staff and certificates that were prepared for this kiosk.": (
        "この端末のために用意された設定、職員、証明書を取り込みます。"
    ),
    "As your supplier has prepared it (TOML)": "販売元が用意したファイル（TOML）",
    "A picture of its QR code, instead": "代わりに、その QR コードの画像",
    "A camera that the code is held before, instead": "代わりに、QR コードをかざすカメラ",
    "Hold the QR code before the camera.": "QR コードをカメラにかざしてください。",
    "Name the sheet: its file, --qr PICTURE or --camera DEVICE.": (
        "取り込むものを指定してください：ファイル、--qr 画像、--camera カメラのいずれか。"
    ),
    "No QR code is found in {path}. Take the picture straight and close.": (
        "{path} に QR コードが見つかりません。正面から近くで撮り直してください。"
    ),
    "No QR code was seen in {limit} s. Hold it nearer.": (
        "{limit} 秒の間に QR コードが見つかりませんでした。もっと近くにかざしてください。"
    ),
    "{origin} is no TOML ({error}). Write settings as in config.toml, [[staff]] and "
    "[certificates].": (
        "{origin} は TOML ではありません（{error}）。設定は config.toml と同じように、職員は "
        "[[staff]]、証明書は [certificates] に書いてください。"
    ),
    "{origin}: {where}: {problem}. Correct that in the sheet.": (
        "{origin}：{where}：{problem}。ファイルのその箇所を直してください。"
    ),
    "Seal the key of the consents to this machine, by its TPM where it has one.": (
        "同意記録の鍵をこの機械に封印します（TPM があれば TPM で）。"
    ),
    "Folder that the key goes to, off this machine": "鍵を移すフォルダー（この機械の外）",
    "Another TPM than the machine's, as systemd-creds names it": (
        "この機械以外の TPM（systemd-creds の書き方で）"
    ),
    "The kiosk runs and uses the key. Stop it: systemctl stop uketsuke": (
        "端末が動いていて、この鍵を使っています。止めてください：systemctl stop uketsuke"
    ),
    "The key is sealed with the TPM.": "鍵を TPM で封印しました。",
    "This machine has no TPM 2.0: the key is sealed with one that lies on the same disk.": (
        "この機械に TPM 2.0 はありません。同じディスクにある鍵で封印しました。"
    ),
    "Start the kiosk: systemctl daemon-reload; systemctl start uketsuke": (
        "端末を起動してください：systemctl daemon-reload; systemctl start uketsuke"
    ),
    "their key is sealed to this machine; the kiosk looks at them when it starts": (
        "鍵はこの機械に封印されています。同意記録は端末の起動時に確かめます"
    ),
    "{path} is another key. Name another folder for the backup.": (
        "{path} は別の鍵です。別のフォルダーを指定してください。"
    ),
    "What was sealed does not open again. Look at this machine's TPM.": (
        "封印した鍵が開きません。この機械の TPM を確認してください。"
    ),
    "{path} was not read back as it was written. Look at that disk.": (
        "{path} は書いたとおりに読めません。そのディスクを確認してください。"
    ),
    "systemd-creds is missing. It comes with systemd 250 and newer.": (
        "systemd-creds がありません。systemd 250 以降に含まれています。"
    ),
    "systemd-creds does not answer. Look at this machine's TPM.": (
        "systemd-creds が応答しません。この機械の TPM を確認してください。"
    ),
    "systemd-creds cannot seal the key ({said}). Run this command as root.": (
        "systemd-creds で鍵を封印できません（{said}）。root で実行してください。"
    ),
    "Folder for what goes to the operator": "サービスの運営者に渡すファイルを書き出すフォルダー",
    "Make the keys that are missing, and the request for a certificate.": (
        "足りない鍵を作り、証明書の申請ファイルを書き出します。"
    ),
    "As the service's operator has made it": "サービスの運営者が発行したもの",
    "Who signed the service's own certificate": "サービス側の証明書に署名した認証局",
    "Take a certificate in, once it fits key and facility of this kiosk.": (
        "この端末の鍵と医療機関に合うことを確かめてから、証明書を入れます。"
    ),
    "service.key: {path} is no key of an elliptic curve. Move it away: the next request makes "
    "one.": (
        "service.key：{path} は楕円曲線の鍵ではありません。よそに移すと、次の申請のときに作ります。"
    ),
    "{path} is no certificate in PEM, or {key} no key. Ask for the certificate in PEM.": (
        "{path} が PEM の証明書ではないか、{key} が鍵ではありません。証明書を PEM 形式で受け取って"
        "ください。"
    ),
    "{path} was made for another key than {key}. Ask for one with this kiosk's own request "
    "(uketsuke provision request).": (
        "{path} は {key} とは別の鍵の証明書です。この端末の申請ファイル"
        "（uketsuke provision request）で発行してもらってください。"
    ),
    "{path} is for {units}, and facility.code is {code}. Correct the code, or ask for this "
    "facility's certificate.": (
        "{path} は {units} の証明書ですが、facility.code は {code} です。コードを直すか、この"
        "医療機関の証明書を発行してもらってください。"
    ),
    "no facility": "医療機関なし",
    "{path} has ended. Ask for a new one, or look at the clock.": (
        "{path} の有効期限は切れています。新しいものを発行してもらうか、時計を確かめてください。"
    ),
    "{path} cannot be read ({why}). Name a file that you may read.": (
        "{path} を読めません（{why}）。読めるファイルを指定してください。"
    ),
    "{path} cannot be written ({why}). Make its folder, or run this command as root.": (
        "{path} に書き込めません（{why}）。フォルダーを作るか、root で実行してください。"
    ),
    "Whoever answers at {address} is not the console that desk.authority vouches for ({why}). "
    "Check both settings, and the console's certificate.": (
        "{address} で応答しているのは、desk.authority が証明するコンソールではありません（{why}）。"
        "両方の設定とコンソールの証明書を確かめてください。"
    ),
    "The console at {address} does not answer ({why}). Start it, or look at the network between "
    "them.": (
        "コンソール {address} が応答しません（{why}）。起動するか、間のネットワークを"
        "確かめてください。"
    ),
    "The console at {address} does not take this kiosk's certificate. Its kiosks.authority must be "
    "who signed service.certificate.": (
        "コンソール {address} がこの端末の証明書を受け付けません。コンソールの kiosks.authority は "
        "service.certificate に署名した認証局でなければなりません。"
    ),
    # Looking at the machine
    "{path} cannot be read ({why}). Fetch it anew, to a folder that you may read.": (
        "{path} を読めません（{why}）。読めるフォルダーに取得し直してください。"
    ),
    "{path} cannot be written ({why}). Make room on that disk.": (
        "{path} に書き込めません（{why}）。ディスクの空きを作ってください。"
    ),
    "identity.card_face_authority: {path}: {why}. Install the key there (docs/install.md), or "
    "correct the path.": (
        "identity.card_face_authority：{path}：{why}。鍵をそこに置く（docs/install.md）か、"
        "場所を直してください。"
    ),
    "service.certificate: {path}: {why}. Install the kiosk's certificate there (docs/install.md), "
    "or correct the path.": (
        "service.certificate：{path}：{why}。受付機の証明書をそこに置く（docs/install.md）か、"
        "場所を直してください。"
    ),
    "The library {name} is missing on this machine. Install the packages that the kiosk depends on "
    "(docs/install.md).": (
        "この機械にライブラリー {name} がありません。端末に必要なパッケージを入れてください"
        "（docs/install.md）。"
    ),
    "identity.surface: what reads the card's printed side is not installed. Install the package "
    "uketsuke-ocr, or lay the folder uketsuke-ocr over the bundle.": (
        "identity.surface：カードの印字を読むための部品がありません。パッケージ uketsuke-ocr を"
        "入れるか、フォルダー uketsuke-ocr の中身をバンドルに重ねてください。"
    ),
    "A virtual card reader (vpcd) is there, into which anybody on the network can put a card. "
    "Remove it: apt-get purge vsmartcard-vpcd. For a rehearsal, name it: reader.name_pattern = "
    '"{name}".': (
        "仮想のカードリーダー（vpcd）があります。ネットワークのだれでもカードを入れられるため、"
        "使えません。取り除いてください：apt-get purge vsmartcard-vpcd。リハーサルで使う場合は、"
        '設定に書いてください：reader.name_pattern = "{name}"'
    ),
    "There is no /dev/shm, where the camera's picture lies for the screen. Mount it: mount -t "
    "tmpfs tmpfs /dev/shm.": (
        "カメラの画像を画面に渡すための /dev/shm がありません。マウントしてください："
        "mount -t tmpfs tmpfs /dev/shm"
    ),
    "{place} has {free} MiB free, and the camera's picture needs 64. Mount it larger: mount -o "
    "remount,size=256M {same}.": (
        "{place} の空きは {free} MiB ですが、カメラの画像には 64 MiB 必要です。大きくして"
        "ください：mount -o remount,size=256M {same}"
    ),
    "aplay is not installed, which plays the guidance. apt-get install alsa-utils.": (
        "音声案内を再生する aplay がありません。apt-get install alsa-utils を実行してください。"
    ),
    'The sound device "{device}" takes no sound. Choose another one that `aplay -L` lists, for '
    "sound.device.": (
        "音声出力先「{device}」が応答しません。sound.device に、`aplay -L` に出る別の名前を"
        "書いてください。"
    ),
    'The sound device "{device}" cannot be used. Choose one that `aplay -L` lists, for '
    'sound.device, or sound.kind = "none" for a silent kiosk.': (
        "音声出力先「{device}」は使えません。sound.device に `aplay -L` に出る名前を書くか、"
        '音を出さないなら sound.kind = "none" としてください。'
    ),
    "This processor has no AVX, which faces are found with. Use a PC made after 2011, or go "
    'without faces: camera.kind = "none" and identity.proof = "none".': (
        "この CPU には、顔の検出に使う AVX がありません。2012 年以降の PC を使うか、顔認証なしで"
        '使ってください：camera.kind = "none" と identity.proof = "none"'
    ),
    "service.certificate: {path} has ended on {day}. Install the one that follows it, or look at "
    "this machine's clock.": (
        "service.certificate：{path} の有効期限は {day} で切れています。次の証明書を入れるか、"
        "この機械の時計を確かめてください。"
    ),
    "service.certificate: {path} is not valid yet. Look at this machine's clock.": (
        "service.certificate：{path} はまだ有効期間に入っていません。この機械の時計を確かめて"
        "ください。"
    ),
    "{path} cannot be written ({why}). Name a folder with --to.": (
        "{path} に書き込めません（{why}）。--to で別のフォルダーを指定してください。"
    ),
    "{path} is written": "{path} を書きました",
    "{path} is in order": "{path} に問題はありません",
    "The configuration file {path} can be written by others (mode {mode}). Look through it, then: "
    "chmod go-w {same}.": (
        "設定ファイル {path} は、ほかの人も書き換えられます（モード {mode}）。中を見てから："
        "chmod go-w {same}"
    ),
    "{variable} in the environment names no section of the configuration. Unset it, or write "
    "{name}.": (
        "環境変数 {variable} は設定のどの区分でもありません。消すか、{name} と書いてください。"
    ),
    "{variable} in the environment names a whole section. Name one setting of it, for example "
    "{name}.": (
        "環境変数 {variable} は区分の全体を指しています。その中の1つを、たとえば {name} のように"
        "指定してください。"
    ),
    "{variable} in the environment names no setting of [{section}]. Unset it, or correct its "
    "name{meant}.": (
        "環境変数 {variable} は [{section}] の設定ではありません。消すか、名前を直してください"
        "{meant}。"
    ),
    "{path}: {setting}: {value} is no switch. Write true or false, without quotes.": (
        "{path}：{setting}：{value} はオン・オフではありません。引用符なしで true か false と"
        "書いてください。"
    ),
    "facility.code is {code}, but the certificate {path} is for {named}. Correct the code, or "
    "install this facility's certificate.": (
        "facility.code は {code} ですが、証明書 {path} は {named} のものです。コードを直すか、"
        "この施設の証明書を入れてください。"
    ),
    "service.certificate: {path} is no certificate in PEM. Install the one that the service's "
    "operator has made for this kiosk.": (
        "service.certificate：{path} は PEM の証明書ではありません。"
        "サービスの運営者がこの受付機に発行したものを入れてください。"
    ),
    "{setting}: {path} belongs to another user (uid {uid}). Give it to the kiosk's user: chown "
    "{own} {same}.": (
        "{setting}：{path} は別のユーザー（uid {uid}）のものです。受付機のユーザーのものにして"
        "ください：chown {own} {same}"
    ),
    "{setting}: {path} can be read by others (mode {mode}). Have the key made anew if others were "
    "on this machine, then: chmod 600 {same}.": (
        "{setting}：{path} は、ほかの人も読めます（モード {mode}）。ほかの人がこの機械を使って"
        "いたら鍵を作り直してもらい、それから：chmod 600 {same}"
    ),
    "storage.state: others may write in {path} (mode {mode}). Check the ledger (uketsuke consent "
    "verify), then: chmod 700 {same}.": (
        "storage.state：{path} には、ほかの人も書き込めます（モード {mode}）。記録を確かめてから"
        "（uketsuke consent verify）：chmod 700 {same}"
    ),
    "storage.state: the path {path} is too long for the control socket in it ({count} bytes, at "
    "most {most}). Shorten it.": (
        "storage.state：{path} は、中の制御ソケットには長すぎます（{count} バイト。{most} まで）。"
        "短くしてください。"
    ),
    'identity.proof = "{proof}" needs identity.card_face_authority, the key that vouches for the '
    'photos of cards (docs/install.md). Name its file, or choose identity.proof = "none".': (
        'identity.proof = "{proof}" には、写真を証明する鍵 identity.card_face_authority が'
        '要ります（docs/install.md）。ファイルを示すか、identity.proof = "none" にしてください。'
    ),
    "identity.card_face_authority: {path} is missing or may not be read. Install the key there "
    "(docs/install.md), or correct the path.": (
        "identity.card_face_authority：{path} がないか、読めません。鍵をそこに置く"
        "（docs/install.md）か、場所を直してください。"
    ),
    "identity.card_face_authority: {path} holds no RSA public key. Install the key of the "
    "authority that signs the face records of cards there (PEM).": (
        "identity.card_face_authority：{path} に RSA の公開鍵がありません。券面の記録に署名する"
        "機関の鍵（PEM）を入れてください。"
    ),
    "The control socket {path} cannot be made: {why}. Give the kiosk's user a state folder of its "
    "own, with a path of less than 100 characters.": (
        "制御ソケット {path} を作れません：{why}。受付機のユーザーだけの状態フォルダーを、"
        "100 文字より短い場所に用意してください。"
    ),
    "No font with Japanese characters is installed, so that the screens could not be read. "
    "Install the fonts: apt-get install fonts-morisawa-bizud-gothic fonts-noto-cjk.": (
        "日本語の文字のあるフォントがなく、画面が読めません。フォントを入れてください："
        "apt-get install fonts-morisawa-bizud-gothic fonts-noto-cjk"
    ),
    'identity.proof = "terminal" needs a maker\'s adapter, and none is installed. Install its '
    'package (docs/adapters.md), or choose "attested" or "none".': (
        'identity.proof = "terminal" には端末メーカーのアダプターが要りますが、入っていません。'
        'パッケージを入れる（docs/adapters.md）か、"attested" か "none" にしてください。'
    ),
    "The terminal adapter {name} cannot be used ({why}). See its maker's instructions.": (
        "端末のアダプター {name} を使えません（{why}）。メーカーの説明を見てください。"
    ),
    "The terminal adapter {name} has no method sign. It was made for something else: ask its "
    "maker for one that follows docs/adapters.md.": (
        "端末のアダプター {name} に sign がありません。別の用途のものです。docs/adapters.md に"
        "沿うものをメーカーに求めてください。"
    ),
    "Several adapters are called {name}. Remove all but one of them.": (
        "{name} という名のアダプターがいくつもあります。1つだけ残してください。"
    ),
    "Several terminal adapters are installed ({names}). Name the one to use in "
    "identity.terminal.": (
        "端末のアダプターがいくつもあります（{names}）。使うものを identity.terminal に"
        "書いてください。"
    ),
    "identity.terminal: no adapter is called {name}; installed: {names}. Correct it.": (
        "identity.terminal：{name} というアダプターはありません。あるのは {names}。直してください。"
    ),
    "{setting}: {path} is missing or may not be read. Install the kiosk's certificate there "
    "(docs/install.md), or correct the path.": (
        "{setting}：{path} がないか、読めません。受付機の証明書をそこに置く（docs/install.md）か、"
        "場所を直してください。"
    ),
    "{setting}: the folder {path} is missing or may not be written. Create it for the kiosk's "
    "user, or correct the path.": (
        "{setting}：フォルダー {path} がないか、書き込めません。受付機のユーザーで作るか、"
        "場所を直してください。"
    ),
    "A kiosk with the state folder {path} is running already. Stop it first, or give this one a "
    "folder of its own.": (
        "状態フォルダー {path} の受付機がもう動いています。先に止めるか、"
        "別のフォルダーにしてください。"
    ),
    "The kiosk at {path} answers its own user only. Ask as that user, or as root.": (
        "{path} の受付機は、そのユーザーにだけ答えます。そのユーザーか root で実行してください。"
    ),
    "No kiosk answers at {path}. Start it, or name its configuration.": (
        "{path} で答える受付機がありません。起動するか、その設定を指定してください。"
    ),
    "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a graphical "
    "session, or under `xvfb-run -a`.": (
        "画面がありません（DISPLAY も WAYLAND_DISPLAY もありません）。"
        "画面のある環境か、`xvfb-run -a` で起動してください。"
    ),
    "The demo people's photographs are missing in {folder} ({names}). Run `make setup`.": (
        "{folder} にデモの人物の写真がありません（{names}）。`make setup` を実行してください。"
    ),
    "There is no demo person {name}. There are: {choices}.": (
        "{name} というデモの人物はいません。いるのは：{choices}。"
    ),
    "--transport pcsc: {why} Or use --transport loopback.": (
        "--transport pcsc：{why} または --transport loopback にしてください。"
    ),
    "For a real display {names} must be installed: make setup.": (
        "本物の画面には {names} が要ります：make setup"
    ),
    "{name} does not start (exit code {code}).": "{name} が起動しません（終了コード {code}）。",
    "The scenario {name}.toml is malformed: {why}": (
        "台本 {name}.toml の形が正しくありません：{why}"
    ),
    "There is no scenario {name}. There are: {choices}.": (
        "{name} という台本はありません。あるのは：{choices}。"
    ),
    # Set-up
    "Set up the checkout; repeat at will.": "このフォルダーを準備します。何度でも実行できます。",
    "the last step to do": "ここまでの手順を行います",
    "Another set-up is at work in this checkout; waiting for it ...": (
        "このフォルダーで、ほかの準備が進んでいます。待っています ..."
    ),
    "Set-up needs Python {wanted}; {path} is {found}.\n"
    "What to do: install it (Debian 12: `sudo apt-get install python{same}`).": (
        "準備には Python {wanted} が要ります。{path} は {found} です。\n"
        "対処：入れてください（Debian 12：`sudo apt-get install python{same}`）。"
    ),
    "[{number}/{all}] {name}: {does} ...": "[{number}/{all}] {name}：{does} ...",
    "      done ({took} s)": "      完了（{took} 秒）",
    "      current ({took} s)": "      済み（{took} 秒）",
    "Set-up is complete ({took} s).": "準備が終わりました（{took} 秒）。",
    "\nSet-up failed in step {name} ({does}).": "\n手順 {name}（{does}）で失敗しました。",
    "\nSet-up interrupted in step {name}. Run it again: it goes on from there.": (
        "\n手順 {name} で中断しました。もう一度実行すると、そこから続きます。"
    ),
    "Why: {why}": "原因：{why}",
    "What to do: {remedy}": "対処：{remedy}",
    "reader daemon, build tools, Qt's libraries and fonts from Debian": (
        "Debian のリーダー用デーモン、ビルドツール、Qt のライブラリー、フォント"
    ),
    "virtual environment .venv with a pinned uv": "仮想環境 .venv と、版を固定した uv",
    "the locked Python packages, checked by hash": (
        "版を固定した Python パッケージ（ハッシュで確認）"
    ),
    "the command uketsuke in .venv": ".venv のコマンド uketsuke",
    "compile the texts of the screens": "画面の文章のコンパイル",
    "portraits of the demo people, from pinned packages": (
        "デモの人物の写真（版を固定したパッケージから）"
    ),
    "cards and test certificates of the demo people": "デモの人物のカードとテスト用証明書",
    "the program {name} is not there": "プログラム {name} がありません",
    "Remove the folder .venv and run the same command again.": (
        "フォルダー .venv を消して、同じコマンドをもう一度実行してください。"
    ),
    "this is not a Debian system (there is no dpkg-query)": (
        "Debian ではありません（dpkg-query がありません）"
    ),
    "Use Debian 12. tools/debian-packages.txt names what is needed, and why.": (
        "Debian 12 を使ってください。必要なものと理由は tools/debian-packages.txt にあります。"
    ),
    "apt-get did not install {packages}": "apt-get で {packages} が入りませんでした",
    "Run `sudo apt-get install {packages}` and read what it says.": (
        "`sudo apt-get install {packages}` を実行し、表示を読んでください。"
    ),
    "missing: {packages}; you are not root, and no sudo": (
        "不足：{packages}。root ではなく、sudo もありません"
    ),
    "missing: {packages}; sudo refused": "不足：{packages}。sudo に断られました",
    "Let an administrator run `apt-get install {packages}`, then run it again.": (
        "管理者に `apt-get install {packages}` を実行してもらい、もう一度実行してください。"
    ),
    "the packages of {list} hold no {file}": "{list} のパッケージに {file} がありません",
    "the packages of {list} hold no {file} with the known hash": (
        "{list} のパッケージに、ハッシュの合う {file} がありません"
    ),
    "The pinned versions and {table} in tools/set_up.py must agree.": (
        "固定した版と tools/set_up.py の {table} を合わせてください。"
    ),
    "`{command}` ended with code {code}:\n{output}": (
        "`{command}` がコード {code} で終わりました：\n{output}"
    ),
    "No space left on device for .venv: {free} MB are free in {path}": (
        ".venv のための空きがありません：{path} の空きは {free} MB です"
    ),
    "Free {needed} MB there and run it again.": (
        "{needed} MB を空けて、もう一度実行してください。"
    ),
    "The disk is full. Free about 3 GB (a cache in ~/.cache can go) and run it again.": (
        "ディスクがいっぱいです。約 3 GB を空け（~/.cache のキャッシュは消せます）、"
        "もう一度実行してください。"
    ),
    "Run `sudo dpkg --configure -a`, then the same command again.": (
        "`sudo dpkg --configure -a` のあと、同じコマンドをもう一度実行してください。"
    ),
    "Another package manager is at work. Wait until it is done and run it again.": (
        "ほかのパッケージ管理が動いています。終わるのを待って、もう一度実行してください。"
    ),
    "A download is not the file that was locked. Try another network (a proxy may alter "
    "downloads); if it stays, do not go on, and tell the maintainers.": (
        "取得したファイルが、固定したものと違います。別の回線で試してください"
        "（プロキシーが書き換えることがあります）。直らないときは、進まずに開発元へ"
        "知らせてください。"
    ),
    "The network's TLS authority is not trusted. Name its file in SSL_CERT_FILE.": (
        "回線の TLS 認証局が信頼されていません。そのファイルを SSL_CERT_FILE に指定してください。"
    ),
    "The network does not answer. Check the connection; behind a proxy set HTTPS_PROXY, with "
    "a package mirror set PIP_INDEX_URL. Then run it again: finished steps are kept.": (
        "回線が応答しません。接続を確かめてください。プロキシーがあれば HTTPS_PROXY、"
        "ミラーがあれば PIP_INDEX_URL を設定します。もう一度実行すると、続きから進みます。"
    ),
    "A folder cannot be written. Give yourself the checkout: `sudo chown -R $USER .`": (
        "フォルダーに書き込めません。所有者を自分にしてください：`sudo chown -R $USER .`"
    ),
    "Read the lines above. After mending the cause run the same command again.": (
        "上の表示を読み、原因を直してから、同じコマンドをもう一度実行してください。"
    ),
}
"""Help, output and faults. What stands in {} may itself be a message."""
