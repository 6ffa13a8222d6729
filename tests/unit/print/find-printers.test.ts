import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, type NetworkInterfaceInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { PRINTER_PROFILES } from '../../../src-main/contract/printer-profiles.ts';
import {
  findDevicePrinters,
  findNetworkPrinters,
  neighbours,
  type NetworkAddress,
  type SearchProgress,
} from '../../../src-main/print/find-printers.ts';
import { startVirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const HOST = '127.0.0.1';
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUps.splice(0)) await each();
});

/** Listens on loopback like something that is no printer; returns where, and the connections that it has. */
async function listen(
  answer: (socket: Socket) => void,
): Promise<{ readonly port: number; readonly open: ReadonlySet<Socket>; readonly server: Server }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.resume();
    answer(socket);
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  cleanUps.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not on a port');
  return { port: address.port, open, server };
}

const silent = (): void => undefined;

function find(
  ports: readonly number[],
  given: { readonly signal?: AbortSignal; readonly onProgress?: (progress: SearchProgress) => void } = {},
) {
  return findNetworkPrinters({
    addresses: ports.map((port): NetworkAddress => ({ host: HOST, port })),
    profiles: PRINTER_PROFILES,
    signal: given.signal ?? new AbortController().signal,
    onProgress: given.onProgress ?? (() => undefined),
  });
}

