// The event log: listens to everything, and calls the verbs.
import { EVENTS } from '/dist/vocabulary/events.js';

const chat = document.querySelector('#chat');
const form = document.querySelector('#acts');
const log = document.querySelector('#log');
const MOST = 300;

const BEFORE = ['chat-before-start', 'chat-before-send', 'chat-before-end'];
const REQUESTS = [
  'open',
  'minimize',
  'close',
  'start',
  'send',
  'retry',
  'discard',
  'end',
  'new',
  'older',
  'seen',
  'draft',
  'mute',
  'notify',
  'reconnect',
].map((name) => `chat-${name}-request`);
const LCW = [
  'ready',
  'startChat',
  'closeChat',
  'chatQueued',
  'chatRetrieved',
  'threadUpdate',
  'onMessageSent',
  'onMessageReceived',
  'onMaximize',
  'onMinimize',
  'onClose',
  'error',
].map((name) => `lcw:${name}`);

// ── The log ──

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function write(kind, name, value) {
  const now = new Date();
  const row = element('li', kind);
  const time = element('time', '', `${clock.format(now)}.${String(now.getMilliseconds()).padStart(3, '0')}`);
  const details = element('details');
  const summary = element('summary');
  summary.append(element('b', '', name), element('span', 'short', JSON.stringify(value) ?? ''));
  const pre = element('pre', '', JSON.stringify(value, undefined, 2) ?? 'undefined');
  pre.tabIndex = 0;
  details.append(summary, pre);
  row.append(time, details);
  log.prepend(row);
  while (log.childElementCount > MOST) log.lastElementChild.remove();
}

for (const name of Object.keys(EVENTS)) chat.addEventListener(name, ({ detail }) => write('chat', name, detail));
for (const name of REQUESTS) chat.addEventListener(name, ({ detail }) => write('request', name, detail));
for (const name of LCW) window.addEventListener(name, ({ detail }) => write('lcw', name, detail));

for (const input of document.querySelectorAll('.filters input')) {
  input.addEventListener('change', () => log.classList.toggle(`show-${input.name}`, input.checked));
}
document.querySelector('#clear').addEventListener('click', () => log.replaceChildren());

// ── Before it happens: a listener may change the detail, or prevent it ──

const checked = (name) => form.elements.namedItem(name).checked;

chat.addEventListener('chat-before-send', (event) => {
  if (checked('veto') && /secret/i.test(event.detail.text)) event.preventDefault();
  else if (checked('shout')) event.detail.text = event.detail.text.toUpperCase();
});
chat.addEventListener('chat-before-end', (event) => {
  if (checked('stay')) event.preventDefault();
});
for (const name of BEFORE) {
  chat.addEventListener(name, ({ detail, defaultPrevented }) => write('before', name, { ...detail, defaultPrevented }));
}

// ── Verbs ──

const value = (name) => form.elements.namedItem(name).value;

const ARGUMENTS = {
  startChat: () => ({ nickname: value('nickname'), userData: { page: value('page') } }),
  sendMessage: () => ({ message: value('message') }),
  sendTyping: () => ({ Message: value('message') }),
};

async function call(name) {
  const argument = ARGUMENTS[name]?.();
  const text = `${name}(${argument ? JSON.stringify(argument) : ''})`;
  try {
    const result = chat[name](...(argument ? [argument] : []));
    if (!(result instanceof Promise)) return write('verb', text, 'called');
    write('verb', text, 'called; the promise is pending');
    write('verb', `${name} resolved`, await result);
  } catch (error) {
    write('verb', `${name} rejected`, { code: error.code, message: error.message });
  }
}

for (const button of form.querySelectorAll('[data-call]')) {
  button.addEventListener('click', () => void call(button.dataset.call));
}
form.addEventListener('submit', (event) => event.preventDefault());

// ── The other side: a server, or a script in the page ──

if (new URLSearchParams(location.search).has('loopback')) {
  const { loopback } = await import('/dist/transports/loopback/index.js');
  chat.persist = 'none';
  chat.sessionKey = 'events loopback';
  chat.transport = loopback({
    agent: { id: 'echo', role: 'bot', name: 'Echo' },
    greeting: 'Hello! I say everything back.',
    reply: (text) => `You said: ${text}`,
  });
  document.querySelector('#side').textContent = 'a script in this page, which says everything back';
  const link = document.querySelector('#other-side');
  link.textContent = 'Use the server instead';
  link.href = 'events.html';
}
