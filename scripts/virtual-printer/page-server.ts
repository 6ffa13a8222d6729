import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { readWish } from './view.ts';

/** The page of a desk on a loopback port. */
export interface PageServer {
  /** Its address; whoever does not know it gets nothing. */
  readonly url: string;
  close(): Promise<void>;
}

interface Asset {
  readonly file: string;
  readonly type: string;
}

const HERE = import.meta.dirname;
const FONT = join(HERE, '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files');
const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";

/** Everything that the page may load. */
const ASSETS: Readonly<Record<string, Asset>> = {
  '': { file: join(HERE, 'page/index.html'), type: HTML },
  'style.css': { file: join(HERE, 'page/style.css'), type: CSS },
  'printer.css': { file: join(HERE, 'page/printer.css'), type: CSS },
  'slips.css': { file: join(HERE, 'page/slips.css'), type: CSS },
  'page/page.ts': { file: join(HERE, 'page/page.ts'), type: SCRIPT },
  'page/elements.ts': { file: join(HERE, 'page/elements.ts'), type: SCRIPT },
  'page/controls.ts': { file: join(HERE, 'page/controls.ts'), type: SCRIPT },
  'page/paper.ts': { file: join(HERE, 'page/paper.ts'), type: SCRIPT },
  'page/words.ts': { file: join(HERE, 'page/words.ts'), type: SCRIPT },
  'view.ts': { file: join(HERE, 'view.ts'), type: SCRIPT },
  'sans.woff2': {
    file: join(FONT, 'atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    type: 'font/woff2',
  },
};

/** Serves the page of a desk until it is closed. */
export async function servePage(desk: Desk): Promise<PageServer> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, ...rest] = (request.url ?? '').split('/');
    const path = rest.join('/');
    const asset = ASSETS[path];
    const slip = /^slips\/(\d+)\.png$/.exec(path)?.[1];
    if (given !== token) sayNo(response);
    else if (request.method === 'POST' && path === 'wish') await takeWish(request, response);
    else if (request.method !== 'GET') sayNo(response);
    else if (path === 'events') tellEvents(response);
    else if (asset) await send(response, asset);
    else if (slip !== undefined) sendPicture(response, Number(slip));
    else sayNo(response);
  }

  function tellEvents(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.on(
      'close',
      desk.watch((told) => response.write(`data: ${JSON.stringify(told)}\n\n`)),
    );
  }

  async function takeWish(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const wish = readWish(text);
    if (wish === null) {
      response.writeHead(400).end();
      return;
    }
    await desk.fulfil(wish);
    response.writeHead(204).end();
  }

  function sendPicture(response: ServerResponse, id: number): void {
    const picture = desk.picture(id);
    if (picture === null) sayNo(response);
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  }

  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, { file, type }: Asset): Promise<void> {
  const content = await readFile(file);
  const body = type === SCRIPT ? stripTypeScriptTypes(content.toString('utf8')) : content;
  response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
}

function sayNo(response: ServerResponse): void {
  response.writeHead(404).end();
}
