import type { CompiledBody } from '../compile/compile-body.ts';
import type { GuidePart } from '../model/guide.ts';
import type { Kind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import type { PublishedCapture } from '../model/published-capture.ts';
import type { ArticleData } from '../model/schema/article.ts';
import type { AuthorityData } from '../model/schema/authority.ts';
import type { DossierData } from '../model/schema/dossier.ts';
import type { Settings } from '../model/schema/settings.ts';
import type { HeldBack } from './published-dossier.ts';

/** One article as it stands in the content folder. */
export interface ArticleEntry {
  /** `<year>/<slug>`: the path below `articles/`, and its address for good. */
  readonly id: string;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly data: ArticleData;
  /**
   * What the archive publishes of the text; all of it only where the record was read whole. Unpacked
   * at each call: twenty thousand bodies are not kept in memory for one that is shown.
   */
  readonly body: CompiledBody;
  /** The same as it is kept, for whoever sends it on: UTF-8 of its JSON. */
  readonly packed?: Uint8Array;
  /** SHA-256 of the entry's bytes. */
  readonly digest: string;
  /** What of its capture may leave the archive; its hash alone until the bytes were looked into. */
  published: PublishedCapture;
  /** Set where the entry itself holds something private, which is not in `data` and `body`. */
  readonly masked?: true;
}

/** One authority record as it stands in the content folder. */
export interface AuthorityEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly file: string;
  readonly data: AuthorityData;
  readonly digest: string;
}

/** One dossier as it stands in the content folder, compiled as data. */
export interface DossierEntry {
  readonly slug: string;
  readonly file: string;
  readonly data: DossierData;
  /** Its text: HTML, and slots for what the archive shows in it. Of withdrawn articles it holds no word. */
  readonly body: readonly GuidePart[];
  /** Ids of the articles that it names, in the order in which it does. */
  readonly articles: readonly string[];
  /** SHA-256 of what is published of it. */
  readonly digest: string;
  /** What of it is not published as it stands, because it shows something of a withdrawn article. */
  readonly heldBack: readonly HeldBack[];
  /** The whole file with notes in the place of that; absent where it is published as it stands. */
  readonly published?: string;
}

/** A whole content folder, read and checked. Lists are ordered by id. */
export interface ArchiveRecord {
  readonly settings: Settings;
  /** Every article but the withdrawn ones. */
  readonly articles: readonly ArticleEntry[];
  /** What is left of articles that were withdrawn: no text, no capture. */
  readonly withdrawn: readonly ArticleEntry[];
  readonly authorities: Readonly<Record<Kind, readonly AuthorityEntry[]>>;
  readonly dossiers: readonly DossierEntry[];
  /** Captures and other files of `captures/` that may not leave the archive. */
  readonly withheldFiles: ReadonlySet<string>;
  /** What was left out because it could not be published, where the keeper asked for that. */
  readonly leftOut: readonly Problem[];
  /** SHA-256 of everything that was read: two equal digests are the same archive. */
  readonly digest: string;
}
