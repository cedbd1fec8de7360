import { button, say, status } from '../cite/elements.ts';
import { checkCapture, verdictWords } from './check-capture.ts';

/** Puts into the box below the hash the button that checks the capture, and a place for what it finds. */
export function openVerify(box: HTMLElement): void {
  if (box.querySelector('[role=status]')) return;
  const live = status();
  const check = async () => {
    say(live, 'Fetching the capture and computing its hash…');
    const address = new URL(box.dataset['verify'] ?? '', location.href);
    const copy = box.dataset['copy'];
    const stated = copy ?? box.parentElement?.querySelector('dl > .code')?.textContent ?? '';
    const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
    const verdict = await checkCapture(address, stated.trim(), {
      fetch: (url) => fetch(url, { cache: 'no-store' }),
      digest: subtle && ((bytes) => subtle.digest('SHA-256', bytes)),
    });
    say(live, verdictWords(verdict, copy === undefined ? 'capture' : 'redacted copy'));
  };
  box.append(
    button('Verify', 'Verify the capture in this browser', () => check()),
    live,
  );
}
