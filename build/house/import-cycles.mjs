/**
 * Groups of files that reach each other, each group once, smallest first (Tarjan's strongly connected components).
 * @param {ReadonlyMap<string, readonly string[]>} graph file -> files it imports
 * @returns {string[][]}
 */
export function findCycles(graph) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const lowest = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const cycles = [];

  /** @param {string} file */
  function visit(file) {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) {
        visit(next);
        lower(file, lowest.get(next));
      } else if (stack.includes(next)) {
        lower(file, order.get(next));
      }
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(group.sort());
  }

  /**
   * @param {string} file
   * @param {number | undefined} value
   */
  function lower(file, value = Infinity) {
    lowest.set(file, Math.min(lowest.get(file) ?? Infinity, value));
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles.sort((a, b) => a.length - b.length);
}
