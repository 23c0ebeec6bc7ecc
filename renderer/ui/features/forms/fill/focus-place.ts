/** Puts the cursor into the control of a place of the form, and its text under the cursor; false when it is not drawn. */
export function focusPlace(key: string): boolean {
  const place = document.querySelector(`[data-place="${CSS.escape(key)}"]`);
  const control =
    place?.querySelector<HTMLElement>('input:not([type="file"]), select, textarea, button') ??
    place?.querySelector<HTMLElement>('input');
  if (!control) return false;
  control.focus();
  control.scrollIntoView({ block: 'center' });
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  return true;
}
