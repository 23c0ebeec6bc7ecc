/** Filled once the library carries contacts. */
export function WhoToCall() {
  return null;
}
