import { randomFillSync } from 'node:crypto';
import { rmSync, statfsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpaceReading } from '../domain/health.ts';
import { syncFolder } from './durable-file.ts';
import { isFull, isOfTheDisk } from './sqlite.ts';

/** Watches over the room that the kiosk needs to keep what it is told. */
export interface SpaceKeeper {
  /** Looks at the disk (microseconds) and returns whether claims are taken. */
  readonly look: () => boolean;
  /** Takes what a write failed of: on a full disk the ballast goes at once, whatever the system says of its space. */
  readonly heard: (error: unknown) => void;
  /** Stops looking, after the ballast that is being made. */
  close(): Promise<void>;
}

const MIB = 1024 * 1024;
/** What is given up when the disk is full: states of slips, sessions and this news still fit then. */
export const BALLAST_BYTES = 16 * MIB;
/** With less free space than this no claim is begun: bytes. */
export const FLOOR_BYTES = 16 * MIB;
/** The name of the ballast in the data folder. */
export const BALLAST_FILE = 'ballast';
const LOOK_MS = 5_000;
/** After the window is up: it writes for a moment. */
const FIRST_LOOK_MS = 3_000;

/**
 * Returns the free and the whole space of the disk that `folder` is on, for this user, or null where it is not there
 * or the system does not say.
 */
export function spaceOf(folder: string): SpaceReading | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch (error) {
    if (isOfTheDisk(error)) return null;
    throw error;
  }
}

/** Returns whether two folders lie on one disk; false where either is not there. */
export function isSameDisk(one: string, other: string): boolean {
  const [first, second] = [one, other].map((folder) => statSync(folder, { throwIfNoEntry: false })?.dev);
  return first !== undefined && first === second;
}

/**
 * Keeps a ballast in `folder`, and takes no claims while there is no room for one: below the floor the ballast is
 * released, and both come back together, so that a disk at the edge does not flicker. `onChange` hears whether there is
 * room; `onProblem` why a ballast could not be made, for the log.
 */
export function keepSpace(parts: {
  readonly folder: string;
  readonly onChange: (hasRoom: boolean) => void;
  readonly onProblem: (problem: unknown) => void;
}): SpaceKeeper {
  const { folder } = parts;
  const ballast = join(folder, BALLAST_FILE);
  let hasRoom = true;
  let making: Promise<void> | null = null;
  let mayMake = false;

  function change(next: boolean): void {
    if (next === hasRoom) return;
    hasRoom = next;
    parts.onChange(next);
  }

  function release(): void {
    rmSync(ballast, { force: true });
    change(false);
  }

  function look(): boolean {
    const space = spaceOf(folder);
    if (space === null) return hasRoom;
    const held = isHeld(ballast);
    if (space.free < FLOOR_BYTES + (held || making ? 0 : BALLAST_BYTES)) release();
    else if (held) change(true);
    else if (mayMake) making ??= make();
    return hasRoom;
  }

  async function make(): Promise<void> {
    try {
      await writeBallast(folder);
      change(true);
    } catch (error) {
      await rm(`${ballast}.new`, { force: true });
      parts.onProblem(error);
      if (isFull(error)) release();
    } finally {
      making = null;
    }
  }

  const first = setTimeout(() => {
    mayMake = true;
    look();
  }, FIRST_LOOK_MS);
  const looks = setInterval(look, LOOK_MS);
  return {
    look,
    heard(error) {
      if (isFull(error)) release();
    },
    async close() {
      clearTimeout(first);
      clearInterval(looks);
      await making;
    },
  };
}

function isHeld(ballast: string): boolean {
  return statSync(ballast, { throwIfNoEntry: false })?.size === BALLAST_BYTES;
}

/** Random bytes, since some disks take no space for zeros; without blocking main. */
async function writeBallast(folder: string): Promise<void> {
  const aside = join(folder, `${BALLAST_FILE}.new`);
  const chunk = Buffer.allocUnsafe(MIB);
  const handle = await open(aside, 'w', 0o600);
  try {
    for (let written = 0; written < BALLAST_BYTES; written += MIB) {
      await handle.writeFile(randomFillSync(chunk));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, join(folder, BALLAST_FILE));
  syncFolder(folder);
}
