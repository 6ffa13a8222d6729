import type { Attachment } from 'svelte/attachments';

/** Makes an element that scrolls reachable with the keyboard, for as long as it has something to scroll. */
export function scrollable(): Attachment<HTMLElement> {
  return (element) => {
    function update(): void {
      if (element.scrollHeight > element.clientHeight + 1) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    }
    const observer = new ResizeObserver(update);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  };
}
