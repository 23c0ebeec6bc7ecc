import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../../renderer/ui/app';
import type { TestBox } from '../../support/fake-box';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  root = undefined;
  document.querySelector('#root')?.remove();
});

/** Shows the whole app over a test box at a hash, in the ward PC's size. */
export async function openApp(opened: TestBox, hash = '#/start'): Promise<TestBox> {
  await page.viewport(1366, 768);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  root = createRoot(host);
  root.render(
    <App
      box={opened.box}
      onDefect={(error) => {
        throw error;
      }}
    />,
  );
  return opened;
}
