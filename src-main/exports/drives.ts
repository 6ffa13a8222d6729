/** Where desktops, udisks and installers mount what somebody plugs in. */
const REMOVABLE = ['/media/', '/run/media/', '/mnt/'];

/**
 * Returns the folders of the drives that are plugged in and can be written to, from the text of Linux's
 * `/proc/self/mountinfo` (proc(5)): one line a mount, its folder the fifth word, its options the sixth; spaces and
 * the like in a folder's name are octal there.
 */
export function drivesIn(mountinfo: string, roots: readonly string[] = REMOVABLE): readonly string[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [, , , , folder, options] = line.split(' ');
    if (folder === undefined || options === undefined) return [];
    const path = folder.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isRemovable = roots.some((root) => path.startsWith(root) && path.length > root.length);
    return isRemovable && !options.split(',').includes('ro') ? [path] : [];
  });
}
