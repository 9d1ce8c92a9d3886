import { Facts, useSay } from '../../console/index.ts';
import type { ConsultationView } from '../port.ts';

/** Who is asked, how, until when, and who reads what comes out. */
export function SettingsSummary({ of }: { of: ConsultationView }) {
  const say = useSay();
  const { unit, audience, level, closesAt, live, shared } = of;
  return (
    <Facts
      of={[
        [say('consultation-page-unit'), unit.name],
        [say('consultation-page-audience'), say('consultation-page-audience-of', { audience })],
        [say('consultation-page-level-legend'), say('consultation-page-level', { level })],
        [say('consultation-page-until'), say('consultation-page-moment', { moment: closesAt })],
        [
          say('consultation-page-results'),
          say('consultation-page-promise-results', { shown: live ? 'live' : shared ? 'closed' : 'no' }),
        ],
      ]}
    />
  );
}
