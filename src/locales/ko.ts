import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('ko', { other: '읽지 않은 메시지 #개' });
const fresh = plural('ko', { other: '새 메시지 #개' });
const remaining = plural('ko', { other: '#자 남음' });
const surplus = plural('ko', { other: '#자 초과' });

const errors: ErrorTexts = {
  'already-active': '이미 열려 있는 대화가 있습니다',
  'not-active': '열려 있는 대화가 없습니다',
  invalid: '올바르지 않은 내용이 있습니다',
  empty: '메시지가 비어 있습니다',
  'too-long': '메시지가 너무 깁니다',
  ended: '대화가 종료되었습니다',
  blocked: '더 이상 여기에 작성할 수 없습니다',
  denied: '대화를 열지 못했습니다',
  unsupported: '여기서는 사용할 수 없습니다',
  'load-failed': '채팅을 불러오지 못했습니다',
  unreachable: '채팅에 연결할 수 없습니다',
  timeout: '제시간에 응답이 없었습니다',
  protocol: '응답을 이해할 수 없습니다',
  version: '오래된 페이지입니다: 새로 고쳐 주세요',
  refused: '요청이 거절되었습니다',
  busy: '요청이 너무 많습니다: 잠시만 기다려 주세요',
  exhausted: '더 이상 없습니다',
  withdrawn: '취소하셨습니다',
  prevented: '이 페이지에서 중단했습니다',
  closed: '채팅이 닫혔습니다',
  expired: '너무 오래 자리를 비우셨습니다',
  unattended: '지금은 상담원이 없습니다',
  'context-failed': '페이지 정보를 읽지 못했습니다',
  'token-failed': '로그인 정보를 확인하지 못했습니다',
  'token-function': '로그인 정보를 확인하지 못했습니다',
  'token-missing': '로그인하지 않았습니다',
  'token-invalid': '로그인이 만료되었습니다',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': '의 연결이 끊어졌습니다',
  transferred: '이 대화를 넘겼습니다',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: '한동안 입력이 없어 대화가 종료되었습니다.',
  'visitor-gone': '자리를 비우셔서 대화가 종료되었습니다.',
  blocked: '대화가 닫혔습니다.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: '대기 중입니다',
  'idle-warning': '아직 계신가요? 대화가 곧 종료됩니다.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: '채팅',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: '대화 진행 중',
    loadFailed: '채팅을 불러오지 못했습니다. 다시 시도',

    title: '채팅 상담',
    minimize: '채팅 최소화',
    close: '채팅 닫기',
    options: '채팅 옵션',
    endChat: '채팅 종료',
    endConfirmTitle: '이 채팅을 종료할까요?',
    endConfirmText: '종료한 뒤에도 대화를 읽을 수 있습니다.',
    endConfirm: '채팅 종료',
    cancel: '채팅 계속하기',
    sound: '소리',
    notifications: '데스크톱 알림',
    notificationsBlocked: '브라우저 설정에서 차단됨',
    stateIdle: '무엇이든 도와드릴게요',
    stateStarting: '연결하는 중…',
    stateRestoring: '대화를 복원하는 중…',
    stateQueued: '상담원을 기다리는 중',
    stateActive: '온라인',
    stateOffline: '연결 안 됨',
    stateEnding: '대화를 종료하는 중…',
    stateEnded: '대화 종료됨',

    offline: '오프라인 상태입니다. 보내신 내용은 보관되며 다시 연결되는 대로 전송됩니다.',
    reconnecting: (attempts) =>
      attempts > 1 ? `다시 연결하는 중… (${number(attempts)}번째 시도)` : '다시 연결하는 중…',
    serverOffline: '지금은 채팅에 연결할 수 없습니다. 계속 시도하고 있으며, 작성하신 내용은 사라지지 않습니다.',
    catchingUp: '최신 메시지를 가져오는 중…',
    tryNow: '지금 시도',
    queueWaiting: '곧 상담원이 도와드리겠습니다.',
    queuePosition: (position) => (position <= 1 ? '다음 순서입니다.' : `대기 순번은 ${number(position)}번째입니다.`),
    queueWait: (duration) => `예상 대기 시간: ${isolate(duration)}.`,
    storageMemory: '이 브라우저에서는 페이지를 나가거나 새로 고치면 보내지 않은 메시지를 보관할 수 없습니다.',
    engineFailed: '채팅을 불러오지 못했습니다.',
    idleWarning: (time) =>
      time
        ? `아직 계신가요? 메시지가 없으면 채팅이 ${isolate(time)}에 종료됩니다.`
        : '아직 계신가요? 메시지가 없으면 채팅이 곧 종료됩니다.',
    refused: (reason) => `연결되지 않았습니다. ${reason}.`,
    startFailed: (reason) => `채팅을 시작하지 못했습니다. ${reason}.`,
    restoreFailed: '이전 대화를 복원하지 못했습니다.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? '대화를 종료하셨습니다.' : '대화가 종료되었습니다.'),
    startNew: '새 채팅 시작',
    dismiss: '닫기',

    conversation: '대화',
    greeting: '안녕하세요, 무엇을 도와드릴까요?',
    greetingHint: '여기에 메시지를 남겨 주세요. 보통 몇 분 안에 답변해 드립니다.',
    loadOlder: '이전 메시지 불러오기',
    loadingOlder: '이전 메시지를 불러오는 중…',
    newDivider: '새 메시지',
    newMessages: (count) => fresh(count, number),
    toLatest: '최신 메시지로 이동',
    today: '오늘',
    yesterday: '어제',
    typing: ([first, second, third]) => {
      if (!first) return '입력 중…';
      if (!second) return `${isolate(first)} 님이 입력 중…`;
      return third ? '여러 명이 입력 중…' : `${isolate(first)} 님과 ${isolate(second)} 님이 입력 중…`;
    },
    joined: (name) => `${isolate(name)} 님이 들어왔습니다`,
    left: (name, reason = '') => `${isolate(name)} 님${left[reason] ?? '이 나갔습니다'}`,
    transferred: (to) => (to ? `담당자가 변경되었습니다: ${isolate(to)}` : '담당 팀으로 연결되었습니다'),
    status: (status) => statuses[status] ?? '',
    you: '나',
    agent: '상담원',
    supervisor: '관리자',
    bot: '도우미',
    system: '채팅',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: '아직 저장되지 않음',
    queued: '전송 대기 중',
    sending: '보내는 중…',
    sent: '보냄',
    delivered: '전달됨',
    seen: '읽음',
    unconfirmed: '전달되었는지 확실하지 않음',
    notSent: '보내지 못함',
    error: (code) => errors[code] ?? errors.refused,
    retry: '다시 시도',
    delete: '삭제',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `메시지를 보내지 못했습니다. ${reason}.`,

    message: '메시지',
    placeholder: '메시지를 입력하세요…',
    placeholderOffline: '지금 작성하면 나중에 전송됩니다…',
    send: '보내기',
    composerHint: 'Enter 키로 보내기, Shift와 Enter 키로 줄 바꿈',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: '이 대화는 종료되었습니다.',
    composerBlocked: '더 이상 여기에 작성할 수 없습니다.',
  };
};

/** Korean. */
const ko: Locale = { lang: 'ko', terms, more: async () => (await import('./more/ko.js')).moreKo };
export default ko;
