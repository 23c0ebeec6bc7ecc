import { useEffect, useState } from 'react';
import type { ReturnedPages } from '../../../domain/reconciliation/pages';
import { useBox, useBoxState } from '../../box/box-context';

/** The paper that came back; undefined before the first outage. Same object while nothing changed. */
export function useReturnedPages(): ReturnedPages | undefined {
  const box = useBox();
  return useBoxState(() => box.returnedPaper.pages());
}

/** A scanned picture as an address an image can show; undefined while it opens, null where it does not. */
export function usePicture(image: string | undefined): string | undefined | null {
  const box = useBox();
  const [shown, setShown] = useState<{ readonly image: string; readonly address: string | null }>();
  useEffect(() => {
    if (image === undefined) return undefined;
    let current = true;
    const show = (address: string | null): void => {
      if (current) setShown({ image, address });
    };
    void box.returnedPaper.picture(image).then(
      (picture) => show(picture ? dataAddress(picture.type, picture.bytes) : null),
      () => show(null),
    );
    return () => {
      current = false;
    };
  }, [box, image]);
  return shown?.image === image ? shown?.address : undefined;
}

/** The page's policy shows pictures from data addresses only. */
function dataAddress(type: string, bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `data:${type};base64,${btoa(parts.join(''))}`;
}
