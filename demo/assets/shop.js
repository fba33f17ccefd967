// The shop's own script: the basket counts. The chat needs nothing from the page; whoever has put something into the basket is
// invited once.
const count = document.querySelector('.basket-count');
const status = document.querySelector('#basket-status');
let items = 0;

for (const button of document.querySelectorAll('button[data-add]')) {
  button.addEventListener('click', () => {
    items += 1;
    if (items === 1) setTimeout(invite, 8_000);
    count.textContent = String(items);
    count.hidden = false;
    status.textContent = `${button.dataset.add} added. ${items} in the basket.`;
  });
}

function invite() {
  const chat = document.querySelector('live-chat');
  // Not in a browser that is too old for it.
  void chat.invite?.({
    heading: 'A question about it?',
    text: 'Every piece is made here. We know the size, the glaze and the kiln day of each.',
    accept: 'Ask the studio',
  });
}
