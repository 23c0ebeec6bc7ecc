import type { WebContents } from 'electron';

const step = 0.5;
const limits = { smallest: -3, largest: 5 };

/** Without a menu there are no zoom keys, and people who need large type cannot do without them. */
export function keepZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const command = process.platform === 'darwin' ? input.meta : input.control;
    if (input.type !== 'keyDown' || !command || input.alt) return;
    const level = nextLevel(contents.getZoomLevel(), input.key);
    if (level === undefined) return;
    event.preventDefault();
    contents.setZoomLevel(level);
  });
}

function nextLevel(level: number, key: string): number | undefined {
  switch (key) {
    case '+':
    case '=':
      return Math.min(limits.largest, level + step);
    case '-':
    case '_':
      return Math.max(limits.smallest, level - step);
    case '0':
      return 0;
    default:
      return undefined;
  }
}
