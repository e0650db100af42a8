.pragma library

// What no line break may part, for scripts and languages whose rules cannot know it.

const japanese = "もう一度 もう少し もう一回 置き直 置いたまま 読み取 受け取 取り出 取り外 取り消 取り扱 呼び出 書き換 切り替 貼り付 向き合 問い合わせ 申し込 申し出 持ち帰 立ち止 見直 間違 引き続 使い捨 思い出 お知らせ お住まい お手元 お支払 お薬 ご本人 ご利用 ご協力 当機関 市区町村 資格確認書 資格情報 暗証番号 健康保険証 利用登録 有効期限 生年月日 マイナンバーカード 限度額情報";

const chineseSimplified = "个人编号卡 人脸识别 摄像头 工作人员 读卡器 资格确认书 健康保险证 出生日期 有效期限 有效期 暗证码 安全码 电子证书 市区町村 高额疗养费 限额 体检 信息 诊疗 用药 处方 医疗费 费用 窗口 密码 报到 放置 放好 放正 准备 稍等片刻 稍等 稍候 片刻 正在 无法 无需 可以 不能 不要 需要 如果 请勿 同意 提供 提示 出示 登记 确认 确定 选择 输入 读取 取出 取下 取走 记录 呼叫 叫号 目前 继续 开始 结束 完成 停止 自动 重新 再试一次 一次 一点 照片 卡片 卡套 正面 背面 正视 前方 左边 右边 下方 屏幕 画面 面部 眼睛 眨眼 点头 口罩 墨镜 光线 背光 明亮处 太暗 太强 靠近 离远 保持 不动 慢慢 移开 摘下 露出 对准 框内 面向 面对 转向 其他 方式 锁定 解锁 解除 住址 居住地 办理 咨询 告知 协助 帮助 指引 就座 等候 领取 药房 机构 医院 本机 本人 本次 此处 此卡 今天 过去 过期 到期 失效 更新 更长 平时 平日 周末 年末年初 节日 免费 电话 语音 声音 音量 文字 大小 颜色 高对比度 显示 动画 关闭 返回 删除 全部 逐项 包括 手术 健康 管理 使用 用于 超过 支付 补助 发现 遗留 忘记 拿走 连接 送达 故障 黑暗 明亮 特大 触碰 触摸 成功 结果 时间 长时间";
const chineseTraditional = "個人編號卡 人臉辨識 工作人員 讀卡機 資格確認書 健康保險證 出生日期 有效期限 安全碼 電子憑證 市區町村 高額療養費 限額 健檢 資訊 診療 用藥 處方箋 處方 醫療費 費用 窗口 密碼 報到 放置 放好 放正 準備 稍候片刻 稍候 片刻 正在 無法 無須 可以 不能 不要 不需 需要 如果 請勿 同意 提供 提示 出示 登記 確認 確定 選擇 輸入 讀取 取出 取下 取走 記錄 呼叫 叫號 目前 繼續 開始 結束 完成 停止 自動 重新 再試一次 一次 一點 照片 卡片 卡套 正面 背面 正視 前方 左邊 右邊 下方 螢幕 畫面 臉部 眼睛 眨眼 點頭 口罩 墨鏡 鏡頭 光線 背光 明亮處 太暗 太強 靠近 離遠 保持 不動 慢慢 移開 摘下 露出 對準 框內 面向 面對 轉向 其他 方式 身分 鎖定 解鎖 解除 居住地 辦理 洽詢 告知 協助 幫助 指示 就座 等候 領取 領藥 藥局 機構 醫院 本機 本人 本次 此處 此卡 今天 過去 過期 到期 失效 更新 更長 平時 平日 週末 年末年初 假日 免付費 電話 語音 聲音 音量 文字 大小 顏色 高對比 顯示 動畫 關閉 返回 刪除 全部 逐項 包括 手術 健康 管理 使用 用於 超過 支付 補助 發現 遺留 忘記 拿走 連接 送達 故障 黑暗 明亮 特大 觸碰 成功 結果 時間 長時間";

// Two syllables that are one word; Vietnamese writes a space between them.
const vietnamese = "đăng ký|tiếp nhận|bắt đầu|nhân viên|bảo hiểm|khuôn mặt|nhận diện|kết nối|kiểm tra|chuẩn bị|hiện không|vui lòng|sẵn sàng|đồng ý|xác nhận|tư cách|mặt trước|hoạt động|thành phố|tòa thị chính|thị chính|hết hạn|gia hạn|chứng thư số|chứng nhận điện tử|chứng nhận|điện tử|ngày sinh|màn hình|kết thúc|tiếp tục|mật khẩu|bình thường|so sánh|hôm nay|xuất trình|ít lâu|hướng dẫn|sự cố|miễn phí|đường dây|bàn phím|phím số|dấu cộng|dấu sao|âm thanh|tương phản|chuyển động|kính râm|khẩu trang|gật đầu|chớp mắt|nhìn thẳng|từ từ|lại gần|lùi ra|giữ yên|thông tin|y tế|sức khỏe|sức khoẻ|khám chữa bệnh|khám bệnh|chữa bệnh|quản lý|phẫu thuật|cung cấp|cơ sở|tối đa|giới hạn|thanh toán|chi phí|sử dụng|điều trị|thuốc men|My Number|mã PIN|của bạn|quay lại|thử lại|nhìn vào|đặt lại|để yên|nghe lại|trên thẻ|trong thẻ";

const chinese = `${chineseSimplified} ${chineseTraditional}`;
