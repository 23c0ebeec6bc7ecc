import { useEffect, useState } from 'react';
import type { FormSession } from '../../../../app/form-session';
import { useBox } from '../../../box/box-context';
import { useNotices } from '../../../frame/notices/notices-context';
import { type Refusal, useSentences } from '../../../strings/use-sentences';

/** How an open form is asked for: by form and patient (none where it is about the ward), as a draft, or to correct a signed one. */
export type OpenInput =
  | { readonly form: string; readonly patient?: string }
  | { readonly draft: string }
  | { readonly amends: string };

/** A form on its way to the screen. */
export type Opened =
  | { readonly stage: 'opening' }
  | { readonly stage: 'refused'; readonly refusal: Refusal }
  | { readonly stage: 'open'; readonly session: FormSession };

/** Opens a form while its screen is shown (one mount, one form: the caller gives it a key), and saves what is pending when it goes. */
export function useFormSession(input: OpenInput): Opened {
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const [opened, setOpened] = useState<Opened>({ stage: 'opening' });
  const key = JSON.stringify(input);
  useEffect(() => {
    let gone = false;
    let session: FormSession | undefined;
    box.forms
      .open(JSON.parse(key) as OpenInput)
      .then((result) => {
        if (result.ok) session = result.value;
        if (gone) return session?.close();
        setOpened(result.ok ? { stage: 'open', session: result.value } : { stage: 'refused', refusal: result.error });
        return undefined;
      })
      .catch((error: unknown) => tell('critical', failure(error)));
    return () => {
      gone = true;
      void session?.close();
    };
  }, [box, key, tell, failure]);
  return opened;
}
