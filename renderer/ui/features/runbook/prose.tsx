import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import styles from './prose.module.css';

const REMARK = [remarkGfm];
const REHYPE = [rehypeSanitize];

/** Text of the library: markdown without HTML, cleaned once more before it is shown. Links are words here: no network. */
export function Prose({ children }: { readonly children: string }) {
  return (
    <div className={styles.prose}>
      <Markdown remarkPlugins={REMARK} rehypePlugins={REHYPE} disallowedElements={['a', 'img']} unwrapDisallowed>
        {children}
      </Markdown>
    </div>
  );
}
