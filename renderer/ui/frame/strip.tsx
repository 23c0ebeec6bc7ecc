import { useMemo } from 'react';
import { useBox, useBoxState, useNow } from '../box/box-context';
import { nextDueOf, runningEvent, snapshotAge, snapshotOf, stripEvent } from '../box/readings';
import { hrefTo } from '../route/route';
import { useScheme } from '../theme/look';
import { ClockStrip } from './clock-strip/clock-strip';
import { useGlobalKeys } from './keys';

/** The clock strip with the box's state in it. */
export function Strip() {
  const box = useBox();
  const second = useNow('second');
  const minute = useNow('minute');
  const state = useBoxState((all) => all);
  const scheme = useScheme(state.settings.theme);
  const asOf = snapshotOf(state);
  // The clock ticks each second; cards and requests are looked through once a minute, or when something was written.
  const next = useMemo(() => nextDueOf(box, state, minute), [box, state, minute]);
  useGlobalKeys(next ? { F8: () => (location.hash = next.href) } : {});
  const { person } = state.signedIn ?? {};
  return (
    <ClockStrip
      now={second}
      event={stripEvent(state.world.outages)}
      ward={state.vault?.ward ?? null}
      workstation={state.vault?.workstation ?? null}
      snapshot={
        !state.vault?.exists
          ? { kind: 'hidden' }
          : asOf === null
            ? { kind: 'none' }
            : asOf === undefined
              ? { kind: 'unknown' }
              : { kind: 'as-of', asOf, age: snapshotAge(asOf, minute, state.settings, runningEvent(state)?.since) }
      }
      nextDue={next}
      user={person?.name ?? null}
      userHref={state.vault?.exists ? hrefTo('sign-in') : null}
      helpHref={hrefTo('help')}
      night={scheme === 'dark'}
      onNight={() => void box.saveSettings({ theme: scheme === 'dark' ? 'light' : 'dark' })}
      onLock={() => void box.lock()}
    />
  );
}
