import { z } from 'zod';
import { DomainError } from '../../platform/errors.ts';
import type { App } from '../../platform/http.ts';
import type { Meetings } from '../port.ts';

/** Calendars fetch a meeting's file again and again, and are not signed in: its address is the secret. */
export async function calendarRoutes(app: App, { meetings }: { meetings: Pick<Meetings, 'calendarFile'> }) {
  app.get(
    '/calendar/:token.ics',
    { schema: { params: z.object({ token: z.string() }) } },
    async ({ params }, reply) => {
      const file = await meetings.calendarFile(params.token);
      if (file === null) throw new DomainError('route.unknown', { status: 404 });
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', 'inline; filename="cuoc-hop.ics"')
        .serializer(String)
        .send(file);
    },
  );
}
