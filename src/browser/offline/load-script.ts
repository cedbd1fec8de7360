interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Folder of the edition, found by the one script that every page has; pages need it before they ask. */
export const ROOT = new URL('..', (document.currentScript as HTMLScriptElement).src);

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const rules = {
  createScriptURL(url: string): string {
    if (!url.startsWith(ROOT.href)) throw new TypeError(`${url} is not of this edition.`);
    return url;
  },
};
const policy = types === undefined ? rules : types.createPolicy('pressmark-search', rules);

/** Runs a script of the edition, by its address from the root; only scripts load from a disk. */
export async function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = policy.createScriptURL(new URL(address.slice(1), ROOT).href);
  const done = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new TypeError(`${address} is not there.`)));
  });
  document.head.append(script);
  try {
    await done;
  } finally {
    script.remove();
  }
}
