import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/api.ts';
import { BRIDGE_KEY, CHANNELS, EVENTS, PULSE } from '../contract/channels.ts';

const bridge: Bridge = {
  call(channel, input) {
    if (!CHANNELS.includes(channel)) return Promise.reject(new Error('no such call'));
    return ipcRenderer.invoke(channel, input);
  },
  on(event, listener) {
    if (!EVENTS.includes(event)) throw new Error('no such event');
    const forward = (_: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => ipcRenderer.off(event, forward);
  },
};

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge);

// On the page's own thread, so that a page that is stuck does not answer. `ready` is what the page says when it is open;
// while one page gives way to the next there is no document to ask.
ipcRenderer.on(PULSE, () => ipcRenderer.send(PULSE, document.querySelector('html[data-ready]') !== null));