describe('findNetworkPrinters', () => {
  it('finds printers among what is none, with model, status and a profile, and prints nothing', async () => {
    const known = await startVirtualPrinter({ profile: { name: 'TM-T20III' } });
    const unknown = await startVirtualPrinter({ profile: { name: 'POS-80' } });
    cleanUps.push(
      () => known.close(),
      () => unknown.close(),
    );
    unknown.setPaper('out');
    const gone = await listen(silent);
    gone.server.close();
    await once(gone.server, 'close');
    const quiet = await listen(silent);
    const ftp = await listen((socket) => void socket.write('220 ready\r\n'));
    const web = await listen(
      (socket) => void socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    const rude = await listen((socket) => void socket.destroy());
    const star = await listen((socket) => void socket.write(Uint8Array.of(0x23, 0x86, 0, 0, 0, 0, 0, 0, 0)));

    const ports = [gone.port, known.port, quiet.port, ftp.port, unknown.port, web.port, rude.port, star.port];
    const progress: SearchProgress[] = [];
    const found = await find(ports, { onProgress: (each) => progress.push(each) });
    const none = { maker: null, model: null, status: null, profile: 'generic-80' };
    const at = (port: number): string => `tcp://${HOST}:${port}`;
    expect(found).toEqual([
      {
        url: at(known.port),
        speaks: 'escpos',
        maker: 'VIRTUAL',
        model: 'TM-T20III',
        status: { condition: 'ready', paperNearEnd: false },
        profile: 'epson-tm-t20iii',
      },
      { url: at(quiet.port), speaks: 'nothing', ...none },
      { url: at(ftp.port), speaks: 'otherwise', ...none },
      {
        url: at(unknown.port),
        speaks: 'escpos',
        maker: expect.toSatisfy((name) => name === null || name === 'VIRTUAL') as string,
        model: expect.toSatisfy((name) => name === null || name === 'POS-80') as string,
        status: { condition: 'paper-out', paperNearEnd: expect.any(Boolean) as boolean },
        profile: 'generic-80',
      },
      { url: at(web.port), speaks: 'otherwise', ...none },
      { url: at(rude.port), speaks: 'nothing', ...none },
      { url: at(star.port), speaks: 'otherwise', ...none },
    ]);
    expect(progress.map(({ asked }) => asked)).toEqual(ports.map((_, index) => index + 1));
    expect(progress.every((each) => each.of === ports.length)).toBe(true);
    for (const printer of [known, unknown]) {
      printer.assertClean();
      expect([printer.slips.length, printer.current.text, printer.movedMm]).toEqual([0, '', 0]);
      expect(printer.connections).toMatchObject([{ state: 'closed', closedBy: 'client' }]);
    }
    await Promise.all([...quiet.open, ...ftp.open, ...star.open].map((socket) => once(socket, 'close')));
  });

  it('asks who it is only where the first answer is a printer’s', async () => {
    const received: Buffer[] = [];
    const laser = await listen((socket) => void socket.on('data', (bytes) => received.push(bytes)));
    await find([laser.port]);
    expect([...Buffer.concat(received)]).toEqual([0x10, 0x04, 0x01]);
  });

  it('ends soon when nobody wants to know any more, with what was found, and leaves no line open', async () => {
    const printer = await startVirtualPrinter();
    cleanUps.push(() => printer.close());
    const quiet = await listen(silent);
    const ports = [printer.port, ...Array.from({ length: 400 }, () => quiet.port)];
    const abort = new AbortController();
    let asked = 0;
    const found = await find(ports, {
      signal: abort.signal,
      onProgress: (progress) => {
        asked = progress.asked;
        abort.abort();
      },
    });
    expect(asked).toBeLessThanOrEqual(64);
    expect(found.length).toBeLessThanOrEqual(64);
    await Promise.all([...quiet.open].map((socket) => once(socket, 'close')));
  });

  it('looks at nothing where there is nothing to look at, or nobody wants to know', async () => {
    const printer = await startVirtualPrinter();
    cleanUps.push(() => printer.close());
    expect(await find([])).toEqual([]);
    expect(await find([printer.port], { signal: AbortSignal.abort() })).toEqual([]);
    expect(printer.connections).toEqual([]);
  });
});

describe('neighbours', () => {
  const address = (cidr: string, given: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo => {
    const [ip = '', bits = ''] = cidr.split('/');
    const mask = 2 ** 32 - 2 ** (32 - Number(bits));
    const netmask = [24, 16, 8, 0].map((shift) => Math.floor(mask / 2 ** shift) % 256).join('.');
    return {
      address: ip,
      netmask,
      family: 'IPv4',
      mac: '',
      internal: false,
      cidr,
      ...given,
    } as NetworkInterfaceInfo;
  };

  const hosts = (interfaces: Parameters<typeof neighbours>[0]): string[] =>
    neighbours(interfaces).map(({ host }) => host);

  it('are the others on this machine’s network, at the port of printers', () => {
    expect(neighbours({ eth0: [address('192.168.1.50/24')] })[0]).toEqual({
      host: '192.168.1.1',
      port: 9_100,
    });
    const found = hosts({ eth0: [address('192.168.1.50/24')] });
    expect(found).toHaveLength(253);
    expect([found[0], found[48], found[49], found.at(-1)]).toEqual([
      '192.168.1.1',
      '192.168.1.49',
      '192.168.1.51',
      '192.168.1.254',
    ]);
  });

  it.each([
    ['10.20.30.40/8', '10.20.30.1', 253],
    ['172.31.255.9/16', '172.31.255.1', 253],
    ['192.168.1.70/27', '192.168.1.65', 29],
    ['192.168.1.70/30', '192.168.1.69', 1],
    ['192.168.1.70/32', undefined, 0],
    ['172.32.0.1/24', undefined, 0],
    ['8.8.8.8/24', undefined, 0],
    ['169.254.3.4/16', undefined, 0],
  ])('of %s begin at %s and are %i', (cidr, first, count) => {
    const found = hosts({ eth0: [address(cidr)] });
    expect([found[0], found.length]).toEqual([first, count]);
  });

  it('are those of two networks at the most, each once, without containers and tunnels', () => {
    const found = hosts({
      lo: [address('127.0.0.1/8', { internal: true })],
      docker0: [address('172.17.0.1/16')],
      wg0: [address('10.9.0.1/24')],
      eth0: [address('192.168.1.50/24'), { ...address('192.168.1.51/24') }],
      wlan0: [address('10.0.0.7/24')],
      eth1: [address('192.168.7.1/24')],
    });
    expect(found).toHaveLength(252 + 253);
    expect(new Set(found.map((each) => each.replace(/\.\d+$/, '')))).toEqual(
      new Set(['192.168.1', '10.0.0']),
    );
    expect(neighbours({})).toEqual([]);
  });
});

describe('findDevicePrinters', () => {
  it('names what may be a printer, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iyw-dev-'));
    cleanUps.push(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'usb'));
    for (const name of ['usb/lp1', 'usb/lp0', 'usb/hiddev0', 'ttyUSB0', 'ttyACM0', 'ttyS0', 'sda']) {
      writeFileSync(join(folder, name), '');
    }
    expect(await findDevicePrinters(folder)).toEqual(
      ['usb/lp0', 'usb/lp1', 'ttyACM0', 'ttyUSB0'].map((name) => pathToFileURL(join(folder, name)).href),
    );
    expect(await findDevicePrinters(join(folder, 'nowhere'))).toEqual([]);
  });
});
