// What makes the console quicker to use. Every page works without it.

// A form is sent once: a second press while the first is under way does nothing.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === 'post') form.dataset.sent = 'yes';
});
// Back from another page the browser may show this one as it was left.
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Numbers that change while one looks at them.
for (const place of document.querySelectorAll('[data-live]')) {
  const source = new EventSource(place.dataset.live);
  source.addEventListener('message', ({ data }) => {
    place.innerHTML = data;
  });
  source.addEventListener('end', () => source.close());
  addEventListener('pagehide', () => source.close());
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// One tick for all boxes of a list.
for (const box of document.querySelectorAll('[data-check-all]')) {
  box.closest('.check').hidden = false;
  box.addEventListener('change', () => {
    for (const other of document.getElementsByName(box.dataset.checkAll)) other.checked = box.checked;
  });
}

// Lists that were kept for a cut line hold names: they go when one signs out.
for (const form of document.querySelectorAll('form[action="/console/sign-out"]')) {
  form.addEventListener('submit', () => {
    void globalThis.caches?.delete('caunoi-meeting-lists');
    globalThis.indexedDB?.deleteDatabase('caunoi-meeting-lists');
  });
}

// Menus close when one presses elsewhere or Escape.
document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('details.account[open]')) {
    if (!menu.contains(target)) menu.open = false;
  }
});
document.addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' && document.querySelector('details.account[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
