import { useEffect, useState } from 'react';
import type { PrintPlan } from '../../../../app/print-plan';
import { useBox } from '../../../box/box-context';
import { fontData } from './font-data';
import { fontAddresses, type PagePicture, pagePicture } from './page-picture';

/** The picture of one page of a plan; the one before stays until the next is ready, so that nothing flickers. */
export function usePagePicture(plan: PrintPlan | undefined, index: number): PagePicture | undefined {
  const box = useBox();
  const [picture, setPicture] = useState<PagePicture>();
  const html = plan?.pageHtml[index];
  useEffect(() => {
    if (!plan || html === undefined) return undefined;
    let current = true;
    const documentHtml = box.print.preview({ ...plan, pageHtml: [html] }, 1);
    const addresses = fontAddresses(documentHtml);
    void Promise.all(addresses.map(fontData)).then((data) => {
      const fonts = new Map(addresses.flatMap((address, i) => (data[i] === undefined ? [] : [[address, data[i]]])));
      if (current) setPicture(pagePicture(documentHtml, plan.paper, fonts));
    });
    return () => {
      current = false;
    };
  }, [box, plan, html]);
  return html === undefined ? undefined : picture;
}
