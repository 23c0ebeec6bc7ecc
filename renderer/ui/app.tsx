import { I18nextProvider } from 'react-i18next';
import type { Box } from '../app/box';
import { BoxProvider, useBoxState } from './box/box-context';
import { Frame } from './frame/frame';
import { NoticesProvider } from './frame/notices/notices-context';
import { UndoProvider } from './frame/undo/undo-context';
import { ScreensProvider } from './route/screens-context';
import { ScreenHost } from './screen-host';
import { SCREENS } from './screens';
import { createStrings } from './strings/i18n';
import { Look, useScheme } from './theme/look';

const strings = createStrings();

/** The whole user interface over a running box. `nonce` is the one of this load, see index.html; `onDefect` writes the log. */
export function App({
  box,
  nonce,
  onDefect,
}: {
  readonly box: Box;
  readonly nonce?: string;
  readonly onDefect?: (error: unknown) => void;
}) {
  return (
    <I18nextProvider i18n={strings}>
      <BoxProvider box={box}>
        <Coloured {...(nonce ? { nonce } : {})} onDefect={onDefect ?? (() => undefined)} />
      </BoxProvider>
    </I18nextProvider>
  );
}

function Coloured({ nonce, onDefect }: { readonly nonce?: string; readonly onDefect: (error: unknown) => void }) {
  const theme = useBoxState((state) => state.settings.theme);
  return (
    <Look scheme={useScheme(theme)} {...(nonce ? { nonce } : {})}>
      <NoticesProvider>
        <UndoProvider>
          <ScreensProvider value={SCREENS}>
            <Frame>
              <ScreenHost onDefect={onDefect} />
            </Frame>
          </ScreensProvider>
        </UndoProvider>
      </NoticesProvider>
    </Look>
  );
}
