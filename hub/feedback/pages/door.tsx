import { QrCode, useSay } from '../../console/index.ts';
import type { Company, Door } from '../port.ts';
import type { FeedbackPagesParts } from './urls.ts';

/** A unit's page for what is said without a name, as it hangs on a notice board. */
export interface ShownDoor extends Door {
  url: string;
  company: Company;
}

export async function doorOf(
  unit: string,
  { feedback, publicUrl }: Pick<FeedbackPagesParts, 'feedback' | 'publicUrl'>,
): Promise<ShownDoor> {
  const { unlinkable } = feedback;
  const [door, company, base] = await Promise.all([unlinkable.door(unit), unlinkable.company(), publicUrl()]);
  return { ...door, company, url: new URL(`/gop-y/${encodeURIComponent(unit)}`, base).href };
}

/** The link, the same for everybody; or why there is none. */
export function DoorCard({ of: { unit, open, instead, url, company } }: { of: ShownDoor }) {
  const say = useSay();
  const { items, eligible } = company;
  if (!open) {
    return (
      <p>
        {instead
          ? say('feedback-door-shut-instead', { unit: unit.name, instead: instead.name, eligible })
          : say('feedback-door-shut-all', { unit: unit.name, eligible })}
      </p>
    );
  }
  return (
    <>
      <p>{say('feedback-door-open', { items })}</p>
      <div class="invitation">
        <QrCode text={url} label={say('feedback-door-qr', { unit: unit.name })} />
        <div>
          <p class="invitation-name">{say('feedback-door-title')}</p>
          <p>{unit.name}</p>
          <p>
            <a href={url}>{url}</a>
          </p>
        </div>
      </div>
    </>
  );
}
