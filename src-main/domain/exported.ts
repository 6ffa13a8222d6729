/** Identifies a place for what is taken out of the kiosk: its own folder, or the folder of a drive. */
export type PlaceId = string;

/** Where files that staff take out of the kiosk can go. */
export interface ExportPlace {
  readonly id: PlaceId;
  /** The kiosk's own folder, or a drive that somebody plugged in. */
  readonly kind: 'kiosk' | 'drive';
  /** What a person knows it by: a drive's label, the folder's path. */
  readonly name: string;
}

/** A file that was taken out, whole and on the disk. */
export interface SavedFile {
  readonly place: ExportPlace;
  readonly name: string;
}

/** Longest name of such a file, in characters: what FAT and Windows take with any folder before it. */
const NAME_MAX = 120;

/**
 * Returns a file name that every file system takes: letters, digits, dashes and dots, `parts` joined by dashes.
 * What a name cannot have becomes a dash; `extension` comes without its dot.
 */
export function exportName(parts: readonly string[], extension: string): string {
  const plain = parts
    .join('-')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain.slice(0, NAME_MAX) || 'file'}.${extension}`;
}
