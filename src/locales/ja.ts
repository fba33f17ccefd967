import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('ja', { other: '未読メッセージ#件' });
const fresh = plural('ja', { other: '新着メッセージ#件' });
const remaining = plural('ja', { other: '残り#文字' });
const surplus = plural('ja', { other: '#文字超過しています' });

const errors: ErrorTexts = {
  'already-active': 'すでに会話が開いています',
  'not-active': '開いている会話がありません',
  invalid: '内容に正しくない部分があります',
  empty: 'メッセージが空です',
  'too-long': 'メッセージが長すぎます',
  ended: '会話は終了しました',
  blocked: 'ここにはこれ以上書き込めません',
  denied: '会話を開けませんでした',
  unsupported: 'ここではご利用いただけません',
  'load-failed': 'チャットを読み込めませんでした',
  unreachable: 'チャットに接続できません',
  timeout: '時間内に応答がありませんでした',
  protocol: '応答を読み取れませんでした',
  version: 'このページは古くなっています。再読み込みしてください',
  refused: '受け付けられませんでした',
  busy: '混み合っています。少々お待ちください',
  exhausted: 'これ以上はありません',
  withdrawn: '取り消されました',
  prevented: 'このページによって中止されました',
  closed: 'チャットは閉じられました',
  expired: '長時間離れていたため終了しました',
  unattended: '現在、担当者は不在です',
  'context-failed': 'ページの情報を読み取れませんでした',
  'token-failed': 'ログイン情報を確認できませんでした',
  'token-function': 'ログイン情報を確認できませんでした',
  'token-missing': 'ログインしていません',
  'token-invalid': 'ログインの有効期限が切れました',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': '接続を失いました',
  transferred: '会話を別の担当者に引き継ぎました',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'しばらく入力がなかったため、会話を終了しました。',
  'visitor-gone': '離席されていたため、会話を終了しました。',
  blocked: '会話は閉じられました。',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: '順番をお待ちいただいています',
  'idle-warning': 'まだいらっしゃいますか？会話はまもなく終了します。',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'チャット',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: '会話中',
    loadFailed: 'チャットを読み込めませんでした。もう一度試す',

    title: 'チャットで相談',
    minimize: 'チャットを最小化',
    close: 'チャットを閉じる',
    options: 'チャットのオプション',
    endChat: 'チャットを終了',
    endConfirmTitle: 'このチャットを終了しますか？',
    endConfirmText: '終了後も会話を読むことができます。',
    endConfirm: 'チャットを終了',
    cancel: 'チャットを続ける',
    sound: 'サウンド',
    notifications: 'デスクトップ通知',
    notificationsBlocked: 'ブラウザーの設定でブロックされています',
    stateIdle: 'お気軽にご相談ください',
    stateStarting: '接続しています…',
    stateRestoring: '会話を復元しています…',
    stateQueued: '担当者をお待ちください',
    stateActive: 'オンライン',
    stateOffline: '未接続',
    stateEnding: '会話を終了しています…',
    stateEnded: '会話は終了しました',

    offline: 'オフラインです。送信した内容は保存され、オンラインに戻ると送信されます。',
    reconnecting: (attempts) => (attempts > 1 ? `再接続しています…（${number(attempts)}回目）` : '再接続しています…'),
    serverOffline: '現在チャットに接続できません。接続を試み続けています。入力した内容が失われることはありません。',
    catchingUp: '最新のメッセージを取得しています…',
    tryNow: '今すぐ試す',
    queueWaiting: 'まもなく担当者がご案内します。',
    queuePosition: (position) => (position <= 1 ? '次にご案内します。' : `順番待ちの${number(position)}番目です。`),
    queueWait: (duration) => `待ち時間の目安：${isolate(duration)}。`,
    storageMemory: 'このブラウザーでは、ページを離れたり再読み込みしたりすると、未送信のメッセージが失われます。',
    engineFailed: 'チャットを読み込めませんでした。',
    idleWarning: (time) =>
      time
        ? `まだいらっしゃいますか？メッセージがない場合、チャットは${isolate(time)}に終了します。`
        : 'まだいらっしゃいますか？メッセージがない場合、チャットはまもなく終了します。',
    refused: (reason) => `接続できません。${reason}。`,
    startFailed: (reason) => `チャットを開始できませんでした。${reason}。`,
    restoreFailed: '前回の会話を復元できませんでした。',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? '会話を終了しました。' : '会話は終了しました。'),
    startNew: '新しいチャットを始める',
    dismiss: '閉じる',

    conversation: '会話',
    greeting: 'こんにちは。どのようなご用件でしょうか？',
    greetingHint: 'こちらにご記入ください。通常は数分以内にお返事します。',
    loadOlder: '以前のメッセージを読み込む',
    loadingOlder: '以前のメッセージを読み込んでいます…',
    newDivider: '新着',
    newMessages: (count) => fresh(count, number),
    toLatest: '最新のメッセージへ移動',
    today: '今日',
    yesterday: '昨日',
    typing: ([first, second, third]) => {
      if (!first) return '入力中…';
      if (!second) return `${isolate(first)}さんが入力中…`;
      return third ? '複数の人が入力中…' : `${isolate(first)}さんと${isolate(second)}さんが入力中…`;
    },
    joined: (name) => `${isolate(name)}さんが参加しました`,
    left: (name, reason = '') => `${isolate(name)}さんが${left[reason] ?? '退出しました'}`,
    transferred: (to) => (to ? `${isolate(to)}におつなぎしました` : '担当チームにおつなぎしました'),
    status: (status) => statuses[status] ?? '',
    you: 'あなた',
    agent: '担当者',
    supervisor: 'スーパーバイザー',
    bot: 'アシスタント',
    system: 'チャット',
    byAt: (name, time) => `${isolate(name)}、${time}`,

    held: 'まだ保存されていません',
    queued: '送信待ち',
    sending: '送信中…',
    sent: '送信済み',
    delivered: '配信済み',
    seen: '既読',
    unconfirmed: '届いたかどうか確認できません',
    notSent: '未送信',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'もう一度試す',
    delete: '削除',

    announceMessage: (name, text) => `${isolate(name)}：${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `メッセージを送信できませんでした。${reason}。`,

    message: 'メッセージ',
    placeholder: 'メッセージを入力…',
    placeholderOffline: '入力すると後で送信されます…',
    send: '送信',
    composerHint: 'Enterで送信、ShiftとEnterで改行',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'この会話は終了しました。',
    composerBlocked: 'ここにはこれ以上書き込めません。',
  };
};

/** Japanese. */
const ja: Locale = { lang: 'ja', terms, more: async () => (await import('./more/ja.js')).moreJa };
export default ja;
