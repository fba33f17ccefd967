import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('zh', { other: '# 条未读消息' });
const fresh = plural('zh', { other: '# 条新消息' });
const remaining = plural('zh', { other: '还可输入 # 个字符' });
const surplus = plural('zh', { other: '超出 # 个字符' });

const errors: ErrorTexts = {
  'already-active': '已有一个会话正在进行',
  'not-active': '当前没有进行中的会话',
  invalid: '部分内容无效',
  empty: '消息为空',
  'too-long': '消息过长',
  ended: '会话已结束',
  blocked: '您已无法在此发送消息',
  denied: '无法打开会话',
  unsupported: '此处不支持该操作',
  'load-failed': '聊天加载失败',
  unreachable: '聊天服务无法连接',
  timeout: '未能及时收到回复',
  protocol: '无法识别回复内容',
  version: '页面版本过旧，请刷新',
  refused: '请求被拒绝',
  busy: '请求过多，请稍候',
  exhausted: '没有更多内容了',
  withdrawn: '您已撤回',
  prevented: '已被此页面阻止',
  closed: '聊天已关闭',
  expired: '您离开的时间过长',
  unattended: '当前没有客服在线',
  'context-failed': '无法读取页面信息',
  'token-failed': '无法验证您的登录状态',
  'token-function': '无法验证您的登录状态',
  'token-missing': '您尚未登录',
  'token-invalid': '您的登录已过期',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': '的连接已断开',
  transferred: '已转接会话',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: '由于一段时间没有新消息，会话已结束。',
  'visitor-gone': '由于您已离开，会话已结束。',
  blocked: '会话已关闭。',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: '您正在排队',
  'idle-warning': '您还在吗？会话即将结束。',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: '聊天',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: '会话进行中',
    loadFailed: '聊天加载失败，请重试',

    title: '在线咨询',
    minimize: '最小化聊天',
    close: '关闭聊天',
    options: '聊天选项',
    endChat: '结束聊天',
    endConfirmTitle: '要结束本次聊天吗？',
    endConfirmText: '结束后您仍可查看会话内容。',
    endConfirm: '结束聊天',
    cancel: '继续聊天',
    sound: '声音',
    notifications: '桌面通知',
    notificationsBlocked: '已被浏览器设置阻止',
    stateIdle: '很高兴为您服务',
    stateStarting: '正在连接…',
    stateRestoring: '正在恢复您的会话…',
    stateQueued: '正在等待客服加入',
    stateActive: '在线',
    stateOffline: '未连接',
    stateEnding: '正在结束会话…',
    stateEnded: '会话已结束',

    offline: '您已离线。您发送的内容会先保存，恢复连接后立即发出。',
    reconnecting: (attempts) => (attempts > 1 ? `正在重新连接…（第 ${number(attempts)} 次）` : '正在重新连接…'),
    serverOffline: '聊天服务暂时无法连接。我们会继续尝试，您写的内容不会丢失。',
    catchingUp: '正在获取最新消息…',
    tryNow: '立即重试',
    queueWaiting: '客服很快就会接待您。',
    queuePosition: (position) => (position <= 1 ? '下一位就是您。' : `您排在第 ${number(position)} 位。`),
    queueWait: (duration) => `预计等待：${isolate(duration)}。`,
    storageMemory: '如果您离开或刷新页面，此浏览器无法保留未发送的消息。',
    engineFailed: '聊天加载失败。',
    idleWarning: (time) =>
      time ? `您还在吗？如果没有新消息，聊天将于 ${isolate(time)} 结束。` : '您还在吗？如果没有新消息，聊天即将结束。',
    refused: (reason) => `无法连接。${reason}。`,
    startFailed: (reason) => `无法开始聊天。${reason}。`,
    restoreFailed: '无法恢复您之前的会话。',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? '您已结束会话。' : '会话已结束。'),
    startNew: '开始新的聊天',
    dismiss: '关闭',

    conversation: '会话',
    greeting: '您好，请问有什么可以帮您？',
    greetingHint: '请在这里留言，我们通常会在几分钟内回复。',
    loadOlder: '加载更早的消息',
    loadingOlder: '正在加载更早的消息…',
    newDivider: '新消息',
    newMessages: (count) => fresh(count, number),
    toLatest: '跳到最新消息',
    today: '今天',
    yesterday: '昨天',
    typing: ([first, second, third]) => {
      if (!first) return '正在输入…';
      if (!second) return `${isolate(first)} 正在输入…`;
      return third ? '多人正在输入…' : `${isolate(first)} 和 ${isolate(second)} 正在输入…`;
    },
    joined: (name) => `${isolate(name)} 已加入`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? '已离开'}`,
    transferred: (to) => (to ? `已为您转接至 ${isolate(to)}` : '已为您转接至我们的团队'),
    status: (status) => statuses[status] ?? '',
    you: '您',
    agent: '客服',
    supervisor: '主管',
    bot: '智能助手',
    system: '聊天',
    byAt: (name, time) => `${isolate(name)}，${time}`,

    held: '尚未保存',
    queued: '等待发送',
    sending: '正在发送…',
    sent: '已发送',
    delivered: '已送达',
    seen: '已读',
    unconfirmed: '无法确认是否送达',
    notSent: '未发送',
    error: (code) => errors[code] ?? errors.refused,
    retry: '重试',
    delete: '删除',

    announceMessage: (name, text) => `${isolate(name)}：${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `您的消息未能发送。${reason}。`,

    message: '消息',
    placeholder: '输入消息…',
    placeholderOffline: '先写好，稍后发送…',
    send: '发送',
    composerHint: '按 Enter 发送，按 Shift 和 Enter 换行',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: '本次会话已结束。',
    composerBlocked: '您已无法在此发送消息。',
  };
};

/** Chinese, simplified. */
const zh: Locale = { lang: 'zh', terms, more: async () => (await import('./more/zh.js')).moreZh };
export default zh;
