import { type Archive, openArchive } from '../archive/archive.ts';
import type { Article } from '../archive/articles.ts';
import { dossierAddress, relativeAddress } from '../model/address.ts';

/** An address as a link from any dossier: all of them stand in one folder. */
export function fromDossier(address: string): string {
  return relativeAddress(dossierAddress('any'), address);
}

/** The archive and one of its articles; that the id is known was checked when the record was read. */
export async function lookUp(id: string): Promise<{ archive: Archive; article: Article }> {
  const archive = await openArchive();
  const article = archive.articles.find((one) => one.id === id);
  if (article === undefined) throw new Error(`The article ${id} was not checked.`);
  return { archive, article };
}
