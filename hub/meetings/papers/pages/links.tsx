import { Buttons, LinkButton, useSay } from '../../../console/index.ts';
import { papersUrl } from './urls.ts';

/** The two files of a paper. */
export function Downloads({ url }: { url: string }) {
  const say = useSay();
  return (
    <>
      <LinkButton href={`${url}/file.docx`} download>
        {say('papers-docx')}
      </LinkButton>
      <LinkButton href={`${url}/file.pdf`} download>
        {say('papers-pdf')}
      </LinkButton>
    </>
  );
}

/** Where the pages of one meeting's papers lead back to. */
export function BackToPapers({ meetingId }: { meetingId: string }) {
  const say = useSay();
  return (
    <Buttons>
      <LinkButton href={papersUrl(meetingId)}>{say('papers-all')}</LinkButton>
    </Buttons>
  );
}
