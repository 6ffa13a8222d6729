/** Runs in the page before its own scripts: notes the moment at which it sets `<html data-ready>`. */
const { ipcRenderer } = require('electron');
const { MutationObserver, document } = globalThis;

const observer = new MutationObserver(() => {
  if (!document.documentElement.hasAttribute('data-ready')) return;
  observer.disconnect();
  ipcRenderer.send('bench-ready', performance.timeOrigin + performance.now());
});
observer.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
