import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  '표정과 감정',
  '사람과 몸짓',
  '동물과 자연',
  '음식과 음료',
  '여행과 장소',
  '활동',
  '사물',
  '기호',
  '깃발',
];
const tones = ['기본', '밝음', '약간 밝음', '중간', '약간 어두움', '어두움'];

const long = plural('ko', { other: '최대 #자까지 입력할 수 있습니다.' });
const found = plural('ko', { other: '이모지 #개를 찾았습니다' });
const atMost = plural('ko', { other: '최대 #개까지 선택해 주세요' });
const files = plural('ko', { other: '메시지 하나에 파일은 #개까지 보낼 수 있습니다' });

const errors: Readonly<Record<string, string>> = {
  empty: '파일이 비어 있습니다',
  'too-large': '너무 큰 파일이 있습니다',
  'too-many': '파일이 너무 많습니다',
  'type-not-allowed': '이 형식의 파일은 받지 않습니다',
  'type-mismatch': '파일 내용이 이름과 맞지 않습니다',
  'unknown-file': '파일이 더 이상 없습니다',
  unreadable: '파일을 더 이상 읽을 수 없습니다: 다시 선택해 주세요',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: '문의가 접수된 상태입니다',
  pending: '문의가 보류 중입니다',
  escalated: '문의가 전문 담당자에게 전달되었습니다',
  resolved: '문의가 해결되었습니다',
  closed: '문의가 종료되었습니다',
};

/** Korean. */
export const moreKo: MoreTermTable = (number) => ({
  formHeading: '시작하기 전에',
  formText: '더 빨리 도와드릴 수 있도록 몇 가지만 알려 주세요.',
  formStart: '채팅 시작',
  formCancel: '나중에',
  formOptional: '선택 사항',
  formChoose: '선택해 주세요',
  nickname: '성함',
  firstname: '이름',
  lastname: '성',
  email: '이메일',
  subject: '어떤 문의인가요?',
  errorMissing: '계속하려면 입력해 주세요.',
  errorChoice: '계속하려면 하나를 선택해 주세요.',
  errorTick: '계속하려면 체크해 주세요.',
  errorEmail: '이메일 주소를 입력해 주세요. 예: name@example.com',
  errorTel: '전화번호를 입력해 주세요. 숫자, 공백, 맨 앞의 +만 쓸 수 있습니다.',
  errorLong: (max) => long(max, number),
  errorOther: '이대로는 사용할 수 없습니다. 다시 확인해 주세요.',

  emojis: '이모지',
  emojiSearch: '이모지 검색',
  emojiFound: (count) => (count === 0 ? '이모지를 찾을 수 없습니다' : found(count, number)),
  emojiRecent: '최근 사용',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: '이모지를 불러오지 못했습니다.',
  skinTone: '피부색',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: '추가 작업',
  saveTranscript: '대화 다운로드',
  savingTranscript: '다운로드 준비 중…',

  surveyQuestion: '이번 대화는 어떠셨나요?',
  surveyRating: (rating, scale) => `${number(rating)}/${number(scale)}`,
  surveyComment: '더 남기고 싶은 말씀이 있으신가요?',
  surveySend: '평가 보내기',
  surveySending: '보내는 중…',
  surveyMissing: '먼저 평가를 선택해 주세요.',
  surveyFailed: (answered) => (answered ? '이미 답변하셨습니다.' : '평가를 보내지 못했습니다. 다시 시도해 주세요.'),
  surveyThanks: '평가해 주셔서 감사합니다.',

  threads: '내 대화',
  threadsEmpty: '아직 대화가 없습니다',
  threadsFailed: '대화를 불러오지 못했습니다.',
  threadsMore: '더 보기',
  threadsArchived: '보관됨',
  threadRename: '이름 바꾸기',
  threadName: '대화 이름',
  threadSave: '저장',
  threadArchive: '보관',
  threadRestore: '보관 해제',

  invitation: '채팅 초대',
  inviteHeading: '도와드릴까요?',
  inviteText: '궁금한 점이 있으면 편하게 말씀해 주세요.',
  inviteAccept: '채팅 시작',
  inviteDecline: '괜찮습니다',

  leaveHeading: '지금은 상담 시간이 아닙니다',
  leaveText: (back) =>
    back === undefined
      ? '메시지를 남겨 주시면 이메일로 답변해 드리겠습니다.'
      : `상담 재개: ${back}. 메시지를 남겨 주시면 이메일로 답변해 드리겠습니다.`,
  leaveMessage: '내용',
  leaveSend: '메시지 남기기',
  leaveSending: '보내는 중…',
  leaveFailed: (reason) => `메시지를 남기지 못했습니다: ${reason}. 내용은 사라지지 않았으니 다시 시도해 주세요.`,
  leftHeading: '감사합니다',
  leftText: '메시지를 받았습니다. 이메일로 답변해 드리겠습니다.',
  leftDone: '닫기',

  fileName: '대화',
  fileHeading: '대화',
  fileSaved: (time) => `저장 시각: ${time}`,
  filePartial: '이전 메시지를 가져오지 못했습니다.',
  fileEnd: '대화 끝',

  richChosen: '선택됨',
  richSend: '보내기',
  richSent: '보냄',
  richPickOne: '하나를 선택하세요',
  richPick: (min, max) =>
    min === max
      ? `${number(min)}개를 선택하세요`
      : min > 0
        ? `${number(min)}~${number(max)}개를 선택하세요`
        : `${number(max)}개까지 선택할 수 있습니다`,
  richPickMissing: '먼저 선택해 주세요',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: '필수 항목입니다',
  richWrong: '올바르지 않은 것 같습니다',
  richNeeded: '필수',
  richYes: '예',
  richOpens: '새 탭에서 열림',
  richShowPicture: (host) => `${isolate(host)}의 사진 보기`,
  richPictureFailed: '사진을 표시할 수 없습니다',
  richCards: '카드',
  richPictures: '사진',
  richPrevious: '이전',
  richNext: '다음',
  richPosition: (place, of) => `${number(place)}/${number(of)}`,
  richTimeLeft: (time) => `남은 시간: ${time}`,
  richTimeOver: '시간이 끝났습니다',
  richDate: '날짜',
  richTime: '시간',
  richDateTime: '날짜와 시간',
  amendedEdited: '수정됨',
  amendedRetracted: '삭제된 메시지입니다',
  amendedWriting: '작성 중',
  reassigned: (to, before) => `${isolate(before)} 님에 이어 ${isolate(to)} 님이 상담을 맡았습니다`,
  caseStatus: (status) => cases[status] ?? '',

  attach: '파일 첨부',
  attachDrop: '첨부할 파일을 여기에 놓으세요',
  attached: '다음 메시지의 파일',
  fileWaiting: '대기 중',
  fileReady: '보낼 준비 완료',
  fileProgress: (name) => `${isolate(name)} 업로드 중`,
  fileRemove: (name) => `${isolate(name)} 제거`,
  fileRetry: (name) => `${isolate(name)} 다시 시도`,
  fileDownload: (name, size) => `${isolate(name)} 다운로드, ${isolate(size)}`,
  filePicture: (name) => `사진: ${isolate(name)}`,
  fileTooLarge: (size) => `최대 허용 크기 ${isolate(size)} 초과`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? '파일이 거절되었습니다',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)}: 보낼 준비 완료`,
});
