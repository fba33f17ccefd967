import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = ['笑脸与情感', '人物与手势', '动物与自然', '食物与饮料', '旅行与地点', '活动', '物品', '符号', '旗帜'];
const tones = ['默认', '浅', '中浅', '中等', '中深', '深'];

const long = plural('zh', { other: '最多可输入 # 个字符。' });
const found = plural('zh', { other: '找到 # 个表情' });
const atMost = plural('zh', { other: '最多选择 # 项' });
const files = plural('zh', { other: '一条消息最多可添加 # 个文件' });

const errors: Readonly<Record<string, string>> = {
  empty: '文件为空',
  'too-large': '有文件过大',
  'too-many': '文件数量过多',
  'type-not-allowed': '不支持此类型的文件',
  'type-mismatch': '文件内容与其名称不符',
  'unknown-file': '文件已不存在',
  unreadable: '文件已无法读取，请重新选择',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: '您的问题已受理',
  pending: '您的问题等待处理中',
  escalated: '您的问题已转交专员',
  resolved: '您的问题已解决',
  closed: '您的问题已关闭',
};

/** Chinese, simplified. */
export const moreZh: MoreTermTable = (number) => ({
  formHeading: '开始之前',
  formText: '请简单介绍一下您自己，以便我们更快地帮助您。',
  formStart: '开始聊天',
  formCancel: '暂不',
  formOptional: '选填',
  formChoose: '请选择',
  nickname: '您的姓名',
  firstname: '名字',
  lastname: '姓氏',
  email: '电子邮箱',
  subject: '您想咨询什么？',
  errorMissing: '请填写此项后继续。',
  errorChoice: '请选择一项后继续。',
  errorTick: '请勾选此项后继续。',
  errorEmail: '请输入电子邮箱地址，例如 name@example.com。',
  errorTel: '请输入电话号码：数字、空格，开头可加 +。',
  errorLong: (max) => long(max, number),
  errorOther: '此内容无法使用，请检查。',

  emojis: '表情',
  emojiSearch: '搜索表情',
  emojiFound: (count) => (count === 0 ? '未找到表情' : found(count, number)),
  emojiRecent: '最近使用',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: '表情加载失败。',
  skinTone: '肤色',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: '更多操作',
  saveTranscript: '下载会话记录',
  savingTranscript: '正在准备下载…',

  surveyQuestion: '您对本次会话满意吗？',
  surveyRating: (rating, scale) => `${number(rating)}/${number(scale)}`,
  surveyComment: '还有什么想补充的吗？',
  surveySend: '提交评价',
  surveySending: '正在发送…',
  surveyMissing: '请先选择评分。',
  surveyFailed: (answered) => (answered ? '您已经评价过了。' : '评价提交失败，请重试。'),
  surveyThanks: '感谢您的评价。',

  threads: '您的对话',
  threadsEmpty: '还没有对话',
  threadsFailed: '无法加载对话。',
  threadsMore: '显示更多',
  threadsArchived: '已归档',
  threadRename: '重命名',
  threadName: '对话名称',
  threadSave: '保存',
  threadArchive: '归档',
  threadRestore: '移出归档',

  invitation: '聊天邀请',
  inviteHeading: '需要帮助吗？',
  inviteText: '如果您有疑问，我们随时为您解答。',
  inviteAccept: '开始聊天',
  inviteDecline: '不用了，谢谢',

  leaveHeading: '我们暂时不在线',
  leaveText: (back) =>
    back === undefined
      ? '请给我们留言，我们会通过电子邮件回复您。'
      : `恢复服务时间：${back}。请给我们留言，我们会通过电子邮件回复您。`,
  leaveMessage: '您的留言',
  leaveSend: '提交留言',
  leaveSending: '正在发送…',
  leaveFailed: (reason) => `留言未能提交：${reason}。内容没有丢失，请重试。`,
  leftHeading: '谢谢',
  leftText: '我们已收到您的留言，会通过电子邮件回复您。',
  leftDone: '关闭',

  fileName: '会话',
  fileHeading: '会话',
  fileSaved: (time) => `保存时间：${time}`,
  filePartial: '未能获取更早的消息。',
  fileEnd: '会话结束',

  richChosen: '已选择',
  richSend: '发送',
  richSent: '已发送',
  richPickOne: '请选择一项',
  richPick: (min, max) =>
    min === max
      ? `请选择 ${number(min)} 项`
      : min > 0
        ? `请选择 ${number(min)} 至 ${number(max)} 项`
        : `最多可选 ${number(max)} 项`,
  richPickMissing: '请先选择',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: '此项必填',
  richWrong: '此内容似乎不正确',
  richNeeded: '必填',
  richYes: '是',
  richOpens: '在新标签页中打开',
  richShowPicture: (host) => `显示来自 ${isolate(host)} 的图片`,
  richPictureFailed: '无法显示图片',
  richCards: '卡片',
  richPictures: '图片',
  richPrevious: '上一个',
  richNext: '下一个',
  richPosition: (place, of) => `${number(place)}/${number(of)}`,
  richTimeLeft: (time) => `剩余时间：${time}`,
  richTimeOver: '时间已到',
  richDate: '日期',
  richTime: '时间',
  richDateTime: '日期和时间',
  amendedEdited: '已编辑',
  amendedRetracted: '此消息已被移除',
  amendedWriting: '正在撰写',
  reassigned: (to, before) => `${isolate(to)} 已接替 ${isolate(before)} 为您服务`,
  caseStatus: (status) => cases[status] ?? '',

  attach: '添加文件',
  attachDrop: '将文件拖放到此处',
  attached: '下一条消息的文件',
  fileWaiting: '等待中',
  fileReady: '可以发送',
  fileProgress: (name) => `正在上传 ${isolate(name)}`,
  fileRemove: (name) => `移除 ${isolate(name)}`,
  fileRetry: (name) => `重试 ${isolate(name)}`,
  fileDownload: (name, size) => `下载 ${isolate(name)}，${isolate(size)}`,
  filePicture: (name) => `图片：${isolate(name)}`,
  fileTooLarge: (size) => `超过 ${isolate(size)} 的大小上限`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? '文件被拒绝',
  fileFailed: (name, reason) => `${isolate(name)}：${reason}`,
  fileDone: (name) => `${isolate(name)} 可以发送了`,
});
