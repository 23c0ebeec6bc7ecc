const JUST_NOW_MS = 1500;
let pressedAt = Number.NEGATIVE_INFINITY;

// The key may be pressed on any screen; the frame goes to the board, and the board asks here whether it was that key.
if (typeof addEventListener === 'function')
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'F2') pressedAt = performance.now();
    },
    true,
  );

/** Whether the board was just opened with F2: then the find box takes the focus. */
export function cameByFindKey(): boolean {
  return performance.now() - pressedAt < JUST_NOW_MS;
}
