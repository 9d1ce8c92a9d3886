import { Button, Field, FormTo, useSay } from '../../../console/index.ts';
import type { PaperView } from '../reading.ts';
import { shortDay } from '../vietnamese-form.ts';

/** What stands around the text of a paper: its head and its signatures. */
export function FrameForm({ view, url }: { view: PaperView; url: string }) {
  const say = useSay();
  const { frame, kind, revision } = view;
  const minutes = kind === 'minutes';
  return (
    <FormTo action={`${url}/frame`}>
      <input type="hidden" name="revision" value={revision} />
      <Field label={say('paper-subject')} name="subject" value={frame.subject} required maxlength={300} />
      <Field label={say('paper-parent')} name="parent" value={frame.parent} maxlength={300} />
      <Field label={say('paper-issuer')} name="issuer" value={frame.issuer} required maxlength={300} />
      <Field label={say('paper-place')} name="place" value={frame.place} maxlength={300} />
      <Field label={say('paper-day')} name="day" value={shortDay(frame.day)} required />
      {minutes ? (
        <>
          <Field label={say('paper-taker')} name="taker" value={frame.taker} maxlength={300} />
          <Field label={say('paper-chair')} name="chair" value={frame.chair} maxlength={300} />
        </>
      ) : (
        <>
          <Field
            label={say('paper-on-behalf')}
            hint={say('paper-on-behalf-hint')}
            name="onBehalf"
            value={frame.onBehalf}
            maxlength={300}
          />
          <Field
            label={say('paper-office')}
            hint={say('paper-office-hint')}
            name="office"
            value={frame.office}
            maxlength={300}
          />
          <Field label={say('paper-signer')} name="signer" value={frame.signer} maxlength={300} />
        </>
      )}
      <Button kind="plain">{say('paper-frame-save')}</Button>
    </FormTo>
  );
}
