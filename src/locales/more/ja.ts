import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  '顔と感情',
  '人とジェスチャー',
  '動物と自然',
  '食べ物と飲み物',
  '旅行と場所',
  '活動',
  '物',
  '記号',
  '旗',
];
const tones = ['標準', '明るい', 'やや明るい', '中間', 'やや濃い', '濃い'];

const long = plural('ja', { other: '入力できるのは#文字までです。' });
const found = plural('ja', { other: '#個の絵文字が見つかりました' });
const atMost = plural('ja', { other: '選べるのは#個までです' });
const files = plural('ja', { other: '1つのメッセージに添付できるファイルは#個までです' });

const errors: Readonly<Record<string, string>> = {
  empty: 'ファイルが空です',
  'too-large': '大きすぎるファイルがあります',
  'too-many': 'ファイルが多すぎます',
  'type-not-allowed': 'この種類のファイルは受け付けていません',
  'type-mismatch': 'ファイルの内容が名前と一致しません',
  'unknown-file': 'ファイルはもうありません',
  unreadable: 'ファイルを読み取れなくなりました。もう一度選んでください',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'お問い合わせは受付中です',
  pending: 'お問い合わせは保留中です',
  escalated: 'お問い合わせは専門の担当者に引き継がれました',
  resolved: 'お問い合わせは解決しました',
  closed: 'お問い合わせは終了しました',
};

/** Japanese. */
export const moreJa: MoreTermTable = (number) => ({
  formHeading: '始める前に',
  formText: 'スムーズにご案内できるよう、少しだけ教えてください。',
  formStart: 'チャットを始める',
  formCancel: '後で',
  formOptional: '任意',
  formChoose: '選択してください',
  nickname: 'お名前',
  firstname: '名',
  lastname: '姓',
  email: 'メールアドレス',
  subject: 'ご用件',
  errorMissing: '続けるには、この項目を入力してください。',
  errorChoice: '続けるには、1つ選んでください。',
  errorTick: '続けるには、チェックを入れてください。',
  errorEmail: 'メールアドレスを入力してください（例：name@example.com）。',
  errorTel: '電話番号は、数字、空白、先頭の＋で入力してください。',
  errorLong: (max) => long(max, number),
  errorOther: 'この内容では使えません。ご確認ください。',

  emojis: '絵文字',
  emojiSearch: '絵文字を検索',
  emojiFound: (count) => (count === 0 ? '絵文字が見つかりません' : found(count, number)),
  emojiRecent: '最近使用',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: '絵文字を読み込めませんでした。',
  skinTone: '肌の色',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'その他の操作',
  saveTranscript: '会話をダウンロード',
  savingTranscript: 'ダウンロードを準備しています…',

  surveyQuestion: '今回の会話はいかがでしたか？',
  surveyRating: (rating, scale) => `${number(rating)}/${number(scale)}`,
  surveyComment: 'ほかにお気づきの点はありますか？',
  surveySend: '評価を送信',
  surveySending: '送信中…',
  surveyMissing: '先に評価を選んでください。',
  surveyFailed: (answered) =>
    answered ? 'すでに回答済みです。' : '評価を送信できませんでした。もう一度お試しください。',
  surveyThanks: '評価をありがとうございました。',

  threads: '会話の一覧',
  threadsEmpty: '会話はまだありません',
  threadsFailed: '会話を読み込めませんでした。',
  threadsMore: 'さらに表示',
  threadsArchived: 'アーカイブ済み',
  threadRename: '名前を変更',
  threadName: '会話の名前',
  threadSave: '保存',
  threadArchive: 'アーカイブ',
  threadRestore: 'アーカイブから戻す',

  invitation: 'チャットへのご招待',
  inviteHeading: 'お困りですか？',
  inviteText: 'ご質問があれば、お気軽にどうぞ。',
  inviteAccept: 'チャットを始める',
  inviteDecline: '結構です',

  leaveHeading: 'ただいま不在です',
  leaveText: (back) =>
    back === undefined
      ? 'メッセージをお残しください。メールでお返事します。'
      : `次の受付：${back}。メッセージをお残しください。メールでお返事します。`,
  leaveMessage: 'メッセージ',
  leaveSend: 'メッセージを残す',
  leaveSending: '送信中…',
  leaveFailed: (reason) => `メッセージを残せませんでした：${reason}。内容は失われていません。もう一度お試しください。`,
  leftHeading: 'ありがとうございます',
  leftText: 'メッセージを受け取りました。メールでお返事します。',
  leftDone: '閉じる',

  fileName: '会話',
  fileHeading: '会話',
  fileSaved: (time) => `保存日時：${time}`,
  filePartial: '以前のメッセージを取得できませんでした。',
  fileEnd: '会話の終わり',

  richChosen: '選択済み',
  richSend: '送信',
  richSent: '送信済み',
  richPickOne: '1つ選んでください',
  richPick: (min, max) =>
    min === max
      ? `${number(min)}個選んでください`
      : min > 0
        ? `${number(min)}～${number(max)}個選んでください`
        : `${number(max)}個まで選べます`,
  richPickMissing: '先に選択してください',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'この項目は必須です',
  richWrong: '入力内容が正しくないようです',
  richNeeded: '必須',
  richYes: 'はい',
  richOpens: '新しいタブで開きます',
  richShowPicture: (host) => `${isolate(host)}の画像を表示`,
  richPictureFailed: '画像を表示できません',
  richCards: 'カード',
  richPictures: '画像',
  richPrevious: '前へ',
  richNext: '次へ',
  richPosition: (place, of) => `${number(place)}/${number(of)}`,
  richTimeLeft: (time) => `残り時間：${time}`,
  richTimeOver: '時間切れです',
  richDate: '日付',
  richTime: '時刻',
  richDateTime: '日付と時刻',
  amendedEdited: '編集済み',
  amendedRetracted: 'このメッセージは削除されました',
  amendedWriting: '入力中',
  reassigned: (to, before) => `${isolate(before)}さんから${isolate(to)}さんに引き継ぎました`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'ファイルを添付',
  attachDrop: 'ここにファイルをドロップして添付',
  attached: '次のメッセージのファイル',
  fileWaiting: '待機中',
  fileReady: '送信できます',
  fileProgress: (name) => `${isolate(name)}をアップロード中`,
  fileRemove: (name) => `${isolate(name)}を削除`,
  fileRetry: (name) => `${isolate(name)}を再試行`,
  fileDownload: (name, size) => `${isolate(name)}をダウンロード、${isolate(size)}`,
  filePicture: (name) => `画像：${isolate(name)}`,
  fileTooLarge: (size) => `上限の${isolate(size)}を超えています`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'ファイルは受け付けられませんでした',
  fileFailed: (name, reason) => `${isolate(name)}：${reason}`,
  fileDone: (name) => `${isolate(name)}を送信できます`,
});
