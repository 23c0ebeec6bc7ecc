import type { WebContents } from 'electron';

/** A field whose content is larger than its place on paper. */
export interface Overflow {
  readonly sheet: string;
  readonly page: number;
  readonly field: string;
}

const mostReported = 1_000;

// One pixel of grace: line boxes and millimetres round differently.
const measure = `
  [...document.querySelectorAll('[data-fit]')]
    .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
    .slice(0, ${mostReported})
    .map((e) => ({
      sheet: e.closest('[data-sheet]')?.dataset.sheet ?? '',
      page: Number(e.closest('[data-page]')?.dataset.page ?? 0) || 0,
      field: e.dataset.fit ?? '',
    }))
`;

/** Fields marked data-fit that do not fit: paper never clips in silence. */
export async function findOverflow(contents: WebContents): Promise<readonly Overflow[]> {
  return (await contents.executeJavaScript(measure)) as readonly Overflow[];
}
