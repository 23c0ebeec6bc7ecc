import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../components/banner/banner';
import { useNotices } from './notices-context';

/** Notices under the strip. */
export function NoticeList() {
  const { t } = useTranslation();
  const { list, close } = useNotices();
  return (
    <>
      {list.map((notice) => (
        <Banner
          key={notice.id}
          tone={notice.tone}
          live={notice.tone === 'critical' ? 'alert' : 'status'}
          actions={<Button onClick={() => close(notice.id)}>{t('close')}</Button>}
        >
          {notice.text}
        </Banner>
      ))}
    </>
  );
}
