import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Pictures of scenes: node test/support/workshop/shoot.ts <address of the workshop> <folder> [--size 1366x768] [--dark] [--forced] scene …
 */
const [address = '', folder = '', ...rest] = process.argv.slice(2);
const dark = rest.includes('--dark');
const forced = rest.includes('--forced');
const at = rest.indexOf('--size');
const [width = 1366, height = 768] = (at < 0 ? '1366x768' : (rest[at + 1] ?? '')).split('x').map(Number);
const names = rest.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1));

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({
  viewport: { width, height },
  timezoneId: 'Europe/Berlin',
  ...(forced ? { forcedColors: 'active' as const } : {}),
});
page.on('console', (message) => message.type() === 'error' && console.log(message.text()));
page.on('pageerror', (error) => console.log(String(error)));
for (const name of names) {
  await page.goto(`${address}?scene=${name}${dark ? '&theme=dark' : ''}`);
  await page.locator('main h1').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(600);
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return document.documentElement.scrollWidth > innerWidth || (main !== null && main.scrollWidth > main.clientWidth);
  });
  if (overflow) console.log(`${name}: scrolls sideways at ${width}`);
  await page.screenshot({
    path: `${folder}/${name}${dark ? '-dark' : ''}${forced ? '-forced' : ''}${at < 0 ? '' : `-${width}`}.png`,
  });
}
await browser.close();
