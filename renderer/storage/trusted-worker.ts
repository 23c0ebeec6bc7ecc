import { invariant } from '../domain/basics/assert-never';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

const POLICY_NAME = 'downtime-box-worker';

let policy: ScriptUrlPolicy | undefined;

// The page's CSP has require-trusted-types-for 'script'; a policy's name can be taken only once per page.
function scriptUrlPolicy(): ScriptUrlPolicy {
  if (policy) return policy;
  const rules: ScriptUrlPolicy = { createScriptURL: assertOwnScript };
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy = trustedTypes ? trustedTypes.createPolicy(POLICY_NAME, rules) : rules;
  return policy;
}

function assertOwnScript(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  // Protocol and host, not `origin`: blob: carries its maker's origin.
  invariant(protocol === location.protocol && host === location.host, 'a worker is started from our own origin only');
  invariant(!import.meta.env.PROD || /\/assets\/[\w.-]+\.js$/u.test(pathname), 'a worker is one of the built assets');
  return url;
}

/**
 * Starts a module worker under the strict CSP. The URL comes from Vite: `import url from './my-worker?worker&url'`,
 * then `startWorker(new URL(url, import.meta.url))`.
 */
export function startWorker(url: URL): Worker {
  return new Worker(scriptUrlPolicy().createScriptURL(url.href), { type: 'module' });
}
