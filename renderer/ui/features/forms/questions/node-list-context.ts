import { createContext, use, type ComponentType } from 'react';
import type { FilledNode } from '../../../../domain/form/filled-form';

/** Draws the places of a form. */
export type NodeListComponent = ComponentType<{ readonly nodes: readonly FilledNode[]; readonly level: 3 | 4 }>;

const Context = createContext<NodeListComponent | null>(null);

/** Hands the list to what stands inside it: questions and rows hold places themselves, and modules must not import in a circle. */
export const NodeListProvider = Context.Provider;

/** The list of places, for questions and rows that hold some. */
export function useNodeList(): NodeListComponent {
  const list = use(Context);
  if (!list) throw new Error('a question outside of a NodeList');
  return list;
}
