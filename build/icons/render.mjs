// Draws icon.svg in the sizes the packagers want. Run by hand after changing the drawing; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const sizes = [16, 32, 48, 64, 128, 256, 512];
const here = new URL('.', import.meta.url);
const svg = readFileSync(new URL('icon.svg', here)).toString('base64');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width=${size} height=${size} src="data:image/svg+xml;base64,${svg}">`,
  );
  writeFileSync(new URL(`${size}x${size}.png`, here), await page.screenshot({ omitBackground: true }));
}
await browser.close();
