import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'סמיילי ורגשות',
  'אנשים ומחוות',
  'חיות וטבע',
  'אוכל ומשקאות',
  'נסיעות ומקומות',
  'פעילויות',
  'חפצים',
  'סמלים',
  'דגלים',
];
const tones = ['ברירת מחדל', 'בהיר', 'בהיר בינוני', 'בינוני', 'כהה בינוני', 'כהה'];

const long = plural('he', {
  one: 'יש כאן מקום לתו אחד לכל היותר.',
  two: 'יש כאן מקום לשני תווים לכל היותר.',
  other: 'יש כאן מקום ל־# תווים לכל היותר.',
});
const found = plural('he', { one: 'נמצא אימוג׳י אחד', two: 'נמצאו שני אימוג׳י', other: 'נמצאו # אימוג׳י' });
const atMost = plural('he', {
  one: 'יש לבחור אפשרות אחת לכל היותר',
  two: 'יש לבחור שתי אפשרויות לכל היותר',
  other: 'יש לבחור # אפשרויות לכל היותר',
});
const files = plural('he', {
  one: 'יותר מקובץ אחד בהודעה',
  two: 'יותר משני קבצים בהודעה',
  other: 'יותר מ־# קבצים בהודעה',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'הקובץ ריק',
  'too-large': 'אחד הקבצים גדול מדי',
  'too-many': 'יש יותר מדי קבצים',
  'type-not-allowed': 'קבצים מסוג זה אינם מתקבלים',
  'type-mismatch': 'תוכן הקובץ אינו תואם לשמו',
  'unknown-file': 'הקובץ כבר לא קיים',
  unreadable: 'כבר לא ניתן לקרוא את הקובץ: בחרו אותו שוב',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'הפנייה שלכם פתוחה',
  pending: 'הפנייה שלכם ממתינה',
  escalated: 'הפנייה שלכם הועברה למומחה',
  resolved: 'הפנייה שלכם נפתרה',
  closed: 'הפנייה שלכם נסגרה',
};

/** Hebrew. */
export const moreHe: MoreTermTable = (number) => ({
  formHeading: 'לפני שמתחילים',
  formText: 'כמה מילים עליכם, כדי שנוכל לעזור מהר יותר.',
  formStart: 'התחלת צ׳אט',
  formCancel: 'לא עכשיו',
  formOptional: 'לא חובה',
  formChoose: 'נא לבחור',
  nickname: 'השם שלכם',
  firstname: 'שם פרטי',
  lastname: 'שם משפחה',
  email: 'אימייל',
  subject: 'במה מדובר?',
  errorMissing: 'מלאו את השדה כדי להמשיך.',
  errorChoice: 'בחרו אפשרות כדי להמשיך.',
  errorTick: 'סמנו את התיבה כדי להמשיך.',
  errorEmail: 'כתבו כתובת אימייל, למשל name@example.com.',
  errorTel: 'כתבו מספר טלפון: ספרות, רווחים ו־+ בהתחלה.',
  errorLong: (max) => long(max, number),
  errorOther: 'אי אפשר להשתמש בזה כך. בדקו שוב, בבקשה.',

  emojis: 'אימוג׳י',
  emojiSearch: 'חיפוש אימוג׳י',
  emojiFound: (count) => (count === 0 ? 'לא נמצאו אימוג׳י' : found(count, number)),
  emojiRecent: 'בשימוש לאחרונה',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'לא ניתן לטעון את האימוג׳י.',
  skinTone: 'גוון עור',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'פעולות נוספות',
  saveTranscript: 'הורדת השיחה',
  savingTranscript: 'מכינים את ההורדה…',

  surveyQuestion: 'איך הייתה השיחה?',
  surveyRating: (rating, scale) => `${number(rating)} מתוך ${number(scale)}`,
  surveyComment: 'רוצים להוסיף משהו?',
  surveySend: 'שליחת הדירוג',
  surveySending: 'שולחים…',
  surveyMissing: 'נא לבחור דירוג קודם.',
  surveyFailed: (answered) => (answered ? 'כבר עניתם על כך.' : 'לא ניתן לשלוח את הדירוג. נסו שוב.'),
  surveyThanks: 'תודה על הדירוג.',

  threads: 'השיחות שלך',
  threadsEmpty: 'אין עדיין שיחות',
  threadsFailed: 'לא ניתן לטעון את השיחות.',
  threadsMore: 'הצגת עוד',
  threadsArchived: 'בארכיון',
  threadRename: 'שינוי שם',
  threadName: 'שם השיחה',
  threadSave: 'שמירה',
  threadArchive: 'העברה לארכיון',
  threadRestore: 'הוצאה מהארכיון',

  invitation: 'הזמנה לצ׳אט',
  inviteHeading: 'אפשר לעזור?',
  inviteText: 'אם יש לכם שאלה, אנחנו כאן.',
  inviteAccept: 'התחלת צ׳אט',
  inviteDecline: 'לא, תודה',

  leaveHeading: 'אנחנו לא כאן כרגע',
  leaveText: (back) =>
    back === undefined ? 'השאירו לנו הודעה ונענה באימייל.' : `נחזור: ${back}. השאירו לנו הודעה ונענה באימייל.`,
  leaveMessage: 'ההודעה שלכם',
  leaveSend: 'השארת הודעה',
  leaveSending: 'שולחים…',
  leaveFailed: (reason) => `לא ניתן להשאיר את ההודעה: ${reason}. דבר לא אבד; נסו שוב.`,
  leftHeading: 'תודה',
  leftText: 'קיבלנו את ההודעה ונענה באימייל.',
  leftDone: 'סגירה',

  fileName: 'שיחה',
  fileHeading: 'שיחה',
  fileSaved: (time) => `נשמרה: ${time}`,
  filePartial: 'לא ניתן להביא הודעות קודמות.',
  fileEnd: 'סוף השיחה',

  richChosen: 'נבחר',
  richSend: 'שליחה',
  richSent: 'נשלח',
  richPickOne: 'בחרו אפשרות אחת',
  richPick: (min, max) =>
    min === max
      ? `מספר הבחירות: ${number(min)}`
      : min > 0
        ? `מספר הבחירות: ${number(min)} עד ${number(max)}`
        : `מספר הבחירות: עד ${number(max)}`,
  richPickMissing: 'נא לבחור משהו קודם',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'חובה למלא את השדה',
  richWrong: 'משהו כאן לא נראה נכון',
  richNeeded: 'חובה',
  richYes: 'כן',
  richOpens: 'נפתח בכרטיסייה חדשה',
  richShowPicture: (host) => `הצגת התמונה מאת ${isolate(host)}`,
  richPictureFailed: 'לא ניתן להציג את התמונה',
  richCards: 'כרטיסים',
  richPictures: 'תמונות',
  richPrevious: 'הקודם',
  richNext: 'הבא',
  richPosition: (place, of) => `${number(place)} מתוך ${number(of)}`,
  richTimeLeft: (time) => `הזמן שנותר: ${time}`,
  richTimeOver: 'הזמן נגמר',
  richDate: 'תאריך',
  richTime: 'שעה',
  richDateTime: 'תאריך ושעה',
  amendedEdited: 'נערכה',
  amendedRetracted: 'ההודעה הוסרה',
  amendedWriting: 'בכתיבה',
  reassigned: (to, before) => `${isolate(to)} במקום ${isolate(before)}: הנציג בשיחה התחלף`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'צירוף קבצים',
  attachDrop: 'שחררו קבצים כאן כדי לצרף אותם',
  attached: 'קבצים להודעה הבאה',
  fileWaiting: 'ממתין',
  fileReady: 'מוכן לשליחה',
  fileProgress: (name) => `בהעלאה: ${isolate(name)}`,
  fileRemove: (name) => `הסרת ${isolate(name)}`,
  fileRetry: (name) => `ניסיון נוסף: ${isolate(name)}`,
  fileDownload: (name, size) => `הורדת ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `תמונה: ${isolate(name)}`,
  fileTooLarge: (size) => `גדול מ־${isolate(size)}, הגודל המרבי המותר`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'הקובץ נדחה',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} מוכן לשליחה`,
});
