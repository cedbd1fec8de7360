import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import { withArchiveLock } from '../../record/archive-lock.ts';
import { writeAtPublish } from '../../record/at-publish.ts';
import { claimCache } from '../../record/claim-cache.ts';
import { codeDigest } from '../../record/code-digest.ts';
import { type ContentSeen, changedSince, lookAtContent } from '../../record/content-look.ts';
import type { Folders } from '../../record/folders.ts';
import { openMemos, saveMemos } from '../../record/memos.ts';
import { assertOutFolder } from '../../record/out-folder.ts';
import { openLedger, PageLedger } from '../../record/page-ledger.ts';
import { lookAtSite } from '../../record/published-site.ts';
import { realPath } from '../../record/real-path.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { recoverSite } from '../../record/recover-site.ts';
import { readLedger, writeLedger } from '../../record/saved-ledger.ts';
import { readRecord } from '../../record/shared-record.ts';
import { readSiteManifest } from '../../record/site-manifest.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { stateOf } from '../../record/unchanged.ts';
import { assertConserved } from './assert-conserved.ts';
import { bringAlong, finishSite, type Places } from './compose-site.ts';
import { prepareFolder, replaceSite } from './replace-site.ts';

/** How a build is asked for. */
export interface BuildOptions {
  /** Make everything anew from the start. */
  readonly cold?: boolean;
  /** Leave out what has problems, rather than stopping because of it. */
  readonly quarantine?: boolean;
}

/** What a build came to. */
export interface Built {
  readonly articles: number;
  /** Whether the site stood already as it would have come out. */
  readonly unchanged: boolean;
  /** What has problems and was left out, where the keeper asked for that. */
  readonly leftOut: readonly Problem[];
  /** Addresses of files that were not what the last build had left, and are again. */
  readonly mended: readonly string[];
  /** Addresses of files in the site that Pressmark did not make, and kept. */
  readonly foreign: readonly string[];
}

/** One build, from a look at what stands to the moment in which the new site takes its place. */
export class SiteBuild {
  readonly record: ArchiveRecord;
  readonly places: Places;
  readonly #folders: Folders;
  readonly #seen: ContentSeen;
  readonly #state: string | undefined;
  readonly #ledger: PageLedger;

  /**
   * Looks at everything, reads the record, and opens what earlier builds remember.
   *
   * @param root folder of this project
   * @throws ArchiveProblems with every problem of the content folder, or because of the folder for the site
   */
  constructor(root: string, folders: Folders, { cold = false, quarantine = false }: BuildOptions) {
    const { content, cache } = folders;
    const look = lookBefore(root, folders, cold);
    this.#folders = folders;
    this.#seen = look.seen;
    const cached = new RecordCache(cache, look.code, look.seen);
    this.record = readRecord(content, cached, { quarantine });
    // A build without what has problems is not what the same folder gives without being asked for it.
    this.#state = this.record.leftOut.length === 0 ? look.state : undefined;
    openMemos(cache, look.code);
    // The menu of every page names dossiers where there are some.
    const { settings, dossiers } = this.record;
    const base = hash(
      'sha256',
      `${look.code}\n${JSON.stringify(settings)}\n${dossiers.length > 0}`,
    );
    this.#ledger = openLedger(new PageLedger(base, look.site));
    if (cold) this.#ledger.keepNothing();
    this.places = { made: prepareFolder(look.out), out: look.out };
    process.once('exit', () => rmSync(this.places.made, { recursive: true, force: true }));
  }

  /** Has every page be made and none be linked: another integration works on the pages of the finished site. */
  shareWithOthers(): void {
    this.#ledger.keepNothing();
    this.#isShared = true;
  }
  #isShared = false;

  /**
   * Makes the new site whole, with what stays of the old one.
   *
   * @throws ArchiveProblems where the record has changed since this build began
   */
  compose(): void {
    // A withdrawal removes what unfinished builds have made.
    this.#assertUnchanged();
    bringAlong(this.places, this.#ledger, this.#isShared);
  }

  /**
   * Puts the new site in the place of the old one, if neither the record nor the site has changed since this build
   * began.
   *
   * @throws ArchiveProblems where an article is missing in the new site, or something has changed meanwhile
   */
  publish(): Built {
    const { content, cache } = this.#folders;
    const { made, out } = this.places;
    this.#assertUnchanged();
    assertConserved(made, content);
    const { files, isAlike } = finishSite(this.places, this.#ledger);
    const { site, base } = this.#ledger;
    const articles = this.record.articles.length;
    withArchiveLock(content, 'build', () => {
      this.#assertUnchanged();
      if (!isAlike) replaceSite(made, out);
      claimCache(this.#folders);
      writeLedger(cache, { base, state: this.#state, articles, readTo: site.readTo, files });
      saveMemos();
      writeAtPublish();
    });
    return {
      articles,
      unchanged: false,
      leftOut: this.record.leftOut,
      mended: site.altered,
      foreign: [...site.foreign, ...site.foreignOthers],
    };
  }

  #assertUnchanged(): void {
    const { content } = this.#folders;
    const file = changedSince(content, this.#seen);
    if (file !== undefined) throw new ArchiveProblems([overtaken(file)]);
    if (readSiteManifest(this.places.out)?.text !== this.#ledger.site.manifest) {
      throw new ArchiveProblems([outrun(this.places.out)]);
    }
  }
}

/**
 * What a build would come to, where it can be told without building: nothing that the site is made from has changed,
 * and the site stands as it was left.
 */
export function alreadyBuilt(root: string, folders: Folders): Built | undefined {
  const { state, site, seen } = lookBefore(root, folders, false);
  const { ledger, altered, foreign, foreignOthers, readTo } = site;
  if (state === undefined || state !== ledger.state || altered.length > 0) return undefined;
  withArchiveLock(folders.content, 'build', () => {
    if (changedSince(folders.content, seen) === undefined) {
      writeLedger(folders.cache, { ...ledger, readTo });
    }
  });
  return {
    articles: ledger.articles,
    unchanged: true,
    leftOut: [],
    mended: [],
    foreign: [...foreign, ...foreignOthers],
  };
}

function lookBefore(root: string, folders: Folders, cold: boolean) {
  const { content, cache } = folders;
  assertOutFolder(folders, root);
  const out = realPath(folders.out);
  // A build that is publishing just now is no build that was killed.
  withArchiveLock(content, 'build', () => recoverSite(out));
  const saved = readLedger(cache);
  if (cold) rmSync(cache, { recursive: true, force: true });
  claimCache(folders);
  const seen = lookAtContent(content, Date.now());
  const code = codeDigest(root);
  const site = lookAtSite(out, saved);
  return { out, seen, code, state: stateOf(seen, code), site };
}

function overtaken(file: string): Problem {
  return {
    file,
    what: 'This file changed while the site was built.',
    why: 'The site would show what the archive no longer says; a text that was withdrawn meanwhile would be published again.',
    remedy: 'Nothing was published, and the site is as it was. Build again.',
  };
}

function outrun(out: string): Problem {
  return {
    file: out,
    what: 'Another build has published a site here while this one was at work.',
    why: 'This build kept pages of the site that was here before.',
    remedy: 'Nothing was published over it. Build again if the record has changed since.',
  };
}
