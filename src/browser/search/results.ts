import { markedNodes } from './marked.ts';
import type { ResultData } from './pagefind.ts';

/** One result as a list item. */
export function drawResult(data: ResultData, site: URL): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'entry';
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = new URL((data.raw_url ?? data.url).replace(/^\//, ''), site).href;
  link.textContent = data.meta['title'] ?? link.href;
  heading.append(link);
  const facts = document.createElement('p');
  facts.className = 'meta';
  const { source, outlet, date } = data.meta;
  facts.textContent = [source === outlet ? outlet : `${source}, in ${outlet}`, date].join(' · ');
  const excerpt = document.createElement('p');
  excerpt.append(...markedNodes(data.excerpt));
  item.append(heading, facts, excerpt);
  return item;
}
