/** Where desktops, udisks and installers mount what somebody plugs in. */
const REMOVABLE = ['/media/', '/run/media/', '/mnt/'];

interface Mount {
  readonly folder: string;
  readonly isReadOnly: boolean;
}

/** Returns the folders of the drives that are plugged in and can be written to, from the text of `mountinfo`. */
export function drivesIn(mountinfo: string, roots?: readonly string[]): readonly string[] {
  return removableIn(mountinfo, roots).flatMap(({ folder, isReadOnly }) => (isReadOnly ? [] : [folder]));
}

/** Returns the folders of all drives that are plugged in, also of a card whose lock is on. */
export function readableDrivesIn(mountinfo: string, roots?: readonly string[]): readonly string[] {
  return removableIn(mountinfo, roots).map(({ folder }) => folder);
}

/**
 * Reads Linux's `/proc/self/mountinfo` (proc(5)): one line a mount, its folder the fifth word, its options the sixth;
 * spaces and the like in a folder's name are octal there.
 */
function removableIn(mountinfo: string, roots: readonly string[] = REMOVABLE): readonly Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [, , , , folder, options] = line.split(' ');
    if (folder === undefined || options === undefined) return [];
    const path = folder.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isRemovable = roots.some((root) => path.startsWith(root) && path.length > root.length);
    return isRemovable ? [{ folder: path, isReadOnly: options.split(',').includes('ro') }] : [];
  });
}
