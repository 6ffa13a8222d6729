import { ByteLog, ReceiveBuffer } from './byte-log.ts';
import { CommandParser } from './command-parser.ts';
import type { Command } from './command-parser.ts';
import { Interpreter } from './interpreter.ts';
import type { PrinterInterpreter, UnplacedEvent } from './command-context.ts';
import { Mechanism } from './mechanism.ts';
import { PaperRoll } from './paper-roll.ts';
import type { PrinterProfile } from './profiles.ts';
import { RealTimeScanner } from './real-time.ts';
import type { RealTimeCommand, RealTimeWatcher } from './real-time.ts';
import { STAR_COMMANDS } from './star/star-commands.ts';
import { StarInterpreter } from './star/star-interpreter.ts';
import { StarRealTimeScanner } from './star/star-real-time.ts';
import { PRINT_ENDS, starByte, starStatus } from './star/star-status.ts';
import { automaticStatus, concernsAutomaticStatus, offlineReason, READY, realTimeStatus } from './status.ts';
import type { PrinterStatus } from './status.ts';
import type { PrinterError, PrinterEvent, Slip } from './types.ts';

/** What the printer needs from its interface card. */
export interface DeviceHost {
  readonly send: (bytes: Uint8Array) => void;
  /** `GS ( H` was reached and everything before it is printed. */
  readonly sendTag: (tag: Uint8Array) => void;
  /** A Star printer is about to count to this; answers what becomes of it. */
  readonly onPrintEnd: (count: number) => { readonly counted: boolean; readonly told: boolean };
  /** The receive buffer has room again. */
  readonly onRoom: () => void;
  /** Something that a test may wait for has changed. */
  readonly onChange: () => void;
  /** `DLE DC4 2`. */
  readonly onPowerOffRequest: () => void;
}

interface ErrorPlace {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

interface ByteAlarm {
  readonly at: number;
  readonly ring: () => void;
}

const CLEAR_ANSWER = Uint8Array.of(0x37, 0x25, 0x00);
const CLEAR_LENGTH = 10;

/** The printer without its line: bytes go in, paper and answers come out. */
export class Device {
  readonly #profile: PrinterProfile;
  readonly #host: DeviceHost;
  readonly #log = new ByteLog();
  readonly #buffer: ReceiveBuffer;
  readonly #scanner: RealTimeWatcher;
  readonly #parser: CommandParser;
  readonly #interpreter: PrinterInterpreter;
  readonly #roll: PaperRoll;
  readonly #mechanism: Mechanism;
  readonly #events: PrinterEvent[] = [];
  readonly #errors: ErrorPlace[] = [];
  #status: PrinterStatus = READY;
  #powered = true;
  #pumping = false;
  #asbMask = 0;
  #printEnds = { count: 0, executed: false };
  #pulseAllowed = true;
  #powerOffAllowed = false;
  #byteAlarms: ByteAlarm[] = [];
  #ignoredNuls = 0;

