import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { createStaticServer } from '../../src/cli/static-server.ts';
const server = createStaticServer({ root: process.argv[2]!, under: '/' });
server.listen(0, '127.0.0.1'); await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as any).port}/`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const throttle of [4, 1]) {
const page = await (await browser.newContext()).newPage();
const s = await page.context().newCDPSession(page);
await s.send('Network.enable');
await s.send('Network.emulateNetworkConditions', { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150, offline: false });
await s.send('Emulation.setCPUThrottlingRate', { rate: throttle });
const t0 = performance.now(); const at = new Map<any, number>(); const lines: string[] = [];
page.on('request', (r) => at.set(r, performance.now() - t0));
page.on('requestfinished', async (r) => { const e = performance.now() - t0; const z = await r.sizes().catch(() => undefined); lines.push(`${at.get(r)!.toFixed(0).padStart(5)} ${e.toFixed(0).padStart(5)} ${String(z?.responseBodySize).padStart(7)} ${r.url().slice(base.length)}`); });
await page.goto(base + 'search.html?q=' + encodeURIComponent(process.argv[3] ?? 'grain exports to the Soviet Union'), { waitUntil: 'commit' });
await page.locator('.entry').first().waitFor();
console.log('x', throttle, 'done', (performance.now() - t0).toFixed(0));
await page.waitForTimeout(500);
console.log(lines.sort().join('\n'));
await page.context().close();
}
await browser.close(); server.close();
