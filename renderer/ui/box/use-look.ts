import { useEffect } from 'react';
import { useBox } from './box-context';

/** Somebody who types is not asked after every letter what they look for. */
const SETTLED_MS = 1500;

/** Notes that who is signed in has this patient, or a signed form of this patient, before them. */
export function useLookedAt(patient: string | undefined, part: 'record' | 'form', serial?: string): void {
  const { audit } = useBox();
  useEffect(() => {
    if (patient !== undefined && patient !== '') void audit.viewed(patient, part, serial);
  }, [audit, patient, part, serial]);
}

/** Notes that who is signed in has a list of patients before them, and what they look for in it. */
export function useLookedThrough(count: number, query: string, found: number): void {
  const { audit } = useBox();
  useEffect(() => {
    if (count > 0) void audit.listed(count, 'screen');
  }, [audit, count]);
  const text = query.trim();
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => void audit.searched(text, found), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [audit, text, found]);
}
