const { ARCHIVE_LEAVE_OUT: pattern } = process.env;
const left = pattern ? new RegExp(pattern) : undefined;

/**
 * Whether the file of an address is left out because ARCHIVE_LEAVE_OUT matches it: a way to measure what a
 * kind of file costs.
 *
 * @param address from the root of the site, with or without its first slash
 */
export function isLeftOut(address: string): boolean {
  return left?.test(address.replace(/^\//, '')) ?? false;
}
