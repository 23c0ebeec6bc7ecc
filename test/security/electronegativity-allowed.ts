/** A finding of electronegativity that is no fault here, and why. */
export interface AllowedFinding {
  readonly issue: string;
  /** End of the file's path; empty for findings about the whole app. */
  readonly file: string;
  readonly reason: string;
}

/** Each of them was looked into; anything else fails. */
export const ALLOWED_FINDINGS: readonly AllowedFinding[] = [
  {
    issue: 'AUXCLICK_JS_CHECK',
    file: 'window/ward-window.ts',
    reason: 'always fires; a middle click ends in setWindowOpenHandler, which denies (test/security/page.test.ts)',
  },
  {
    issue: 'AUXCLICK_JS_CHECK',
    file: 'printing/print-window.ts',
    reason: 'always fires; a hidden window without a pointer, and its documents run no script',
  },
  {
    issue: 'PRELOAD_JS_CHECK',
    file: 'window/ward-window.ts',
    reason:
      'asks for a review of the preload: two functions from the contract, no ipcRenderer (test/e2e/shell, bridge)',
  },
  {
    issue: 'CSP_GLOBAL_CHECK',
    file: '',
    reason:
      'does not see response headers; test/e2e/bridge reads the policy from the header, test/security/page tries it',
  },
  {
    issue: 'LIMIT_NAVIGATION_GLOBAL_CHECK',
    file: '',
    reason: 'wants the event new-window, which Electron removed; test/security/page.test.ts tries to navigate',
  },
];