  constructor(profile: PrinterProfile, mmPerSecond: number, host: DeviceHost) {
    this.#profile = profile;
    this.#host = host;
    const isStar = profile.language === 'star';
    this.#scanner = isStar ? new StarRealTimeScanner() : new RealTimeScanner();
    this.#parser = isStar ? new CommandParser(STAR_COMMANDS) : new CommandParser();
    this.#buffer = new ReceiveBuffer(profile.receiveBufferBytes);
    const headToCutterDots = Math.round((profile.headToCutterMm / 25.4) * profile.dpi);
    this.#roll = new PaperRoll({ dots: profile.dots, dpi: profile.dpi, headToCutterDots }, (event) =>
      this.#events.push(event),
    );
    this.#mechanism = new Mechanism({
      roll: this.#roll,
      dpi: profile.dpi,
      mmPerSecond,
      listener: { onIdle: () => this.#pump(), onCut: (hiddenMm) => this.#onCut(hiddenMm) },
    });
    const Language = isStar ? StarInterpreter : Interpreter;
    this.#interpreter = new Language(profile, {
      print: (line) => {
        // A fault in the middle of a command may have switched the printer off.
        if (this.#powered) this.#mechanism.print(line);
      },
      answer: (bytes) => host.send(bytes),
      answerTag: (tag) => host.sendTag(tag),
      countPrintEnd: () => this.#countPrintEnd(),
      resetPrintEnds: () => this.#resetPrintEnds(),
      note: (event) => this.#note(event),
      fail: (offset, length, message) => this.#fail(offset, length, message),
      status: () => this.#status,
      setAutomaticStatus: (mask) => {
        this.#asbMask = mask;
        // Epson's speaks at once, Star's at the next change.
        if (mask !== 0 && !isStar) host.send(this.#automaticStatus());
      },
      allowRealTime: (what, allowed) => {
        if (what === 'pulse') this.#pulseAllowed = allowed;
        else this.#powerOffAllowed = allowed;
      },
    });
  }

  get log(): ByteLog {
    return this.#log;
  }

  get slips(): readonly Slip[] {
    return this.#roll.slips;
  }

  get current(): Slip {
    return this.#roll.current(this.#mechanism.underHead);
  }

  get events(): readonly PrinterEvent[] {
    return this.#events;
  }

  get errors(): readonly PrinterError[] {
    return this.#errors.map(({ offset, length, message }) => ({
      offset,
      length,
      message,
      context: this.#log.context(offset, length),
    }));
  }

  get status(): PrinterStatus {
    return this.#status;
  }

  get powered(): boolean {
    return this.#powered;
  }

  get movedMm(): number {
    return this.#mechanism.movedMm;
  }

  get bufferedBytes(): number {
    return this.#buffer.length;
  }

  /** NULs that came outside any command, which models without `DLE DC4 8` are cleared with. */
  get ignoredNuls(): number {
    return this.#ignoredNuls;
  }

  /** What was received and came to nothing so far: buffered bytes, half a command, characters of an open line. */
  get unfinished(): number {
    return this.#buffer.length + this.#parser.pendingBytes + this.#interpreter.waitingCharacters;
  }

  /** True when everything that was received is printed or obeyed. */
  get idle(): boolean {
    return this.#buffer.length === 0 && this.#mechanism.idle;
  }

  /** Whether the line may deliver another byte. */
  get hasRoom(): boolean {
    return this.#powered && !this.#buffer.full;
  }

  /** Takes one byte from the line. */
  receive(byte: number): void {
    this.#log.push(byte);
    const command = this.#scanner.push(byte);
    const cleared = (command?.kind === 'clear' || command?.kind === 'cancel') && this.#profile.clears;
    if (!cleared) this.#buffer.push(byte);
    if (command !== undefined) this.#obeyAtOnce(command);
    const due = this.#byteAlarms.filter((alarm) => alarm.at <= this.#log.length);
    if (due.length > 0) {
      this.#byteAlarms = this.#byteAlarms.filter((alarm) => alarm.at > this.#log.length);
      for (const alarm of due) alarm.ring();
    }
    this.#pump();
  }

  /** Rings after so many more bytes, or so many more millimetres of paper. */
  alarmAfter(when: { readonly bytes: number } | { readonly millimetres: number }, ring: () => void): void {
    if ('bytes' in when) this.#byteAlarms.push({ at: this.#log.length + when.bytes, ring });
    else this.#mechanism.alarmAfter(when.millimetres, ring);
  }

  /** Changes what the sensors say, with all that follows from it. */
  setStatus(change: Partial<PrinterStatus>): void {
    const before = this.#status;
    this.#status = { ...before, ...change };
    const stopped = offlineReason(before) !== undefined;
    const reason = offlineReason(this.#status);
    if (this.#powered && reason !== undefined) this.#mechanism.stop();
    if (reason !== undefined && !stopped) this.#note({ kind: 'stopped', why: reason });
    if (before.paper !== 'out' && this.#status.paper === 'out') {
      this.#mechanism.release();
      this.#roll.tear('paper out', true);
    }
    if (stopped && reason === undefined) this.#note({ kind: 'resumed' });
    if (this.#powered && concernsAutomaticStatus(this.#asbMask, before, this.#status)) {
      this.#host.send(this.#automaticStatus());
    }
    if (this.#powered && reason === undefined) this.#mechanism.resume();
    this.#pump();
    this.#host.onChange();
  }

  /** Pulls the plug: everything that is not on paper is lost. */
  powerOff(): void {
    this.#powered = false;
    this.#mechanism.stop();
    this.#forget();
    this.#interpreter.reset();
    this.#resetPrintEnds();
    this.#asbMask = 0;
    this.#pulseAllowed = true;
    this.#powerOffAllowed = false;
    this.#roll.tear('power lost', false);
    this.#host.onChange();
  }

  /** Switches on again. An error that needs the switch is gone. */
  powerOn(): void {
    this.#powered = true;
    if (this.#status.error === 'unrecoverable') this.#status = { ...this.#status, error: 'none' };
    if (offlineReason(this.#status) === undefined) this.#mechanism.resume();
    this.#host.onChange();
  }

  /** Ends timers. */
  dispose(): void {
    this.#mechanism.stop();
    this.#powered = false;
  }

  #obeyAtOnce(command: RealTimeCommand): void {
    switch (command.kind) {
      case 'status':
        this.#host.send(Uint8Array.of(realTimeStatus(command.which, this.#status)));
        return;
      case 'enquiry':
        this.#recover(command.which);
        return;
      case 'pulse':
        if (this.#pulseAllowed) this.#note({ kind: 'drawer', by: 'DLE DC4 1', pin: command.pin });
        return;
      case 'power-off':
        if (this.#powerOffAllowed) this.#host.onPowerOffRequest();
        return;
      case 'clear':
        if (this.#profile.clears) this.#clear('DLE DC4 8', true);
        else
          this.#fail(
            this.#log.length - CLEAR_LENGTH,
            CLEAR_LENGTH,
            `DLE DC4 8: ${this.#profile.name} cannot clear`,
          );
        return;
      case 'cancel':
        if (!this.#profile.clears) return;
        this.#clear('CAN', false);
        this.#interpreter.reset();
        this.#resetPrintEnds();
        return;
      case 'star-status':
        this.#host.send(this.#automaticStatus());
        return;
      case 'star-byte':
        this.#host.send(Uint8Array.of(starByte(command.which, this.#status)));
        return;
      case 'reset':
        this.#fail(this.#log.length - 3, 3, 'ESC ACK CAN: the printer resets itself');
        return;
    }
  }

  /** `DLE ENQ` 1 goes on after a recoverable error, 2 throws the data away first. */
  #recover(which: number): void {
    if (which === 0 || this.#status.error !== 'cutter') return;
    if (which === 2) this.#clear('DLE ENQ 2', false);
    this.setStatus({ error: 'none' });
  }

  #automaticStatus(): Uint8Array {
    if (this.#profile.language === 'escpos') return automaticStatus(this.#status);
    const bytes = starStatus(this.#status, { ...this.#printEnds, has: this.#profile.confirms });
    // Whoever was told is not told twice.
    this.#printEnds.executed = false;
    return bytes;
  }

  #countPrintEnd(): void {
    const count = (this.#printEnds.count + 1) % PRINT_ENDS;
    const { counted, told } = this.#host.onPrintEnd(count);
    if (counted) this.#printEnds = { count, executed: true };
    if (told && this.#asbMask !== 0) this.#host.send(this.#automaticStatus());
  }

  #resetPrintEnds(): void {
    this.#printEnds = { count: 0, executed: false };
  }

  #clear(by: string, answer: boolean): void {
    const droppedBytes = this.#buffer.length;
    this.#forget();
    this.#interpreter.clearLine();
    this.#roll.startFresh();
    this.#note({ kind: 'cleared', by, droppedBytes });
    if (answer) this.#host.send(CLEAR_ANSWER);
    this.#host.onRoom();
  }

  #forget(): void {
    this.#mechanism.clear();
    this.#buffer.clear();
    this.#parser.reset();
    this.#scanner.reset();
  }

  /** Works the buffer off as long as nothing is being printed; so an answer comes after what stands before it. */
  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    const wasFull = this.#buffer.full;
    let taken = 0;
    while (this.#powered && this.#mechanism.idle && offlineReason(this.#status) === undefined) {
      const offset = this.#log.length - this.#buffer.length;
      const byte = this.#buffer.shift();
      if (byte === undefined) break;
      taken += 1;
      const command = this.#parser.push(byte, offset);
      if (command !== undefined) this.#execute(command);
    }
    this.#pumping = false;
    if (taken > 0 && wasFull) this.#host.onRoom();
  }

  #execute(command: Command): void {
    const isNul = command.kind === 'unknown' && command.bytes[0] === 0;
    // Models that cannot clear are flushed with NULs, and drop those that no command swallows.
    if (isNul && (!this.#profile.clears || this.#profile.language === 'star')) this.#ignoredNuls += 1;
    else this.#interpreter.execute(command);
  }

  #onCut(hiddenMm: number): void {
    if (hiddenMm >= 0.5) {
      const message = `the cut left ${hiddenMm.toFixed(1)} mm of print inside the printer: feed before it`;
      this.#fail(Math.max(0, this.#log.length - this.#buffer.length - 1), 1, message);
    }
    this.#host.onChange();
  }

  #note(event: UnplacedEvent): void {
    if (event.kind === 'initialise') {
      if (!this.#profile.clears) this.#roll.startFresh();
      if (this.#profile.initialiseEndsAutomaticStatus) this.#asbMask = 0;
    }
    this.#roll.note({ ...event, atMm: this.#roll.currentMm });
  }

  #fail(offset: number, length: number, message: string): void {
    const last = this.#errors[this.#errors.length - 1];
    if (last !== undefined && last.message === message && last.offset + last.length === offset) {
      // One report for a row of stray bytes.
      this.#errors[this.#errors.length - 1] = { ...last, length: last.length + length };
    } else {
      this.#errors.push({ offset, length, message });
    }
  }
}
