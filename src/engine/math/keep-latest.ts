// Buffers kept from one call to the next while their sizes stay the same.

/**
 * `make`, but asked again for the sizes of its latest call it returns what it made then. For buffers
 * whose contents nobody reads after the call that filled them.
 */
export function keepLatest<T>(
  make: (size: number, count: number) => T
): (size: number, count: number) => T {
  let latest: {size: number; count: number; made: T} | null = null;
  return (size, count) => {
    if (latest?.size !== size || latest.count !== count) {
      latest = {size, count, made: make(size, count)};
    }
    return latest.made;
  };
}
