// The shop's own script: the basket counts. The chat needs nothing from the page.
const count = document.querySelector('.basket-count');
const status = document.querySelector('#basket-status');
let items = 0;

for (const button of document.querySelectorAll('button[data-add]')) {
  button.addEventListener('click', () => {
    items += 1;
    count.textContent = String(items);
    count.hidden = false;
    status.textContent = `${button.dataset.add} added. ${items} in the basket.`;
  });
}
