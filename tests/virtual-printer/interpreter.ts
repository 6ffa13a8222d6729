import type {
  CommandContext,
  CommandHandler,
  InterpreterHost,
  PrinterInterpreter,
  SymbolStore,
} from './command-context.ts';
import type { Command } from './command-parser.ts';
import { DEVICE_COMMANDS } from './device-commands.ts';
import { GRAPHIC_COMMANDS } from './graphic-commands.ts';
import { LineBuffer } from './line-buffer.ts';
import { initialState, printArea } from './print-state.ts';
import type { PrintState } from './print-state.ts';
import type { PrinterProfile } from './profiles.ts';
import { TEXT_COMMANDS } from './text-commands.ts';
import { TextInput } from './text-input.ts';

const HANDLERS: Readonly<Record<string, CommandHandler>> = {
  ...TEXT_COMMANDS,
  ...GRAPHIC_COMMANDS,
  ...DEVICE_COMMANDS,
};

/** Turns commands of ESC/POS into lines of paper and answers. */
export class Interpreter implements PrinterInterpreter {
  readonly #profile: PrinterProfile;
  readonly #host: InterpreterHost;
  readonly #line = new LineBuffer();
  readonly #text = new TextInput();
  #state: PrintState;
  #symbols: SymbolStore = emptySymbols();

  constructor(profile: PrinterProfile, host: InterpreterHost) {
    this.#profile = profile;
    this.#host = host;
    this.#state = initialState(profile);
  }

  /** Characters that were received and are not on paper. */
  get waitingCharacters(): number {
    return this.#line.length;
  }

  /** Forgets the line that is waiting, and keeps the settings: what `DLE DC4 8` does. */
  clearLine(): void {
    this.#line.clear();
    this.#text.reset();
  }

  /** As after switching on. */
  reset(): void {
    this.clearLine();
    this.#state = initialState(this.#profile);
    this.#symbols = emptySymbols();
  }

  /** Carries out one command. */
  execute(command: Command): void {
    switch (command.kind) {
      case 'text':
        this.#print(command.byte, command.offset);
        return;
      case 'unknown':
        this.#host.fail(command.offset, command.bytes.length, 'unknown command');
        return;
      case 'command':
        this.#endCharacter(command.offset);
        this.#obey(command.name, command.args, command.offset);
        return;
    }
  }

  #obey(name: string, args: Uint8Array, offset: number): void {
    const handler = HANDLERS[name];
    const length = args.length + (name.length > 3 ? 2 : 1);
    if (handler === undefined) {
      this.#host.fail(offset, length, `${name} is not modelled`);
      return;
    }
    const why = handler(this.#context(), args);
    if (why !== undefined) this.#host.fail(offset, length, why);
  }

  #print(byte: number, offset: number): void {
    const result = this.#text.push(byte, this.#state, this.#profile);
    if (result.kind === 'incomplete') return;
    if (result.kind === 'undecodable') this.#host.fail(offset, 1, result.why);
    const { text, style } = result.kind === 'character' ? result.character : result.replacement;
    const dots = (style.cell.width + style.cell.spacing) * style.width;
    // The gap after the last character of a line may hang over the edge.
    const ink = style.cell.width * style.width;
    if (this.#line.x > 0 && this.#line.x + ink > printArea(this.#state, this.#profile).width) {
      if (!this.#flush(undefined, true)) this.#line.moveTo(0);
    }
    this.#line.addText(text, dots, style);
  }

  #endCharacter(offset: number): void {
    if (!this.#text.midCharacter) return;
    this.#text.reset();
    this.#host.fail(offset, 1, 'a command in the middle of a character');
  }

  #flush(spacingDots = this.#state.lineSpacingDots, wrapped = false): boolean {
    const { left, width } = printArea(this.#state, this.#profile);
    const line = this.#line.take({
      left,
      width,
      align: this.#state.align,
      lineSpacingDots: spacingDots,
      wrapped,
    });
    if (line !== undefined) this.#host.print(line);
    return line !== undefined;
  }

  #context(): CommandContext {
    return {
      profile: this.#profile,
      state: this.#state,
      symbols: this.#symbols,
      line: this.#line,
      host: this.#host,
      flush: (spacingDots, wrapped) => this.#flush(spacingDots, wrapped),
      feed: (dots, blankLines) => {
        if (dots > 0) this.#host.print({ kind: 'feed', heightDots: dots, blankLines });
      },
      initialise: () => {
        if (!this.#line.empty) {
          this.#host.note({ kind: 'cleared', by: 'ESC @', droppedBytes: this.#line.length });
        }
        this.reset();
        this.#host.note({ kind: 'initialise' });
      },
    };
  }
}

function emptySymbols(): SymbolStore {
  return { qrModuleDots: 3, qrLevel: 'L', qrData: undefined, graphics: undefined };
}
