/**
 * An environment with changes; undefined takes a variable away, for programs that would read the word "undefined".
 * @param {Record<string, string | undefined>} changes
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Record<string, string>}
 */
export function environment(changes, env = process.env) {
  const merged = { ...env, ...changes };
  return Object.fromEntries(
    Object.entries(merged).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
