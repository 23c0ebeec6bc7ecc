import regular from '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Regular.woff2?url';
import italic from '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Italic.woff2?url';
import semibold from '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-SemiBold.woff2?url';
import bold from '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Bold.woff2?url';

const address = (file: string): string => new URL(file, document.baseURI).href;

/** The paper's fonts, as the hidden print window (another host of the app's protocol) can load them. */
export const PAPER_FONTS = {
  regular: address(regular),
  italic: address(italic),
  semibold: address(semibold),
  bold: address(bold),
};
