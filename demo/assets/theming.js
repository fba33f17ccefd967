// The theming page: the other side of every chat is a script in the page, so no server is needed.
import { loopback } from '/dist/transports/loopback/index.js';
import { showSource } from './source.js';

const SCRIPT = {
  en: {
    greeting: 'Hello, and welcome! What are you looking for today?',
    question: 'Do the bowls come in the green of the mugs?',
    answers: [
      'They do, and in two sizes. Shall I put a pair aside for you?',
      'Good to know, thank you. I have made a note of it.',
      'You can read more at https://kiln-and-tern.example/glazes, it has pictures of every colour.',
      'Of course! Anything else I can do?',
    ],
  },
  ar: {
    greeting: 'أهلًا وسهلًا! عمّ تبحث اليوم؟',
    question: 'هل تتوفر الأوعية بلون الأكواب الأخضر؟',
    answers: [
      'نعم، وبمقاسين. هل أحجز لك زوجًا منها؟',
      'شكرًا لك، سجّلت ذلك.',
      'تجد المزيد على https://kiln-and-tern.example/glazes مع صور لكل لون.',
      'بالطبع! هل من شيء آخر؟',
    ],
  },
};

/** Gives a chat its own other side, and begins the conversation. */
async function begin(chat, language) {
  const { greeting, question, answers } = SCRIPT[language];
  let next = 0;
  chat.transport = loopback({
    agent: { id: 'mara', role: 'agent', name: language === 'ar' ? 'مارا' : 'Mara' },
    greeting,
    reply: () => answers[next++ % answers.length],
    pace: 700,
  });
  await chat.startChat();
  await chat.sendMessage({ message: question });
}

const looks = document.querySelectorAll('.look');

/** A chat is replaced when its language changes: a conversation is in one language. */
function place(look, language) {
  const old = look.querySelector('live-chat');
  const chat = old.cloneNode();
  chat.lang = language;
  chat.dir = language === 'ar' ? 'rtl' : 'ltr';
  chat.setAttribute('session-key', `${chat.getAttribute('session-key').split(' ')[0]} ${language}`);
  old.replaceWith(chat);
  return begin(chat, language);
}

// Chats begin when they come into view: six at once is more than a page should do at its start.
let language = 'en';
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      place(target, language);
    }
  },
  { rootMargin: '200px' },
);

await customElements.whenDefined('live-chat');
for (const look of looks) observer.observe(look);

for (const input of document.querySelectorAll('input[name="language"]')) {
  input.addEventListener('change', () => {
    language = input.value;
    for (const look of looks) {
      observer.unobserve(look);
      observer.observe(look);
    }
  });
}

for (const input of document.querySelectorAll('input[name="scheme"]')) {
  input.addEventListener('change', () => {
    document.documentElement.dataset.scheme = input.value;
  });
}

for (const box of document.querySelectorAll('[data-source]')) showSource(box, box.dataset.source);
