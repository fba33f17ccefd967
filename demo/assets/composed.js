// The help page's own script: its language, and what its buttons do with the chat.

const ARABIC = {
  skip: 'انتقل إلى المحتوى',
  demos: 'صفحات العرض',
  shop: 'المتجر',
  composed: 'صفحة مركّبة',
  theming: 'المظهر',
  events: 'الأحداث',
  oldPage: 'صفحة قديمة',
  desk: 'مكتب الموظفين',
  brand: 'مساعدة «كلن آند تيرن»',
  language: 'اللغة',
  title: 'كيف نساعدك؟',
  lead: 'اختر الموضوع، أو اكتب لنا مباشرة. يقرأ أحد الخزّافين رسائلكم من التاسعة إلى السادسة.',
  parcel: 'طردي',
  parcelText: 'أين هو، وماذا تفعل إن انكسر شيء',
  care: 'الاستعمال والعناية',
  careText: 'الفرن، وغسّالة الصحون، وأثر شاي لا يزول',
  order: 'حسب الطلب',
  orderText: 'طقم، أو لون، أو اسم تحت الطلاء',
  returns: 'الإرجاع',
  returnsText: 'ثلاثون يومًا، من غير سؤال عن السبب',
  noteTitle: 'كيف صُنعت هذه الصفحة',
  note: 'المحادثة في هذه الصفحة ليست الأداة الجاهزة، بل سطر حالة وسجلّ رسائل وحقل كتابة في تخطيط الصفحة نفسها، داخل عنصر live-chat واحد. أما الزرّ المستدير في الأعلى فيقف خارجه ويذكره بمعرّفه: يُظهر عدد الرسائل الجديدة، والصفحة تقرّر ما يفعله النقر.',
  chat: 'تحدّث مع المشغل',
  end: 'إنهاء المحادثة',
  greeting: 'مرحبًا! اكتب في الأسفل، وسيجيبك أقربنا إلى لوحة المفاتيح.',
  mail: 'راسلنا بالبريد الإلكتروني',
};

const TOPICS = {
  en: {
    parcel: 'My parcel has not come yet. Order number: ',
    care: 'How do I look after my ',
    order: 'I would like a set made to order: ',
    returns: 'I would like to return ',
  },
  ar: {
    parcel: 'لم يصل طردي بعد. رقم الطلب: ',
    care: 'كيف أعتني بـ',
    order: 'أودّ طلب طقم خاص: ',
    returns: 'أودّ إرجاع ',
  },
};

const root = document.documentElement;
const chat = document.querySelector('#help-chat');
const composer = chat.querySelector('chat-composer');
const end = document.querySelector('#end');

// ── Language and direction: the chat takes both from the page ──

const english = new Map();

function setLanguage(language) {
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-t]')) {
    const key = element.dataset.t;
    if (!english.has(key)) english.set(key, element.textContent);
    element.textContent = language === 'ar' ? ARABIC[key] : english.get(key);
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    const key = `label ${element.dataset.tLabel}`;
    if (!english.has(key)) english.set(key, element.getAttribute('aria-label'));
    element.setAttribute('aria-label', language === 'ar' ? ARABIC[element.dataset.tLabel] : english.get(key));
  }
}

for (const input of document.querySelectorAll('input[name="language"]')) {
  input.addEventListener('change', () => setLanguage(input.value));
}
if (new URLSearchParams(location.search).get('lang') === 'ar') {
  document.querySelector('input[name="language"][value="ar"]').checked = true;
  setLanguage('ar');
}

// ── A topic begins the message, unless something is written already ──

for (const button of document.querySelectorAll('[data-topic]')) {
  button.addEventListener('click', () => {
    if (composer.value === '') composer.value = TOPICS[root.lang][button.dataset.topic];
    composer.focus();
  });
}

// ── The round button asks for the window; here it leads to the chat in the page ──

document.querySelector('#jump').addEventListener('chat-open-request', (event) => {
  event.preventDefault();
  chat.querySelector('.card').scrollIntoView({ block: 'nearest' });
  composer.focus({ preventScroll: true });
});

// ── The page's own button to end the chat, shown while there is something to end ──

function showEnd() {
  const { current, conversations } = chat.state;
  const phase = conversations[current]?.phase;
  end.hidden = phase !== 'active' && phase !== 'queued';
}

await customElements.whenDefined('live-chat');
chat.subscribe(showEnd);
showEnd();
end.addEventListener('click', () => chat.endChat());
