import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/ui/app';
import { CLINICAL_SCENES } from '../clinical-scenes';
import { RECOVERY_SCENES } from '../recovery-scenes';
import { SCENES as FRAME_SCENES } from '../scenes';

const SCENES = [...FRAME_SCENES, ...CLINICAL_SCENES, ...RECOVERY_SCENES];

/** One scene by its name in the address, `?scene=ready&theme=dark`. For pictures while building; never shipped. */
const query = new URLSearchParams(location.search);
const scene = SCENES.find((one) => one.name === query.get('scene'));
const root = document.querySelector('#root');

if (scene && root) {
  history.replaceState(null, '', `${location.pathname}${location.search}${scene.hash}`);
  const { box } = await scene.prepare();
  if (query.get('theme') === 'dark') await box.saveSettings({ theme: 'dark' });
  Object.assign(window, { box });
  createRoot(root).render(<App box={box} onDefect={console.error} />);
} else if (root) {
  root.textContent = SCENES.map((one) => one.name).join(' ');
}
