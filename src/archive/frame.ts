import { hostAddress, NOT_FOUND, relativeAddress } from '../model/address.ts';
import type { Frame } from '../model/frame.ts';
import type { Archive } from './archive.ts';

/** What the page at an address needs of the archive around it. */
export function frameOf(archive: Archive, address: string): Frame {
  const { settings } = archive;
  return {
    address,
    // The page for missing addresses is shown at any depth, where a relative link would lead astray.
    to:
      address === NOT_FOUND
        ? (target) => hostAddress(settings.baseUrl, target)
        : (target) => relativeAddress(address, target),
    settings,
    summary: archive.summary,
    hasDossiers: archive.dossiers.length > 0,
  };
}
