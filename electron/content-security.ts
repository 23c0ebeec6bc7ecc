/** Host of the app's own page. Changing scheme or host orphans every workstation's database: its origin is its name. */
export const wardHost = 'ward';
/** Host of documents on their way to paper. */
export const printHost = 'print';
/** The page's origin. */
export const wardOrigin = `app://${wardHost}`;
/** What index.html holds where the nonce of each load goes. */
export const noncePlaceholder = '__CSP_NONCE__';

/** The page's policy (security study 1.1 row 7). Styles made at run time carry the nonce; there is no remote host at all. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** For the development server only: it injects scripts and styles and talks over a web socket. */
export function developmentPolicy(server: URL): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${server.host}`,
    "worker-src 'self' blob:",
  ].join('; ');
}

/** A document for paper: styles inline, our fonts, pictures; no script of its own and no network. */
export const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline' app:; font-src app: data:; img-src data: app:";
