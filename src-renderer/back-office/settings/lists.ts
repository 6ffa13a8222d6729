/** Returns a list with another item at a place. */
export function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return list.map((each, at) => (at === index ? item : each));
}

/** Returns a list without the item at a place. */
export function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, at) => at !== index);
}

/** Returns a list with the item at a place one place earlier; the first one stays. */
export function movedUp<T>(list: readonly T[], index: number): readonly T[] {
  const item = list[index];
  if (item === undefined || index === 0) return list;
  return [...list.slice(0, index - 1), item, ...list.slice(index - 1, index), ...list.slice(index + 1)];
}
