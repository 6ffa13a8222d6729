import type { FieldKind } from './layouts.ts';
import { refocus, revealCaret } from './reveal-caret.ts';
import {
  backspaceRange,
  deleteBackward,
  hasRoom,
  insertText,
  type TextState,
  wholeCharacters,
} from './text-edit.ts';

/** A field that text can be typed into. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'text',
  'tel',
  'email',
  'search',
  'url',
  'password',
  'number',
]);

/** Returns whether something is a field for text, be it editable at the moment or not. */
export function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && TEXT_TYPES.has(target.type);
}

/** Returns whether text can be typed into a field now. */
export function isEditable(field: TextField): boolean {
  return field.isConnected && !field.readOnly && !field.matches(':disabled');
}

/** Returns which keys suit a field. */
export function fieldKind(field: TextField | undefined): FieldKind {
  if (field === undefined) return 'text';
  if (field.type === 'tel' || field.inputMode === 'tel' || field.inputMode === 'numeric') return 'tel';
  if (field.inputMode === 'decimal') return 'decimal';
  return field.type === 'email' || field.inputMode === 'email' ? 'email' : 'text';
}

/** Types text into a field at its caret or over its selection, as if a keyboard had: the field's own undo knows it. */
export function typeText(field: TextField, text: string, composing: boolean): void {
  prepare(field, composing);
  const state = stateOf(field);
  // Email and number fields do not tell their selection; the browser itself keeps to their maxlength.
  if (state !== undefined) {
    if (!hasRoom(state, text, field.maxLength)) return;
    selectWhole(field, state);
  }
  if (!runCommand('insertText', text) && state !== undefined) {
    replaceValue(field, insertText(state, text, field.maxLength), { inputType: 'insertText', data: text });
  }
  revealCaret(field);
}

/** Deletes a field's selection, or else the one character before its caret. */
export function deleteInField(field: TextField, composing: boolean): void {
  prepare(field, composing);
  const state = stateOf(field);
  if (state === undefined) {
    runCommand('delete');
  } else {
    const { start, end } = backspaceRange(state);
    if (start === end) return;
    field.setSelectionRange(start, end);
    if (!runCommand('delete'))
      replaceValue(field, deleteBackward(state), { inputType: 'deleteContentBackward' });
  }
  revealCaret(field);
}

/** Puts a field back as it was: what came into it was not meant for it. */
export function putBack(field: TextField, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }));
}

/** Puts the focus where the text goes; an input method that is in the middle of a word is made to commit it first. */
function prepare(field: TextField, composing: boolean): void {
  if (composing) refocus(field);
  if (document.activeElement !== field) field.focus({ preventScroll: true });
}

function stateOf({ value, selectionStart, selectionEnd }: TextField): TextState | undefined {
  if (selectionStart === null || selectionEnd === null) return undefined;
  return { value, selectionStart, selectionEnd };
}

function selectWhole(field: TextField, state: TextState): void {
  const { start, end } = wholeCharacters(state);
  if (start !== state.selectionStart || end !== state.selectionEnd) field.setSelectionRange(start, end);
}

function runCommand(command: 'insertText' | 'delete', text?: string): boolean {
  // Deprecated, yet the only way to type into a field with native undo and a trusted input event.
  return document.execCommand(command, false, text);
}

/** The way without `execCommand`, for a browser that has dropped it: undo is lost, the words are not. */
function replaceValue(field: TextField, state: TextState, init: InputEventInit): void {
  field.setRangeText(state.value, 0, field.value.length);
  field.setSelectionRange(state.selectionStart, state.selectionEnd);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, ...init }));
}
