import { randomBytes } from 'node:crypto';
import { net, protocol, session } from 'electron';
import { developmentPolicy, noncePlaceholder, pagePolicy, wardHost } from './content-security';
import { readStaticFile } from './static-files';

const plainHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, corsEnabled: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Answers a request for one of the app's own files. */
export type WardFiles = (url: URL) => Promise<Response>;

/** The app's files from `root`, or from Vite's development server under the same origin and so with the same database. */
export function openWardFiles(root: string, development: URL | undefined): WardFiles {
  if (development) return (url) => fromDevelopmentServer(development, url);
  return async (url) => {
    const file = await readStaticFile(root, url.pathname);
    if ('status' in file) return refuse(file.status);
    if (!file.mime.startsWith('text/html')) return respond(file.bytes, { 'content-type': file.mime });
    const nonce = randomBytes(16).toString('base64');
    return respond(file.bytes.toString('utf8').replaceAll(noncePlaceholder, nonce), {
      'content-type': file.mime,
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-store',
    });
  };
}

/** Serves app://ward/ to the page. */
export function serveWard(files: WardFiles): void {
  session.defaultSession.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    return url.host === wardHost && request.method === 'GET' ? files(url) : refuse(403);
  });
}

async function fromDevelopmentServer(server: URL, url: URL): Promise<Response> {
  const answer = await net.fetch(new URL(url.pathname + url.search, server).href, {
    bypassCustomProtocolHandlers: true,
  });
  const mime = answer.headers.get('content-type') ?? 'application/octet-stream';
  if (!mime.startsWith('text/html'))
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': mime } });
  // The page's own strict policy would refuse Vite's injected scripts.
  const html = (await answer.text()).replace(/<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i, '');
  return respond(html, { 'content-type': mime, 'content-security-policy': developmentPolicy(server) });
}

/** An answer with the headers every answer has. */
export function respond(body: string | Buffer, headers: Readonly<Record<string, string>>): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { ...plainHeaders, ...headers },
  });
}

/** An empty answer with a status. */
export function refuse(status: 403 | 404): Response {
  return new Response(null, { status, headers: plainHeaders });
}
