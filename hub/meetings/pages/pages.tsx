import type { Console } from '../../console/index.ts';
import { agendaPages } from './agenda.tsx';
import { answerForms } from './answers.tsx';
import { correctionForm } from './came.tsx';
import { changePages } from './changing.ts';
import { documentForms } from './documents.tsx';
import { endingPages } from './ending.tsx';
import { meetingListPage } from './list.tsx';
import { meetingPage } from './meeting.tsx';
import { monthPage } from './month.tsx';
import { callingPages } from './new.tsx';
import type { MeetingPagesParts } from './urls.ts';
import { yearPages } from './year.tsx';

/** Họp: what comes, calling, one meeting from its invitation to its end, a cell's year, a commune's month. */
export function meetingPages(console: Console, parts: MeetingPagesParts): void {
  meetingListPage(console, parts);
  callingPages(console, parts);
  yearPages(console, parts);
  monthPage(console, parts);
  meetingPage(console, parts);
  agendaPages(console, parts);
  documentForms(console, parts);
  answerForms(console, parts);
  correctionForm(console, parts);
  changePages(console, parts);
  endingPages(console, parts);
}
